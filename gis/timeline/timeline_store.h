// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "gis/core/error.h"
#include "gis/store/database.h"

namespace gis {

// One thing that happened, of whatever room (复盘时间轴).
struct TimelineEntry {
  std::int64_t at_utc_ms = 0;
  std::string kind;     // "warning_alert", "requisition_dispatched": app/ has the words
  std::string subject;  // headline, title, number: as it was written
  std::string detail;   // colour, place, words
  std::string actor;
  std::int64_t number = 0;  // what the kind counts: persons, whole mm
  bool is_key = false;      // has a mark on the slider
  bool is_drill = false;
};

// An event from its first warning to its end.
struct EventSpan {
  std::string id, title;
  std::int64_t from_utc_ms = 0, to_utc_ms = 0;
  bool is_drill = false;
};

// What happened, put together from the tables of the rooms by the queries in resources/timeline: a room adds its own by
// a query there. Queries whose tables are not in the workspace are passed over. One thread; the Database must outlive
// it.
class TimelineStore {
 public:
  explicit TimelineStore(const Database& db) : m_db(&db) {}
  // From one moment to another, both inclusive; oldest first. Fails with kDamagedFile when a query is wrong.
  Result<std::vector<TimelineEntry>> entries(std::int64_t from_utc_ms, std::int64_t to_utc_ms) const;
  // Newest first, at most 50.
  Result<std::vector<EventSpan>> spans() const;

 private:
  const Database* m_db;
};

}  // namespace gis
