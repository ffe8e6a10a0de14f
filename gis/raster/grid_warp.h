// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/geo/projector.h"

namespace gis {

// True when shrinking a window of a band by `factor` would average too many cells: no overview comes near. Then every
// so manieth cell must do. `band` is a GDALRasterBandH.
bool mustThin(void* band, int factor);

// Reads windows of a north-up raster in another reference system: one read of the source, shrunk to about a cell a
// pixel (from the file's overviews where it has them), then mixed bilinearly. PROJ is asked at every 16th pixel, which
// is exact to a small part of a cell up to windows of hundreds of kilometres. Five times as quick as GDAL's warped
// datasets for windows of a map, and it keeps nothing. Belongs to one thread.
class GridWarp {
 public:
  // `source_transform` is GDAL's, without rotation. Fails with kUnknownCrs.
  static Result<GridWarp> create(const std::string& map_crs, const std::string& source_crs,
                                 const std::array<double, 6>& source_transform);

  // Pixels of the answer: centre of the first, metres to the next column (east) and row (south).
  struct Pixels {
    MapXY first_centre;
    double step_x_m = 1;
    double step_y_m = 1;
    int columns = 0;
    int rows = 0;
  };
  // NaN outside of the raster and where its values are `nodata`; with `as_codes` the nearest cell instead of a
  // mixture. `band` is a GDALRasterBandH. Fails with kCancelled, kDamagedFile (subject: `name`).
  Result<std::vector<float>> read(void* band, const Pixels& pixels, bool as_codes, std::optional<float> nodata,
                                  const std::string& name, const CancelToken& cancel) const;

 private:
  GridWarp(Projector projector, const std::array<double, 6>& transform)
      : m_to_source(std::move(projector)), m_transform(transform) {}
  Projector m_to_source;
  std::array<double, 6> m_transform;
};

}  // namespace gis
