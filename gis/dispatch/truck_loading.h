// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "gis/core/error.h"
#include "gis/dispatch/dispatch_task.h"

namespace gis::dispatch {

// Units of one item for one place, to be driven from one depot.
struct Load {
  std::size_t shipment = 0;  // of the caller
  std::size_t place = 0;     // loads of one place and the same drive share trucks
  std::int64_t units = 0;
  double weight_kg = 0, volume_m3 = 0;  // of one unit
  std::int64_t drive_ms = 0;
};

struct LoadedUnits {
  std::size_t shipment = 0;
  std::int64_t units = 0;
};

// One drive of one truck to one place.
struct Trip {
  std::size_t depot = 0;
  std::string truck;        // its kind
  std::int64_t number = 1;  // of the trucks of this kind at this depot
  int round = 1;            // 2: the same truck after it came back
  std::int64_t leave_utc_ms = 0, arrive_utc_ms = 0;
  double weight_kg = 0, volume_m3 = 0;
  std::vector<LoadedUnits> loads;
};

inline constexpr std::size_t kMostTrips = 100'000;

// Can a truck of any of the kinds take one unit?
bool fitsSomeTruck(std::span<const Truck> trucks, double weight_kg, double volume_m3);

// Puts loads on trucks in their order, the most urgent first: the truck that is free first goes (at the same time the
// smallest that takes all that is left for the place, else the largest), filled up with what else goes to that place,
// by weight and volume, whole units. A truck that is back (it unloads as long as it loaded and drives home as long as
// it drove out) goes again, later. The least number of trucks (bin packing) is not looked for. Fails with
// kInvalidArgument (a unit that fits no truck), kOutOfRange (more than kMostTrips). Any thread.
Result<std::vector<Trip>> loadTrucks(std::size_t depot, std::span<const Truck> trucks, std::vector<Load> loads,
                                     std::int64_t now_utc_ms, std::int64_t loading_ms);

}  // namespace gis::dispatch
