// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/situation/deadline.h"

#include <algorithm>
#include <array>

namespace gis::situation {
namespace {

constexpr std::int64_t kMin_ms = 60'000;
constexpr std::int64_t kDayLength_ms = 24 * 60 * kMin_ms;
constexpr std::int64_t kZone_ms = 8 * 60 * kMin_ms;        // Beijing
constexpr std::int64_t kDailyFresh_ms = 4 * 60 * kMin_ms;  // a daily report of before is yesterday's

// The first of these moments of the day after `after_utc_ms`.
std::int64_t nextMoment(const std::vector<int>& at_min, std::int64_t after_utc_ms) {
  const std::int64_t midnight_utc_ms = (after_utc_ms + kZone_ms) / kDayLength_ms * kDayLength_ms - kZone_ms;
  std::int64_t next_utc_ms = 0;
  for (const int minute : at_min)
    for (const int day : {0, 1}) {
      const std::int64_t moment_utc_ms = midnight_utc_ms + day * kDayLength_ms + minute * kMin_ms;
      if (moment_utc_ms > after_utc_ms && (next_utc_ms == 0 || moment_utc_ms < next_utc_ms))
        next_utc_ms = moment_utc_ms;
    }
  return next_utc_ms;
}

void addIncident(const DeadlineRule& rule, const IncidentBrief& incident, const std::vector<IssuedReport>& issued,
                 std::vector<Deadline>& into) {
  std::int64_t last_utc_ms = 0;
  for (const IssuedReport& report : issued) {
    if (report.incident_uuid != incident.uuid) continue;
    if (report.kind == ReportKind::kFinal) return;
    if (report.kind == ReportKind::kFirst || report.kind == ReportKind::kUpdate)
      last_utc_ms = std::max(last_utc_ms, report.issued_utc_ms);
  }
  const auto add = [&](DueKind kind, std::int64_t due_utc_ms) {
    into.push_back({kind, incident.uuid, incident.title, incident.is_drill, due_utc_ms, rule.source, rule.certainty});
  };
  if (last_utc_ms == 0) {
    add(DueKind::kPhone, incident.known_utc_ms + rule.phone_min * kMin_ms);
    add(DueKind::kFirst, incident.known_utc_ms + rule.first_min * kMin_ms);
  } else {
    add(DueKind::kUpdate, rule.update_at_min.empty() ? last_utc_ms + rule.update_every_min * kMin_ms
                                                     : nextMoment(rule.update_at_min, last_utc_ms));
  }
}

// Today's until it is issued, then tomorrow's.
Deadline dailyOf(const ReportCatalogue& catalogue, const std::vector<IssuedReport>& issued, std::int64_t now_utc_ms) {
  Deadline daily{DueKind::kDaily, {}, {}, false, 0, "deadlines.json", "fair"};
  const std::int64_t midnight_utc_ms = (now_utc_ms + kZone_ms) / kDayLength_ms * kDayLength_ms - kZone_ms;
  const std::int64_t today_utc_ms = midnight_utc_ms + catalogue.daily_at_min * kMin_ms;
  const bool is_made = std::ranges::any_of(issued, [&](const IssuedReport& report) {
    return report.kind == ReportKind::kDaily && !report.is_drill &&
           report.as_of_utc_ms >= today_utc_ms - kDailyFresh_ms;
  });
  daily.due_utc_ms = is_made ? today_utc_ms + kDayLength_ms : today_utc_ms;
  return daily;
}

}  // namespace

std::string_view dueName(DueKind kind) {
  constexpr std::array<std::string_view, 4> kNames = {"phone", "first", "update", "daily"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<Deadline> deadlinesOf(const ReportCatalogue& catalogue, const std::vector<IncidentBrief>& incidents,
                                  const std::vector<IssuedReport>& issued, std::int64_t now_utc_ms) {
  std::vector<Deadline> due;
  for (const IncidentBrief& incident : incidents)
    if (incident.state != "closed") addIncident(catalogue.deadlineOf(incident.grade), incident, issued, due);
  due.push_back(dailyOf(catalogue, issued, now_utc_ms));
  std::ranges::stable_sort(due, {}, &Deadline::due_utc_ms);
  return due;
}

}  // namespace gis::situation
