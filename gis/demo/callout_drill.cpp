// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/callout_drill.h"

#include <algorithm>

#include "gis/callout/callout_engine.h"
#include "gis/callout/callout_store.h"
#include "gis/callout/roster_store.h"
#include "gis/callout/simulate.h"
#include "gis/demo/writer.h"

namespace gis::demo {
namespace {

constexpr int kDrillCounty = 3, kDrillTown = 4;
constexpr std::size_t kDrillPersons = 60;
// Almost eleven months before the demo's present: the drill before the last flood season, 2025-06-10T09:30+08:00.
constexpr std::int64_t kDrillBefore_ms = 28'074'600'000;
constexpr char kDrillTime[] = "6月10日9时30分";

Warning12379 drillWarning(const CalloutDivision& county, std::int64_t sent_utc_ms) {
  constexpr std::int64_t kDay_ms = 86'400'000;
  Warning12379 warning;
  warning.identifier = county.code.substr(0, 6) + "41600000_20250610093000";
  warning.sender = county.code.substr(0, 6) + "41600000";
  warning.sender_name = county.name + "气象台";
  warning.sent_utc_ms = warning.effective_utc_ms = sent_utc_ms;
  warning.expires_utc_ms = sent_utc_ms + kDay_ms;
  warning.status = CapStatus::kExercise;
  warning.event_code = "11B03";
  warning.event = "暴雨";
  warning.colour = WarningColour::kRed;
  warning.headline = "汛前演练：" + warning.sender_name + "发布暴雨红色预警信号";
  return warning;
}

// Town after town of the last county, the outlying ones first, until enough persons are to be called.
Result<ChosenTargets> drillTargets(const Roster& roster, std::int64_t sent_utc_ms) {
  const auto plan = builtInPlan();
  if (!plan) return std::unexpected(plan.error());
  const CalloutDivision* county = nullptr;
  std::vector<std::string> towns;
  for (const RosterDivision& d : roster.divisions)
    if (d.division.level == kDrillCounty && (!county || d.division.code > county->code)) county = &d.division;
  if (!county) return fail(ErrorCode::kNoData, "division");
  for (const RosterDivision& d : roster.divisions)
    if (d.division.level == kDrillTown && d.division.parent_code == county->code) towns.push_back(d.division.code);
  std::ranges::sort(towns, std::greater());
  Warning12379 warning = drillWarning(*county, sent_utc_ms);
  Result<ChosenTargets> chosen = fail(ErrorCode::kNoData, county->code);
  for (const std::string& town : towns) {
    warning.division_codes.push_back(town);
    chosen = chooseTargets(*plan, warning, roster, true, kDrillTime);
    if (chosen && chosen->snapshot.targets.size() >= kDrillPersons) break;
  }
  return chosen;
}

}  // namespace

Result<void> writeCalloutDrill(const Database& db, const std::string& uuid, std::uint64_t seed,
                               std::int64_t now_utc_ms) {
  const auto roster = readRoster(db);
  if (!roster) return std::unexpected(roster.error());
  SimulateOptions options;
  options.seed = seed;
  options.start_utc_ms = now_utc_ms - kDrillBefore_ms;
  const auto chosen = drillTargets(*roster, options.start_utc_ms);
  if (!chosen) return std::unexpected(chosen.error());
  MemoryCalloutLog made;
  CalloutEngine engine(chosen->snapshot, made);
  if (auto loaded = engine.load(); !loaded) return loaded;
  if (const auto course = simulate(engine, options); !course) return std::unexpected(course.error());
  const auto timers = made.timers();
  if (!timers) return std::unexpected(timers.error());
  if (auto added = CalloutStore(db).add(uuid, chosen->snapshot, std::string(kSynthetic), options.start_utc_ms); !added)
    return added;
  CalloutLogStore log(db, uuid);
  return log.exclusively([&] { return log.append(made.events(), *timers); });
}

}  // namespace gis::demo
