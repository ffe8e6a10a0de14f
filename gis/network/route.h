// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/network/closure.h"
#include "gis/network/road_graph.h"
#include "gis/network/shortest_paths.h"
#include "gis/network/vehicle.h"

namespace gis {

// A place on the road that stands for a place beside it.
struct RoadPlace {
  std::uint32_t edge = 0;
  double ratio = 0;  // along the edge, 0..1 from its first end
  MapXY at;          // on the road
  MapXY asked;       // the place it stands for
  double off_road_m = 0;
};

// A stretch of a way: an edge, travelled from one place on it to another.
struct RouteLeg {
  std::uint32_t edge;
  double from_ratio, to_ratio;
};

// One road name of a way with its length, in the order of travel.
struct RouteStep {
  std::string name;  // empty: a road without name
  std::uint8_t road_class;
  double dist_m;
  double duration_s;
};

struct Route {
  TravelMs duration_ms = 0;  // on the road
  double dist_m = 0;         // on the road
  RoadPlace from, to;
  std::vector<RouteLeg> legs;
  std::vector<RouteStep> steps;
  std::vector<MapXY> line;  // from `from.at` to `to.at`
};

// What is reached of an edge within some time, as a line, for drawing.
struct ReachedLine {
  std::size_t band;  // index of the first limit that is not exceeded
  std::vector<MapXY> line;
};

class TravelTree;

// A graph, a vehicle and what is closed: all that a question about ways depends on. Immutable; any thread may ask.
//
//   const RoadTravel travel(graph, fire_engine, closedStretches(*graph, closures));
//   const auto fire = travel.place(where);                                  // none: no passable road near
//   const TravelTree tree = travel.search(*fire, TravelDirection::kTowards);  // one search, any number of teams
//   for (...) if (const auto ms = tree.timeTo(*travel.place(team))) ...       // none: cannot be reached
class RoadTravel {
 public:
  RoadTravel(RoadGraphPtr graph, const Vehicle& vehicle, std::vector<ClosedStretch> closed = {});

  const RoadGraph& graph() const { return *m_graph; }
  const std::vector<ClosedStretch>& closed() const { return m_closed; }

  // The nearest place of a road that the vehicle may use (closures aside), within `at_most_m`. A bit of road that hangs
  // together with nothing else (below 2 km and 1 % of the greatest network: a yard, a street drawn apart)
  // stands for a place only where no other road comes within 1 km more.
  std::optional<RoadPlace> place(MapXY where, double at_most_m = 5000) const;

  // One-to-many (kAway) or many-to-one (kTowards). `until` settles only these places.
  TravelTree search(const RoadPlace& root, TravelDirection direction, TravelMs at_most = kImpassable - 1,
                    const std::vector<RoadPlace>& until = {}, const CancelToken& cancel = {}) const;
  // The fastest way; nothing when there is none.
  std::optional<Route> route(const RoadPlace& from, const RoadPlace& to, const CancelToken& cancel = {}) const;

  // Milliseconds along a part of an edge; kImpassable when that way or a closure forbids it.
  TravelMs along(std::uint32_t edge, double from_ratio, double to_ratio) const;
  std::vector<MapXY> lineOf(const RouteLeg& leg) const;

 private:
  friend class TravelTree;
  bool touchesClosed(std::uint32_t edge, double a_ratio, double b_ratio) const;
  void findIslands();
  RoadGraphPtr m_graph;
  std::vector<TravelMs> m_open;   // without closures, by arc
  std::vector<TravelMs> m_times;  // whole edges, closures counted
  std::vector<ClosedStretch> m_closed;
  std::vector<bool> m_island;  // by edge: of a bit that hangs together with nothing else
};

// The answer of one search. Refers to its RoadTravel, which must outlive it.
class TravelTree {
 public:
  // Between the root and a place, in the direction searched; nothing when there is no way (within the limit).
  std::optional<TravelMs> timeTo(const RoadPlace& place) const;
  // Geometry, km and minutes; from the root for kAway, to the root for kTowards.
  std::optional<Route> routeTo(const RoadPlace& place) const;
  // The k nearest by time, fastest first, as indexes into `places`; those that cannot be reached are left out.
  std::vector<std::size_t> nearest(const std::vector<RoadPlace>& places, std::size_t k) const;
  // The roads reached within rising limits, e.g. 10, 20 and 30 minutes (等时圈).
  std::vector<ReachedLine> reached(const std::vector<TravelMs>& limits_ms) const;
  TravelDirection direction() const { return m_direction; }

 private:
  friend class RoadTravel;
  TravelTree(const RoadTravel& travel, const RoadPlace& root, TravelDirection direction, ShortestPaths paths)
      : m_travel(&travel), m_root(root), m_direction(direction), m_paths(std::move(paths)) {}
  enum class Way { kNone, kDirect, kByFrom, kByTo };
  std::pair<TravelMs, Way> best(const RoadPlace& place) const;
  // Between two places of one edge in the direction of the search: `root_ratio` is nearer to the root.
  TravelMs part(std::uint32_t edge, double root_ratio, double far_ratio) const;
  const RoadTravel* m_travel;
  RoadPlace m_root;
  TravelDirection m_direction;
  ShortestPaths m_paths;
};

}  // namespace gis
