// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/flood_text.h"

#include <array>
#include <cmath>

namespace app {
namespace {

using Json = nlohmann::ordered_json;
using namespace gis::flood;

Json orNull(const std::optional<double>& value, double step = 0.001) {
  return value ? Json(std::round(*value / step) * step) : Json(nullptr);
}
Json timeOrNull(const std::optional<std::int64_t>& utc_ms) {
  return utc_ms ? Json(gis::formatUtc(*utc_ms)) : Json(nullptr);
}
double rounded(double value, double per_unit) { return std::round(value * per_unit) / per_unit; }

const char* levelName(FlashFloodLevel level) {
  constexpr std::array kNames{"none", "prepare", "move"};
  return kNames[static_cast<std::size_t>(level)];
}
const char* soilName(SoilState soil) {
  constexpr std::array kNames{"", "dry", "average", "wet"};
  return kNames[static_cast<std::size_t>(soil)];
}
const char* stateName(StageState state) {
  constexpr std::array kNames{"normal", "above_warning", "above_guaranteed"};
  return kNames[static_cast<std::size_t>(state)];
}
const char* stateName(ReservoirState state) {
  constexpr std::array kNames{"unknown", "normal", "above_flood_limit", "above_normal", "above_check"};
  return kNames[static_cast<std::size_t>(state)];
}

Json personJson(const Person& p) {
  return {{"name", p.name}, {"post", p.post}, {"unit", p.unit}, {"phone", p.phone}, {"role", p.role}};
}

Json sectionJson(const FloodView& view, const SectionNow& now) {
  const DangerSection& s = view.records.sections[now.section];
  Json json{{"section_code", s.code},
            {"name", s.name},
            {"level", levelName(now.level)},
            {"village", view.records.divisionName(s.division_code)},
            {"county", view.records.divisionName(FloodRegister::countyOf(s.division_code))},
            {"division_code", s.division_code},
            {"catchment_code", s.catchment_code.empty() ? Json(nullptr) : Json(s.catchment_code)},
            {"households", s.households},
            {"people", s.people},
            {"soil", soilName(now.soil)},
            {"soil_index_mm", orNull(now.index_mm, 0.1)},
            {"rain_1h_mm", rounded(now.rain_1h_mm, 10)},
            {"rain_3h_mm", rounded(now.rain_3h_mm, 10)},
            {"rain_6h_mm", rounded(now.rain_6h_mm, 10)},
            {"rain_24h_mm", rounded(now.rain_24h_mm, 10)},
            {"rain_stations", now.stations}};
  json["decided_by"] = nullptr;
  if (now.state.by) {
    json["decided_by"] = thresholdJson(*now.state.by);
    json["decided_by"]["rain_mm"] = rounded(now.state.rain_mm, 10);
    json["decided_by"]["window_end_utc"] = gis::formatUtc(now.state.window_end_utc_ms);
    json["decided_by"]["missing_h"] = now.state.missing_h;
  }
  json["windows_not_judged"] = now.state.unjudged;
  if (!now.trouble.empty()) json["trouble"] = now.trouble;
  json["lon_deg"] = s.at.lon_deg;
  json["lat_deg"] = s.at.lat_deg;
  if (now.level == FlashFloodLevel::kNone) return json;
  auto people = Json::array();
  if (const auto found = view.records.village_people.find(s.division_code); found != view.records.village_people.end())
    for (const Person& p : found->second) people.push_back(personJson(p));
  json["responsible_persons"] = std::move(people);
  json["evacuation_place"] = s.evacuation_place;
  return json;
}

Json riverJson(const FloodView& view, const RiverNow& now) {
  const Station& station = view.records.stations[now.station];
  const Gauge& gauge = view.records.gauges[now.gauge];
  return {{"station_code", station.code},
          {"name", station.name},
          {"river", station.river},
          {"state", stateName(now.state)},
          {"level_m", now.last ? Json(now.last->level_m) : Json(nullptr)},
          {"flow_m3_per_s", now.last ? orNull(now.last->flow_m3_per_s) : Json(nullptr)},
          {"at_utc", now.last ? Json(gis::formatUtc(now.last->at_utc_ms)) : Json(nullptr)},
          {"freshness", freshnessName(now.freshness)},
          {"warning_stage_m", orNull(gauge.marks.warning_stage_m)},
          {"guaranteed_stage_m", orNull(gauge.marks.guaranteed_stage_m)},
          {"stages_confidence", std::string(1, gauge.confidence)},
          {"stages_source", gauge.figures_source},
          {"above_warning_m", orNull(now.above_warning_m)},
          {"trend_m_per_h", orNull(now.trend_m_per_h)},
          {"warning_in_h", orNull(now.warning_in_h, 0.1)}};
}

Json reservoirJson(const FloodView& view, const ReservoirNow& now) {
  const ReservoirRecord& r = view.records.reservoirs[now.reservoir];
  auto missing = Json::array();
  constexpr std::array kLeads{"administrative", "technical", "patrol"};
  for (std::size_t i = 0; i < 3; ++i)
    if (now.lead_missing[i]) missing.push_back(kLeads[i]);
  return {{"name", r.name},
          {"class", r.reservoir_class},
          {"state", stateName(now.state)},
          {"level_m", now.last ? Json(now.last->level_m) : Json(nullptr)},
          {"at_utc", now.last ? Json(gis::formatUtc(now.last->at_utc_ms)) : Json(nullptr)},
          {"freshness", freshnessName(now.freshness)},
          {"flood_limit_level_m",
           now.limit && now.limit->limit_level_m ? Json(*now.limit->limit_level_m) : orNull(r.flood_limit_level_m)},
          {"flood_limit_confidence", now.limit ? std::string(1, now.limit->confidence) : "U"},
          {"above_limit_m", orNull(now.above_limit_m)},
          {"normal_level_m", orNull(r.normal_level_m)},
          {"check_level_m", orNull(r.check_level_m)},
          {"storage_m3", orNull(now.storage_m3, 1)},
          {"free_to_normal_m3", orNull(now.free_to_normal_m3, 1)},
          {"inflow_m3_per_s", now.last ? orNull(now.last->inflow_m3_per_s) : Json(nullptr)},
          {"outflow_m3_per_s", now.last ? orNull(now.last->outflow_m3_per_s) : Json(nullptr)},
          {"full_in_h", orNull(now.full_in_h, 0.1)},
          {"trend_m_per_h", orNull(now.trend_m_per_h)},
          {"persons_missing", std::move(missing)}};
}

Json droughtJson(const FloodView& view, const DroughtNow& now) {
  constexpr std::array kGrades{"none", "light", "moderate", "severe", "extreme"};
  const auto grade = [&](const std::optional<DroughtGrade>& g) {
    return g ? Json(kGrades[static_cast<std::size_t>(*g)]) : Json(nullptr);
  };
  return {{"county", view.records.divisionName(now.county_code)},
          {"county_code", now.county_code},
          {"storage_m3", orNull(now.storage_m3, 1)},
          {"storage_percent_of_normal", orNull(now.storage_percent, 0.1)},
          {"storage_grade", grade(now.storage_grade)},
          {"soil_relative_percent", orNull(now.soil_relative_percent, 0.1)},
          {"soil_percent_of_normal", orNull(now.soil_percent, 0.1)},
          {"soil_grade", grade(now.soil_grade)},
          {"reservoirs_without_reading", now.reservoirs_without_reading}};
}

Json travelJson(const TravelTime& t) {
  return {
      {"likely_h", rounded(t.likely_h, 100)}, {"quick_h", rounded(t.quick_h, 100)}, {"slow_h", rounded(t.slow_h, 100)}};
}

}  // namespace

std::string freshnessName(Freshness freshness) {
  constexpr std::array kNames{"fresh", "stale", "silent", "never"};
  return kNames[static_cast<std::size_t>(freshness)];
}

Json thresholdJson(const RainThreshold& t) {
  return {{"window_h", t.window_h},
          {"soil", soilName(t.soil)},
          {"prepare_mm", orNull(t.prepare_mm, 0.1)},
          {"move_mm", orNull(t.move_mm, 0.1)},
          {"confidence", std::string(1, t.confidence)},
          {"method", t.method},
          {"figures_source", t.figures_source}};
}

Json stationJson(const FloodView& view, const StationNow& now) {
  const Station& s = view.records.stations[now.station];
  Json json{{"station_code", s.code},
            {"name", s.name},
            {"kind", s.kind},
            {"county", view.records.divisionName(FloodRegister::countyOf(s.division_code))},
            {"freshness", freshnessName(now.freshness)},
            {"last_utc", timeOrNull(now.last_utc_ms)}};
  json["age_h"] =
      now.last_utc_ms
          ? Json(rounded(static_cast<double>(view.now.as_of_utc_ms - *now.last_utc_ms) / static_cast<double>(kHourMs),
                         10))
          : Json(nullptr);
  if (s.kind == "PP" || s.kind == "MM") {
    json["rain_1h_mm"] = now.rain_1h_mm;
    json["rain_3h_mm"] = now.rain_3h_mm;
    json["rain_6h_mm"] = now.rain_6h_mm;
    json["rain_24h_mm"] = now.rain_24h_mm;
    json["missing_of_24h"] = view.readings.rain.contains(s.code) ? now.missing_24h : 24;
  }
  return json;
}

Json situationJson(const FloodView& view) {
  Json json{{"as_of_utc", gis::formatUtc(view.now.as_of_utc_ms)},
            {"latest_reading_utc", timeOrNull(view.latest_utc_ms)},
            {"areal_rain", view.now.method == ArealMethod::kThiessen ? "thiessen" : "idw"},
            {"stations", view.now.stations.size()},
            {"stations_silent", view.now.silentStations()},
            {"over_threshold", view.now.alerts.size()}};
  auto alerts = Json::array();
  for (const FloodAlert& a : view.now.alerts) {
    Json row{{"severity", a.severity}};
    if (a.kind == AlertKind::kSection)
      row["kind"] = "section", row["section"] = sectionJson(view, view.now.sections[a.index]);
    else if (a.kind == AlertKind::kRiver)
      row["kind"] = "river", row["river"] = riverJson(view, view.now.rivers[a.index]);
    else
      row["kind"] = "reservoir", row["reservoir"] = reservoirJson(view, view.now.reservoirs[a.index]);
    alerts.push_back(std::move(row));
  }
  json["alerts"] = std::move(alerts);
  auto rivers = Json::array(), reservoirs = Json::array(), droughts = Json::array();
  for (const RiverNow& r : view.now.rivers) rivers.push_back(riverJson(view, r));
  for (const ReservoirNow& r : view.now.reservoirs) reservoirs.push_back(reservoirJson(view, r));
  for (const DroughtNow& d : view.now.droughts) droughts.push_back(droughtJson(view, d));
  json["rivers"] = std::move(rivers);
  json["reservoirs"] = std::move(reservoirs);
  json["drought"] = std::move(droughts);
  return json;
}

Json traceJson(const RiverBasin& rivers, const RiverTrace& trace) {
  Json json{{"area_km2", rounded(trace.area_km2, 1000)},
            {"river_length_m", std::round(trace.river_length_m)},
            {"longest_way_m", std::round(trace.longest_m)},
            {"wave_travel_h", travelJson(trace.longest_travel)},
            {"wave_method", "kinematic celerity 5/3 v (Manning), estimate"},
            {"people", trace.people},
            {"reaches", trace.reaches.size()}};
  auto basins = Json::array();
  for (const std::size_t b : trace.basins) basins.push_back(rivers.basins[b].code);
  json["catchments"] = std::move(basins);
  const auto list = [&](const std::vector<TracedPlace>& places) {
    auto rows = Json::array();
    for (const TracedPlace& p : places) {
      const Riverside& side = rivers.riverside[p.riverside];
      Json row{{"name", side.name}};
      if (!side.code.empty()) row["code"] = side.code;
      if (side.kind == RiversideKind::kVillage) row["people"] = side.people;
      row["way_m"] = std::round(p.way_m);
      row["offset_m"] = std::round(side.place->offset_m);
      row["wave_travel_h"] = travelJson(p.travel);
      rows.push_back(std::move(row));
    }
    return rows;
  };
  json["villages"] = list(trace.villages);
  json["reservoirs"] = list(trace.reservoirs);
  json["gauges"] = list(trace.gauges);
  const NetworkNotes& notes = rivers.network.notes();
  json["network"] = {{"joined_by_geometry", notes.joined_by_geometry},
                     {"forks", notes.forks},
                     {"unknown_pointers", notes.unknown_pointers},
                     {"loops", notes.loops}};
  return json;
}

}  // namespace app
