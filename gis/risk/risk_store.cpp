// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/risk/risk_store.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <nlohmann/json.hpp>
#include <span>

#include "gis/risk/district_finder.h"
#include "gis/store/geopackage_blob.h"
#include "gis/store/guarded.h"

namespace gis::risk {
namespace {

constexpr int kTownDigits = 9, kCountyDigits = 6;
constexpr const char* kMethod = "R = H^a * E^b * (1 - C/2)^c";
// How much a fault counts by its latest activity: Holocene, late Pleistocene, early and middle Pleistocene, older.
// Our design: only the first two are seismogenic by GB 17741.
constexpr std::array kFaultActivity{1.0, 0.7, 0.3, 0.05};

std::span<const std::byte> bytesOf(const SQLite::Column& blob) {
  return {static_cast<const std::byte*>(blob.getBlob()), static_cast<std::size_t>(blob.getBytes())};
}

class Reading {
 public:
  Reading(const Database& db, RiskLevel level)
      : m_db(db), m_level(level), m_digits(level == RiskLevel::kCounty ? kCountyDigits : kTownDigits) {}

  std::vector<District>& districts() { return m_districts; }

  void divisions() {
    SQLite::Statement rows(
        m_db.sql(),
        "SELECT d.code, d.name, ifnull(p.name,''), ifnull(d.area_km2,0), ifnull(d.population,0), d.geom, d.fid"
        " FROM division d LEFT JOIN division p ON p.code=d.parent_code WHERE d.level=?"
        " ORDER BY d.code");
    rows.bind(1, static_cast<int>(m_level));
    while (rows.executeStep()) {
      District d;
      d.code = rows.getColumn(0).getString(), d.name = rows.getColumn(1).getString();
      d.parent_name = rows.getColumn(2).getString(), d.fid = rows.getColumn(6).getInt64();
      d.area_km2 = rows.getColumn(3).getDouble(), d.population = rows.getColumn(4).getInt64();
      FeatureColumns columns;
      const bool outlined =
          !rows.getColumn(5).isNull() && decodeGeometry(bytesOf(rows.getColumn(5)), columns).has_value();
      m_finder.add(outlined ? std::move(columns) : FeatureColumns{});
      if (d.area_km2 <= 0) d.area_km2 = std::max(0.01, m_finder.areaKm2(m_districts.size()));
      m_index[d.code.substr(0, static_cast<std::size_t>(m_digits))] = m_districts.size();
      m_districts.push_back(std::move(d));
    }
  }

  // Adds `value` of each group of rows; `sql` yields (prefix of the division code, value).
  void sum(const std::string& sql, const std::function<void(District&, double)>& add) {
    SQLite::Statement rows(m_db.sql(), sql);
    while (rows.executeStep())
      if (District* d = of(rows.getColumn(0).getString())) add(*d, rows.getColumn(1).getDouble());
  }
  std::string prefix() const { return "substr(division_code,1," + std::to_string(m_digits) + ")"; }

  void people() {
    const std::string group = " GROUP BY 1";
    std::map<const District*, double> counted;
    sum("SELECT " + prefix() + ", sum(population) FROM population_village" + group,
        [&](District& d, double v) { counted[&d] += v; });
    for (District& d : m_districts)
      if (d.population <= 0) d.population = static_cast<std::int64_t>(counted[&d]);
    sum("SELECT " + prefix() + ", sum(age_0_14+age_65_up)*1.0/max(1,sum(population)) FROM population_village" + group,
        at(Exposure::kVulnerable));
    for (District& d : m_districts)
      d.exposure[static_cast<std::size_t>(Exposure::kPeople)] = static_cast<double>(d.population) / d.area_km2;
    sum("SELECT " + prefix() +
            ", sum(CASE WHEN seismic_designed THEN 0 ELSE footprint_m2*storeys END)/max(1,sum(footprint_m2*storeys))"
            " FROM building" +
            group,
        at(Exposure::kWeakBuildings));
    for (const char* table : {"school", "hospital", "care_home"})
      sum("SELECT " + prefix() + ", count(*) FROM " + table + group, at(Exposure::kSites));
    for (District& d : m_districts) d.exposure[static_cast<std::size_t>(Exposure::kSites)] /= d.area_km2;
  }

  void hazards() {
    const std::string group = " GROUP BY 1";
    sum("SELECT " + prefix() + ", sum(area_m2*fire_class/5.0)/1e6 FROM fire_risk_zone" + group, at(Hazard::kFire));
    sum("SELECT " + prefix() +
            ", sum(CASE danger_grade WHEN 'A' THEN 8 WHEN 'B' THEN 4 WHEN 'C' THEN 2 ELSE 1 END) FROM geohazard_point" +
            group,
        at(Hazard::kGeology));
    sum("SELECT " + prefix() + ", sum(area_km2*(4-danger)/3.0) FROM catchment" + group, at(Hazard::kFlood));
    faults();
    past();
    for (District& d : m_districts)
      for (double& v : d.hazard) v /= d.area_km2;
  }

  void capability() {
    const std::string group = " GROUP BY 1";
    for (District& d : m_districts) d.capability.population = std::max<double>(1, static_cast<double>(d.population));
    std::map<std::string, bool> known;
    if (m_db.sql().tableExists("town_capability")) {
      SQLite::Statement rows(m_db.sql(),
                             "SELECT " + prefix() +
                                 ", sum(population), sum(disaster_staff), avg(risk_assessed), sum(funds_yuan)/1e4,"
                                 " sum(stocks_yuan)/1e4, sum(hospital_beds), sum(firefighters), sum(volunteers),"
                                 " sum(militia), sum(trained_people), sum(shelter_places) FROM town_capability" +
                                 group);
      while (rows.executeStep()) {
        District* d = of(rows.getColumn(0).getString());
        if (d == nullptr) continue;
        known[d->code] = true;
        CapabilityInput& c = d->capability;
        double* const into[] = {&c.population,      &c.disaster_staff, &c.risk_assessed_ratio, &c.funds_10k_yuan,
                                &c.stocks_10k_yuan, &c.hospital_beds,  &c.firefighters,        &c.volunteers,
                                &c.militia,         &c.trained_people, &c.shelter_places};
        for (int i = 0; i < 11; ++i) *into[i] = rows.getColumn(i + 1).getDouble();
        c.population = std::max(1.0, c.population);
      }
    }
    const auto unknown = [&](auto set) {
      return [&, set](District& d, double v) {
        if (!known.contains(d.code)) set(d.capability, v);
      };
    };
    sum("SELECT " + prefix() + ", sum(beds) FROM hospital" + group,
        unknown([](CapabilityInput& c, double v) { c.hospital_beds = v; }));
    sum("SELECT " + prefix() + ", sum(members) FROM rescue_team" + group,
        unknown([](CapabilityInput& c, double v) { c.firefighters = v; }));
    sum("SELECT " + prefix() + ", sum(capacity) FROM shelter" + group,
        unknown([](CapabilityInput& c, double v) { c.shelter_places = v; }));
  }

 private:
  District* of(const std::string& code) {
    const auto found = m_index.find(code);
    return found == m_index.end() ? nullptr : &m_districts[found->second];
  }
  static std::function<void(District&, double)> at(Hazard hazard) {
    return [hazard](District& d, double v) { d.hazard[static_cast<std::size_t>(hazard)] += v; };
  }
  static std::function<void(District&, double)> at(Exposure exposure) {
    return [exposure](District& d, double v) { d.exposure[static_cast<std::size_t>(exposure)] += v; };
  }

  // Each piece of a trace counts where its middle lies, km.
  void faults() {
    SQLite::Statement rows(m_db.sql(), "SELECT age, geom FROM fault");
    while (rows.executeStep()) {
      FeatureColumns line;
      if (!decodeGeometry(bytesOf(rows.getColumn(1)), line)) continue;
      const int age = std::clamp(rows.getColumn(0).getInt(), 1, 4);
      for (std::size_t i = 0; i + 3 < line.xy.size(); i += 2) {
        const LonLat a{line.xy[i], line.xy[i + 1]}, b{line.xy[i + 2], line.xy[i + 3]};
        const int district = m_finder.at({(a.lon_deg + b.lon_deg) / 2, (a.lat_deg + b.lat_deg) / 2});
        if (district < 0) continue;
        m_districts[static_cast<std::size_t>(district)].hazard[static_cast<std::size_t>(Hazard::kSeismic)] +=
            kFaultActivity[static_cast<std::size_t>(age - 1)] * roughKm(a, b);
      }
    }
  }

  void past() {
    SQLite::Statement rows(m_db.sql(), "SELECT geom FROM historical_disaster");
    while (rows.executeStep()) {
      const auto box = geometryBounds(bytesOf(rows.getColumn(0)));
      if (!box || box->empty()) continue;
      if (const int district = m_finder.at(box->centre()); district >= 0)
        m_districts[static_cast<std::size_t>(district)].hazard[static_cast<std::size_t>(Hazard::kPast)] += 1;
    }
  }

  const Database& m_db;
  RiskLevel m_level;
  int m_digits;
  std::vector<District> m_districts;
  std::map<std::string, std::size_t> m_index;
  DistrictFinder m_finder;
};

}  // namespace

Result<std::vector<District>> RiskStore::districts(RiskLevel level, const CancelToken& cancel,
                                                   const Progress& progress) const {
  return guarded(m_db, [&]() -> Result<std::vector<District>> {
    Reading reading(m_db, level);
    using Step = void (Reading::*)();
    constexpr Step kSteps[] = {&Reading::divisions, &Reading::people, &Reading::hazards, &Reading::capability};
    double done = 0;
    for (const Step step : kSteps) {
      if (cancel.cancelled()) return fail(ErrorCode::kCancelled, "risk");
      (reading.*step)();
      if (progress) progress(done += 0.25);
    }
    if (reading.districts().empty()) return fail(ErrorCode::kNoData, "division", "no districts of this level");
    return std::move(reading.districts());
  });
}

Result<std::vector<RiskParameter>> RiskStore::parameters() const {
  return guarded(m_db, [&]() -> Result<std::vector<RiskParameter>> {
    std::vector<RiskParameter> found;
    if (!m_db.sql().tableExists("model_parameter")) return found;
    SQLite::Statement rows(m_db.sql(),
                           "SELECT uuid, key, unit, name_zh, name_en, confidence, figures_source, value, default_value"
                           " FROM model_parameter WHERE model='risk' ORDER BY fid");
    while (rows.executeStep())
      found.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(), rows.getColumn(2).getString(),
                       rows.getColumn(3).getString(), rows.getColumn(4).getString(), rows.getColumn(5).getString(),
                       rows.getColumn(6).getString(), rows.getColumn(7).getDouble(), rows.getColumn(8).getDouble()});
    return found;
  });
}

Result<RiskWeights> RiskStore::weights() const {
  const auto rows = parameters();
  if (!rows) return std::unexpected(rows.error());
  return weightsFrom(*rows);
}

RiskWeights weightsFrom(const std::vector<RiskParameter>& parameters) {
  RiskWeights weights;
  for (const RiskParameter& row : parameters) {
    for (std::size_t i = 0; i < kHazards; ++i)
      if (row.key == "weight_" + std::string(hazardName(static_cast<Hazard>(i)))) weights.hazard[i] = row.value;
    for (std::size_t i = 0; i < kExposures; ++i)
      if (row.key == "exposure_" + std::string(exposureName(static_cast<Exposure>(i)))) weights.exposure[i] = row.value;
    constexpr std::array kGroups{"capacity_manage", "capacity_prepare", "capacity_rescue"};
    for (std::size_t i = 0; i < 3; ++i)
      if (row.key == kGroups[i]) weights.capability.groups[i] = row.value;
    for (std::size_t i = 0; i < kCapabilities; ++i)
      if (row.key == "capacity_c" + std::to_string(i + 1)) weights.capability.within[i] = row.value;
    if (row.key == "exponent_hazard") weights.hazard_power = row.value;
    if (row.key == "exponent_exposure") weights.exposure_power = row.value;
    if (row.key == "exponent_capacity") weights.capacity_power = row.value;
  }
  return weights;
}

std::string weightsJson(const RiskWeights& weights) {
  using Json = nlohmann::ordered_json;
  Json hazards = Json::object(), exposures = Json::object();
  for (std::size_t i = 0; i < kHazards; ++i)
    hazards[std::string(hazardName(static_cast<Hazard>(i)))] = weights.hazard[i];
  for (std::size_t i = 0; i < kExposures; ++i)
    exposures[std::string(exposureName(static_cast<Exposure>(i)))] = weights.exposure[i];
  return Json({{"method", kMethod},
               {"hazard", std::move(hazards)},
               {"exposure", std::move(exposures)},
               {"capability_groups", weights.capability.groups},
               {"capability_within", weights.capability.within},
               {"powers", {weights.hazard_power, weights.exposure_power, weights.capacity_power}}})
      .dump();
}

Result<std::string> RiskStore::keep(RiskLevel level, const std::vector<District>& districts,
                                    const std::vector<RiskScore>& scores, const std::string& weights_json,
                                    const std::string& author, std::int64_t at_utc_ms, UuidSource& uuids) const {
  const std::string uuid = uuids.next();
  const auto written = m_db.transaction([&]() -> Result<void> {
    SQLite::Statement run(
        m_db.sql(), "INSERT INTO risk_run (run_uuid, at_utc_ms, author, level, method, weights) VALUES (?,?,?,?,?,?)");
    run.bind(1, uuid);
    run.bind(2, at_utc_ms);
    run.bind(3, author);
    run.bind(4, static_cast<int>(level));
    run.bind(5, std::string(kMethod));
    run.bind(6, weights_json);
    run.exec();
    SQLite::Statement row(m_db.sql(),
                          "INSERT INTO risk_score (run_uuid, division_code, score, hazard, exposure, capacity, rank)"
                          " VALUES (?,?,?,?,?,?,?)");
    for (std::size_t i = 0; i < districts.size(); ++i) {
      row.reset();
      row.bind(1, uuid);
      row.bind(2, districts[i].code);
      row.bind(3, scores[i].risk);
      row.bind(4, scores[i].hazard_index);
      row.bind(5, scores[i].exposure_index);
      row.bind(6, scores[i].capacity.total);
      row.bind(7, scores[i].rank);
      row.exec();
    }
    return {};
  });
  if (!written) return std::unexpected(written.error());
  return uuid;
}

Result<std::vector<RiskRun>> RiskStore::runs(RiskLevel level, std::size_t at_most) const {
  return guarded(m_db, [&]() -> Result<std::vector<RiskRun>> {
    std::vector<RiskRun> found;
    if (!m_db.sql().tableExists("risk_run")) return found;
    SQLite::Statement run(m_db.sql(),
                          "SELECT run_uuid, author, at_utc_ms FROM risk_run WHERE level=? ORDER BY at_utc_ms DESC,"
                          " run_uuid DESC LIMIT ?");
    run.bind(1, static_cast<int>(level));
    run.bind(2, static_cast<std::int64_t>(at_most));
    SQLite::Statement rows(m_db.sql(),
                           "SELECT division_code, score, hazard, exposure, capacity, rank FROM risk_score"
                           " WHERE run_uuid=?");
    while (run.executeStep()) {
      RiskRun one{run.getColumn(0).getString(), run.getColumn(1).getString(), run.getColumn(2).getInt64(), {}};
      rows.reset();
      rows.bind(1, one.uuid);
      while (rows.executeStep())
        one.by_code[rows.getColumn(0).getString()] = {rows.getColumn(1).getDouble(), rows.getColumn(2).getDouble(),
                                                      rows.getColumn(3).getDouble(), rows.getColumn(4).getDouble(),
                                                      rows.getColumn(5).getInt()};
      found.push_back(std::move(one));
    }
    return found;
  });
}

}  // namespace gis::risk
