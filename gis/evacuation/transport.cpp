// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/evacuation/transport.h"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

namespace gis::evacuation {
namespace {

using Graph = lemon::SmartDigraph;
using Solver = lemon::NetworkSimplex<Graph, std::int64_t, std::int64_t>;

constexpr std::int64_t kMostPeople = 100'000'000;
constexpr std::size_t kNearestAtFirst = 16, kMostAdded = 24;

struct Pair {
  std::uint32_t village, shelter;
};

std::map<int, std::int64_t> ranksOf(const TransportProblem& problem) {
  std::map<int, std::int64_t> ranks;
  for (const int danger : problem.danger) ranks.emplace(danger, 0);
  std::int64_t rank = static_cast<std::int64_t>(ranks.size());
  for (auto& [danger, one] : ranks) one = rank--;  // the worst counts most
  return ranks;
}

// What leaving one person costs: more than any way round the others, so that the most find a place.
struct LeftCosts {
  std::map<int, std::int64_t> ranks;
  std::int64_t step = 1;
  std::int64_t of(int danger) const { return ranks.at(danger) * step; }
};

Result<LeftCosts> leftCosts(const TransportProblem& problem) {
  std::int64_t longest_ms = 1;
  for (const TravelMs ms : problem.ms)
    if (ms != kImpassable) longest_ms = std::max(longest_ms, std::int64_t{ms} + 1);
  LeftCosts costs{ranksOf(problem), 0};
  // A chain of changes visits each shelter at most once.
  const auto hops = static_cast<std::int64_t>(std::min(problem.people.size(), problem.room.size()) + 1);
  costs.step = longest_ms * (2 * hops + 1);
  const std::int64_t people = std::reduce(problem.people.begin(), problem.people.end(), std::int64_t{1});
  const double most = static_cast<double>(costs.step) * static_cast<double>(costs.ranks.size() + 1);
  if (people > kMostPeople || most * static_cast<double>(people) > 4e18)
    return fail(ErrorCode::kOutOfRange, "evacuation", "too many people or too long ways for one plan");
  return costs;
}

Result<void> checkProblem(const TransportProblem& problem) {
  const auto negative = [](std::int64_t n) { return n < 0; };
  if (problem.danger.size() != problem.people.size() ||
      problem.ms.size() != problem.people.size() * problem.room.size())
    return fail(ErrorCode::kInvalidArgument, "evacuation", "numbers of villages and shelters do not fit");
  if (std::ranges::any_of(problem.people, negative)) return fail(ErrorCode::kInvalidArgument, "people", "below zero");
  if (std::ranges::any_of(problem.room, negative)) return fail(ErrorCode::kInvalidArgument, "room", "below zero");
  return {};
}

// Each village's nearest shelters to begin with.
std::vector<Pair> nearestPairs(const TransportProblem& problem, std::vector<bool>& known) {
  std::vector<Pair> pairs;
  std::vector<std::uint32_t> order;
  for (std::uint32_t v = 0; v < problem.people.size(); ++v) {
    if (problem.people[v] == 0) continue;
    order.clear();
    for (std::uint32_t s = 0; s < problem.room.size(); ++s)
      if (problem.room[s] > 0 && problem.at(v, s) != kImpassable) order.push_back(s);
    const std::size_t most = std::min(order.size(), kNearestAtFirst);
    std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(most), {},
                              [&](std::uint32_t s) { return problem.at(v, s); });
    for (std::size_t i = 0; i < most; ++i) {
      pairs.push_back({v, order[i]});
      known[v * problem.room.size() + order[i]] = true;
    }
  }
  return pairs;
}

// One solution for some pairs, with the duals that say whether another pair would help.
struct Solution {
  std::vector<std::int64_t> flow;  // by pair
  std::vector<std::int64_t> village_dual, shelter_dual;
};

std::optional<Solution> solve(const TransportProblem& problem, const LeftCosts& left_costs,
                              const std::vector<Pair>& pairs) {
  const std::size_t villages = problem.people.size(), shelters = problem.room.size();
  const std::int64_t people = std::reduce(problem.people.begin(), problem.people.end(), std::int64_t{0});
  Graph graph;
  graph.reserveNode(static_cast<int>(villages + shelters + 2));
  graph.reserveArc(static_cast<int>(pairs.size() + villages + shelters + 1));
  std::vector<Graph::Node> from, to;
  for (std::size_t v = 0; v < villages; ++v) from.push_back(graph.addNode());
  for (std::size_t s = 0; s < shelters; ++s) to.push_back(graph.addNode());
  const Graph::Node nowhere = graph.addNode(), empty = graph.addNode();
  std::vector<Graph::Arc> arcs, left;
  for (const Pair& pair : pairs) arcs.push_back(graph.addArc(from[pair.village], to[pair.shelter]));
  for (std::size_t v = 0; v < villages; ++v) left.push_back(graph.addArc(from[v], nowhere));
  for (std::size_t s = 0; s < shelters; ++s) graph.addArc(empty, to[s]);  // beds that stay empty
  graph.addArc(empty, nowhere);
  Graph::ArcMap<std::int64_t> cost(graph, 0);
  Graph::NodeMap<std::int64_t> balance(graph, 0);
  for (std::size_t i = 0; i < pairs.size(); ++i) cost[arcs[i]] = problem.at(pairs[i].village, pairs[i].shelter);
  std::int64_t room = 0;
  for (std::size_t v = 0; v < villages; ++v)
    balance[from[v]] = problem.people[v], cost[left[v]] = left_costs.of(problem.danger[v]);
  // More beds than people need not be told apart.
  for (std::size_t s = 0; s < shelters; ++s) {
    const std::int64_t beds = std::min(problem.room[s], people);
    balance[to[s]] = -beds, room += beds;
  }
  balance[nowhere] = -people;
  balance[empty] = room;
  Solver solver(graph);
  solver.costMap(cost).supplyMap(balance);
  if (solver.run() != Solver::OPTIMAL) return std::nullopt;
  Solution solution;
  for (const Graph::Arc& arc : arcs) solution.flow.push_back(solver.flow(arc));
  for (const Graph::Node& node : from) solution.village_dual.push_back(solver.potential(node));
  for (const Graph::Node& node : to) solution.shelter_dual.push_back(solver.potential(node));
  return solution;
}

// Pairs that would make the solution cheaper: those of negative reduced cost, the most for each village.
std::size_t addCheaper(const TransportProblem& problem, const Solution& solution, std::vector<bool>& known,
                       std::vector<Pair>& pairs) {
  std::size_t added = 0;
  std::vector<std::pair<std::int64_t, std::uint32_t>> found;
  for (std::uint32_t v = 0; v < problem.people.size(); ++v) {
    if (problem.people[v] == 0) continue;
    found.clear();
    for (std::uint32_t s = 0; s < problem.room.size(); ++s) {
      const TravelMs ms = problem.at(v, s);
      if (ms == kImpassable || problem.room[s] == 0 || known[v * problem.room.size() + s]) continue;
      const std::int64_t reduced = std::int64_t{ms} + solution.village_dual[v] - solution.shelter_dual[s];
      if (reduced < 0) found.emplace_back(reduced, s);
    }
    std::ranges::sort(found);
    for (std::size_t i = 0; i < std::min(found.size(), kMostAdded); ++i) {
      pairs.push_back({v, found[i].second});
      known[v * problem.room.size() + found[i].second] = true;
      ++added;
    }
  }
  return added;
}

}  // namespace

Result<TransportAnswer> cheapestTransport(const TransportProblem& problem, const CancelToken& cancel) {
  if (auto good = checkProblem(problem); !good) return std::unexpected(good.error());
  TransportAnswer answer;
  answer.left = problem.people;
  if (std::ranges::all_of(problem.people, [](std::int64_t n) { return n == 0; })) return answer;
  const auto left_costs = leftCosts(problem);
  if (!left_costs) return std::unexpected(left_costs.error());
  std::vector<bool> known(problem.ms.size(), false);
  std::vector<Pair> pairs = nearestPairs(problem, known);
  std::optional<Solution> solution;
  do {
    if (cancel.cancelled()) return fail(ErrorCode::kCancelled, "evacuation");
    solution = solve(problem, *left_costs, pairs);
    if (!solution) return fail(ErrorCode::kInvalidArgument, "evacuation", "no flow");
  } while (addCheaper(problem, *solution, known, pairs) > 0);
  for (std::size_t i = 0; i < solution->flow.size(); ++i) {
    if (solution->flow[i] == 0) continue;
    answer.moves.push_back({pairs[i].village, pairs[i].shelter, solution->flow[i]});
    answer.left[pairs[i].village] -= solution->flow[i];
    answer.person_ms += solution->flow[i] * std::int64_t{problem.at(pairs[i].village, pairs[i].shelter)};
  }
  std::ranges::sort(answer.moves, [](const TransportMove& a, const TransportMove& b) {
    return a.village != b.village ? a.village < b.village : a.shelter < b.shelter;
  });
  return answer;
}

std::vector<std::int64_t> leftByDanger(const TransportProblem& problem, std::span<const std::int64_t> left) {
  std::map<int, std::int64_t> sums;
  for (std::size_t v = 0; v < left.size(); ++v) sums[problem.danger[v]] += left[v];
  std::vector<std::int64_t> list;
  for (const auto& [danger, people] : sums) list.push_back(people);
  return list;
}

}  // namespace gis::evacuation
