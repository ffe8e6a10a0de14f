// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/raster/raster_info.h"
#include "gis/vector/gdal_reader.h"

namespace gis {

struct LayerInfo {
  SourceLayer layer;                        // with its count and extent found, by reading all if need be
  std::string crs_name;                     // empty = none
  std::optional<LonLatBox> lon_lat_extent;  // CGCS2000
  std::vector<std::string> point_columns;   // of a table whose columns are read as points: x, y; empty otherwise
};

// All that can be told of a file without drawing it.
struct SourceInfo {
  std::filesystem::path file;  // the one that was opened
  std::string driver;          // GDAL's short name, "GPKG"
  std::string driver_name;     // "GeoPackage"
  std::vector<LayerInfo> layers;
  std::optional<RasterInfo> raster;
  std::string raster_crs_name;
  std::optional<LonLatBox> raster_lon_lat_extent;
  std::vector<Warning> warnings;   // missing CRS (kMissingCrsAssumed with empty detail), suspicious coordinates ...
  std::vector<std::string> notes;  // GDAL's own words, UTF-8
};

// Describes any vector or raster source GDAL opens, or a Fengsui workspace (its folder or workspace.gpkg). Opens
// exactly what GDAL opens; a .csv is a table, as it is on the map, even where its numbers would make a grid. Fails with
// kNotFound, kPermissionDenied, kEmptyFile, kUnsupportedFormat, kDamagedFile, kCancelled; subject is the path. Any
// thread.
Result<SourceInfo> describeSource(const std::filesystem::path& file, const CancelToken& cancel = {});

}  // namespace gis
