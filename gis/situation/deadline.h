// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "gis/situation/report_store.h"

namespace gis::situation {

enum class DueKind { kPhone, kFirst, kUpdate, kDaily };
std::string_view dueName(DueKind kind);

// A report that is to be made by a moment, UTC ms.
struct Deadline {
  DueKind kind = DueKind::kFirst;
  std::string incident_uuid, title;
  bool is_drill = false;
  std::int64_t due_utc_ms = 0;
  std::string source, certainty;

  std::int64_t leftMs(std::int64_t now_utc_ms) const { return due_utc_ms - now_utc_ms; }
};

// What is due now or next, overdue first: of every incident that has no final report and is not closed the first report
// (by telephone and on paper, from when the office learned of it), then updates by its grade; and the daily report,
// whose figures have to be of the four hours before it. A telephone call leaves no trace here: it stands until the
// first report is issued. Pure. Source: resources/reports/deadlines.json, each rule with its own.
std::vector<Deadline> deadlinesOf(const ReportCatalogue& catalogue, const std::vector<IncidentBrief>& incidents,
                                  const std::vector<IssuedReport>& issued, std::int64_t now_utc_ms);

}  // namespace gis::situation
