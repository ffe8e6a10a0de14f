// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "gis/raster/raster_reader.h"

namespace layers {

// A raster file that several workers paint from. A reader belongs to one worker while it is used and is kept for the
// next one; the file is opened anew when all are busy. Any thread.
class RasterSource {
 public:
  RasterSource(std::filesystem::path file, std::string map_crs, std::string crs_override)
      : m_file(std::move(file)), m_map_crs(std::move(map_crs)), m_crs_override(std::move(crs_override)) {}

  // Lends a reader to `work`. The first failure other than being cancelled is remembered.
  template <class T>
  gis::Result<T> with(const std::function<gis::Result<T>(const gis::RasterReader&)>& work) const {
    auto reader = borrow();
    if (!reader) return note<T>(std::unexpected(reader.error()));
    auto result = work(*reader);
    if (result) giveBack(std::move(*reader));
    return note<T>(std::move(result));
  }

  std::optional<gis::Error> trouble() const {
    const std::lock_guard lock(m_mutex);
    return m_trouble;
  }

 private:
  gis::Result<gis::RasterReader> borrow() const;
  void giveBack(gis::RasterReader reader) const;

  template <class T>
  gis::Result<T> note(gis::Result<T> result) const {
    if (!result && result.error().code != gis::ErrorCode::kCancelled) {
      const std::lock_guard lock(m_mutex);
      if (!m_trouble) m_trouble = result.error();
    }
    return result;
  }

  std::filesystem::path m_file;
  std::string m_map_crs, m_crs_override;
  mutable std::mutex m_mutex;
  mutable std::vector<gis::RasterReader> m_idle;
  mutable std::optional<gis::Error> m_trouble;
};

}  // namespace layers
