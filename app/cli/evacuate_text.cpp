// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/evacuate_text.h"

#include <fmt/format.h>

#include "gis/core/clock.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
namespace evacuation = gis::evacuation;

constexpr double kMsPerMinuteOnTheRoad = 60'000, kPersonMsPerHour = 3'600'000;

const char* leftName(evacuation::LeftReason reason) {
  constexpr const char* kNames[] = {"no_position", "no_road", "cut_off", "no_room"};
  return kNames[static_cast<int>(reason)];
}

Json closureNames(const std::vector<std::size_t>& which, const std::vector<gis::NamedClosure>& closures) {
  Json names = Json::array();
  for (const std::size_t c : which) names.push_back(closures[c].name);
  return names;
}

Json villageJson(const evacuation::Village& village) { return {{"code", village.code}, {"name", village.name}}; }

Json planRowJson(const evacuation::PlanMade& made, std::size_t r) {
  const evacuation::PlanRow& row = made.plan.rows[r];
  const evacuation::Village& village = made.task.villages[row.village];
  const evacuation::Shelter& shelter = made.task.shelters[row.shelter];
  Json nearer = Json::array();
  for (const std::uint32_t s : row.nearer) nearer.push_back(made.task.shelters[s].name);
  const evacuation::KeptVillage& kept = made.plan.villages[row.village];
  Json json = {
      {"village", villageJson(village)},
      {"shelter", {{"uuid", shelter.uuid}, {"name", shelter.name}}},
      {"people", row.people},
      {"of", village.people},
      {"danger", village.danger},
      {"travel_min", static_cast<double>(row.travel_ms) / kMsPerMinuteOnTheRoad},
      {"why", row.reason == evacuation::RowReason::kNearest ? "nearest" : "nearer_full"},
      {"nearer_full", nearer},
      {"nearer_in_hazard", row.nearer_in_hazard ? Json(made.task.shelters[*row.nearer_in_hazard].name) : Json()}};
  json["split"] = kept.split == evacuation::SplitReason::kNone          ? Json()
                  : kept.split == evacuation::SplitReason::kNoneHoldsIt ? Json("none_holds_it")
                                                                        : Json("others_lose_out");
  if (kept.split == evacuation::SplitReason::kNoneHoldsIt) json["largest_room"] = kept.largest_room;
  return json;
}

Json planShelters(const evacuation::PlanMade& made) {
  std::vector<std::int64_t> planned(made.task.shelters.size(), 0);
  for (const evacuation::PlanRow& row : made.plan.rows) planned[row.shelter] += row.people;
  Json all = Json::array();
  for (std::size_t s = 0; s < planned.size(); ++s) {
    const evacuation::Shelter& shelter = made.task.shelters[s];
    if (planned[s] == 0 && !shelter.in_hazard && shelter.taken == 0) continue;
    all.push_back({{"uuid", shelter.uuid},
                   {"name", shelter.name},
                   {"capacity", shelter.capacity},
                   {"taken", shelter.taken},
                   {"planned", planned[s]},
                   {"in_hazard", shelter.in_hazard}});
  }
  return all;
}

}  // namespace

Json evacuationPlanJson(const evacuation::PlanMade& made) {
  const evacuation::EvacuationPlan& plan = made.plan;
  Json json = {{"method",
                {{"people", made.task.rule == evacuation::PeopleRule::kInside ? "inside" : "whole_villages"},
                 {"vehicle", made.vehicle.id},
                 {"speeds_unverified", made.vehicle.unverified},
                 {"optimum", "people x travel time, LEMON network simplex; then villages kept together"}}},
               {"villages", made.task.villages.size()},
               {"shelters", made.task.shelters.size()},
               {"people", plan.people},
               {"placed", plan.placed},
               {"left", plan.people - plan.placed},
               {"optimum_person_h", static_cast<double>(plan.optimum_person_ms) / kPersonMsPerHour},
               {"keeping_together_person_h", static_cast<double>(plan.extra_person_ms) / kPersonMsPerHour},
               {"longest_min", static_cast<double>(plan.longest_ms) / kMsPerMinuteOnTheRoad},
               {"villages_ms", made.villages_ms},
               {"roads_ms", made.roads_ms},
               {"plan_ms", made.plan_ms}};
  json["residual"] = Json::array();
  for (const evacuation::LeftRow& row : plan.left)
    json["residual"].push_back({{"village", villageJson(made.task.villages[row.village])},
                                {"people", row.people},
                                {"danger", made.task.villages[row.village].danger},
                                {"why", leftName(row.reason)},
                                {"cut_by", closureNames(row.closures, made.closures)}});
  json["rows"] = Json::array();
  for (std::size_t r = 0; r < plan.rows.size(); ++r) json["rows"].push_back(planRowJson(made, r));
  json["shelter_use"] = planShelters(made);
  json["isolated"] = Json::array();
  for (const evacuation::Isolated& one : plan.isolated)
    json["isolated"].push_back({{"village", villageJson(made.task.villages[one.place])},
                                {"people", made.task.villages[one.place].people},
                                {"cut_by", closureNames(one.closures, made.closures)}});
  return json;
}

std::string evacuationPlanText(const evacuation::PlanMade& made) {
  std::string text;
  for (const evacuation::LeftRow& row : made.plan.left)
    text += fmt::format("!\t{}\t{}\t{}\n", made.task.villages[row.village].name, row.people, leftName(row.reason));
  for (const evacuation::PlanRow& row : made.plan.rows)
    text +=
        fmt::format("{}\t{}\t{}\t{:.0f} min\n", made.task.villages[row.village].name, row.people,
                    made.task.shelters[row.shelter].name, static_cast<double>(row.travel_ms) / kMsPerMinuteOnTheRoad);
  return text + fmt::format("{} / {}\n", made.plan.placed, made.plan.people);
}

Json evacuationJson(const evacuation::Evacuation& one, const evacuation::EvacuationStanding& standing) {
  const evacuation::EvacuationTotals totals = standing.totals();
  Json json = {{"uuid", one.uuid},
               {"number", one.number},
               {"title", one.title},
               {"drill", one.is_drill},
               {"started", gis::formatUtc(one.created_utc_ms)},
               {"by", one.author},
               {"ended", standing.ended_utc_ms ? Json(gis::formatUtc(*standing.ended_utc_ms)) : Json()},
               {"to_move", totals.to_move},
               {"moved", totals.moved},
               {"refused", totals.refused},
               {"arrived", totals.arrived},
               {"residual", totals.residual()}};
  json["villages"] = Json::array();
  for (std::size_t v = 0; v < standing.villages.size(); ++v) {
    const evacuation::VillageStanding& village = standing.villages[v];
    Json arrived = Json::object();
    for (const auto& [shelter, people] : village.arrived) arrived[shelter] = people;
    json["villages"].push_back(
        {{"code", one.plan.villages[v].code},
         {"name", one.plan.villages[v].name},
         {"to_move", village.to_move},
         {"moved", village.moved},
         {"refused", village.refused},
         {"residual", village.residual()},
         {"arrived", arrived},
         {"last_tick", village.last_utc_ms ? Json(gis::formatUtc(village.last_utc_ms)) : Json()}});
  }
  const auto arrived = standing.arrivedByShelter(), expected = evacuation::expectedByShelter(one.plan, standing);
  json["shelters"] = Json::array();
  for (const evacuation::OrderedShelter& shelter : one.plan.shelters) {
    const auto there = arrived.find(shelter.uuid), due = expected.find(shelter.uuid);
    if (there == arrived.end() && due == expected.end()) continue;
    json["shelters"].push_back({{"uuid", shelter.uuid},
                                {"name", shelter.name},
                                {"capacity", shelter.capacity},
                                {"arrived", there == arrived.end() ? 0 : there->second},
                                {"expected", due == expected.end() ? 0 : due->second}});
  }
  return json;
}

std::string evacuationText(const evacuation::Evacuation& one, const evacuation::EvacuationStanding& standing) {
  std::string text = fmt::format("{}\t{}\n", one.number, one.title);
  for (std::size_t v = 0; v < standing.villages.size(); ++v) {
    const evacuation::VillageStanding& village = standing.villages[v];
    text += fmt::format("{}\t{}\t{}\t{}\t{}\n", one.plan.villages[v].name, village.residual(), village.moved,
                        village.refused, village.arrivedSum());
  }
  return text;
}

Json isolatedJson(const evacuation::IsolatedVillages& found, const std::vector<gis::NamedClosure>& closures) {
  Json json = {{"villages", found.villages.size()}, {"isolated", Json::array()}};
  std::int64_t people = 0;
  for (const evacuation::Isolated& one : found.places.isolated) {
    const evacuation::Village& village = found.villages[one.place];
    people += village.people;
    json["isolated"].push_back({{"code", village.code},
                                {"name", village.name},
                                {"people", village.people},
                                {"households", village.households},
                                {"cut_by", closureNames(one.closures, closures)}});
  }
  json["people"] = people;
  json["without_road"] = found.places.without_road.size();
  return json;
}

}  // namespace app
