// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <optional>

#include "gis/vector/map_columns.h"

namespace gis {

enum class SnapKind { kVertex, kEdge };

// A place on a feature that a pointer is drawn to.
struct SnapHit {
  MapXY at;
  SnapKind kind = SnapKind::kVertex;
  std::uint32_t feature = 0;
  double distance_m = 0;
};

// The nearest vertex within `radius_m`, or else, if `edges` are wanted, the nearest place on a line or border. Features
// for which `skip` is true count for nothing. The place is as exact as the columns (1.6 cm at 200 km). Any thread.
enum class SnapEdges { kNo, kYes };
std::optional<SnapHit> snapTo(const MapColumns& columns, MapXY where, double radius_m, SnapEdges edges,
                              const std::function<bool(std::uint32_t feature)>& skip = {});

}  // namespace gis
