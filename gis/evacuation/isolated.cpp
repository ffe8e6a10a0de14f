// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/evacuation/isolated.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>

namespace gis::evacuation {
namespace {

// Junctions that hang together.
class Parts {
 public:
  Parts(const RoadTravel& travel) : m_above(travel.graph().arcs.nodeCount()) {
    std::iota(m_above.begin(), m_above.end(), 0U);
    const auto& edges = travel.graph().edges;
    for (std::uint32_t e = 0; e < edges.size(); ++e)
      if (travel.along(e, 0, 1) != kImpassable || travel.along(e, 1, 0) != kImpassable)
        m_above[top(edges[e].from)] = top(edges[e].to);
  }
  std::uint32_t top(std::uint32_t node) {
    while (m_above[node] != node) node = m_above[node] = m_above[m_above[node]];
    return node;
  }
  std::uint32_t largest() {
    std::unordered_map<std::uint32_t, std::size_t> sizes;
    std::uint32_t best = 0;
    for (std::uint32_t node = 0; node < m_above.size(); ++node) {
      const std::size_t size = ++sizes[top(node)];
      if (size > sizes[best] || (size == sizes[best] && top(node) < best)) best = top(node);
    }
    return best;
  }

 private:
  std::vector<std::uint32_t> m_above;
};

// Ends of its edge that a place can get to or be reached from.
std::vector<std::uint32_t> endsOf(const RoadTravel& travel, const RoadPlace& place) {
  std::vector<std::uint32_t> ends;
  const RoadEdge& edge = travel.graph().edges[place.edge];
  const auto leads = [&](double to) {
    return travel.along(place.edge, place.ratio, to) != kImpassable ||
           travel.along(place.edge, to, place.ratio) != kImpassable;
  };
  if (leads(0)) ends.push_back(edge.from);
  if (leads(1)) ends.push_back(edge.to);
  return ends;
}

// Edges of the fastest way from a place to the main part, were nothing closed: from the place's own to the last.
// `root`: the junction where it ends; kNoArc: there is no way.
std::vector<std::uint32_t> wayOut(const RoadTravel& open, const ShortestPaths& out, const RoadPlace& place,
                                  std::uint32_t& root) {
  const RoadEdge& edge = open.graph().edges[place.edge];
  std::uint32_t node = kNoArc;
  std::uint64_t best = kImpassable;
  for (const auto& [end, ratio] : {std::pair(edge.from, 0.0), std::pair(edge.to, 1.0)}) {
    const TravelMs first = open.along(place.edge, place.ratio, ratio);
    if (first == kImpassable || out.cost[end] == kImpassable) continue;
    const std::uint64_t all = std::uint64_t{first} + out.cost[end];
    if (all < best) best = all, node = end;
  }
  std::vector<std::uint32_t> edges{place.edge};
  while (node != kNoArc && out.via[node] != kNoArc) {
    const std::uint32_t arc = out.via[node];
    edges.push_back(arc / 2);
    const RoadEdge& next = open.graph().edges[arc / 2];
    node = next.from == node ? next.to : next.from;
  }
  root = node;
  return edges;
}

using ClosingByEdge = std::map<std::uint32_t, std::set<std::size_t>>;

ClosingByEdge closingByEdge(const RoadGraph& graph, const std::vector<NamedClosure>& closures) {
  ClosingByEdge closing;
  for (std::size_t c = 0; c < closures.size(); ++c)
    for (const ClosedStretch& stretch : closedStretches(graph, {closures[c].closure})) closing[stretch.edge].insert(c);
  return closing;
}

std::vector<std::size_t> closuresOf(const ClosingByEdge& closing, const std::vector<std::uint32_t>& edges) {
  std::set<std::size_t> by;
  for (const std::uint32_t edge : edges)
    if (const auto closed = closing.find(edge); closed != closing.end())
      by.insert(closed->second.begin(), closed->second.end());
  return {by.begin(), by.end()};
}

}  // namespace

std::vector<std::vector<std::size_t>> closuresOnWays(const RoadTravel& open, const std::vector<NamedClosure>& closures,
                                                     const std::vector<MapXY>& places, const std::vector<MapXY>& goals,
                                                     double off_road_m) {
  const RoadGraph& graph = open.graph();
  std::vector<std::vector<std::size_t>> found(places.size());
  std::vector<TravelMs> times;
  for (std::uint32_t e = 0; e < graph.edges.size(); ++e) {
    times.push_back(open.along(e, 0, 1));
    times.push_back(open.along(e, 1, 0));
  }
  // What leads from a junction to the nearest goal beside it: how long, and by which edge.
  std::map<std::uint32_t, std::pair<TravelMs, std::uint32_t>> last;
  for (const MapXY& goal : goals) {
    const auto place = open.place(goal, off_road_m);
    if (!place) continue;
    const RoadEdge& edge = graph.edges[place->edge];
    for (const auto& [end, ratio] : {std::pair(edge.from, 0.0), std::pair(edge.to, 1.0)}) {
      const TravelMs ms = open.along(place->edge, ratio, place->ratio);
      if (ms == kImpassable) continue;
      const auto [known, fresh] = last.emplace(end, std::pair(ms, place->edge));
      if (!fresh && ms < known->second.first) known->second = {ms, place->edge};
    }
  }
  std::vector<SearchStart> starts;
  for (const auto& [node, way] : last) starts.push_back({node, way.first});
  if (starts.empty()) return found;
  const ShortestPaths out = shortestPaths(graph.arcs, times, starts, TravelDirection::kTowards);
  const ClosingByEdge closing = closingByEdge(graph, closures);
  for (std::size_t p = 0; p < places.size(); ++p) {
    const auto place = std::isfinite(places[p].x_m) ? open.place(places[p], off_road_m) : std::nullopt;
    if (!place) continue;
    std::uint32_t root = kNoArc;
    std::vector<std::uint32_t> edges = wayOut(open, out, *place, root);
    if (root == kNoArc) continue;
    if (const auto goal = last.find(root); goal != last.end()) edges.push_back(goal->second.second);
    found[p] = closuresOf(closing, edges);
  }
  return found;
}

std::vector<ClosedStretch> stretchesOf(const RoadGraph& graph, const std::vector<NamedClosure>& closures) {
  std::vector<Closure> all;
  for (const NamedClosure& one : closures) all.push_back(one.closure);
  return all.empty() ? std::vector<ClosedStretch>() : closedStretches(graph, all);
}

Result<IsolatedPlaces> isolatedPlaces(RoadGraphPtr graph, const Vehicle& vehicle,
                                      const std::vector<NamedClosure>& closures, const std::vector<MapXY>& places,
                                      double off_road_m, const CancelToken& cancel) {
  const RoadTravel open(graph, vehicle), travel(graph, vehicle, stretchesOf(*graph, closures));
  IsolatedPlaces found;
  if (graph->arcs.nodeCount() == 0) return found;
  Parts before(open), after(travel);
  const std::uint32_t main = after.largest(), main_before = before.top(main);
  std::vector<std::pair<std::size_t, RoadPlace>> cut_off;
  for (std::size_t p = 0; p < places.size(); ++p) {
    const auto place = std::isfinite(places[p].x_m) ? open.place(places[p], off_road_m) : std::nullopt;
    if (!place) {
      found.without_road.push_back(p);
      continue;
    }
    const auto in_main = [&](Parts& parts, std::uint32_t part) {
      return [&parts, part](std::uint32_t node) { return parts.top(node) == part; };
    };
    if (std::ranges::any_of(endsOf(travel, *place), in_main(after, main))) continue;
    if (std::ranges::any_of(endsOf(open, *place), in_main(before, main_before))) cut_off.emplace_back(p, *place);
  }
  if (cancel.cancelled()) return fail(ErrorCode::kCancelled, "isolated");
  if (cut_off.empty()) return found;
  std::vector<SearchStart> starts;
  for (std::uint32_t node = 0; node < graph->arcs.nodeCount(); ++node)
    if (after.top(node) == main) starts.push_back({node, 0});
  const ShortestPaths out =
      shortestPaths(graph->arcs, travelTimes(*graph, vehicle), starts, TravelDirection::kTowards, {}, cancel);
  const ClosingByEdge closing = closingByEdge(*graph, closures);
  for (const auto& [p, place] : cut_off) {
    std::uint32_t root = kNoArc;
    found.isolated.push_back({p, closuresOf(closing, wayOut(open, out, place, root))});
  }
  if (cancel.cancelled()) return fail(ErrorCode::kCancelled, "isolated");
  return found;
}

}  // namespace gis::evacuation
