// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <optional>
#include <vector>

#include "gis/flood/river_network.h"

namespace gis::flood {

// Where something lies by the river.
struct ReachPlace {
  std::size_t reach = 0;
  double offset_m = 0;  // from the line
  double along_m = 0;   // from the reach's beginning
};

// Finds the reach that is nearest to a place: segments in square cells of about a kilometre. Distances are taken on a
// plane about the network's middle: good to a thousandth over a prefecture. Built once, any thread may ask; the network
// must outlive it.
class ReachLocator {
 public:
  explicit ReachLocator(const RiverNetwork& network);
  // Nothing within `reach_m`. Only reaches that drain at least `least_km2` are looked at.
  std::optional<ReachPlace> nearest(LonLat at, double reach_m, double least_km2 = 0) const;
  // The plane: metres about the network's middle.
  MapXY metresOf(LonLat at) const;

 private:
  struct Segment {
    std::uint32_t reach, vertex;
  };
  const RiverNetwork* m_network;
  LonLat m_middle;
  double m_metres_per_lon_deg = 0;
  std::map<std::pair<int, int>, std::vector<Segment>> m_cells;
};

}  // namespace gis::flood
