// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "gis/situation/fact.h"
#include "gis/store/database.h"

namespace gis::situation {

// Whose facts, and as they were known when.
struct FactQuestion {
  std::string incident_uuid;  // empty: of no single incident
  std::int64_t as_of_utc_ms = 0;
  bool with_drills = false;
};

// Asks a workspace for facts. Nothing is written. One thread; the Database must outlive it.
class FactStore {
 public:
  explicit FactStore(const Database& db) : m_db(&db) {}

  // All of them by name; one whose table is not there or that has no row is there without a value. Fails with
  // kInvalidArgument and the fact's name for SQL that cannot be run.
  Result<Facts> facts(const std::vector<FactDefinition>& wanted, const FactQuestion& question) const;
  // The shares of the counties that told any of them, by code; facts without county_sql have none. Fails as facts().
  Result<Counties> counties(const std::vector<FactDefinition>& wanted, const FactQuestion& question) const;
  // What a fact was counted from, at most 1,000 rows.
  Result<FactRows> rows(const FactDefinition& fact, const FactQuestion& question) const;

 private:
  const Database* m_db;
};

}  // namespace gis::situation
