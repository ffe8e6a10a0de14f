// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gis/import/nasty_files.h"

#include <iconv.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <fstream>
#include <map>
#include <stdexcept>

#include "gis/geo/gdal_session.h"

namespace gis {

namespace {

OGRwkbGeometryType typeOf(const std::string& name) {
  static const std::map<std::string, OGRwkbGeometryType> kTypes = {{"None", wkbNone},
                                                                   {"Point", wkbPoint},
                                                                   {"Point ZM", wkbPointZM},
                                                                   {"LineString", wkbLineString},
                                                                   {"Polygon", wkbPolygon},
                                                                   {"MultiPolygon", wkbMultiPolygon},
                                                                   {"Polygon ZM", wkbPolygonZM},
                                                                   {"CurvePolygon", wkbCurvePolygon},
                                                                   {"Unknown", wkbUnknown}};
  return kTypes.at(name);
}

void addRow(OGRLayerH layer, const MadeFile::Row& row) {
  const OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
  for (std::size_t i = 0; i < row.values.size(); ++i)
    if (!row.values[i].empty()) OGR_F_SetFieldString(feature, static_cast<int>(i), row.values[i].c_str());
  if (!row.wkt.empty()) {
    std::string wkt = row.wkt;
    char* text = wkt.data();
    OGRGeometryH geometry = nullptr;
    if (OGR_G_CreateFromWkt(&text, nullptr, &geometry) != OGRERR_NONE) throw std::runtime_error("WKT " + row.wkt);
    OGR_F_SetGeometryDirectly(feature, geometry);
  }
  const bool added = OGR_L_CreateFeature(layer, feature) == OGRERR_NONE;
  OGR_F_Destroy(feature);
  if (!added) throw std::runtime_error("feature");
}

}  // namespace

void makeFile(const std::filesystem::path& file, const MadeFile& content) {
  const GdalSession session;
  const bool shapefile = content.driver == "ESRI Shapefile";
  {
    const GdalDataset dataset(
        GDALCreate(GDALGetDriverByName(content.driver.c_str()), file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!dataset) throw std::runtime_error(session.errorText());
    OGRSpatialReferenceH srs = nullptr;
    if (!content.crs.empty()) {
      srs = OSRNewSpatialReference(nullptr);
      OSRSetFromUserInput(srs, content.crs.c_str());
      OSRSetAxisMappingStrategy(srs, OAMS_TRADITIONAL_GIS_ORDER);
    }
    const char* const raw[] = {"ENCODING=", nullptr};
    const OGRLayerH layer =
        GDALDatasetCreateLayer(dataset.get(), file.stem().c_str(), srs, typeOf(content.geometry),
                               const_cast<char**>(shapefile ? raw : nullptr));  // GDAL does not change them
    if (!layer) throw std::runtime_error(session.errorText());
    for (const std::string& name : content.fields) {
      const OGRFieldDefnH field = OGR_Fld_Create(name.c_str(), OFTString);
      if (shapefile) OGR_Fld_SetWidth(field, 80);
      OGR_L_CreateField(layer, field, 1);
      OGR_Fld_Destroy(field);
    }
    for (const MadeFile::Row& row : content.rows) addRow(layer, row);
    if (srs) OSRDestroySpatialReference(srs);
  }
  if (!shapefile) return;
  std::filesystem::remove(std::filesystem::path(file).replace_extension(".cpg"));
  setDbfLanguage(file, 0);
}

void setDbfLanguage(const std::filesystem::path& shp, int language_byte) {
  std::fstream dbf(std::filesystem::path(shp).replace_extension(".dbf"),
                   std::ios::binary | std::ios::in | std::ios::out);
  dbf.seekp(29);
  dbf.put(static_cast<char>(language_byte));
}

void setCodePage(const std::filesystem::path& shp, const std::string& code_page) {
  std::ofstream(std::filesystem::path(shp).replace_extension(".cpg")) << code_page;
}

std::string gbk(const std::string& text) {
  const iconv_t converter = iconv_open("GBK", "UTF-8");
  std::string input = text, out(4 * text.size() + 4, '\0');
  char* from = input.data();
  char* to = out.data();
  std::size_t left = input.size(), room = out.size();
  if (iconv(converter, &from, &left, &to, &room) == static_cast<std::size_t>(-1))
    throw std::runtime_error("GBK " + text);
  iconv_close(converter);
  out.resize(out.size() - room);
  return out;
}

std::string pointWkt(double x, double y) { return fmt::format("POINT ({:.10f} {:.10f})", x, y); }

}  // namespace gis
