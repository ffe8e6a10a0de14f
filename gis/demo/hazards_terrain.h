// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <vector>

#include "gis/demo/writer_build.h"

namespace gis::demo {

// Smooth noise in 0..1 (value noise, four octaves), the same for the same seed on any machine. Used for patches of
// vegetation and dryness.
double patchNoise(MapXY p, double wavelength_m, std::uint64_t seed);

struct Summit {
  MapXY at;
  double height_m = 0;
  int village = -1;
};

// High points: highest of their surroundings within `radius_m`, at least `relief_m` above the lowest there. Highest
// above their surroundings first.
std::vector<Summit> findSummits(const LandMap& land, double radius_m, double relief_m);

// A way along the crest from p, in steps of `step_m`, never turning back, until the crest drops by more than `drop_m`
// below its start, leaves the city or is `longest_m` long.
std::vector<MapXY> walkRidge(const LandMap& land, MapXY p, double heading_rad, double step_m, double longest_m,
                             double drop_m);

// The way down from p to the first road within `reach_m` of it; empty when there is none. Switchbacks are not drawn:
// it descends obliquely at no more than `max_grade_ratio` where the ground allows it.
std::vector<MapXY> wayDownToRoad(const LandMap& land, MapXY p, double step_m, double longest_m, double max_grade_ratio);

}  // namespace gis::demo
