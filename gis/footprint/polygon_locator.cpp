// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/footprint/polygon_locator.h"

namespace gis {
namespace {

constexpr std::uint32_t kIndexFromCorners = 256;  // fewer are asked one by one

std::uint32_t cornersOf(const MapColumns& columns, std::uint32_t polygon) {
  return columns.part_start[columns.feature_start[polygon + 1]] - columns.part_start[columns.feature_start[polygon]];
}

ShapeIndex indexOf(const MapColumns& columns, std::uint32_t polygon) {
  std::vector<std::vector<MapXY>> rings;
  for (std::uint32_t part = columns.feature_start[polygon]; part < columns.feature_start[polygon + 1]; ++part) {
    auto& ring = rings.emplace_back();
    for (std::uint32_t v = columns.part_start[part]; v < columns.part_start[part + 1]; ++v)
      ring.push_back(columns.at(v));
  }
  return ShapeIndex::area(rings);
}

}  // namespace

Result<PolygonLocator> PolygonLocator::make(std::shared_ptr<const MapColumns> polygons, const CancelToken& cancel) {
  if (!polygons || polygons->kind != GeometryKind::kPolygon || polygons->featureCount() == 0)
    return fail(ErrorCode::kInvalidArgument, "polygons", "a layer without polygons");
  PolygonLocator made(polygons);
  for (std::uint32_t polygon = 0; polygon < polygons->featureCount(); ++polygon) {
    if (cornersOf(*polygons, polygon) < kIndexFromCorners) continue;
    if (cancel.cancelled()) return fail(ErrorCode::kCancelled, "polygons");
    if (made.m_indexed.empty()) made.m_indexed.assign(polygons->featureCount(), kNone);
    made.m_indexed[polygon] = static_cast<std::int32_t>(made.m_indexes.size());
    made.m_indexes.push_back(indexOf(*polygons, polygon));
  }
  return made;
}

bool PolygonLocator::holds(std::uint32_t polygon, MapXY p) const {
  const float* xy = m_polygons->xy_m.data();
  bool in = false;
  for (std::uint32_t part = m_polygons->feature_start[polygon]; part < m_polygons->feature_start[polygon + 1]; ++part) {
    const std::uint32_t begin = m_polygons->part_start[part], end = m_polygons->part_start[part + 1];
    for (std::uint32_t v = begin; v + 1 < end; ++v) {
      // From the lower corner up, whichever way the ring turns: what lies on a border lies on the same side for both.
      const bool up = xy[v * 2 + 1] <= xy[v * 2 + 3];
      const std::uint32_t low = (up ? v : v + 1) * 2, high = (up ? v + 1 : v) * 2;
      const double low_y = static_cast<double>(xy[low + 1]), high_y = static_cast<double>(xy[high + 1]);
      if (p.y_m < low_y || p.y_m >= high_y) continue;
      const double low_x = static_cast<double>(xy[low]), high_x = static_cast<double>(xy[high]);
      if ((high_x - low_x) * (p.y_m - low_y) > (p.x_m - low_x) * (high_y - low_y)) in = !in;
    }
  }
  return in;
}

std::int32_t PolygonLocator::at(MapXY where) const {
  const MapXY p{where.x_m - m_polygons->origin.x_m, where.y_m - m_polygons->origin.y_m};
  constexpr float kOut = 0.1f;  // of rounding to 32 bits
  const auto x = static_cast<float>(p.x_m), y = static_cast<float>(p.y_m);
  static thread_local std::vector<std::uint32_t> near;
  near.clear();
  m_polygons->index.query({x - kOut, y - kOut, x + kOut, y + kOut}, near);
  for (const std::uint32_t polygon : near) {
    const std::int32_t index = m_indexed.empty() ? kNone : m_indexed[polygon];
    if (index >= 0 ? m_indexes[static_cast<std::size_t>(index)].contains(where) : holds(polygon, p))
      return static_cast<std::int32_t>(polygon);
  }
  return kNone;
}

}  // namespace gis
