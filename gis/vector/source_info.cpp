// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/vector/source_info.h"

#include <ogr_api.h>

#include <cmath>

#include "gis/geo/crs_info.h"
#include "gis/geo/gdal_session.h"
#include "gis/vector/gdal_layer.h"
#include "gis/vector/text_encoding.h"

namespace gis {

namespace {

constexpr const char* kWorkspaceFile = "workspace.gpkg";

bool inDegrees(const MapBox& box) {
  return std::abs(box.min_x_m) <= 180 && std::abs(box.max_x_m) <= 180 && std::abs(box.min_y_m) <= 90 &&
         std::abs(box.max_y_m) <= 90;
}

bool apart(const LonLatBox& a, const LonLatBox& b) {
  return a.west_deg > b.east_deg || b.west_deg > a.east_deg || a.south_deg > b.north_deg || b.south_deg > a.north_deg;
}

// Looks at a system and an extent together and says what does not fit.
void examine(const std::string& subject, const std::string& crs, const std::optional<MapBox>& extent,
             std::string& crs_name, std::optional<LonLatBox>& lon_lat, std::vector<Warning>& warnings) {
  if (crs.empty()) {
    warnings.push_back({WarningCode::kMissingCrsAssumed, subject, {}});
    return;
  }
  const auto info = describeCrs(crs);
  if (!info) {
    warnings.push_back({WarningCode::kCoordinatesSuspect, subject, "unknown reference system"});
    return;
  }
  crs_name = info->name;
  if (!extent) return;
  const auto suspect = [&](const char* why) { warnings.push_back({WarningCode::kCoordinatesSuspect, subject, why}); };
  if (!std::isfinite(extent->width_m()) || !std::isfinite(extent->height_m())) return suspect("extent is not finite");
  if (info->geographic && !inDegrees(*extent)) {
    const bool turned = std::abs(extent->min_x_m) <= 90 && std::abs(extent->max_x_m) <= 90 &&
                        std::abs(extent->min_y_m) <= 180 && std::abs(extent->max_y_m) <= 180;
    return suspect(turned ? "longitude and latitude exchanged" : "numbers beyond degrees in a geographic system");
  }
  if (!info->geographic && inDegrees(*extent) && extent->width_m() > 0) return suspect("degrees in a projected system");
  if (const auto box = lonLatExtent(*extent, crs)) {
    lon_lat = *box;
    if (info->area && apart(*box, *info->area)) suspect("outside the area of its reference system");
  } else {
    suspect("outside the area of its reference system");
  }
}

// A table whose columns hold coordinates is read the way the map reads it: one answer for both.
void describePoints(const std::filesystem::path& file, LayerInfo& out, std::vector<Warning>& warnings) {
  VectorReadOptions options;
  options.layer = out.layer.name;
  auto read = readVectorLayer(file, options);
  const bool unplaced = !read && read.error().code == ErrorCode::kMissingCrs;
  if (unplaced) {
    options.crs_override = "EPSG:3857";  // any will do: the numbers are not touched, only their range is looked at
    read = readVectorLayer(file, options);
  }
  if (!read) {
    warnings.push_back({WarningCode::kLayerWithoutGeometry, out.layer.name, read.error().detail});
    return;
  }
  for (Warning& warning : read->warnings)  // the encoding is told once a layer, by the caller
    if (warning.code != WarningCode::kEncodingGuessed) warnings.push_back(std::move(warning));
  if (read->value.empty()) return;
  const FeatureColumns& points = read->value.front();
  out.layer.kind = GeometryKind::kPoint;
  out.layer.geometry_type = "Point";
  out.layer.crs = unplaced ? std::string() : points.crs;
  MapBox extent;
  for (std::size_t i = 0; i + 1 < points.xy.size(); i += 2) extent.add(MapXY{points.xy[i], points.xy[i + 1]});
  out.layer.extent = extent;
  examine(out.layer.name, out.layer.crs, out.layer.extent, out.crs_name, out.lon_lat_extent, warnings);
}

void describeLayer(const std::filesystem::path& file, GDALDatasetH dataset, OGRLayerH handle, SourceInfo& info) {
  LayerInfo out;
  out.layer = describeLayerHeader(dataset, handle);
  if (out.layer.count < 0) out.layer.count = OGR_L_GetFeatureCount(handle, TRUE);
  const bool has_geometry = OGR_FD_GetGeomFieldCount(OGR_L_GetLayerDefn(handle)) > 0;
  if (has_geometry && !out.layer.extent && out.layer.count != 0) {
    OGREnvelope box;
    if (OGR_L_GetExtent(handle, &box, TRUE) == OGRERR_NONE && box.MinX <= box.MaxX)
      out.layer.extent = MapBox{box.MinX, box.MinY, box.MaxX, box.MaxY};
  }
  if (out.layer.extent && axesSwapped(OGR_L_GetSpatialRef(handle)))
    out.layer.extent = MapBox{out.layer.extent->min_y_m, out.layer.extent->min_x_m, out.layer.extent->max_y_m,
                              out.layer.extent->max_x_m};
  if (!has_geometry) {
    std::vector<std::string> names;
    for (const SourceField& field : out.layer.fields) names.push_back(field.name);
    if (const auto columns = findPointColumns(names)) {
      out.point_columns = {names[static_cast<std::size_t>(columns->x_field)],
                           names[static_cast<std::size_t>(columns->y_field)]};
      describePoints(file, out, info.warnings);
    } else {
      info.warnings.push_back({WarningCode::kLayerWithoutGeometry, out.layer.name, {}});
    }
  } else {
    examine(out.layer.name, out.layer.crs, out.layer.extent, out.crs_name, out.lon_lat_extent, info.warnings);
  }
  if (out.layer.encoding_guessed)
    info.warnings.push_back({WarningCode::kEncodingGuessed, out.layer.name, out.layer.encoding});
  info.layers.push_back(std::move(out));
}

}  // namespace

Result<SourceInfo> describeSource(const std::filesystem::path& file, const CancelToken& cancel) try {
  SourceInfo info;
  info.file = file;
  std::error_code ignored;
  if (std::filesystem::is_regular_file(file / kWorkspaceFile, ignored)) info.file = file / kWorkspaceFile;
  GdalSession session;
  const std::string extension = info.file.extension().string();
  // Two columns of numbers are a grid to GDAL's raster side; on the map a .csv is a table.
  const bool table = extension == ".csv" || extension == ".CSV";
  auto dataset = openVectorRaw(info.file, table ? SourceKind::kVector : SourceKind::kAny, session);
  if (!dataset) return std::unexpected(std::move(dataset.error()));
  const GDALDatasetH handle = dataset->get();
  if (const GDALDriverH driver = GDALGetDatasetDriver(handle)) {
    info.driver = GDALGetDriverShortName(driver);
    info.driver_name = GDALGetDriverLongName(driver);
  }
  const int layers = GDALDatasetGetLayerCount(handle);
  for (int i = 0; i < layers; ++i) {
    if (cancel.cancelled()) return fail(ErrorCode::kCancelled, file.string());
    if (const OGRLayerH layer = GDALDatasetGetLayer(handle, i)) describeLayer(info.file, handle, layer, info);
  }
  if (GDALGetRasterCount(handle) > 0 || layers == 0) {
    info.raster = describeRaster(handle);
    if (info.raster->band_count > 0)
      examine(info.file.filename().string(), info.raster->crs, info.raster->extent, info.raster_crs_name,
              info.raster_lon_lat_extent, info.warnings);
    if (endsBeforeLastBlock(handle, info.file))
      info.warnings.push_back({WarningCode::kFileEndsEarly, info.file.filename().string(), {}});
  }
  for (const auto* messages : {&session.errors(), &session.warnings()})
    for (const std::string& message : *messages) info.notes.push_back(toUtf8(message, "UTF-8"));
  return info;
} catch (const std::bad_alloc&) {
  return fail(ErrorCode::kOutOfRange, file.string(), "not enough memory");
}

}  // namespace gis
