// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"

namespace gis::demo {

// The embedded facts of data/ that the ground is made from, already in map coordinates (EPSG:4547).
struct DivisionFact {
  std::string code;  // 12 digits
  std::string parent_code;
  int level = 0;
  std::string name;
};

struct CountyFact {
  std::string code;
  std::string name;
  std::string name_en;
  MapXY seat;
  double area_km2 = 0;
  long long population = 0;
  std::string source;
};

struct NeighbourFact {
  std::string name;
  MapXY seat;
};

struct RiverFact {
  std::string name;
  int rank = 3;  // 1 main stem, 2 tributary, 3 stream
  std::vector<MapXY> points;
  std::vector<double> bed_m;  // one per point, falling
};

struct ReservoirFact {
  std::string name;
  std::string river;
  std::string county;
  int reservoir_class = 3;
  double capacity_m3 = 0;    // 0 = not known
  double catchment_km2 = 0;  // 0 = not known
  int built_year = 0;
  bool confirmed = false;
  double water_km2 = 1;  // surface at the normal level to aim for
  MapXY dam;
  std::string source;
};

struct SpotHeight {
  MapXY at;
  double height_m = 0;
};

struct Facts {
  std::vector<DivisionFact> divisions;
  std::vector<CountyFact> counties;
  std::vector<NeighbourFact> neighbours;
  std::vector<RiverFact> rivers;
  std::vector<std::vector<SpotHeight>> ridges;
  std::vector<SpotHeight> spots;
  std::vector<ReservoirFact> reservoirs;
};

// Reads the embedded files. Fails with kDamagedFile when one of them does not hold what it should.
Result<Facts> loadFacts();

}  // namespace gis::demo
