// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "gis/stocks/requisition.h"

namespace gis::stocks {
namespace {

using RequisitionJson = nlohmann::ordered_json;

RequisitionJson parsed(const std::string& text) { return RequisitionJson::parse(text, nullptr, false); }

std::string written(const RequisitionJson& json) {
  return json.dump(-1, ' ', false, RequisitionJson::error_handler_t::replace);
}

Result<void> broken(const std::string& why) { return fail(ErrorCode::kDamagedFile, "requisition", why); }

}  // namespace

std::string headText(const RequisitionHead& head) {
  RequisitionJson json{
      {"unit", head.unit},   {"person", head.person},           {"phone", head.phone},
      {"place", head.place}, {"to_depot_id", head.to_depot_id}, {"deadline_utc_ms", head.deadline_utc_ms},
      {"basis", head.basis}, {"urgency", head.urgency},         {"is_drill", head.is_drill}};
  if (head.where) json["where"] = {head.where->lon_deg, head.where->lat_deg};
  return written(json);
}

Result<RequisitionHead> headOf(const std::string& text) {
  try {
    const RequisitionJson json = parsed(text);
    RequisitionHead head;
    head.unit = json.at("unit"), head.person = json.at("person"), head.phone = json.at("phone");
    head.place = json.at("place"), head.basis = json.at("basis");
    head.to_depot_id = json.at("to_depot_id"), head.deadline_utc_ms = json.at("deadline_utc_ms");
    head.urgency = json.at("urgency"), head.is_drill = json.at("is_drill");
    if (json.contains("where")) head.where = LonLat{json["where"].at(0), json["where"].at(1)};
    return head;
  } catch (const std::exception& wrong) {
    return std::unexpected(broken(wrong.what()).error());
  }
}

std::string eventText(const RequisitionEvent& event) {
  RequisitionJson json = RequisitionJson::object();
  json["lines"] = RequisitionJson::array();
  for (const RequisitionLine& line : event.lines) {
    RequisitionJson one{{"item", line.item_code}, {"quantity", line.quantity}};
    if (line.depot_id != 0) one["depot_id"] = line.depot_id;
    if (line.lot_id != 0) one["lot_id"] = line.lot_id;
    if (line.owner_id != 0) one["owner_id"] = line.owner_id;
    if (line.lost != 0) one["lost"] = line.lost;
    if (line.damaged != 0) one["damaged"] = line.damaged;
    json["lines"].push_back(std::move(one));
  }
  if (!event.order_no.empty()) json["order_no"] = event.order_no;
  if (!event.moves.empty()) json["moves"] = event.moves;
  const bool on_order = event.step == RequisitionStep::kPicked && !event.order_no.empty();
  if (event.step == RequisitionStep::kDispatched || on_order)
    json["transport"] = {{"carrier", event.transport.carrier},
                         {"plate", event.transport.plate},
                         {"driver", event.transport.driver},
                         {"phone", event.transport.phone},
                         {"route", event.transport.route}};
  return written(json);
}

Result<void> readEventText(const std::string& text, RequisitionEvent& event) {
  try {
    const RequisitionJson json = parsed(text);
    for (const RequisitionJson& one : json.at("lines"))
      event.lines.push_back({one.at("item"), one.at("quantity"), one.value("depot_id", std::int64_t{0}),
                             one.value("lot_id", std::int64_t{0}), one.value("owner_id", std::int64_t{0}),
                             one.value("lost", std::int64_t{0}), one.value("damaged", std::int64_t{0})});
    event.order_no = json.value("order_no", std::string());
    if (json.contains("moves")) event.moves = json["moves"].get<std::vector<std::string>>();
    if (json.contains("transport")) {
      const RequisitionJson& by = json["transport"];
      event.transport = {by.value("carrier", std::string()), by.value("plate", std::string()),
                         by.value("driver", std::string()), by.value("phone", std::string()),
                         by.value("route", std::string())};
    }
    return {};
  } catch (const std::exception& wrong) {
    return broken(wrong.what());
  }
}

}  // namespace gis::stocks
