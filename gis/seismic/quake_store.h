// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/core/uuid.h"
#include "gis/seismic/assessment.h"
#include "gis/store/database.h"

namespace gis::seismic {

// An earthquake of the catalogue (历史地震). Years before Christ are negative; there is no year 0.
struct PastQuake {
  std::int64_t fid = 0;
  std::string uuid, name, clock, magnitude_type, event_code, figures_source;
  LonLat where;
  int year = 0, month = 0, day = 0;  // month and day 0: not known
  std::optional<double> magnitude, depth_km, epicentral_intensity;
  std::optional<std::int64_t> deaths;
};
struct QuakeFilter {
  int from_year = -3000, to_year = 2200;
  double least_magnitude = 0;   // rows without a magnitude pass at 0 alone
  std::optional<LonLat> about;  // with within_km: only those near a place
  double within_km = 0;
};

// Reinforcement works of one county or township.
struct ReinforcementSum {
  std::string code, name;
  std::int64_t projects = 0, planned = 0, started = 0, finished = 0;  // households
  double planned_m2 = 0, finished_m2 = 0, funds_yuan = 0;
  std::int64_t overdue = 0;  // projects past their day that are not finished
};
struct Reinforcement {
  std::string uuid, division_code, division_name, name, due_on, manager;
  int plan_year = 0;
  std::int64_t planned = 0, started = 0, finished = 0;
  double planned_m2 = 0, finished_m2 = 0, funds_yuan = 0;
};

// One row of a plan's grading table.
struct ResponseRule {
  std::string uuid, plan_name, plan_date, grade_name, response_name, leader, confidence, figures_source;
  bool in_use = false;
  int grade = 4;
  std::optional<std::int64_t> min_deaths;
  std::optional<double> min_magnitude, min_magnitude_dense;
};
// The grade by a plan in use: first by magnitude (the initial judgement), then by deaths.
struct Grading {
  const ResponseRule* by_magnitude = nullptr;
  const ResponseRule* by_deaths_low = nullptr;
  const ResponseRule* by_deaths_high = nullptr;
};
// Rules of the plan in use; the pointers live as long as `rules`. Density above 500 people/km2 counts as dense.
Grading gradeOf(const std::vector<ResponseRule>& rules, double surface_mag, double people_per_km2, const Band& deaths);

struct ModelParameter {
  std::string uuid, model, key, unit, name_zh, name_en, confidence, figures_source;
  double value = 0, default_value = 0;
};

// A scenario as it was kept.
struct KeptScenario {
  std::string uuid, name, author;
  std::int64_t at_utc_ms = 0;
  std::string parameters, result, provenance;  // JSON
};

// What the seismic room keeps in the workspace, for reading, and scenarios, which it writes. One thread.
class QuakeStore {
 public:
  explicit QuakeStore(const Database& db) : m_db(db) {}
  Result<std::vector<PastQuake>> quakes(const QuakeFilter& filter = {}) const;  // latest first
  Result<std::vector<ReinforcementSum>> reinforcementByCounty(const std::string& today) const;
  Result<std::vector<Reinforcement>> reinforcement(const std::string& county_code) const;
  Result<std::vector<ResponseRule>> responseRules() const;
  Result<std::vector<ModelParameter>> parameters(const std::string& model) const;
  Result<LossFigures> lossFigures() const;
  Result<std::vector<KeptScenario>> scenarios() const;                              // latest first
  Result<std::string> keep(const KeptScenario& scenario, UuidSource& uuids) const;  // its uuid
  Result<void> forget(const std::string& scenario_uuid) const;

 private:
  const Database& m_db;
};

// Scenario and result as JSON, units in the keys, and back.
std::string scenarioJson(const QuakeScenario& scenario);
Result<QuakeScenario> scenarioFromJson(const std::string& json);
std::string assessmentJson(const Assessment& assessment);

}  // namespace gis::seismic
