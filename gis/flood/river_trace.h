// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/flood/reach_locator.h"
#include "gis/flood/wave_travel.h"

namespace gis::flood {

// A small catchment with the reach at its outlet.
struct Basin {
  std::int64_t fid = 0;
  std::string uuid, code, name, river, division_code;
  double area_km2 = 0;
  double longest_path_km = 0;
  double mean_slope_ratio = 0;
  double concentration_h = 0;
  LonLat outlet;
  std::vector<std::vector<LonLat>> rings;
  std::size_t reach = kNoReach;
};

enum class RiversideKind { kVillage, kReservoir, kGauge };
// What lies by the rivers, with its place there; without a place it is too far from any.
struct Riverside {
  RiversideKind kind = RiversideKind::kVillage;
  std::int64_t fid = 0;
  std::string uuid, code, name;
  LonLat at;
  long long people = 0;  // of a village
  std::optional<ReachPlace> place;
};

// All that a question about the rivers needs; read once, shared by threads.
struct RiverBasin {
  RiverNetwork network;
  std::vector<Basin> basins;
  std::vector<Riverside> riverside;
};

enum class Direction { kUpstream, kDownstream };
inline constexpr double kRiverbankM = 500;  // a village this near is passed by the flood
inline constexpr double kVillageReachM = 5000;

// Everything up- or downstream of a reach.
struct TracedPlace {
  std::size_t riverside = 0;
  double way_m = 0;   // along the rivers, from the reach's end (upstream) or from its beginning (downstream)
  TravelTime travel;  // of the flood wave over that way
};
struct RiverTrace {
  std::vector<std::size_t> reaches;
  std::vector<std::size_t> basins;
  std::vector<TracedPlace> villages, reservoirs, gauges;  // nearest first
  double area_km2 = 0;        // that drains through the reach (upstream); to the last reach (downstream)
  double river_length_m = 0;  // of all reaches
  double longest_m = 0;       // the longest way
  TravelTime longest_travel;
  long long people = 0;  // of the villages
};
// Upstream: villages whose nearest reach is one of them. Downstream: villages within `bank_m` of the way down.
// Fails with kUnknownName for a reach that is not there.
Result<RiverTrace> traceRiver(const RiverBasin& rivers, std::size_t reach, Direction direction,
                              const TravelRule& rule = {}, double bank_m = kRiverbankM);

// Ties villages, reservoirs and gauges to their nearest reach, and catchments to the reach at their outlet.
void placeByRivers(RiverBasin& rivers);

}  // namespace gis::flood
