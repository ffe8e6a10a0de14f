// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/evacuation_drill.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>

#include "gis/evacuation/census_store.h"
#include "gis/evacuation/evacuation_store.h"
#include "gis/team/team_store.h"

namespace gis::demo {
namespace {

constexpr std::size_t kDrillVillages = 6, kDrillShelters = 12, kTownDigits = 9;
// Almost eleven months before the demo's present: the day of the call-out's drill, an hour later.
constexpr std::int64_t kDrillAgo_ms = 28'071'000'000, kTickEvery_ms = 7 * 60'000, kHour_ms = 3'600'000;

class SteppedClock final : public Clock {
 public:
  explicit SteppedClock(std::int64_t now_utc_ms) : m_now_utc_ms(now_utc_ms) {}
  std::int64_t nowUtcMs() const override { return m_now_utc_ms; }
  void step(std::int64_t by_ms) { m_now_utc_ms += by_ms; }

 private:
  std::int64_t m_now_utc_ms;
};

double crowKm(LonLat a, LonLat b) {
  constexpr double kKmPerDegree = 111.2;
  const double across = (a.lon_deg - b.lon_deg) * std::cos(a.lat_deg * std::numbers::pi / 180);
  return kKmPerDegree * std::hypot(across, a.lat_deg - b.lat_deg);
}

// Villages of the town of the last village, and the shelters nearest to the first of them.
Result<evacuation::EvacuationTask> drillTask(const Database& db) {
  const evacuation::CensusStore census(db);
  auto villages = census.villagesOf("");
  if (!villages) return std::unexpected(std::move(villages.error()));
  auto shelters = census.shelters();
  if (!shelters) return std::unexpected(std::move(shelters.error()));
  evacuation::EvacuationTask task;
  if (villages->empty() || shelters->empty()) return task;
  auto town = census.villagesOf(villages->back().code.substr(0, kTownDigits));
  if (!town) return std::unexpected(std::move(town.error()));
  town->resize(std::min(town->size(), kDrillVillages));
  for (evacuation::Village& village : *town) village.at = MapXY{};  // its place is asked of nobody here
  task.villages = std::move(*town);
  const LonLat middle = task.villages.front().where;
  std::ranges::stable_sort(*shelters, {}, [&](const evacuation::Shelter& one) { return crowKm(one.where, middle); });
  shelters->resize(std::min(shelters->size(), kDrillShelters));
  task.shelters = std::move(*shelters);
  return task;
}

evacuation::TravelMatrix crowMatrix(const evacuation::EvacuationTask& task) {
  constexpr double kKmPerHour = 25;
  evacuation::TravelMatrix matrix;
  matrix.villages = task.villages.size(), matrix.shelters = task.shelters.size();
  matrix.village_roads.assign(matrix.villages, RoadPlace{});
  matrix.shelter_roads.assign(matrix.shelters, RoadPlace{});
  for (const evacuation::Village& village : task.villages)
    for (const evacuation::Shelter& shelter : task.shelters)
      matrix.ms.push_back(static_cast<TravelMs>(crowKm(village.where, shelter.where) / kKmPerHour * kHour_ms));
  return matrix;
}

Result<void> tickOff(evacuation::EvacuationStore& store, const evacuation::Evacuation& drill, SteppedClock& clock) {
  const auto tick = [&](evacuation::EventKind kind, std::size_t village, std::int64_t people,
                        const std::string& shelter) -> Result<void> {
    clock.step(kTickEvery_ms);
    const std::string code = kind == evacuation::EventKind::kEnded ? "" : drill.plan.villages[village].code;
    const auto added = store.add(drill.uuid, {0, 0, kind, code, shelter, people, "演示数据", ""});
    if (!added) return std::unexpected(added.error());
    return {};
  };
  for (std::size_t v = 0; v < drill.plan.villages.size(); ++v) {
    std::int64_t placed = 0;
    for (const evacuation::OrderedRow& row : drill.plan.rows)
      if (row.village == v) placed += row.people;
    if (placed == 0) continue;
    if (auto done = tick(evacuation::EventKind::kMoved, v, placed, ""); !done) return done;
    for (const evacuation::OrderedRow& row : drill.plan.rows) {
      if (row.village != v) continue;
      if (auto done = tick(evacuation::EventKind::kArrived, v, row.people, drill.plan.shelters[row.shelter].uuid);
          !done)
        return done;
    }
  }
  return tick(evacuation::EventKind::kEnded, 0, 0, "");
}

Result<void> writeTeamStates(const Database& db, std::int64_t now_utc_ms) {
  const FixedClock clock(now_utc_ms - 2 * kHour_ms);
  const team::TeamStore store(db, clock);
  const auto teams = store.teams();
  if (!teams) return std::unexpected(teams.error());
  const std::pair<team::TeamState, const char*> states[] = {{team::TeamState::kOnTheWay, "汛前巡查"},
                                                            {team::TeamState::kOnSite, "隐患点排查"},
                                                            {team::TeamState::kResting, ""}};
  for (std::size_t t = 0; t < std::min(teams->size(), std::size(states)); ++t) {
    team::TeamEvent event;
    event.team_uuid = (*teams)[t].uuid;
    event.state = states[t].first, event.task = states[t].second, event.actor = "演示数据";
    if (auto added = store.add(event); !added) return std::unexpected(added.error());
  }
  return {};
}

}  // namespace

Result<void> writeEvacuationDrill(const Database& db, std::uint64_t seed, std::int64_t now_utc_ms) {
  const auto task = drillTask(db);
  if (!task) return std::unexpected(task.error());
  if (task->villages.empty() || task->shelters.empty()) return {};
  const auto plan = evacuation::planEvacuation(*task, crowMatrix(*task));
  if (!plan) return std::unexpected(plan.error());
  const auto clock = std::make_shared<SteppedClock>(now_utc_ms - kDrillAgo_ms);
  UuidSource uuids(clock, seed);
  evacuation::EvacuationStore store(db, *clock, uuids);
  const auto drill =
      store.start(evacuation::orderedPlan(*task, *plan, {}, "", "汛前转移演练"), "汛前转移演练", true, "演示数据");
  if (!drill) return std::unexpected(drill.error());
  if (auto done = tickOff(store, *drill, *clock); !done) return done;
  return writeTeamStates(db, now_utc_ms);
}

}  // namespace gis::demo
