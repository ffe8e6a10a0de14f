// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/dispatch/dispatch_reader.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "gis/cap/cap_reader.h"

namespace gis::dispatch {
namespace {

using Json = nlohmann::json;

// Fields of one object; the first that is wrong is kept as the error, and what is read after it does not matter.
class Fields {
 public:
  Fields(const Json& object, const std::string& file, std::string where)
      : m_object(object), m_file(file), m_where(std::move(where)) {
    if (!object.is_object()) wrong("", "an object expected");
  }

  std::string text(const char* key, const char* fallback = nullptr) {
    const Json* value = find(key);
    if (value && value->is_string()) return *value;
    if (value || !fallback) wrong(key, "a text expected");
    return fallback ? fallback : "";
  }
  double number(const char* key, bool needed) {
    const Json* value = find(key);
    if (value && value->is_number()) return *value;
    if (value || needed) wrong(key, "a number expected");
    return 0;
  }
  double notNegative(const char* key) {
    const double value = number(key, false);
    if (!(value >= 0)) wrong(key, "not below zero expected", ErrorCode::kInvalidArgument);
    return value;
  }
  std::int64_t whole(const char* key, std::int64_t least, std::int64_t most,
                     std::optional<std::int64_t> fallback = {}) {
    const Json* value = find(key);
    if (!value && fallback) return *fallback;
    const bool number = value && value->is_number();
    const double read = number ? value->get<double>() : 0;
    if (number && read == std::floor(read) && read >= static_cast<double>(least) && read <= static_cast<double>(most))
      return value->get<std::int64_t>();
    wrong(key, fmt::format("a whole number from {} to {} expected", least, most),
          number ? ErrorCode::kInvalidArgument : ErrorCode::kDamagedFile);
    return 0;
  }
  MapXY place(const Projector& to_map) {
    const double lon_deg = number("lon", true), lat_deg = number("lat", true);
    if (m_error) return {};
    const bool on_earth = std::abs(lon_deg) <= 180 && std::abs(lat_deg) <= 90;
    const auto at = on_earth ? to_map.forward({lon_deg, lat_deg}) : fail(ErrorCode::kOutOfRange, m_file);
    if (at && std::isfinite(at->x) && std::isfinite(at->y)) return {at->x, at->y};
    wrong("lon", fmt::format("{}, {} is off the map", lon_deg, lat_deg), ErrorCode::kOutOfRange);
    return {};
  }
  std::optional<std::int64_t> time(const char* key) {
    if (!find(key)) return std::nullopt;
    const auto utc_ms = readCapTime(key, text(key));
    if (utc_ms) return *utc_ms;
    wrong(key, "a time like 2026-07-20T18:00:00+08:00 expected");
    return std::nullopt;
  }
  const Json* array(const char* key) {
    const Json* value = find(key);
    if (value && !value->is_array()) wrong(key, "an array expected");
    return value && value->is_array() ? value : nullptr;
  }
  const std::string& where() const { return m_where; }
  const std::optional<Error>& error() const { return m_error; }
  void wrong(const std::string& key, const std::string& what, ErrorCode code = ErrorCode::kDamagedFile) {
    if (!m_error) m_error = Error{code, m_file, m_where + (key.empty() ? "" : "/" + key) + ": " + what, {}};
  }

 private:
  const Json* find(const char* key) const {
    if (!m_object.is_object()) return nullptr;
    const auto found = m_object.find(key);
    return found == m_object.end() || found->is_null() ? nullptr : &*found;
  }
  const Json& m_object;
  const std::string& m_file;
  std::string m_where;
  std::optional<Error> m_error;
};

Result<Truck> readTruck(const Json& json, const std::string& file, const std::string& where) {
  Fields fields(json, file, where);
  Truck truck{fields.text("kind", "truck"), fields.number("payload_kg", true), fields.number("volume_m3", true),
              fields.whole("count", 0, kMostUnits, 0)};
  if (!(truck.payload_kg > 0)) fields.wrong("payload_kg", "above zero expected", ErrorCode::kInvalidArgument);
  if (!(truck.volume_m3 > 0)) fields.wrong("volume_m3", "above zero expected", ErrorCode::kInvalidArgument);
  if (fields.error()) return std::unexpected(*fields.error());
  return truck;
}

Result<Depot> readDepot(const Json& json, const std::string& file, const Projector& to_map, const std::string& where) {
  Fields fields(json, file, where);
  Depot depot{fields.text("id"), fields.text("name", ""), fields.place(to_map), {}};
  if (const Json* trucks = fields.array("trucks"))
    for (std::size_t i = 0; i < trucks->size(); ++i) {
      auto truck = readTruck((*trucks)[i], file, fmt::format("{}/trucks/{}", where, i));
      if (!truck) return std::unexpected(std::move(truck.error()));
      depot.trucks.push_back(std::move(*truck));
    }
  if (fields.error()) return std::unexpected(*fields.error());
  return depot;
}

}  // namespace

Result<std::vector<Request>> readRequests(std::string_view text, const std::string& file, const Projector& to_map) {
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return fail(ErrorCode::kDamagedFile, file, "not JSON");
  const Json* rows = json.is_array() ? &json : nullptr;
  if (json.is_object() && json.contains("requests") && json["requests"].is_array()) rows = &json["requests"];
  if (!rows) return fail(ErrorCode::kDamagedFile, file, "{\"requests\": [ … ]} expected");
  std::vector<Request> requests;
  for (std::size_t i = 0; i < rows->size(); ++i) {
    Fields fields((*rows)[i], file, fmt::format("/requests/{}", i));
    Request request;
    request.id = fields.text("id", std::to_string(i + 1).c_str());
    request.place = fields.text("place", "");
    request.at = fields.place(to_map);
    request.item = fields.text("item");
    request.quantity = fields.whole("quantity", 1, kMostUnits);
    request.deadline_utc_ms = fields.time("deadline");
    request.priority = static_cast<int>(fields.whole("priority", 1, 1000, 1));
    if (fields.error()) return std::unexpected(*fields.error());
    requests.push_back(std::move(request));
  }
  return requests;
}

Result<void> readStock(std::string_view text, const std::string& file, const Projector& to_map, DispatchTask& task) {
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded() || !json.is_object())
    return fail(ErrorCode::kDamagedFile, file, "{\"depots\": [ … ], \"stock\": [ … ]} expected");
  Fields top(json, file, "");
  const Json *depots = top.array("depots"), *stock = top.array("stock");
  if (!depots || !stock) return fail(ErrorCode::kDamagedFile, file, "{\"depots\": [ … ], \"stock\": [ … ]} expected");
  DispatchTask read;
  for (std::size_t i = 0; i < depots->size(); ++i) {
    auto depot = readDepot((*depots)[i], file, to_map, fmt::format("/depots/{}", i));
    if (!depot) return std::unexpected(std::move(depot.error()));
    read.depots.push_back(std::move(*depot));
  }
  for (std::size_t i = 0; i < stock->size(); ++i) {
    Fields fields((*stock)[i], file, fmt::format("/stock/{}", i));
    StockLine line{fields.text("depot"), fields.text("item"), fields.whole("usable", 0, kMostUnits),
                   fields.notNegative("weight_kg"), fields.notNegative("volume_m3")};
    if (fields.error()) return std::unexpected(*fields.error());
    read.stock.push_back(std::move(line));
  }
  task.depots = std::move(read.depots);
  task.stock = std::move(read.stock);
  return {};
}

}  // namespace gis::dispatch
