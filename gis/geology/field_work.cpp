// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geology/field_work.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace gis::geology {
namespace {

constexpr double kPatrolHourMs = 3'600'000;
constexpr double kNeverH = 1e6;

void add(RelocationSum& sum, const RelocationWork& work, bool overdue) {
  ++sum.works;
  sum.planned += work.planned, sum.contracted += work.contracted, sum.built += work.built;
  sum.moved += work.moved, sum.razed += work.razed;
  sum.funds_planned_yuan += work.funds_planned_yuan;
  sum.funds_arrived_yuan += work.funds_arrived_yuan;
  sum.funds_paid_yuan += work.funds_paid_yuan;
  sum.overdue += overdue;
}

bool doubtful(const RelocationWork& work) {
  constexpr int kPaidOut = 3;  // nothing is built for those who are paid
  return work.contracted > work.planned || (work.kind != kPaidOut && work.moved > work.built) ||
         work.razed > work.moved || work.funds_paid_yuan > work.funds_arrived_yuan ||
         (!work.finished_on.empty() && work.moved < work.planned);
}

const PatrolRule* ruleOf(std::span<const PatrolRule> rules, int season) {
  const auto found = std::ranges::find(rules, season, &PatrolRule::season);
  return found == rules.end() ? nullptr : &*found;
}

std::chrono::year_month_day beijingDay(std::int64_t utc_ms) {
  return std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(
      std::chrono::sys_time(std::chrono::milliseconds(utc_ms)) + std::chrono::hours(8)));
}

}  // namespace

std::string dayOf(std::int64_t utc_ms) {
  const auto day = beijingDay(utc_ms);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

int monthOf(std::int64_t utc_ms) { return static_cast<int>(static_cast<unsigned>(beijingDay(utc_ms).month())); }

RelocationProgress relocationProgress(std::span<const RelocationWork> works, const std::string& today) {
  RelocationProgress progress;
  std::map<std::string, RelocationSum> counties;
  for (std::size_t i = 0; i < works.size(); ++i) {
    const RelocationWork& work = works[i];
    const bool late = !work.due_on.empty() && work.due_on < today && work.moved < work.planned;
    if (late) progress.overdue.push_back(i);
    if (doubtful(work)) progress.doubtful.push_back(i);
    RelocationSum& county = counties[work.division_code.substr(0, 6)];
    add(county, work, late);
    add(progress.all, work, late);
  }
  for (auto& [code, sum] : counties) {
    sum.county_code = code;
    progress.counties.push_back(sum);
  }
  std::ranges::stable_sort(progress.overdue, {}, [&](std::size_t i) { return works[i].due_on; });
  return progress;
}

int patrolSeason(std::span<const PatrolRule> rules, int month) {
  for (const PatrolRule& rule : rules) {
    if (rule.first_month == 0 || rule.last_month == 0) continue;
    const bool wraps = rule.first_month > rule.last_month;
    const bool in = wraps ? month >= rule.first_month || month <= rule.last_month
                          : month >= rule.first_month && month <= rule.last_month;
    if (in) return rule.season;
  }
  return 0;
}

std::vector<PatrolDue> patrolsDue(std::span<const HazardPoint> points, std::span<const PatrolRule> rules,
                                  const std::map<std::string, std::int64_t>& last, std::span<const RainLevel> levels,
                                  std::int64_t now_utc_ms, int month) {
  constexpr int kBlueSeason = 3;
  std::vector<PatrolDue> due;
  const PatrolRule* season = ruleOf(rules, patrolSeason(rules, month));
  for (std::size_t i = 0; i < points.size(); ++i) {
    const PatrolRule* rule = season;
    const RainLevel level = i < levels.size() ? levels[i] : RainLevel::kNone;
    if (level != RainLevel::kNone)
      if (const PatrolRule* warned = ruleOf(rules, kBlueSeason + static_cast<int>(level) - 1);
          warned && (!rule || warned->every_h < rule->every_h))
        rule = warned;
    if (!rule) continue;
    PatrolDue one{i, rule->season, rule->every_h, false, now_utc_ms, kNeverH};
    if (const auto before = last.find(points[i].code); before != last.end()) {
      one.due_utc_ms = before->second + static_cast<std::int64_t>(rule->every_h * kPatrolHourMs);
      one.late_h = static_cast<double>(now_utc_ms - one.due_utc_ms) / kPatrolHourMs;
    } else {
      one.never = true;
    }
    due.push_back(one);
  }
  std::ranges::stable_sort(due, [](const PatrolDue& a, const PatrolDue& b) { return a.late_h > b.late_h; });
  return due;
}

}  // namespace gis::geology
