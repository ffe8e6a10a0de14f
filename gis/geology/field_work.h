// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <span>
#include <string>
#include <vector>

#include "gis/geology/geology_records.h"
#include "gis/geology/rain_rule.h"

namespace gis::geology {

// A moment as a day in Beijing (UTC+8), "2026-05-01", and its month.
std::string dayOf(std::int64_t utc_ms);
int monthOf(std::int64_t utc_ms);

// Relocation works (避险搬迁) of a county, or of all of them.
struct RelocationSum {
  std::string county_code;  // six digits; empty: all
  std::int64_t works = 0, planned = 0, contracted = 0, built = 0, moved = 0, razed = 0;
  double funds_planned_yuan = 0, funds_arrived_yuan = 0, funds_paid_yuan = 0;
  std::int64_t overdue = 0;  // works
};
struct RelocationProgress {
  RelocationSum all;
  std::vector<RelocationSum> counties;  // by code; their sums are `all`
  std::vector<std::size_t> overdue;     // places in `works`, the longest first
  // Works whose figures contradict each other: more moved than built, more razed than moved, more paid than arrived ...
  std::vector<std::size_t> doubtful;
};
// `today` as "2026-05-01". A work is overdue when its day has passed and not all households have moved.
RelocationProgress relocationProgress(std::span<const RelocationWork> works, const std::string& today);

// The season a day belongs to for patrols, by the months of the rules: code_patrol_season 0 dry, 1 thaw, 2 flood.
int patrolSeason(std::span<const PatrolRule> rules, int month);

struct PatrolDue {
  std::size_t point = 0;  // place in `points`
  int season = 0;         // the rule that holds: the season, or 3..6 by the warning
  double every_h = 0;
  bool never = false;  // nobody has been there
  std::int64_t due_utc_ms = 0;
  double late_h = 0;  // below 0: still time
};
// When each point is to be patrolled next, the latest first: the shorter of what the season and what the present grade
// of rain ask for. `levels` as `points`, or empty. `last` by hazard code.
std::vector<PatrolDue> patrolsDue(std::span<const HazardPoint> points, std::span<const PatrolRule> rules,
                                  const std::map<std::string, std::int64_t>& last, std::span<const RainLevel> levels,
                                  std::int64_t now_utc_ms, int month);

}  // namespace gis::geology
