// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "gis/core/error.h"
#include "gis/network/road_graph.h"
#include "gis/network/shortest_paths.h"

namespace gis {

// How a kind of vehicle travels. Data (resources/network/vehicles.json); an office's own figures in
// <workspace>/vehicles.json take the place of those with the same id and add others.
struct Vehicle {
  std::string id;
  std::string name_zh, name_en;
  std::array<double, kRoadClasses> speed_km_per_h{};  // by class; 0: may not use it
  double min_width_m = 0;                             // roads narrower than this are impassable
  double half_width_ratio = 0.6;                      // speed where one lane is open
  double restricted_ratio = 0.5;                      // and where passing is restricted
  double off_road_km_per_h = 0;                       // from the road to the place, on foot or over land
  std::string source;
  std::string source_zh;    // as `source` when the file has none
  bool unverified = false;  // shown as 待核实
};

struct Vehicles {
  std::vector<Vehicle> all;
  const Vehicle* find(const std::string& id) const;
};

// Fails with kDamagedFile (the file and the place in it): not JSON, a speed below zero or above 200, a missing name.
Result<Vehicles> parseVehicles(std::string_view json, const std::string& file);
// Those of the program and, where there is one, of the workspace.
Result<Vehicles> loadVehicles(const std::filesystem::path& workspace_folder = {});
// One of them. Fails with kUnknownName too: the detail lists those there are.
Result<Vehicle> vehicleNamed(const std::filesystem::path& workspace_folder, const std::string& id);

// Milliseconds for each arc (two an edge, see ArcGraph): length by speed, at least 1; kImpassable for roads that are
// closed, too narrow, of a class without speed, or one-way in this direction. A width of 0 is unknown and lets pass.
std::vector<TravelMs> travelTimes(const RoadGraph& graph, const Vehicle& vehicle);

}  // namespace gis
