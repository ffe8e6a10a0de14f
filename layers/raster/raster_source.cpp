// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/raster/raster_source.h"

namespace layers {

gis::Result<gis::RasterReader> RasterSource::borrow() const {
  std::error_code ignored;
  if (!std::filesystem::exists(m_file, ignored))
    return gis::fail(gis::ErrorCode::kNotFound, m_file.string(), "the file went away while it was shown");
  {
    const std::lock_guard lock(m_mutex);
    if (!m_idle.empty()) {
      gis::RasterReader reader = std::move(m_idle.back());
      m_idle.pop_back();
      return reader;
    }
  }
  return gis::RasterReader::open(m_file, m_map_crs, m_crs_override);
}

void RasterSource::giveBack(gis::RasterReader reader) const {
  constexpr std::size_t kMostIdle = 4;
  const std::lock_guard lock(m_mutex);
  if (m_idle.size() < kMostIdle) m_idle.push_back(std::move(reader));
}

}  // namespace layers
