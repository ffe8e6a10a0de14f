// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/network/route.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "gis/network/segment.h"

namespace gis {
namespace {

constexpr double kFirstLookM = 100;
// A closed place counts as this much farther away than an open one.
constexpr double kClosedFartherM = 1;
// An island of road, and how much farther another road may be to be taken instead.
constexpr double kIslandBelowM = 2000, kIslandBelowRatio = 0.01, kIslandFartherM = 1000;

TravelMs sum(TravelMs a, TravelMs b) {
  if (a == kImpassable || b == kImpassable) return kImpassable;
  const std::uint64_t both = std::uint64_t{a} + b;
  return both >= kImpassable ? kImpassable : static_cast<TravelMs>(both);
}

}  // namespace

RoadTravel::RoadTravel(RoadGraphPtr graph, const Vehicle& vehicle, std::vector<ClosedStretch> closed)
    : m_graph(std::move(graph)), m_open(travelTimes(*m_graph, vehicle)), m_times(m_open), m_closed(std::move(closed)) {
  std::ranges::sort(m_closed, {}, &ClosedStretch::edge);
  for (const ClosedStretch& stretch : m_closed) {
    m_times[2 * std::size_t{stretch.edge}] = kImpassable;
    m_times[2 * std::size_t{stretch.edge} + 1] = kImpassable;
  }
  findIslands();
}

void RoadTravel::findIslands() {
  const std::size_t edges = m_graph->edges.size();
  std::vector<std::uint32_t> above(m_graph->node_xy_m.size() / 2);
  std::iota(above.begin(), above.end(), 0U);
  const auto top = [&](std::uint32_t node) {
    while (above[node] != node) node = above[node] = above[above[node]];
    return node;
  };
  const auto usable = [&](std::size_t e) { return m_open[2 * e] != kImpassable || m_open[2 * e + 1] != kImpassable; };
  for (std::size_t e = 0; e < edges; ++e)
    if (usable(e)) above[top(m_graph->edges[e].from)] = top(m_graph->edges[e].to);
  std::vector<double> length_m(above.size(), 0);
  for (std::size_t e = 0; e < edges; ++e)
    if (usable(e)) length_m[top(m_graph->edges[e].from)] += static_cast<double>(m_graph->edges[e].length_m);
  const double below_m =
      length_m.empty() ? 0 : std::min(kIslandBelowM, kIslandBelowRatio * *std::ranges::max_element(length_m));
  m_island.resize(edges);
  for (std::size_t e = 0; e < edges; ++e) m_island[e] = length_m[top(m_graph->edges[e].from)] < below_m;
}

std::optional<RoadPlace> RoadTravel::place(MapXY where, double at_most_m) const {
  const MapXY local{where.x_m - m_graph->origin.x_m, where.y_m - m_graph->origin.y_m};
  std::vector<std::uint32_t> near;
  for (double look_m = std::min(kFirstLookM, at_most_m);; look_m = std::min(look_m * 3, at_most_m)) {
    near.clear();
    m_graph->index.query({static_cast<float>(local.x_m - look_m), static_cast<float>(local.y_m - look_m),
                          static_cast<float>(local.x_m + look_m), static_cast<float>(local.y_m + look_m)},
                         near);
    struct Found {
      RoadPlace place;
      double key_m = 0;
      bool any = false;
    } best, island;
    for (const std::uint32_t e : near) {
      if (m_open[2 * std::size_t{e}] == kImpassable && m_open[2 * std::size_t{e} + 1] == kImpassable) continue;
      RoadPlace here{e, 0, {}, where, look_m};
      double before_m = 0, here_m = 0;
      bool any = false;
      for (std::uint32_t v = m_graph->edges[e].first_vertex; v + 1 < m_graph->endVertex(e); ++v) {
        const MapXY a = m_graph->at(v), b = m_graph->at(v + 1);
        const NearestOnSegment n = nearestOnSegment(a, b, where);
        const double length_m = std::sqrt(squaredM(a, b));
        if (n.dist_m < here.off_road_m || (!any && n.dist_m <= here.off_road_m)) {
          here.at = n.at, here.off_road_m = n.dist_m;
          here_m = before_m + n.t * length_m;
          any = true;
        }
        before_m += length_m;
      }
      if (!any) continue;
      here.ratio = before_m > 0 ? std::clamp(here_m / before_m, 0.0, 1.0) : 0;
      // At a junction the roads that are open stand for it.
      const double key_m = here.off_road_m + (touchesClosed(e, here.ratio, here.ratio) ? kClosedFartherM : 0);
      Found& mine = m_island[e] ? island : best;
      if (!mine.any || key_m < mine.key_m) mine = {here, key_m, true};
    }
    const double until_m = island.key_m + kIslandFartherM;
    if (best.any && (!island.any || best.key_m <= until_m)) return best.place;
    if (island.any && (look_m >= until_m || look_m >= at_most_m)) return island.place;
    if (look_m >= at_most_m) return std::nullopt;
  }
}

bool RoadTravel::touchesClosed(std::uint32_t edge, double a_ratio, double b_ratio) const {
  const auto found = std::ranges::lower_bound(m_closed, edge, {}, &ClosedStretch::edge);
  if (found == m_closed.end() || found->edge != edge) return false;
  return std::min(a_ratio, b_ratio) <= found->to_ratio && std::max(a_ratio, b_ratio) >= found->from_ratio;
}

TravelMs RoadTravel::along(std::uint32_t edge, double from_ratio, double to_ratio) const {
  if (touchesClosed(edge, from_ratio, to_ratio)) return kImpassable;
  if (from_ratio == to_ratio) return 0;
  const TravelMs whole = m_open[2 * std::size_t{edge} + (from_ratio < to_ratio ? 0 : 1)];
  if (whole == kImpassable) return kImpassable;
  return static_cast<TravelMs>(std::llround(std::abs(to_ratio - from_ratio) * static_cast<double>(whole)));
}

std::vector<MapXY> RoadTravel::lineOf(const RouteLeg& leg) const {
  std::vector<MapXY> at;
  std::vector<double> measure_m{0};
  const std::uint32_t first = m_graph->edges[leg.edge].first_vertex, end = m_graph->endVertex(leg.edge);
  for (std::uint32_t v = first; v < end; ++v) {
    at.push_back(m_graph->at(v));
    if (v > first) measure_m.push_back(measure_m.back() + std::sqrt(squaredM(at[at.size() - 2], at.back())));
  }
  const double low = std::min(leg.from_ratio, leg.to_ratio) * measure_m.back();
  const double high = std::max(leg.from_ratio, leg.to_ratio) * measure_m.back();
  const auto placed = [&](double m) {
    std::size_t s = 0;
    while (s + 2 < at.size() && measure_m[s + 1] < m) ++s;
    const double length_m = measure_m[s + 1] - measure_m[s];
    const double t = length_m > 0 ? std::clamp((m - measure_m[s]) / length_m, 0.0, 1.0) : 0;
    return MapXY{at[s].x_m + t * (at[s + 1].x_m - at[s].x_m), at[s].y_m + t * (at[s + 1].y_m - at[s].y_m)};
  };
  std::vector<MapXY> line{placed(low)};
  for (std::size_t i = 0; i < at.size(); ++i)
    if (measure_m[i] > low && measure_m[i] < high) line.push_back(at[i]);
  line.push_back(placed(high));
  if (leg.from_ratio > leg.to_ratio) std::ranges::reverse(line);
  return line;
}

TravelTree RoadTravel::search(const RoadPlace& root, TravelDirection direction, TravelMs at_most,
                              const std::vector<RoadPlace>& until, const CancelToken& cancel) const {
  const RoadEdge& edge = m_graph->edges[root.edge];
  const bool away = direction == TravelDirection::kAway;
  std::vector<SearchStart> starts;
  const auto start = [&](std::uint32_t node, double end_ratio) {
    const TravelMs ms = away ? along(root.edge, root.ratio, end_ratio) : along(root.edge, end_ratio, root.ratio);
    if (ms != kImpassable) starts.push_back({node, ms});
  };
  start(edge.from, 0);
  start(edge.to, 1);
  SearchLimits limits;
  limits.at_most = at_most;
  std::vector<std::uint32_t> nodes;
  for (const RoadPlace& place : until)
    nodes.push_back(m_graph->edges[place.edge].from), nodes.push_back(m_graph->edges[place.edge].to);
  limits.until = nodes;
  return TravelTree(*this, root, direction, shortestPaths(m_graph->arcs, m_times, starts, direction, limits, cancel));
}

std::optional<Route> RoadTravel::route(const RoadPlace& from, const RoadPlace& to, const CancelToken& cancel) const {
  return search(from, TravelDirection::kAway, kImpassable - 1, {to}, cancel).routeTo(to);
}

TravelMs TravelTree::part(std::uint32_t edge, double root_ratio, double far_ratio) const {
  return m_direction == TravelDirection::kAway ? m_travel->along(edge, root_ratio, far_ratio)
                                               : m_travel->along(edge, far_ratio, root_ratio);
}

std::pair<TravelMs, TravelTree::Way> TravelTree::best(const RoadPlace& place) const {
  const RoadEdge& edge = m_travel->m_graph->edges[place.edge];
  std::pair<TravelMs, Way> found{kImpassable, Way::kNone};
  const auto offer = [&](TravelMs ms, Way way) {
    if (ms < found.first) found = {ms, way};
  };
  if (place.edge == m_root.edge) offer(part(place.edge, m_root.ratio, place.ratio), Way::kDirect);
  offer(sum(m_paths.cost[edge.from], part(place.edge, 0, place.ratio)), Way::kByFrom);
  offer(sum(m_paths.cost[edge.to], part(place.edge, 1, place.ratio)), Way::kByTo);
  return found;
}

std::optional<TravelMs> TravelTree::timeTo(const RoadPlace& place) const {
  const auto [ms, way] = best(place);
  return way == Way::kNone ? std::nullopt : std::optional(ms);
}

std::optional<Route> TravelTree::routeTo(const RoadPlace& place) const {
  const auto [ms, way] = best(place);
  if (way == Way::kNone) return std::nullopt;
  const RoadGraph& graph = *m_travel->m_graph;
  const bool away = m_direction == TravelDirection::kAway;
  std::vector<RouteLeg> legs;  // from the place back to the root
  if (way == Way::kDirect) {
    legs.push_back({place.edge, m_root.ratio, place.ratio});
  } else {
    const bool by_from = way == Way::kByFrom;
    std::uint32_t node = by_from ? graph.edges[place.edge].from : graph.edges[place.edge].to;
    legs.push_back({place.edge, by_from ? 0.0 : 1.0, place.ratio});
    while (m_paths.via[node] != kNoArc) {
      const std::uint32_t arc = m_paths.via[node], e = arc / 2;
      // The arc as travelled ends at the root's far side when searching away, and starts there when towards.
      const bool forward = (arc % 2 == 0) == away;
      legs.push_back({e, forward ? 0.0 : 1.0, forward ? 1.0 : 0.0});
      node = forward ? graph.edges[e].from : graph.edges[e].to;
    }
    const bool root_from = graph.edges[m_root.edge].from == node;
    const bool root_to = graph.edges[m_root.edge].to == node;
    const bool at_from =
        root_from && (!root_to || part(m_root.edge, m_root.ratio, 0) <= part(m_root.edge, m_root.ratio, 1));
    legs.push_back({m_root.edge, m_root.ratio, at_from ? 0.0 : 1.0});
  }
  if (away)
    std::ranges::reverse(legs);
  else
    for (RouteLeg& leg : legs) std::swap(leg.from_ratio, leg.to_ratio);

  Route route;
  route.duration_ms = ms;
  route.from = away ? m_root : place;
  route.to = away ? place : m_root;
  for (const RouteLeg& leg : legs) {
    const double share = std::abs(leg.to_ratio - leg.from_ratio);
    const RoadEdge& edge = graph.edges[leg.edge];
    const double dist_m = share * static_cast<double>(edge.length_m);
    const double duration_s = m_travel->along(leg.edge, leg.from_ratio, leg.to_ratio) / 1000.0;
    for (const MapXY& p : m_travel->lineOf(leg))
      if (route.line.empty() || squaredM(route.line.back(), p) > 1e-4) route.line.push_back(p);
    if (dist_m == 0) continue;
    route.legs.push_back(leg);
    route.dist_m += dist_m;
    if (route.steps.empty() || route.steps.back().name != graph.names[edge.name] ||
        route.steps.back().road_class != edge.road_class)
      route.steps.push_back({graph.names[edge.name], edge.road_class, 0, 0});
    route.steps.back().dist_m += dist_m;
    route.steps.back().duration_s += duration_s;
  }
  return route;
}

std::vector<std::size_t> TravelTree::nearest(const std::vector<RoadPlace>& places, std::size_t k) const {
  std::vector<std::pair<TravelMs, std::size_t>> reached;
  for (std::size_t i = 0; i < places.size(); ++i)
    if (const auto ms = timeTo(places[i])) reached.emplace_back(*ms, i);
  std::ranges::sort(reached);
  std::vector<std::size_t> best;
  for (std::size_t i = 0; i < std::min(k, reached.size()); ++i) best.push_back(reached[i].second);
  return best;
}

std::vector<ReachedLine> TravelTree::reached(const std::vector<TravelMs>& limits_ms) const {
  std::vector<ReachedLine> lines;
  const RoadGraph& graph = *m_travel->m_graph;
  // Outwards along a part of an edge: what lies in each band.
  const auto outwards = [&](std::uint32_t e, TravelMs start, double near_ratio, double far_ratio) {
    const TravelMs whole = part(e, near_ratio, far_ratio);
    if (start == kImpassable || whole == kImpassable || near_ratio == far_ratio) return;
    double done = 0;
    for (std::size_t band = 0; band < limits_ms.size() && done < 1; ++band) {
      if (limits_ms[band] <= start) continue;
      const double to = std::min(1.0, whole > 0 ? (limits_ms[band] - start) / static_cast<double>(whole) : 1.0);
      if (to <= done) continue;
      const auto ratio = [&](double share) { return near_ratio + share * (far_ratio - near_ratio); };
      lines.push_back({band, m_travel->lineOf({e, ratio(done), ratio(to)})});
      done = to;
    }
  };
  for (std::uint32_t e = 0; e < graph.edges.size(); ++e) {
    if (e == m_root.edge) {
      outwards(e, 0, m_root.ratio, 0);
      outwards(e, 0, m_root.ratio, 1);
      continue;
    }
    const TravelMs a = m_paths.cost[graph.edges[e].from], b = m_paths.cost[graph.edges[e].to];
    const TravelMs out = part(e, 0, 1), back = part(e, 1, 0);
    // Where the fronts from both ends meet.
    double meet_a = 1, meet_b = 0;
    if (a != kImpassable && b != kImpassable && out != kImpassable && back != kImpassable) {
      const double both = static_cast<double>(out) + static_cast<double>(back);
      const double gap = static_cast<double>(b) + static_cast<double>(back) - static_cast<double>(a);
      meet_a = meet_b = std::clamp(both > 0 ? gap / both : 0.5, 0.0, 1.0);
    }
    outwards(e, a, 0, meet_a);
    outwards(e, b, 1, meet_b);
  }
  return lines;
}

}  // namespace gis
