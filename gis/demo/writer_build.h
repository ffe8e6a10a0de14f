// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>
#include <vector>

#include "gis/core/random.h"
#include "gis/demo/buildings.h"
#include "gis/demo/exposure_land.h"
#include "gis/demo/writer.h"

namespace gis::demo {

// A record that persons answer for.
struct Charge {
  std::string table;
  std::string uuid;
  std::string name;
  int village = 0;  // division index
  int county = 0;   // division index
};

// A geological-hazard point, for what hangs on it.
struct GeologyPoint {
  std::string code, uuid, name, type, grade;
  MapXY at;
  int village = 0;  // division index
  int households = 0, people = 0, stability = 2;
};

// A monitoring station as it was written.
struct StationSite {
  std::string code, kind;
  MapXY at;
};

// What a county is like, from data/county_traits.csv.
enum class Conifer { kAny, kPine, kArborvitae };
struct CountyTraits {
  double forest_tendency_ratio = 0;  // added to the wildness of its slopes
  bool coal = false;
  bool loess = false;
  Conifer conifer = Conifer::kAny;
  std::string forest_manager;  // of the high forest; empty: the township
  double manager_above_m = 0;
};
std::map<std::string, CountyTraits> readCountyTraits();

// One run of buildDemo: what the table-filling functions share.
struct DemoBuild {
  const City& city;
  const LandMap& land;
  DemoWriter& out;
  const std::vector<VillageLayout>& layouts;  // one a village, in the order of land.villages()
  CancelToken cancel;
  double share_ratio = 1;  // of the city's counts: 1, or 1/20 for the small demo
  std::map<std::string, CountyTraits> traits = readCountyTraits();  // by county name

  std::vector<Charge> reservoirs{};  // set by writeWorks
  std::vector<Charge> geohazards{};  // set by writeGeology
  std::vector<GeologyPoint> geology_points{};
  std::vector<Charge> check_dams{};     // set by writeWorks
  std::vector<StationSite> stations{};  // set by writeCapacity
  std::vector<int> forest_villages{};   // division indices, most forest first; set by writeFire

  // A stream of random numbers of its own for each table, so that changing one leaves the others alone.
  Random random(std::uint64_t stream) const { return Random(city.options.seed, stream); }
  int scaled(int city_count, int at_least) const {
    const int count = static_cast<int>(city_count * share_ratio + 0.5);
    return count > at_least ? count : at_least;
  }
  const Division& division(int index) const { return city.divisions[static_cast<std::size_t>(index)]; }
  // Division index of the village at p, or of the nearest one.
  int villageNear(MapXY p) const {
    const int village = land.villageAt(p);
    return village >= 0 ? village : land.nearestVillage(p);
  }
  // Village names without the office's suffix: 南石渠村村委会 -> 南石渠村.
  std::string placeName(int village) const;
  // Name of the town without 镇/乡/街道.
  std::string townStem(int village) const;
  CountyTraits traitsOf(int division) const {
    const auto found = traits.find(countyName(division));
    return found == traits.end() ? CountyTraits{} : found->second;
  }
  std::string countyName(int division) const {
    return division < 0 ? "" : this->division(land.countyOf(division)).name;
  }
};

// Each fills its tables; in this order.
Result<void> writeDivisions(DemoBuild& build);   // division, settlement
Result<void> writePopulation(DemoBuild& build);  // population_village, census_point, building
Result<void> writeRoads(DemoBuild& build);       // road, bridge
Result<void> writeSites(DemoBuild& build);       // school, hospital, care_home, tourist_site
Result<void> writeWorks(DemoBuild& build);       // reservoir, check_dam, tailings_pond, hazchem_site, mine
Result<void> writeFire(DemoBuild& build);  // fire_risk_zone, fire_break, fire_road, lookout, fire_camera, water_point
Result<void> writeGeology(DemoBuild& build);   // geohazard_point, geohazard_area
Result<void> writeWater(DemoBuild& build);     // catchment, catchment_outlet, river_reach
Result<void> writeEarth(DemoBuild& build);     // fault, historical_disaster
Result<void> writeCapacity(DemoBuild& build);  // rescue_team, depot, shelter, helipad, monitoring_station
Result<void> writePersons(DemoBuild& build);   // responsible_person
Result<void> writeSeismic(DemoBuild& build);   // earthquake, town_capability, reinforcement_project
// geohazard_plan, geohazard_household, relocation_work, geohazard_patrol
Result<void> writeGeologyWork(DemoBuild& build);
Result<void> writeDangers(DemoBuild& build);  // danger_item, danger_event
Result<void> writeWeather(DemoBuild& build);  // weather_daily, warning_message
// danger_section, flood_threshold, gauge, reservoir_curve, reservoir_limit, county_normal, readings
Result<void> writeFlood(DemoBuild& build);

}  // namespace gis::demo
