// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/seismic/quake_store.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "gis/geo/geodesic.h"
#include "gis/store/geopackage_blob.h"
#include "gis/store/guarded.h"

namespace gis::seismic {
namespace {

constexpr double kDensePerKm2 = 500;

template <class T>
std::optional<T> quakeOrNothing(const SQLite::Column& cell) {
  if (cell.isNull()) return std::nullopt;
  if constexpr (std::is_same_v<T, double>)
    return cell.getDouble();
  else
    return cell.getInt64();
}

LonLat pointOf(const SQLite::Column& blob) {
  const auto* bytes = static_cast<const std::byte*>(blob.getBlob());
  const auto box = geometryBounds(std::span(bytes, static_cast<std::size_t>(blob.getBytes())));
  return box && !box->empty() ? box->centre() : LonLat{NAN, NAN};
}

}  // namespace

Result<std::vector<PastQuake>> QuakeStore::quakes(const QuakeFilter& filter) const {
  return guarded(m_db, [&]() -> Result<std::vector<PastQuake>> {
    std::vector<PastQuake> found;
    if (!m_db.sql().tableExists("earthquake")) return found;
    SQLite::Statement rows(
        m_db.sql(),
        "SELECT fid, uuid, name, year, ifnull(month,0), ifnull(day,0), clock, magnitude, magnitude_type, depth_km,"
        " epicentral_intensity, deaths, event_code, figures_source, geom FROM earthquake"
        " WHERE year BETWEEN ? AND ? AND ifnull(magnitude,0)>=? ORDER BY year DESC, month DESC, day DESC, fid");
    rows.bind(1, filter.from_year);
    rows.bind(2, filter.to_year);
    rows.bind(3, filter.least_magnitude);
    while (rows.executeStep()) {
      PastQuake quake;
      quake.fid = rows.getColumn(0).getInt64();
      quake.uuid = rows.getColumn(1).getString(), quake.name = rows.getColumn(2).getString();
      quake.year = rows.getColumn(3).getInt(), quake.month = rows.getColumn(4).getInt();
      quake.day = rows.getColumn(5).getInt(), quake.clock = rows.getColumn(6).getString();
      quake.magnitude = quakeOrNothing<double>(rows.getColumn(7)), quake.magnitude_type = rows.getColumn(8).getString();
      quake.depth_km = quakeOrNothing<double>(rows.getColumn(9));
      quake.epicentral_intensity = quakeOrNothing<double>(rows.getColumn(10));
      quake.deaths = quakeOrNothing<std::int64_t>(rows.getColumn(11));
      quake.event_code = rows.getColumn(12).getString(), quake.figures_source = rows.getColumn(13).getString();
      quake.where = pointOf(rows.getColumn(14));
      if (filter.about && geodesicBetween(*filter.about, quake.where).dist_m > filter.within_km * 1000) continue;
      found.push_back(std::move(quake));
    }
    return found;
  });
}

Result<std::vector<ReinforcementSum>> QuakeStore::reinforcementByCounty(const std::string& today) const {
  return guarded(m_db, [&]() -> Result<std::vector<ReinforcementSum>> {
    std::vector<ReinforcementSum> found;
    if (!m_db.sql().tableExists("reinforcement_project")) return found;
    SQLite::Statement rows(
        m_db.sql(),
        "SELECT d.code, d.name, count(p.fid), ifnull(sum(p.planned_households),0), ifnull(sum(p.started_households),0),"
        " ifnull(sum(p.finished_households),0), ifnull(sum(p.planned_area_m2),0), ifnull(sum(p.finished_area_m2),0),"
        " ifnull(sum(p.funds_yuan),0),"
        " ifnull(sum(p.due_on<>'' AND p.due_on<? AND p.finished_households<p.planned_households),0)"
        " FROM division d LEFT JOIN reinforcement_project p ON substr(p.division_code,1,6)=substr(d.code,1,6)"
        " WHERE d.level=3 GROUP BY d.code ORDER BY d.code");
    rows.bind(1, today);
    while (rows.executeStep()) {
      ReinforcementSum sum;
      sum.code = rows.getColumn(0).getString(), sum.name = rows.getColumn(1).getString();
      sum.projects = rows.getColumn(2).getInt64(), sum.planned = rows.getColumn(3).getInt64();
      sum.started = rows.getColumn(4).getInt64(), sum.finished = rows.getColumn(5).getInt64();
      sum.planned_m2 = rows.getColumn(6).getDouble(), sum.finished_m2 = rows.getColumn(7).getDouble();
      sum.funds_yuan = rows.getColumn(8).getDouble(), sum.overdue = rows.getColumn(9).getInt64();
      found.push_back(std::move(sum));
    }
    return found;
  });
}

Result<std::vector<Reinforcement>> QuakeStore::reinforcement(const std::string& county_code) const {
  return guarded(m_db, [&]() -> Result<std::vector<Reinforcement>> {
    std::vector<Reinforcement> found;
    if (!m_db.sql().tableExists("reinforcement_project")) return found;
    SQLite::Statement rows(
        m_db.sql(),
        "SELECT p.uuid, p.division_code, ifnull(d.name,''), p.name, p.due_on, p.manager, p.plan_year,"
        " p.planned_households, p.started_households, p.finished_households, p.planned_area_m2, p.finished_area_m2,"
        " p.funds_yuan FROM reinforcement_project p LEFT JOIN division d ON d.code=p.division_code"
        " WHERE ?1='' OR substr(p.division_code,1,6)=substr(?1,1,6) ORDER BY p.division_code, p.plan_year, p.fid");
    rows.bind(1, county_code);
    while (rows.executeStep()) {
      Reinforcement one;
      one.uuid = rows.getColumn(0).getString(), one.division_code = rows.getColumn(1).getString();
      one.division_name = rows.getColumn(2).getString(), one.name = rows.getColumn(3).getString();
      one.due_on = rows.getColumn(4).getString(), one.manager = rows.getColumn(5).getString();
      one.plan_year = rows.getColumn(6).getInt(), one.planned = rows.getColumn(7).getInt64();
      one.started = rows.getColumn(8).getInt64(), one.finished = rows.getColumn(9).getInt64();
      one.planned_m2 = rows.getColumn(10).getDouble(), one.finished_m2 = rows.getColumn(11).getDouble();
      one.funds_yuan = rows.getColumn(12).getDouble();
      found.push_back(std::move(one));
    }
    return found;
  });
}

Result<std::vector<ResponseRule>> QuakeStore::responseRules() const {
  return guarded(m_db, [&]() -> Result<std::vector<ResponseRule>> {
    std::vector<ResponseRule> found;
    if (!m_db.sql().tableExists("quake_response_rule")) return found;
    SQLite::Statement rows(m_db.sql(),
                           "SELECT uuid, plan_name, plan_date, grade_name, response_name, leader, confidence,"
                           " figures_source, in_use, grade, min_deaths, min_magnitude, min_magnitude_dense"
                           " FROM quake_response_rule ORDER BY in_use DESC, plan_date DESC, plan_name, grade");
    while (rows.executeStep()) {
      ResponseRule rule;
      rule.uuid = rows.getColumn(0).getString(), rule.plan_name = rows.getColumn(1).getString();
      rule.plan_date = rows.getColumn(2).getString(), rule.grade_name = rows.getColumn(3).getString();
      rule.response_name = rows.getColumn(4).getString(), rule.leader = rows.getColumn(5).getString();
      rule.confidence = rows.getColumn(6).getString(), rule.figures_source = rows.getColumn(7).getString();
      rule.in_use = rows.getColumn(8).getInt() != 0, rule.grade = rows.getColumn(9).getInt();
      rule.min_deaths = quakeOrNothing<std::int64_t>(rows.getColumn(10));
      rule.min_magnitude = quakeOrNothing<double>(rows.getColumn(11));
      rule.min_magnitude_dense = quakeOrNothing<double>(rows.getColumn(12));
      found.push_back(std::move(rule));
    }
    return found;
  });
}

Grading gradeOf(const std::vector<ResponseRule>& rules, double surface_mag, double people_per_km2, const Band& deaths) {
  Grading found;
  const auto better = [](const ResponseRule*& kept, const ResponseRule& rule) {
    if (kept == nullptr || rule.grade < kept->grade) kept = &rule;
  };
  for (const ResponseRule& rule : rules) {
    if (!rule.in_use) continue;
    const auto& magnitude =
        people_per_km2 > kDensePerKm2 && rule.min_magnitude_dense ? rule.min_magnitude_dense : rule.min_magnitude;
    if (magnitude && surface_mag >= *magnitude) better(found.by_magnitude, rule);
    if (!rule.min_deaths) continue;
    if (deaths.low >= static_cast<double>(*rule.min_deaths)) better(found.by_deaths_low, rule);
    if (deaths.high >= static_cast<double>(*rule.min_deaths)) better(found.by_deaths_high, rule);
  }
  return found;
}

Result<std::vector<ModelParameter>> QuakeStore::parameters(const std::string& model) const {
  return guarded(m_db, [&]() -> Result<std::vector<ModelParameter>> {
    std::vector<ModelParameter> found;
    if (!m_db.sql().tableExists("model_parameter")) return found;
    SQLite::Statement rows(m_db.sql(),
                           "SELECT uuid, model, key, unit, name_zh, name_en, confidence, figures_source, value,"
                           " default_value FROM model_parameter WHERE model=? ORDER BY fid");
    rows.bind(1, model);
    while (rows.executeStep())
      found.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(), rows.getColumn(2).getString(),
                       rows.getColumn(3).getString(), rows.getColumn(4).getString(), rows.getColumn(5).getString(),
                       rows.getColumn(6).getString(), rows.getColumn(7).getString(), rows.getColumn(8).getDouble(),
                       rows.getColumn(9).getDouble()});
    return found;
  });
}

Result<LossFigures> QuakeStore::lossFigures() const {
  const auto rows = parameters("seismic");
  if (!rows) return std::unexpected(rows.error());
  LossFigures figures;
  for (const ModelParameter& row : *rows) {
    if (row.key == "damage_sigma") figures.damage_sigma = row.value;
    if (row.key == "injured_per_death") figures.injured_per_death = row.value;
    if (row.key.starts_with("price_"))
      if (const auto building = buildingClassNamed(std::string_view(row.key).substr(6)))
        figures.price_yuan_per_m2[static_cast<std::size_t>(*building)] = row.value;
    if (row.key.starts_with("loss_percent_") && row.key.size() > 15 && row.key[13] >= '1' && row.key[13] <= '5') {
      Band& band = figures.loss_percent[static_cast<std::size_t>(row.key[13] - '1')];
      (row.key.ends_with("_low") ? band.low : row.key.ends_with("_high") ? band.high : band.best) = row.value;
    }
  }
  return guarded(m_db, [&]() -> Result<LossFigures> {
    if (!m_db.sql().tableExists("damage_matrix_row")) return figures;
    SQLite::Statement matrix(m_db.sql(),
                             "SELECT structure_class, intensity, sound_percent, slight_percent, moderate_percent,"
                             " severe_percent, destroyed_percent FROM damage_matrix_row");
    while (matrix.executeStep()) {
      const auto building = buildingClassNamed(matrix.getColumn(0).getString());
      if (!building) continue;
      DamageShares shares{};
      double sum = 0;
      for (int g = 0; g < static_cast<int>(kDamageGrades); ++g)
        sum += shares[static_cast<std::size_t>(g)] = matrix.getColumn(2 + g).getDouble();
      for (double& share : shares) share /= sum;
      figures.official[{*building, matrix.getColumn(1).getInt()}] = shares;
    }
    return figures;
  });
}

Result<std::vector<KeptScenario>> QuakeStore::scenarios() const {
  return guarded(m_db, [&]() -> Result<std::vector<KeptScenario>> {
    std::vector<KeptScenario> found;
    if (!m_db.sql().tableExists("quake_scenario")) return found;
    SQLite::Statement rows(m_db.sql(),
                           "SELECT scenario_uuid, name, author, at_utc_ms, parameters, result, provenance"
                           " FROM quake_scenario ORDER BY at_utc_ms DESC, scenario_uuid DESC");
    while (rows.executeStep())
      found.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(), rows.getColumn(2).getString(),
                       rows.getColumn(3).getInt64(), rows.getColumn(4).getString(), rows.getColumn(5).getString(),
                       rows.getColumn(6).getString()});
    return found;
  });
}

Result<std::string> QuakeStore::keep(const KeptScenario& scenario, UuidSource& uuids) const {
  const std::string uuid = scenario.uuid.empty() ? uuids.next() : scenario.uuid;
  const auto written = m_db.transaction([&]() -> Result<void> {
    SQLite::Statement row(m_db.sql(),
                          "INSERT INTO quake_scenario (scenario_uuid, name, at_utc_ms, author, parameters, result,"
                          " provenance) VALUES (?, ?, ?, ?, ?, ?, ?)");
    row.bind(1, uuid);
    row.bind(2, scenario.name);
    row.bind(3, scenario.at_utc_ms);
    row.bind(4, scenario.author);
    row.bind(5, scenario.parameters);
    row.bind(6, scenario.result);
    row.bind(7, scenario.provenance);
    row.exec();
    return {};
  });
  if (!written) return std::unexpected(written.error());
  return uuid;
}

Result<void> QuakeStore::forget(const std::string& scenario_uuid) const {
  return m_db.transaction([&]() -> Result<void> {
    SQLite::Statement row(m_db.sql(), "DELETE FROM quake_scenario WHERE scenario_uuid=?");
    row.bind(1, scenario_uuid);
    if (row.exec() == 0) return fail(ErrorCode::kNoData, scenario_uuid);
    return {};
  });
}

}  // namespace gis::seismic
