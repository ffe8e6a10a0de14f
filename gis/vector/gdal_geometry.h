// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "gis/vector/feature_columns.h"

namespace gis {

// Takes GDAL geometries apart into plain vertices, one feature at a time, sorted by kind. One thread.
class GeometryParts {
 public:
  struct Kind {
    std::vector<double> xy;
    std::vector<std::uint32_t> part_sizes;  // vertices of each part
  };
  enum class AxisUse { kAsRead, kSwapped };

  explicit GeometryParts(AxisUse axes) : m_axes(axes) {}

  // Replaces what was held before. `geometry` is an OGRGeometryH and may be null; curves are followed by straight
  // pieces. Afterwards problem() says why nothing or not all of it could be used.
  void take(void* geometry);
  const Kind& of(GeometryKind kind) const { return m_kinds[static_cast<std::size_t>(kind)]; }
  bool empty() const;
  const std::string& problem() const { return m_problem; }
  int closedRings() const { return m_closed_rings; }

 private:
  void walk(void* geometry, int depth);
  void takePolygon(void* polygon);
  bool takePart(void* curve, Kind& kind, std::size_t fewest, bool ring);
  void refuse(const char* why);

  AxisUse m_axes;
  std::array<Kind, 4> m_kinds;
  std::string m_problem;
  bool m_nowhere = false;  // NaN or infinite coordinates: the feature cannot be trusted
  int m_closed_rings = 0;
};

}  // namespace gis
