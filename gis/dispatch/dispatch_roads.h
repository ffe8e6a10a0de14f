// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/network/named_closure.h"
#include "gis/network/route.h"

namespace gis::dispatch {

// How long it takes from every depot to every place under some closures. Impassable is impassable: a way that touches a
// closed place is no way. Immutable; any thread may ask.
class RoadTable {
 public:
  bool depotHasRoad(std::size_t depot) const;
  bool placeHasRoad(std::size_t place) const;
  // Driving, and carrying off the road at both ends at the vehicle's off_road_km_per_h; nothing when there is no way.
  std::optional<std::int64_t> driveMs(std::size_t depot, std::size_t place) const;
  // The same were nothing closed.
  std::optional<std::int64_t> openDriveMs(std::size_t depot, std::size_t place) const;
  std::optional<Route> route(std::size_t depot, std::size_t place) const;
  // The closures that lie on the way one would drive were nothing closed, by index.
  std::vector<std::size_t> closuresOn(std::size_t depot, std::size_t place) const;
  const std::vector<NamedClosure>& closures() const;
  // How many searches were made for this table; the others were kept from the open roads.
  std::size_t searches() const;

 private:
  friend class DispatchRoads;
  struct Data;
  std::shared_ptr<const Data> m_data;
};

// The roads of a task: one search of shortest ways for each depot or for each place, whichever are fewer (Dijkstra, see
// gis/network). Searches without closures are made once and kept: a closure farther from a root than all that is driven
// to from it changes nothing there, so a new plan searches only what a closure touches. Places farther than
// `off_road_m` from a passable road have no road; with a vehicle that cannot leave the road (off_road_km_per_h 0),
// farther than 50 m. Places at the same spot are one. Not more than one thread at a time; the tables are independent of
// it.
class DispatchRoads {
 public:
  DispatchRoads(RoadGraphPtr graph, const Vehicle& vehicle, std::vector<MapXY> depots, std::vector<MapXY> places,
                double off_road_m = 2000, const CancelToken& cancel = {});

  // Fails with kCancelled.
  Result<RoadTable> under(std::vector<NamedClosure> closures, const CancelToken& cancel = {}) const;

 private:
  friend class RoadTable;
  struct Open;
  std::shared_ptr<const Open> m_open;
};

}  // namespace gis::dispatch
