// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <nlohmann/json.hpp>

#include "gis/seismic/quake_store.h"

namespace gis::seismic {
namespace {

using Json = nlohmann::ordered_json;

Json bandJson(const Band& band) {
  return {{"low", std::round(band.low)}, {"best", std::round(band.best)}, {"high", std::round(band.high)}};
}

}  // namespace

std::string scenarioJson(const QuakeScenario& s) {
  Json json = {{"name", s.name},
               {"surface_mag", s.surface_mag},
               {"lon_deg", s.epicentre.lon_deg},
               {"lat_deg", s.epicentre.lat_deg},
               {"depth_km", s.depth_km ? Json(*s.depth_km) : Json(nullptr)},
               {"strike_deg", s.strike_deg},
               {"strike_from", s.strike_from},
               {"relation", relationInfo(s.zone).id},
               {"relation_source", relationInfo(s.zone).source},
               {"motion_relation", s.motion == MotionRelation::kGb18306 ? "yu2013-gb18306" : "yu2013-ln"},
               {"site_class", siteClassName(s.site)},
               {"zone_edge", s.edge == ZoneEdge::kAtDegree ? "at_degree" : "half_below"},
               {"rupture", s.rupture == RuptureModel::kPoint ? "point" : "line"},
               {"rupture_km", ruptureLengthKm(s)},
               {"night", s.time_of_day == TimeOfDay::kNight}};
  if (s.origin_utc_ms != 0) json["origin_utc_ms"] = s.origin_utc_ms;
  return json.dump();
}

Result<QuakeScenario> scenarioFromJson(const std::string& text) {
  const auto json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return fail(ErrorCode::kDamagedFile, "quake_scenario", "no JSON object");
  try {
    QuakeScenario s;
    s.name = json.value("name", std::string());
    s.surface_mag = json.at("surface_mag").get<double>();
    s.epicentre = {json.at("lon_deg").get<double>(), json.at("lat_deg").get<double>()};
    if (json.contains("depth_km") && json["depth_km"].is_number()) s.depth_km = json["depth_km"].get<double>();
    s.strike_deg = json.at("strike_deg").get<double>();
    s.strike_from = json.value("strike_from", std::string());
    const auto zone = zoneOf(json.at("relation").get<std::string>());
    if (!zone) return std::unexpected(zone.error());
    s.zone = *zone;
    s.motion = json.value("motion_relation", std::string()) == "yu2013-ln" ? MotionRelation::kNaturalLogarithm
                                                                           : MotionRelation::kGb18306;
    const auto site = siteClassOf(json.value("site_class", std::string("II")));
    if (!site) return std::unexpected(site.error());
    s.site = *site;
    s.edge = json.value("zone_edge", std::string()) == "half_below" ? ZoneEdge::kHalfBelow : ZoneEdge::kAtDegree;
    s.rupture = json.value("rupture", std::string()) == "line" ? RuptureModel::kLine : RuptureModel::kPoint;
    s.time_of_day = json.value("night", true) ? TimeOfDay::kNight : TimeOfDay::kDay;
    s.origin_utc_ms = json.value("origin_utc_ms", std::int64_t{0});
    return s;
  } catch (const nlohmann::json::exception& e) {
    return fail(ErrorCode::kDamagedFile, "quake_scenario", e.what());
  }
}

std::string assessmentJson(const Assessment& a) {
  Json zones = Json::array();
  for (const ZoneLoss& zone : a.zones) {
    Json buildings = Json::object(), floor = Json::object();
    for (std::size_t k = 0; k < kBuildingClasses; ++k) {
      const std::string name(buildingClassName(static_cast<BuildingClass>(k)));
      buildings[name] = zone.buildings[k], floor[name] = std::round(zone.floor_m2[k]);
    }
    Json damaged = Json::array();
    for (const double m2 : zone.damaged_m2) damaged.push_back(std::round(m2));
    zones.push_back({{"degree", zone.degree},
                     {"people", zone.people},
                     {"elderly", zone.elderly},
                     {"households", zone.households},
                     {"buildings", std::move(buildings)},
                     {"floor_m2", std::move(floor)},
                     {"damaged_m2", std::move(damaged)},
                     {"deaths", bandJson(zone.deaths)}});
  }
  Json counties = Json::array();
  for (const CountyLoss& county : a.counties)
    counties.push_back({{"code", county.code},
                        {"name", county.name},
                        {"worst_degree", county.worst_degree},
                        {"people_by_degree", county.people},
                        {"floor_m2", std::round(county.floor_m2)},
                        {"severe_m2", std::round(county.severe_m2)},
                        {"loss_yuan", bandJson(county.loss_yuan)},
                        {"homeless", bandJson(county.homeless)},
                        {"deaths", bandJson(county.deaths)}});
  return Json({{"estimate", true},
               {"loss_yuan", bandJson(a.loss_yuan)},
               {"homeless", bandJson(a.homeless)},
               {"deaths", bandJson(a.deaths)},
               {"injured", bandJson(a.injured)},
               {"deaths_yin1991", bandJson(a.deaths_yin)},
               {"deaths_ma_xie2000", bandJson(a.deaths_ma)},
               {"deaths_pager_china", bandJson(a.deaths_pager)},
               {"chance_of_deaths_0_1_10_100_1000", a.death_chances},
               {"zones", std::move(zones)},
               {"counties", std::move(counties)}})
      .dump();
}

}  // namespace gis::seismic
