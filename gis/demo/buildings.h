// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/demo/exposure_land.h"

namespace gis::demo {

// How a village is built.
enum class Fabric { kUrban, kTown, kVillage, kCaves };

// Codes of code_building_use and code_structure that the layout hands out.
namespace building_use {
inline constexpr int kDwelling = 1, kCommercial = 2, kOffice = 3, kIndustry = 4, kSchool = 5, kHealth = 6, kElderly = 7,
                     kFarm = 8;
}

struct Building {
  std::array<MapXY, 4> corners;  // counter-clockwise
  int village = 0;               // division index
  int structure = 1;
  int use = 1;
  int storeys = 1;
  int built_year = 2000;
  int residents = 0;
  bool seismic_designed = false;
  double footprintM2() const;
  MapXY centre() const;
};

struct Street {
  int village = 0;
  int from_node = 0;
  int to_node = 0;
  std::vector<MapXY> line;
};

// Houses and streets of one village, laid along the road or the slope.
struct VillageLayout {
  int village = 0;
  Fabric fabric = Fabric::kVillage;
  std::vector<Building> buildings;
  std::vector<Street> streets;
};

// Lays out every village: blocks of two rows of houses between streets, turned the way the road or the contour runs,
// bent a little with it; nothing in water, on a road, on ground too steep, outside the village or on another house.
// Residents of the buildings add up to each village's population. `building_count` is the aim for the whole city.
// Street nodes are numbered from City::next_road_node and joined to the network at the node nearest to the seat.
// Empty when cancelled.
std::vector<VillageLayout> layOutVillages(const LandMap& land, int building_count, const CancelToken& cancel);

}  // namespace gis::demo
