// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/coords.h"
#include "gis/flood/areal_rain.h"
#include "gis/flood/drought.h"
#include "gis/flood/rain_series.h"
#include "gis/flood/rain_threshold.h"
#include "gis/flood/storage_curve.h"

namespace gis::flood {

// The register of the flood room as it was read: values, no connection behind them.
struct Station {
  std::int64_t fid = 0;
  std::string code, name, kind, division_code, river;  // kind: PP ZQ ZZ RR MM SS
  LonLat at;
};

struct Person {
  std::string name, post, unit, phone, phone_second;
  int role = 0;  // code_role
};

struct DangerSection {
  std::int64_t fid = 0;
  std::string uuid, code, name, division_code, catchment_code;
  std::optional<int> reach_no;
  int danger = 3;  // code_flood_danger
  int households = 0, people = 0;
  std::optional<double> critical_m3_per_s, curve_number;
  std::string evacuation_place, evacuation_route;
  LonLat at;
  std::vector<RainThreshold> thresholds;
};

// A gauge's station and what it measures.
struct Gauge {
  std::string station_code;
  std::optional<int> reach_no;
  std::string reservoir_uuid;
  StageMarks marks;
  char confidence = 'U';
  std::string figures_source;
};

struct LimitPeriod {
  int period = 1;  // code_limit_period
  std::string begins_mmdd, ends_mmdd;
  std::optional<double> limit_level_m;
  char confidence = 'U';
  std::string figures_source;
};

// Administrative, technical and patrol: 行政、技术、巡查责任人.
using ThreeLeads = std::array<std::vector<Person>, 3>;

struct ReservoirRecord {
  std::int64_t fid = 0;
  std::string uuid, name, river, division_code;
  int reservoir_class = 5;
  std::optional<double> capacity_m3, flood_limit_level_m, normal_level_m, check_level_m;
  LonLat dam;
  bool confirmed = false;
  StorageCurve curve;         // empty where there is none or it is wrong
  std::string curve_trouble;  // what is wrong with it
  char curve_confidence = 'U';
  std::vector<LimitPeriod> limits;
  ThreeLeads leads;
};

struct CheckDamRecord {
  std::int64_t fid = 0;
  std::string name, division_code;
  double height_m = 0, capacity_m3 = 0;
  LonLat at;
  ThreeLeads leads;
};

struct DivisionName {
  std::string name;
  int level = 0;
  long long population = 0;
};

struct CountyNormal {
  std::string division_code;
  int month = 1;
  std::optional<double> reservoir_storage_m3, soil_relative_percent;
  char confidence = 'U';
};

// Named numbers of table flood_rule, with what holds where a row is missing.
struct FloodRules {
  WetnessRule wetness;
  int hold_h = 3;
  double prepare_ratio = 0.8;
  double stale_h = 2, silent_h = 24;
  double wave_depth_m = 1.2, wave_manning_n = 0.04;
};

struct FloodRegister {
  std::vector<Station> stations;
  std::vector<DangerSection> sections;
  std::map<std::string, AreaRings> catchment_rings;  // by code, in degrees (x = longitude), of catchments with sections
  std::vector<Gauge> gauges;
  std::vector<ReservoirRecord> reservoirs;
  std::vector<CheckDamRecord> check_dams;
  std::map<std::string, DivisionName> divisions;
  std::map<std::string, std::vector<Person>> village_people;  // by division code, of villages with sections
  std::vector<CountyNormal> normals;
  std::map<int, std::vector<DroughtLimit>> drought_limits;  // by code_drought_indicator
  FloodRules rules;
  bool is_demo = false;

  const std::string& divisionName(const std::string& code) const;
  // "1404xx000000" of any division's code.
  static std::string countyOf(const std::string& division_code);
};

struct WaterReading {
  std::int64_t at_utc_ms = 0;
  double level_m = 0;
  std::optional<double> flow_m3_per_s, inflow_m3_per_s, outflow_m3_per_s;
};
struct SoilReading {
  std::int64_t at_utc_ms = 0;
  double relative_percent = 0;
};

// What stations said up to a moment; by station code. All rain series have the same hours.
struct FloodReadings {
  std::int64_t as_of_utc_ms = 0;
  std::map<std::string, HourlyRain> rain;
  std::map<std::string, std::vector<WaterReading>> water;  // oldest first
  std::map<std::string, SoilReading> soil;                 // the latest
};

}  // namespace gis::flood
