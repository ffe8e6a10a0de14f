// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"

namespace gis {

struct RasterBandInfo {
  std::string type;            // GDAL's name: "Byte", "Int16", "Float32" ...
  std::string interpretation;  // "Gray", "Palette", "Red", "Alpha" ...
  std::optional<double> nodata;
  double scale_ratio = 1;  // value = stored * scale + offset
  double value_offset = 0;
};

// What a raster file says of itself.
struct RasterInfo {
  std::string driver;
  int columns = 0;
  int rows = 0;
  int band_count = 0;
  std::vector<RasterBandInfo> bands;  // the first 32
  std::string crs;                    // "EPSG:4547" or WKT; empty = none
  bool placed = false;                // has a transform, control points or RPCs
  bool rotated = false;
  double cell_width = 0;  // units of the CRS; 0 when not placed by a transform
  double cell_height = 0;
  std::optional<MapBox> extent;  // numbers of its own system
  std::vector<std::array<int, 2>> overview_sizes;
};

// `dataset` is an open GDALDatasetH, used on its own thread.
RasterInfo describeRaster(void* dataset);

}  // namespace gis
