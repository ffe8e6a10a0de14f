// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"

namespace gis::flood {

// One reach of a river, digitised downstream.
struct Reach {
  std::int64_t fid = 0;
  int no = 0;
  std::optional<int> downstream_no;
  std::string name;
  int level = 4;  // code_river_level
  double length_m = 0;
  double from_elevation_m = 0;
  double to_elevation_m = 0;
  double upstream_km2 = 0;
  std::optional<double> warning_stage_m;
  std::vector<LonLat> line;
};

// What was found while the reaches were put together; all of it is for a person to read.
struct NetworkNotes {
  int joined_by_geometry = 0;           // reaches without a pointer whose end is another's beginning
  int forks = 0;                        // ends at which several begin: the larger one was taken
  std::vector<int> unknown_pointers;    // reaches whose downstream reach is not there
  std::vector<std::vector<int>> loops;  // reaches that flow in a circle, each circle once
};

inline constexpr std::size_t kNoReach = static_cast<std::size_t>(-1);

// Reaches with their way down and all that flow into each. Built once, any thread may read.
class RiverNetwork {
 public:
  RiverNetwork() = default;
  // Pointers are taken where they are; a reach without one is joined to the reach that begins where it ends (within
  // `snap_m`). Loops are told in notes() and never followed twice.
  static RiverNetwork create(std::vector<Reach> reaches, double snap_m = 15);

  const std::vector<Reach>& reaches() const { return m_reaches; }
  const NetworkNotes& notes() const { return m_notes; }
  std::size_t find(int no) const;  // kNoReach when there is none of that number
  std::size_t downstreamOf(std::size_t reach) const { return m_downstream[reach]; }
  std::span<const std::uint32_t> upstreamOf(std::size_t reach) const;

  // The reach itself and all that flows through it, nearest first; and the way down from it to the end, in order.
  std::vector<std::size_t> upstream(std::size_t reach) const;
  std::vector<std::size_t> downstream(std::size_t reach) const;
  // The main stem above a reach: at each confluence the tributary with the larger area.
  std::vector<std::size_t> mainStem(std::size_t reach) const;
  // Streams for a tree: each begins at its mouth and takes its main stem; a tributary below `least_km2` has none.
  struct Stream {
    std::size_t mouth = 0;             // its lowest reach
    std::size_t parent = kNoReach;     // stream that it flows into
    std::vector<std::size_t> reaches;  // from the mouth upwards
    std::string name;                  // of its lowest named reach, may be empty
    double length_m = 0;
  };
  std::vector<Stream> streams(double least_km2) const;

 private:
  void joinByGeometry(double snap_m);
  void findLoops();
  std::vector<Reach> m_reaches;
  std::vector<std::size_t> m_downstream;
  std::vector<std::uint32_t> m_upstream_start;  // reaches + 1
  std::vector<std::uint32_t> m_upstream;
  std::vector<std::pair<int, std::size_t>> m_by_no;  // sorted
  NetworkNotes m_notes;
};

}  // namespace gis::flood
