// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <vector>

#include "gis/geology/geology_records.h"
#include "gis/geology/rain_rule.h"
#include "gis/store/database.h"

namespace gis::geology {

// Reads the tables of the geology room. Works on an older schema as well: tables that are not there yet are empty. One
// thread, one connection. Fails as SQLite does.
class GeologyStore {
 public:
  explicit GeologyStore(const Database& db) : m_db(db) {}

  Result<std::vector<HazardPoint>> points() const;
  Result<std::vector<RiskArea>> areas() const;
  Result<std::vector<RainRule>> rainRules(bool in_use_only = true) const;
  Result<std::vector<PatrolRule>> patrolRules() const;
  Result<std::map<std::string, HazardPlan>> plans() const;  // by hazard code
  Result<std::vector<Household>> households() const;
  Result<std::vector<RelocationWork>> relocation() const;
  // The last patrol of each point, UTC ms, by hazard code.
  Result<std::map<std::string, std::int64_t>> lastPatrols() const;
  Result<std::vector<Responsible>> responsible() const;
  Result<std::vector<DivisionName>> divisions() const;
  // Places of the stations of the census, by their code.
  Result<std::map<std::string, LonLat>> stationPlaces() const;

 private:
  bool has(const char* table) const;
  const Database& m_db;
};

// "2026-05-01T00:00:00.000Z" or "2026-05-01" as UTC ms; nothing when it is neither.
std::optional<std::int64_t> utcMsOf(const std::string& text);

}  // namespace gis::geology
