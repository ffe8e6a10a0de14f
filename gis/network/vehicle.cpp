// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/network/vehicle.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "vehicleFiles.h"

namespace gis {

namespace {

constexpr double kMaxSpeedKmPerH = 200;
constexpr double kMsPerHour = 3'600'000;

using Json = nlohmann::json;

Result<Vehicle> vehicleOf(const Json& json, const std::string& where) {
  const auto wrong = [&](const char* what) { return fail(ErrorCode::kDamagedFile, where, what); };
  if (!json.is_object()) return wrong("an object expected");
  Vehicle made;
  try {
    made.id = json.at("id").get<std::string>();
    made.name_zh = json.at("name").at("zh").get<std::string>();
    made.name_en = json.at("name").at("en").get<std::string>();
    const Json& speeds = json.at("speed_km_per_h");
    if (!speeds.is_array() || speeds.size() != kRoadClasses)
      return wrong("speed_km_per_h: one speed for each road class");
    for (std::size_t i = 0; i < kRoadClasses; ++i) made.speed_km_per_h[i] = speeds[i].get<double>();
    made.min_width_m = json.value("min_width_m", 0.0);
    made.half_width_ratio = json.value("half_width_ratio", made.half_width_ratio);
    made.restricted_ratio = json.value("restricted_ratio", made.restricted_ratio);
    made.off_road_km_per_h = json.value("off_road_km_per_h", 0.0);
    made.source = json.at("source").get<std::string>();
    made.source_zh = json.value("source_zh", made.source);
    made.unverified = json.value("unverified", false);
  } catch (const Json::exception& e) {
    return wrong(e.what());
  }
  for (const double speed : made.speed_km_per_h)
    if (!(speed >= 0 && speed <= kMaxSpeedKmPerH)) return wrong("speed_km_per_h: 0 to 200");
  if (!(made.half_width_ratio > 0 && made.half_width_ratio <= 1)) return wrong("half_width_ratio: above 0, at most 1");
  if (!(made.restricted_ratio >= 0 && made.restricted_ratio <= 1)) return wrong("restricted_ratio: 0 to 1");
  if (!(made.off_road_km_per_h >= 0 && made.off_road_km_per_h <= kMaxSpeedKmPerH))
    return wrong("off_road_km_per_h: 0 to 200");
  if (made.id.empty() || made.name_zh.empty()) return wrong("id and name expected");
  return made;
}

}  // namespace

const Vehicle* Vehicles::find(const std::string& id) const {
  const auto found = std::ranges::find(all, id, &Vehicle::id);
  return found == all.end() ? nullptr : &*found;
}

Result<Vehicles> parseVehicles(std::string_view text, const std::string& file) {
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded() || !json.is_object() || !json.contains("vehicles") || !json["vehicles"].is_array())
    return fail(ErrorCode::kDamagedFile, file, "{\"vehicles\": [ … ]} expected");
  Vehicles made;
  for (std::size_t i = 0; i < json["vehicles"].size(); ++i) {
    auto one = vehicleOf(json["vehicles"][i], file + " /vehicles/" + std::to_string(i));
    if (!one) return std::unexpected(std::move(one.error()));
    made.all.push_back(std::move(*one));
  }
  return made;
}

Result<Vehicle> vehicleNamed(const std::filesystem::path& workspace_folder, const std::string& id) {
  const auto vehicles = loadVehicles(workspace_folder);
  if (!vehicles) return std::unexpected(vehicles.error());
  if (const Vehicle* vehicle = vehicles->find(id)) return *vehicle;
  std::string known;
  for (const Vehicle& one : vehicles->all) known += (known.empty() ? "" : ", ") + one.id;
  return fail(ErrorCode::kUnknownName, id, known);
}

Result<Vehicles> loadVehicles(const std::filesystem::path& workspace_folder) {
  Vehicles made;
  for (const EmbeddedFile& file : vehicleFiles()) {
    auto read = parseVehicles(file.text(), std::string(file.name));
    if (!read) return std::unexpected(std::move(read.error()));
    std::ranges::move(read->all, std::back_inserter(made.all));
  }
  const std::filesystem::path own = workspace_folder / "vehicles.json";
  std::error_code ignored;
  if (workspace_folder.empty() || !std::filesystem::exists(own, ignored)) return made;
  std::ifstream in(own, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  auto read = parseVehicles(text, own.string());
  if (!read) return std::unexpected(std::move(read.error()));
  for (Vehicle& vehicle : read->all) {
    const auto same = std::ranges::find(made.all, vehicle.id, &Vehicle::id);
    if (same == made.all.end())
      made.all.push_back(std::move(vehicle));
    else
      *same = std::move(vehicle);
  }
  return made;
}

std::vector<TravelMs> travelTimes(const RoadGraph& graph, const Vehicle& vehicle) {
  std::vector<TravelMs> times(graph.edges.size() * 2, kImpassable);
  for (std::size_t e = 0; e < graph.edges.size(); ++e) {
    const RoadEdge& edge = graph.edges[e];
    double speed = edge.road_class < kRoadClasses ? vehicle.speed_km_per_h[edge.road_class] : 0;
    if (edge.state == RoadState::kHalfWidth) speed *= vehicle.half_width_ratio;
    if (edge.state == RoadState::kRestricted) speed *= vehicle.restricted_ratio;
    const bool too_narrow = edge.width_m > 0 && static_cast<double>(edge.width_m) < vehicle.min_width_m;
    if (edge.state == RoadState::kClosed || too_narrow || !(speed > 0)) continue;
    const double ms = static_cast<double>(edge.length_m) / 1000 / speed * kMsPerHour;
    const auto time = static_cast<TravelMs>(std::clamp(std::round(ms), 1.0, static_cast<double>(kImpassable - 1)));
    times[2 * e] = time;
    if (edge.state != RoadState::kOneWay) times[2 * e + 1] = time;
  }
  return times;
}

}  // namespace gis
