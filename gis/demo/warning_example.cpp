// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/warning_example.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <span>

#include "gis/callout/roster_store.h"
#include "gis/cap/cap_writer.h"

namespace gis::demo {
namespace {

constexpr int kExampleCounty = 3, kExampleTown = 4;
constexpr std::size_t kCounties = 2, kExamplePersons = 500;

Warning12379 exampleWarning(std::int64_t sent_utc_ms) {
  Warning12379 warning;
  warning.identifier = "14040041600000_demo_rainstorm_red";
  warning.sender = "14040041600000";
  warning.sender_name = "长治市气象台";
  warning.sent_utc_ms = warning.effective_utc_ms = sent_utc_ms;
  warning.event_code = "11B03";
  warning.event = "暴雨";
  warning.colour = WarningColour::kRed;
  warning.headline = "长治市气象台发布暴雨红色预警信号（演示数据）";
  warning.instruction = "请立即组织受威胁的群众转移，停止户外作业，防范山洪、滑坡和城乡积涝。";
  return warning;
}

std::vector<CalloutDivision> divisionsOf(const Roster& roster, int level) {
  std::vector<CalloutDivision> found;
  for (const RosterDivision& one : roster.divisions)
    if (one.division.level == level) found.push_back(one.division);
  std::ranges::sort(found, {}, &CalloutDivision::code);
  return found;
}

// Town after town of the last two counties in turn, the outlying ones first, until enough persons are responsible.
Result<Warning12379> threatening(const Roster& roster, Warning12379 warning) {
  const auto plan = builtInPlan();
  if (!plan) return std::unexpected(plan.error());
  const std::vector<CalloutDivision> counties = divisionsOf(roster, kExampleCounty);
  if (counties.size() < kCounties) return fail(ErrorCode::kNoData, "division");
  const std::span<const CalloutDivision> two = std::span(counties).last(kCounties);
  std::vector<std::vector<CalloutDivision>> towns(kCounties);
  for (const CalloutDivision& town : divisionsOf(roster, kExampleTown))
    for (std::size_t c = 0; c < kCounties; ++c)
      if (town.parent_code == two[c].code) towns[c].push_back(town);
  std::vector<std::string> names(kCounties);
  std::size_t persons = 0;
  while (persons < kExamplePersons && !std::ranges::all_of(towns, &std::vector<CalloutDivision>::empty))
    for (std::size_t c = 0; c < kCounties && persons < kExamplePersons; ++c) {
      if (towns[c].empty()) continue;
      warning.division_codes.push_back(towns[c].back().code);
      names[c] += (names[c].empty() ? two[c].name : "、") + towns[c].back().name;
      towns[c].pop_back();
      const auto chosen = chooseTargets(*plan, warning, roster, false, "");
      if (!chosen) return std::unexpected(chosen.error());
      persons = chosen->snapshot.targets.size();
    }
  warning.description =
      fmt::format("过去2小时{}，{}降雨量已达80毫米以上，预计未来3小时降雨持续，累计可达150毫米。", names[0], names[1]);
  return warning;
}

}  // namespace

Result<void> writeWarningExample(const std::filesystem::path& folder, const Database& db, std::int64_t sent_utc_ms) {
  const auto roster = readRoster(db);
  if (!roster) return std::unexpected(roster.error());
  const auto warning = threatening(*roster, exampleWarning(sent_utc_ms));
  if (!warning) return std::unexpected(warning.error());
  const std::filesystem::path file = folder / "warnings" / "rainstorm_red.xml";
  std::error_code failed;
  std::filesystem::create_directories(file.parent_path(), failed);
  std::ofstream out(file, std::ios::binary);
  out << writeCap(capOf(*warning));
  out.flush();
  if (!out) return fail(ErrorCode::kIoFailed, file.string());
  return {};
}

}  // namespace gis::demo
