// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <vector>

#include "gis/core/coords.h"
#include "gis/import/synonyms.h"

namespace gis {

// One thing where the file puts it and where the workspace knows it to be.
struct PlacePair {
  LonLat in_file;
  LonLat known;
};

struct PlaceFinding {
  std::size_t places = 0;  // that were compared
  double off_m = 0;        // by which the file's places are off, as the median
  double east_m = 0;       // what would have to be added
  double north_m = 0;
  ShiftedMap shifted = ShiftedMap::kNone;  // a web map's shift explains it
  bool constant = false;                   // else: the same offset everywhere explains it
};

// Compares at least three pairs (things more than 5 km apart are taken for different ones, unless the whole file is off
// by one offset that hardly scatters); nothing when there are fewer, or when they lie within 30 m of each other, as
// surveys do. Pure; any thread.
std::optional<PlaceFinding> checkPlaces(const std::vector<PlacePair>& pairs);

}  // namespace gis
