// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/uuid.h"
#include "gis/risk/risk_index.h"
#include "gis/store/database.h"

namespace gis::risk {

enum class RiskLevel { kCounty = 3, kTown = 4 };  // code_division_level

// A weight as it is kept; `name` in both languages.
struct RiskParameter {
  std::string uuid, key, unit, name_zh, name_en, confidence, figures_source;
  double value = 0, default_value = 0;
};

// A run of the index that was kept, for the trend.
struct RiskRun {
  std::string uuid, author;
  std::int64_t at_utc_ms = 0;
  struct Score {
    double risk = 0, hazard = 0, exposure = 0, capacity = 0;
    int rank = 0;
  };
  std::map<std::string, Score> by_code;
};

// Reads the districts with their indicators out of the census tables, keeps weights' values and runs. One thread.
class RiskStore {
 public:
  explicit RiskStore(const Database& db) : m_db(db) {}
  // Of one level, by code. Where the township has no capability row, what the tables of teams, hospitals and shelters
  // hold is counted. Polls `cancel` between tables. Fails with kCancelled, kNoData (no such districts).
  Result<std::vector<District>> districts(RiskLevel level, const CancelToken& cancel = {},
                                          const Progress& progress = {}) const;
  Result<std::vector<RiskParameter>> parameters() const;
  Result<RiskWeights> weights() const;
  Result<std::string> keep(RiskLevel level, const std::vector<District>& districts,
                           const std::vector<RiskScore>& scores, const std::string& weights_json,
                           const std::string& author, std::int64_t at_utc_ms, UuidSource& uuids) const;
  Result<std::vector<RiskRun>> runs(RiskLevel level, std::size_t at_most) const;  // latest first

 private:
  const Database& m_db;
};

// The weights as JSON, and the method in one sentence of each language.
std::string weightsJson(const RiskWeights& weights);
RiskWeights weightsFrom(const std::vector<RiskParameter>& parameters);

}  // namespace gis::risk
