// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/vector/gdal_layer.h"

#include <ogr_srs_api.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <string_view>

namespace gis {

namespace {

constexpr int kSampledLayerFeatures = 500;

struct LayerFeatureDelete {
  void operator()(void* feature) const { OGR_F_Destroy(static_cast<OGRFeatureH>(feature)); }
};

std::string metadata(void* object, const char* name) {
  const char* value = GDALGetMetadataItem(object, name, "SHAPEFILE");
  return value ? value : "";
}

std::string lowered(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  std::erase_if(text, [](char c) { return c == ' ' || c == '_' || c == '"'; });
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return text;
}

// A .shp that was copied without its .shx. None when all is there, or the .shp itself is not.
std::optional<std::string> missingIndex(const std::filesystem::path& shp) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(shp, ignored) || std::filesystem::file_size(shp, ignored) == 0) return {};
  std::filesystem::path small = shp, large = shp;
  small.replace_extension(".shx"), large.replace_extension(".SHX");
  if (std::filesystem::exists(small, ignored) || std::filesystem::exists(large, ignored)) return {};
  return small.string();
}

}  // namespace

Result<GdalDataset> openVectorRaw(const std::filesystem::path& file, SourceKind kind, GdalSession& session) {
  static constexpr std::array<const char*, 2> kRaw = {"ENCODING=", nullptr};
  const std::string extension = lowered(file.extension().string());
  std::error_code ignored;
  const bool shapefile = extension == ".shp" || extension == ".dbf" || extension == ".shz" || extension == ".shx" ||
                         std::filesystem::is_directory(file, ignored);
  if (extension == ".shp")
    if (const auto missing = missingIndex(file))
      return fail(ErrorCode::kNotFound, *missing, "a shapefile is .shp, .shx and .dbf together");
  return openGdal(file, kind, session, shapefile ? kRaw.data() : nullptr);
}

std::string declaredEncoding(GDALDatasetH dataset, OGRLayerH layer) {
  const GDALDriverH driver = GDALGetDatasetDriver(dataset);
  const std::string_view name = driver ? GDALGetDriverShortName(driver) : "";
  if (name == "ESRI Shapefile") {
    if (const std::string code_page = encodingFromCodePage(metadata(layer, "CPG_VALUE")); !code_page.empty())
      return code_page;
    return encodingFromDbfLanguage(std::atoi(metadata(layer, "LDID_VALUE").c_str()));
  }
  return OGR_L_TestCapability(layer, OLCStringsAsUTF8) && name != "CSV" ? "UTF-8" : "";
}

ChosenEncoding chooseEncoding(const std::string& declared, const EncodingGuess& guess) {
  const std::string best = guess.best();
  if (guess.onlyAscii()) return {declared.empty() ? "UTF-8" : declared, false};
  if (declared == "UTF-8") return {best, best != "UTF-8"};
  // Programs write Latin-1 when they do not know; the bytes know better.
  if (declared == "ISO-8859-1" || declared == "CP1252")
    return {best == "ISO-8859-1" ? declared : best, best != "ISO-8859-1"};
  if (!declared.empty()) return {declared, false};
  return {best, best != "UTF-8"};
}

GeometryKind kindOf(OGRwkbGeometryType type) {
  switch (wkbFlatten(type)) {
    case wkbPoint:
    case wkbMultiPoint:
      return GeometryKind::kPoint;
    case wkbLineString:
    case wkbMultiLineString:
    case wkbCircularString:
    case wkbCompoundCurve:
    case wkbMultiCurve:
    case wkbCurve:
    case wkbLinearRing:
      return GeometryKind::kLine;
    case wkbPolygon:
    case wkbMultiPolygon:
    case wkbCurvePolygon:
    case wkbMultiSurface:
    case wkbSurface:
    case wkbPolyhedralSurface:
    case wkbTIN:
    case wkbTriangle:
      return GeometryKind::kPolygon;
    default:
      return GeometryKind::kNone;
  }
}

AttributeType attributeTypeOf(OGRFieldType type) {
  switch (type) {
    case OFTInteger:
    case OFTInteger64:
      return AttributeType::kInteger;
    case OFTReal:
      return AttributeType::kReal;
    default:
      return AttributeType::kText;
  }
}

std::optional<PointColumns> findPointColumns(const std::vector<std::string>& field_names) {
  struct Pair {
    std::string_view x, y;
    bool degrees;
  };
  static constexpr std::array<Pair, 17> kPairs = {{{"longitude", "latitude", true},
                                                   {"lon", "lat", true},
                                                   {"lng", "lat", true},
                                                   {"long", "lat", true},
                                                   {"londeg", "latdeg", true},
                                                   {"经度", "纬度", true},
                                                   {"东经", "北纬", true},
                                                   {"经度坐标", "纬度坐标", true},
                                                   {"经度(度)", "纬度(度)", true},
                                                   {"经度(°)", "纬度(°)", true},
                                                   {"jd", "wd", true},
                                                   {"lgtd", "lttd", true},
                                                   {"x", "y", false},
                                                   {"pointx", "pointy", false},
                                                   {"xcoord", "ycoord", false},
                                                   {"x坐标", "y坐标", false},
                                                   {"easting", "northing", false}}};
  std::vector<std::string> names;
  for (const std::string& name : field_names) names.push_back(lowered(name));
  for (const Pair& pair : kPairs) {
    const auto x = std::ranges::find(names, pair.x), y = std::ranges::find(names, pair.y);
    if (x != names.end() && y != names.end())
      return PointColumns{static_cast<int>(x - names.begin()), static_cast<int>(y - names.begin()), pair.degrees};
  }
  return std::nullopt;
}

bool axesSwapped(OGRSpatialReferenceH srs) {
  if (!srs || (!OSREPSGTreatsAsLatLong(srs) && !OSREPSGTreatsAsNorthingEasting(srs))) return false;
  int count = 0;
  const int* mapping = OSRGetDataAxisToSRSAxisMapping(srs, &count);
  return mapping && count >= 2 && mapping[0] == 1;
}

std::vector<std::string> rawFieldNames(OGRLayerH layer) {
  const OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
  std::vector<std::string> names;
  for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i)
    names.emplace_back(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)));
  return names;
}

void sampleTexts(OGRLayerH layer, int most_features, EncodingGuess& guess) {
  const OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
  const int fields = OGR_FD_GetFieldCount(definition);
  OGR_L_ResetReading(layer);
  for (int n = 0; n < most_features; ++n) {
    const std::unique_ptr<void, LayerFeatureDelete> feature(OGR_L_GetNextFeature(layer));
    if (!feature) break;
    const auto handle = static_cast<OGRFeatureH>(feature.get());
    for (int i = 0; i < fields; ++i)
      if (OGR_Fld_GetType(OGR_FD_GetFieldDefn(definition, i)) == OFTString && OGR_F_IsFieldSetAndNotNull(handle, i))
        guess.add(OGR_F_GetFieldAsString(handle, i));
  }
  OGR_L_ResetReading(layer);
}

SourceLayer describeLayerHeader(GDALDatasetH dataset, OGRLayerH layer) {
  SourceLayer out;
  EncodingGuess guess;
  const std::vector<std::string> names = rawFieldNames(layer);
  for (const std::string& name : names) guess.add(name);
  sampleTexts(layer, kSampledLayerFeatures, guess);
  const ChosenEncoding chosen = chooseEncoding(declaredEncoding(dataset, layer), guess);
  out.encoding = chosen.name;
  out.encoding_guessed = chosen.guessed;
  out.name = toUtf8(OGR_L_GetName(layer), out.encoding);
  out.kind = kindOf(OGR_L_GetGeomType(layer));
  out.geometry_type = OGRGeometryTypeToName(OGR_L_GetGeomType(layer));
  out.crs = crsText(OGR_L_GetSpatialRef(layer));
  out.count = OGR_L_GetFeatureCount(layer, FALSE);
  OGREnvelope box;
  if (OGR_L_GetExtent(layer, &box, FALSE) == OGRERR_NONE && box.MinX <= box.MaxX)
    out.extent = MapBox{box.MinX, box.MinY, box.MaxX, box.MaxY};
  const OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
  for (int i = 0; i < static_cast<int>(names.size()); ++i)
    out.fields.push_back({toUtf8(names[static_cast<std::size_t>(i)], out.encoding),
                          attributeTypeOf(OGR_Fld_GetType(OGR_FD_GetFieldDefn(definition, i)))});
  return out;
}

}  // namespace gis
