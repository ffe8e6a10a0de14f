// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "gis/evacuation/evacuation_log.h"

namespace gis::evacuation {
namespace {

using OrderedJson = nlohmann::json;

OrderedJson placeJson(LonLat where) { return OrderedJson::array({where.lon_deg, where.lat_deg}); }
LonLat placeOf(const OrderedJson& json) { return {json.at(0).get<double>(), json.at(1).get<double>()}; }

const char* nameOfKind(GeometryKind kind) {
  return kind == GeometryKind::kPolygon ? "area" : kind == GeometryKind::kLine ? "line" : "point";
}
GeometryKind kindOfName(const std::string& name) {
  return name == "area" ? GeometryKind::kPolygon : name == "line" ? GeometryKind::kLine : GeometryKind::kPoint;
}

// Old orders have none.
std::vector<OrderedClosure> closuresFrom(const OrderedJson& json) {
  std::vector<OrderedClosure> closures;
  for (const OrderedJson& one : json.value("closures", OrderedJson::array())) {
    OrderedClosure closure{one.at("name"), kindOfName(one.at("kind").get<std::string>()), {}};
    for (const OrderedJson& part : one.at("parts")) {
      closure.parts.emplace_back();
      for (const OrderedJson& place : part) closure.parts.back().push_back(placeOf(place));
    }
    closures.push_back(std::move(closure));
  }
  return closures;
}

OrderedJson closuresJson(const std::vector<OrderedClosure>& closures) {
  OrderedJson json = OrderedJson::array();
  for (const OrderedClosure& one : closures) {
    OrderedJson parts = OrderedJson::array();
    for (const std::vector<LonLat>& part : one.parts) {
      OrderedJson places = OrderedJson::array();
      for (const LonLat where : part) places.push_back(placeJson(where));
      parts.push_back(std::move(places));
    }
    json.push_back({{"name", one.name}, {"kind", nameOfKind(one.kind)}, {"parts", std::move(parts)}});
  }
  return json;
}

OrderedPlan planFrom(const OrderedJson& json) {
  OrderedPlan plan;
  for (const OrderedJson& one : json.at("villages"))
    plan.villages.push_back({one.at("code"), one.at("name"), one.at("people"), one.at("households"), one.at("danger"),
                             placeOf(one.at("at")), one.at("cut_off_by"), one.at("split")});
  for (const OrderedJson& one : json.at("shelters"))
    plan.shelters.push_back(
        {one.at("uuid"), one.at("name"), one.at("capacity"), one.at("taken"), placeOf(one.at("at"))});
  for (const OrderedJson& one : json.at("rows"))
    plan.rows.push_back({one.at("village"), one.at("shelter"), one.at("people"), one.at("travel_ms")});
  plan.hazard_geojson = json.at("hazard");
  plan.hazard_words = json.at("hazard_words");
  plan.whole_villages = json.at("whole_villages");
  plan.closures = closuresFrom(json);
  return plan;
}

bool addsUp(const OrderedPlan& plan) {
  for (const OrderedRow& row : plan.rows)
    if (row.village >= plan.villages.size() || row.shelter >= plan.shelters.size() || row.people < 0) return false;
  for (const OrderedVillage& village : plan.villages)
    if (village.people < 0) return false;
  return true;
}

}  // namespace

std::string orderedText(const OrderedPlan& plan) {
  OrderedJson json = {{"villages", OrderedJson::array()},  {"shelters", OrderedJson::array()},
                      {"rows", OrderedJson::array()},      {"hazard", plan.hazard_geojson},
                      {"hazard_words", plan.hazard_words}, {"whole_villages", plan.whole_villages}};
  for (const OrderedVillage& one : plan.villages)
    json["villages"].push_back({{"code", one.code},
                                {"name", one.name},
                                {"people", one.people},
                                {"households", one.households},
                                {"danger", one.danger},
                                {"at", placeJson(one.where)},
                                {"cut_off_by", one.cut_off_by},
                                {"split", one.split}});
  for (const OrderedShelter& one : plan.shelters)
    json["shelters"].push_back({{"uuid", one.uuid},
                                {"name", one.name},
                                {"capacity", one.capacity},
                                {"taken", one.taken},
                                {"at", placeJson(one.where)}});
  for (const OrderedRow& one : plan.rows)
    json["rows"].push_back(
        {{"village", one.village}, {"shelter", one.shelter}, {"people", one.people}, {"travel_ms", one.travel_ms}});
  if (!plan.closures.empty()) json["closures"] = closuresJson(plan.closures);
  return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

Result<OrderedPlan> orderedOf(const std::string& text) {
  try {
    OrderedPlan plan = planFrom(OrderedJson::parse(text));
    if (addsUp(plan)) return plan;
    return fail(ErrorCode::kDamagedFile, "evacuation", "rows without village or shelter");
  } catch (const OrderedJson::exception& e) {
    return fail(ErrorCode::kDamagedFile, "evacuation", e.what());
  }
}

}  // namespace gis::evacuation
