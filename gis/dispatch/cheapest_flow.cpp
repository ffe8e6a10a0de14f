// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/dispatch/cheapest_flow.h"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <numeric>

namespace gis::dispatch {
namespace {

using Digraph = lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<Digraph, std::int64_t, std::int64_t>;

bool makesSense(std::span<const std::int64_t> supply, std::span<const std::int64_t> need,
                std::span<const FlowChoice> choices) {
  const auto negative = [](std::int64_t units) { return units < 0; };
  if (std::ranges::any_of(supply, negative) || std::ranges::any_of(need, negative)) return false;
  return std::ranges::all_of(choices, [&](const FlowChoice& choice) {
    return choice.from < supply.size() && choice.to < need.size() && choice.unit_cost >= 0;
  });
}

}  // namespace

Result<CheapestFlow> cheapestFlow(std::span<const std::int64_t> supply, std::span<const std::int64_t> need,
                                  std::span<const FlowChoice> choices) {
  if (!makesSense(supply, need, choices)) return fail(ErrorCode::kInvalidArgument, "flow", "a number or an end");
  const std::int64_t held = std::reduce(supply.begin(), supply.end(), std::int64_t{0});
  const std::int64_t needed = std::reduce(need.begin(), need.end(), std::int64_t{0});
  if (needed > held) return fail(ErrorCode::kInvalidArgument, "flow", "more is needed than there is");
  CheapestFlow flow;
  flow.units.assign(choices.size(), 0);
  if (needed == 0) return flow;

  Digraph graph;
  std::vector<Digraph::Node> from, to;
  for (std::size_t i = 0; i < supply.size(); ++i) from.push_back(graph.addNode());
  for (std::size_t i = 0; i < need.size(); ++i) to.push_back(graph.addNode());
  const Digraph::Node stays = graph.addNode();  // what is not needed goes here for nothing
  std::vector<Digraph::Arc> arcs;
  for (const FlowChoice& choice : choices) arcs.push_back(graph.addArc(from[choice.from], to[choice.to]));
  for (const Digraph::Node& node : from) graph.addArc(node, stays);

  Digraph::ArcMap<std::int64_t> most(graph, held), cost(graph, 0);
  Digraph::NodeMap<std::int64_t> balance(graph, 0);
  for (std::size_t i = 0; i < choices.size(); ++i) cost[arcs[i]] = choices[i].unit_cost;
  for (std::size_t i = 0; i < supply.size(); ++i) balance[from[i]] = supply[i];
  for (std::size_t i = 0; i < need.size(); ++i) balance[to[i]] = -need[i];
  balance[stays] = needed - held;
  Simplex simplex(graph);
  simplex.upperMap(most).costMap(cost).supplyMap(balance);
  if (simplex.run() != Simplex::OPTIMAL) return fail(ErrorCode::kInvalidArgument, "flow", "needs cannot be served");
  for (std::size_t i = 0; i < choices.size(); ++i) {
    flow.units[i] = simplex.flow(arcs[i]);
    flow.cost += flow.units[i] * choices[i].unit_cost;
  }
  return flow;
}

}  // namespace gis::dispatch
