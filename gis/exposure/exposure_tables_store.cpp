// SPDX-License-Identifier: GPL-3.0-or-later
// The expressions are SQL, so they are a store's.
#include "gis/exposure/exposure_tables.h"

namespace gis {

const std::vector<ExposureTableSpec>& exposureTableSpecs() {
  using enum ExposureRule;
  static const std::vector<ExposureTableSpec> specs = {
      {"census_point",
       "people",
       "",
       "",
       {{"population", "population"}, {"households", "households"}, {"age_65_up", "elderly"}},
       kByPoint,
       true},
      {"building",
       "building",
       "structure",
       "code_structure",
       {{"residents", "residents"},
        {"footprint_m2", "CAST(round(footprint_m2) AS INTEGER)"},
        {"floor_m2", "CAST(round(footprint_m2*storeys) AS INTEGER)"},
        {"seismic_designed", "seismic_designed"}},
       kByTouch,
       true},
      {"road", "road", "class", "code_road_class", {}, kByLength, true},
      {"bridge", "bridge", "", "", {{"length_m", "CAST(round(length_m) AS INTEGER)"}}, kByPoint, true},
      {"school",
       "school",
       "kind",
       "code_school_kind",
       {{"pupils", "pupils"}, {"boarders", "boarders"}, {"staff", "staff"}},
       kByPoint,
       true},
      {"hospital",
       "hospital",
       "grade",
       "code_hospital_grade",
       {{"beds", "beds"}, {"icu_beds", "icu_beds"}, {"ambulances", "ambulances"}},
       kByPoint,
       true},
      {"care_home",
       "care_home",
       "",
       "",
       {{"residents", "residents"}, {"cannot_walk", "cannot_walk"}, {"beds", "beds"}},
       kByPoint,
       true},
      {"tourist_site", "tourist_site", "grade", "code_tourist_grade", {{"capacity", "capacity"}}, kByPoint, true},
      {"reservoir", "reservoir", "class", "code_reservoir_class", {}, kByTouch, true},
      {"check_dam", "check_dam", "", "", {{"capacity_m3", "CAST(round(capacity_m3) AS INTEGER)"}}, kByPoint, true},
      {"tailings_pond", "tailings_pond", "", "", {{"in_use", "in_use"}}, kByPoint, true},
      {"hazchem_site", "hazchem_site", "kind", "code_hazchem_kind", {{"staff", "staff"}}, kByPoint, true},
      {"mine",
       "mine",
       "kind",
       "code_mine_kind",
       {{"underground_workers", "underground_workers"}, {"in_use", "in_use"}},
       kByPoint,
       true},
      {"geohazard_point",
       "geohazard_point",
       "type",
       "code_geo_type",
       {{"threatened_people", "threatened_people"}, {"threatened_households", "threatened_households"}},
       kByPoint,
       true},
      {"shelter", "shelter", "class", "code_shelter_class", {{"capacity", "capacity"}}, kByPoint, true},
      {"depot", "depot", "tier", "code_admin_tier", {{"floor_m2", "CAST(round(floor_m2) AS INTEGER)"}}, kByPoint, true},
      {"rescue_team",
       "rescue_team",
       "kind",
       "code_team_kind",
       {{"members", "members"}, {"vehicles", "vehicles"}},
       kByPoint,
       true},
      {"helipad", "helipad", "", "", {}, kByPoint, true},
  };
  return specs;
}

const std::vector<BuildingAgeBand>& buildingAgeBands() {
  // The years in which the seismic codes TJ 11-78, GBJ 11-89, GB 50011-2001 and GB 50011-2010 came into force divide
  // what was built by which rule.
  static const std::vector<BuildingAgeBand> bands = {{0, 0},       {1000, 1979}, {1980, 1989},
                                                     {1990, 2001}, {2002, 2010}, {2011, 2100}};
  return bands;
}

int buildingAgeBand(int built_year) {
  const auto& bands = buildingAgeBands();
  for (std::size_t i = 1; i < bands.size(); ++i)
    if (built_year >= bands[i].first_year && built_year <= bands[i].last_year) return static_cast<int>(i);
  return 0;
}

}  // namespace gis
