// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/raster/raster_info.h"

namespace gis {

// Values over a window of the map, row 0 north. NaN where there is nothing. Scale and offset of the band are applied.
struct RasterValues {
  int columns = 0;
  int rows = 0;
  std::vector<float> values;
};

// A picture over a window of the map, row 0 north: R, G, B, A bytes, not premultiplied; A = 0 where there is nothing.
struct RasterPicture {
  int columns = 0;
  int rows = 0;
  std::vector<std::uint8_t> rgba;
};

// Any raster GDAL opens, read in the map's projected system. Coarser overviews of the file are used when the window is
// shown small; another reference system is warped on the way (error below 1/8 cell). Owns its datasets: one thread per
// object, a few milliseconds to open.
class RasterReader {
 public:
  // Fails with kMissingCrs when the file names none and `crs_override` is empty, kUnknownCrs, kNoData (no bands, or not
  // placed on the earth) and what opening may meet.
  static Result<RasterReader> open(const std::filesystem::path& file, const std::string& map_crs,
                                   const std::string& crs_override = {});
  RasterReader(RasterReader&&) noexcept;
  RasterReader& operator=(RasterReader&&) noexcept;
  ~RasterReader();

  const RasterInfo& info() const;
  // In the map's system.
  MapBox extent() const;
  // Edge of one cell on the map, for choosing a sensible zoom.
  double cellSizeM() const;
  // True when bands are colours or a palette: a picture rather than a measured quantity.
  bool isPicture() const;

  // `band` counts from 1. Fails with kInvalidArgument, kCancelled, kDamagedFile (a block cannot be read).
  Result<RasterValues> readValues(const MapBox& window, int columns, int rows, int band = 1,
                                  const CancelToken& cancel = {}) const;
  // Palettes become colours; one plain band becomes grey, values beyond bytes stretched between the band's approximate
  // 2 sigma limits.
  Result<RasterPicture> readPicture(const MapBox& window, int columns, int rows, const CancelToken& cancel = {}) const;

 private:
  struct Impl;
  explicit RasterReader(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> m_impl;
};

}  // namespace gis
