// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/evacuation/evacuation_plan.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace gis::evacuation {
namespace {

constexpr std::size_t kNearerNamed = 3;
constexpr MapXY kNowhereXy{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};

TransportProblem problemOf(const EvacuationTask& task, const TravelMatrix& matrix) {
  TransportProblem problem;
  for (const Village& village : task.villages) {
    problem.people.push_back(village.people);
    problem.danger.push_back(village.danger);
  }
  for (const Shelter& shelter : task.shelters) problem.room.push_back(shelter.freePlaces());
  problem.ms = matrix.ms;
  return problem;
}

// Why a row does not go to the fastest shelter of all.
void explain(PlanRow& row, const EvacuationTask& task, const TravelMatrix& matrix) {
  std::vector<std::uint32_t> faster;
  for (std::uint32_t s = 0; s < task.shelters.size(); ++s)
    if (matrix.at(row.village, s) < row.travel_ms) faster.push_back(s);
  std::ranges::stable_sort(faster, {}, [&](std::uint32_t s) { return matrix.at(row.village, s); });
  for (const std::uint32_t s : faster) {
    if (task.shelters[s].in_hazard) {
      if (!row.nearer_in_hazard) row.nearer_in_hazard = s;
    } else if (row.nearer.size() < kNearerNamed) {
      row.nearer.push_back(s);
    }
  }
  if (!row.nearer.empty()) row.reason = RowReason::kNearerFull;
}

LeftReason leftReason(const EvacuationTask& task, const TravelMatrix& matrix, std::uint32_t v) {
  if (!task.villages[v].at) return LeftReason::kNoPosition;
  if (!matrix.village_roads[v]) return LeftReason::kNoRoad;
  for (std::uint32_t s = 0; s < task.shelters.size(); ++s)
    if (!task.shelters[s].in_hazard && matrix.at(v, s) != kImpassable) return LeftReason::kNoRoom;
  return LeftReason::kCutOff;
}

std::vector<MapXY> villagePlaces(const EvacuationTask& task) {
  std::vector<MapXY> places;
  for (const Village& village : task.villages) places.push_back(village.at.value_or(kNowhereXy));
  return places;
}

}  // namespace

Result<void> checkTask(const EvacuationTask& task) {
  if (task.villages.empty()) return fail(ErrorCode::kNoData, "hazard", "nobody lives in the area");
  if (task.shelters.empty()) return fail(ErrorCode::kNoData, "shelter", "the census has no shelter");
  std::set<std::string> known;
  for (const Village& village : task.villages) {
    if (village.code.empty() || !known.insert(village.code).second)
      return fail(ErrorCode::kInvalidArgument, village.name, "its code is missing or comes twice");
    if (village.people < 0 || village.households < 0)
      return fail(ErrorCode::kInvalidArgument, village.name, "people or households below zero");
    if (village.households > village.people)
      return fail(ErrorCode::kInvalidArgument, village.name, "more households than people");
  }
  known.clear();
  for (const Shelter& shelter : task.shelters) {
    if (shelter.uuid.empty() || !known.insert(shelter.uuid).second)
      return fail(ErrorCode::kInvalidArgument, shelter.name, "its uuid is missing or comes twice");
    if (shelter.capacity < 0 || shelter.taken < 0)
      return fail(ErrorCode::kInvalidArgument, shelter.name, "places below zero");
  }
  if (std::ranges::all_of(task.shelters, &Shelter::in_hazard))
    return fail(ErrorCode::kNoData, "shelter", "all shelters lie inside the area");
  return {};
}

Result<EvacuationPlan> planEvacuation(const EvacuationTask& task, const TravelMatrix& matrix,
                                      const CancelToken& cancel) {
  if (auto good = checkTask(task); !good) return std::unexpected(good.error());
  const TransportProblem problem = problemOf(task, matrix);
  const auto optimum = cheapestTransport(problem, cancel);
  if (!optimum) return std::unexpected(optimum.error());
  auto kept = keepTogether(problem, *optimum, cancel);
  if (!kept) return std::unexpected(std::move(kept.error()));
  EvacuationPlan plan;
  plan.villages = std::move(kept->villages);
  plan.optimum_person_ms = optimum->person_ms;
  plan.extra_person_ms = kept->extra_person_ms;
  for (const TransportMove& move : kept->answer.moves) {
    PlanRow row{move.village, move.shelter, move.people, matrix.at(move.village, move.shelter), {}, {}, {}};
    explain(row, task, matrix);
    plan.placed += row.people;
    plan.longest_ms = std::max(plan.longest_ms, row.travel_ms);
    plan.rows.push_back(std::move(row));
  }
  std::ranges::stable_sort(plan.rows, {}, [&](const PlanRow& row) { return task.villages[row.village].danger; });
  for (std::uint32_t v = 0; v < task.villages.size(); ++v) {
    plan.people += task.villages[v].people;
    if (kept->answer.left[v] > 0) plan.left.push_back({v, kept->answer.left[v], leftReason(task, matrix, v), {}});
  }
  return plan;
}

Result<EvacuationPlan> planOnRoads(const EvacuationTask& task, RoadGraphPtr graph, const Vehicle& vehicle,
                                   const std::vector<NamedClosure>& closures, double off_road_m,
                                   const CancelToken& cancel) {
  if (auto good = checkTask(task); !good) return std::unexpected(good.error());
  const RoadTravel travel(graph, vehicle, stretchesOf(*graph, closures));
  const std::vector<MapXY> villages = villagePlaces(task);
  std::vector<MapXY> shelters;
  for (const Shelter& shelter : task.shelters) shelters.push_back(shelter.at);
  const TravelOptions options{off_road_m, vehicle.off_road_km_per_h};
  const auto matrix = travelMatrix(travel, villages, shelters, options, cancel);
  if (!matrix) return std::unexpected(matrix.error());
  auto plan = planEvacuation(task, *matrix, cancel);
  if (!plan || closures.empty()) return plan;
  auto cut_off = isolatedPlaces(graph, vehicle, closures, villages, off_road_m, cancel);
  if (!cut_off) return std::unexpected(std::move(cut_off.error()));
  plan->isolated = std::move(cut_off->isolated);
  std::vector<MapXY> from, safe;
  for (const LeftRow& row : plan->left) from.push_back(villages[row.village]);
  for (const Shelter& shelter : task.shelters)
    if (!shelter.in_hazard) safe.push_back(shelter.at);
  if (std::ranges::none_of(plan->left, [](const LeftRow& row) { return row.reason == LeftReason::kCutOff; }))
    return plan;
  const auto cutting = closuresOnWays(RoadTravel(graph, vehicle), closures, from, safe, off_road_m);
  for (std::size_t r = 0; r < plan->left.size(); ++r)
    if (plan->left[r].reason == LeftReason::kCutOff) plan->left[r].closures = cutting[r];
  return plan;
}

std::vector<std::vector<MapXY>> planWays(const EvacuationPlan& plan, const EvacuationTask& task, RoadGraphPtr graph,
                                         const Vehicle& vehicle, const std::vector<NamedClosure>& closures,
                                         double off_road_m, const CancelToken& cancel) {
  const RoadTravel travel(graph, vehicle, stretchesOf(*graph, closures));
  std::vector<std::vector<MapXY>> lines(plan.rows.size());
  std::map<std::uint32_t, std::vector<std::size_t>> by_shelter;
  for (std::size_t r = 0; r < plan.rows.size(); ++r) by_shelter[plan.rows[r].shelter].push_back(r);
  for (const auto& [shelter, rows] : by_shelter) {
    if (cancel.cancelled()) break;
    const auto goal = travel.place(task.shelters[shelter].at, off_road_m);
    if (!goal) continue;
    std::vector<std::pair<std::size_t, RoadPlace>> from;
    std::vector<RoadPlace> until;
    for (const std::size_t r : rows) {
      const auto& at = task.villages[plan.rows[r].village].at;
      const auto place = at ? travel.place(*at, off_road_m) : std::nullopt;
      if (place) from.emplace_back(r, *place), until.push_back(*place);
    }
    const TravelTree tree = travel.search(*goal, TravelDirection::kTowards, kImpassable - 1, until, cancel);
    for (const auto& [r, place] : from)
      if (auto route = tree.routeTo(place)) lines[r] = std::move(route->line);
  }
  return lines;
}

}  // namespace gis::evacuation
