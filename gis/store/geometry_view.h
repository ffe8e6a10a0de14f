// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "gis/core/coords.h"
#include "gis/vector/feature_columns.h"

namespace gis {

// The geometry of one feature, borrowed from columns or a GeometryBuffer: degrees, x = longitude. Parts as in
// FeatureColumns (points: one vertex a part; lines: one part a line; polygons: one closed part a ring, even-odd).
// part_start has parts + 1 entries that count vertices from `first_vertex`, which xy[0], xy[1] is.
struct GeometryView {
  GeometryKind kind = GeometryKind::kNone;
  std::span<const double> xy;
  std::span<const std::uint32_t> part_start;
  std::uint32_t first_vertex = 0;

  std::size_t partCount() const { return part_start.empty() ? 0 : part_start.size() - 1; }
  std::span<const double> part(std::size_t i) const {
    return xy.subspan(2 * std::size_t{part_start[i] - first_vertex},
                      2 * std::size_t{part_start[i + 1] - part_start[i]});
  }
};

// Feature `feature` of `columns`. The view dies with the columns.
GeometryView geometryOf(const FeatureColumns& columns, std::size_t feature);

// Collects the vertices of one feature; reuse it from feature to feature to save allocations. One thread.
//   buffer.start(GeometryKind::kPolygon); buffer.beginPart(); buffer.add({113.1, 36.2}); ...
//   writer.append(buffer.view(), ...)
// A ring that does not return to its first vertex is closed by the next beginPart() or by view().
class GeometryBuffer {
 public:
  void start(GeometryKind kind);
  void beginPart();
  void add(LonLat p);
  GeometryView view();
  // The view of a single point.
  GeometryView point(LonLat p);

 private:
  void closePart();
  GeometryKind m_kind = GeometryKind::kNone;
  std::vector<double> m_xy;
  std::vector<std::uint32_t> m_part_start;
};

}  // namespace gis
