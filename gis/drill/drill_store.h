// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "gis/drill/drill_world.h"
#include "gis/store/database.h"

namespace gis::drill {

// One step as it was injected.
struct DrillEntry {
  std::int64_t seq = 0;
  std::int64_t at_utc_ms = 0;  // within the drill
  std::string kind;
  DrillWords words;
  std::string made;    // JSON: what it made
  std::string error;   // name of the error's code; empty: done
  std::string detail;  // of the error
};

// A road row and its state before a drill closed it.
struct RoadRow {
  std::string uuid;
  std::int64_t state = 1;
};

// What a drill's workspace says of its drill, and the log of what was injected: append-only. The tables are made in
// drills alone, a real workspace has none of them. One thread.
class DrillStore {
 public:
  explicit DrillStore(const Database& db) : m_db(&db) {}
  Result<void> prepare() const;
  bool there() const;
  Result<void> add(const DrillEntry& entry) const;
  // Later than `seq`, oldest first.
  Result<std::vector<DrillEntry>> entries(std::int64_t after_seq = 0) const;
  Result<std::string> setting(const std::string& key) const;  // empty: not set

  // Stations of a kind (code_station_kind; several separated by blanks) in divisions (prefixes of codes); by code.
  Result<std::vector<std::string>> stations(const std::string& kinds, const std::vector<std::string>& divisions) const;
  // Fails with kUnknownName.
  Result<std::string> divisionName(const std::string& code) const;
  // Rows of a road, by its number or name, in divisions.
  Result<std::vector<RoadRow>> roads(const std::string& road, const std::vector<std::string>& divisions) const;

 private:
  const Database* m_db;
};

}  // namespace gis::drill
