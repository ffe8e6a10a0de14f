// SPDX-License-Identifier: GPL-3.0-or-later
// Footprints as GeoJSON, there and back.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "gis/footprint/footprint.h"

namespace gis {
namespace {

using nlohmann::json;

struct Parts {
  std::vector<std::vector<std::vector<LonLat>>> areas;  // rings of each polygon
  std::vector<std::vector<LonLat>> lines;               // points and lines
};

bool readPoint(const json& from, LonLat& to) {
  if (!from.is_array() || from.size() < 2 || !from[0].is_number() || !from[1].is_number()) return false;
  to = {from[0].get<double>(), from[1].get<double>()};
  return true;
}

bool readLine(const json& from, std::vector<LonLat>& to) {
  if (!from.is_array()) return false;
  for (const json& point : from)
    if (!readPoint(point, to.emplace_back())) return false;
  return true;
}

bool readPolygon(const json& from, Parts& to) {
  if (!from.is_array() || from.empty()) return false;
  auto& rings = to.areas.emplace_back();
  for (const json& ring : from)
    if (!readLine(ring, rings.emplace_back())) return false;
  return true;
}

bool readGeometry(const json& from, Parts& to) {
  if (!from.is_object()) return false;
  const std::string type = from.value("type", "");
  const auto each = [&](const char* key, auto&& read) {
    const auto list = from.find(key);
    if (list == from.end() || !list->is_array()) return false;
    for (const json& one : *list)
      if (!read(one)) return false;
    return true;
  };
  const auto line = [&](const json& one) { return readLine(one, to.lines.emplace_back()); };
  const auto point = [&](const json& one) { return readPoint(one, to.lines.emplace_back().emplace_back()); };
  if (type == "GeometryCollection") return each("geometries", [&](const json& one) { return readGeometry(one, to); });
  if (!from.contains("coordinates")) return false;
  const json& coordinates = from["coordinates"];
  if (type == "Point") return point(coordinates);
  if (type == "MultiPoint") return each("coordinates", point);
  if (type == "LineString") return line(coordinates);
  if (type == "MultiLineString") return each("coordinates", line);
  if (type == "Polygon") return readPolygon(coordinates, to);
  if (type == "MultiPolygon") return each("coordinates", [&](const json& one) { return readPolygon(one, to); });
  return false;
}

std::string textOf(const json& value) {
  return value.is_string() ? value.get<std::string>() : value.is_null() ? std::string() : value.dump();
}

Result<void> addFeature(const json& feature, double reach_m, Footprint& footprint) {
  const json empty = json::object();
  const json& properties =
      feature.contains("properties") && feature["properties"].is_object() ? feature["properties"] : empty;
  const json& geometry = feature.value("type", "") == "Feature" ? feature.value("geometry", json()) : feature;
  if (geometry.is_null()) return {};
  Parts parts;
  if (!readGeometry(geometry, parts)) return fail(ErrorCode::kDamagedFile, "GeoJSON", "a geometry that cannot be read");
  const std::string key = textOf(properties.value("class", json("")));
  auto part = std::ranges::find(footprint.classes, key, &FootprintClass::key);
  if (part == footprint.classes.end()) {
    footprint.classes.push_back({key, textOf(properties.value("name", json(key))), {}});
    part = footprint.classes.end() - 1;
  }
  for (auto& rings : parts.areas) part->shapes.push_back({ShapeKind::kArea, std::move(rings), 0});
  const json& own = properties.value("reach_m", json(reach_m));
  if (!parts.lines.empty())
    part->shapes.push_back({ShapeKind::kReach, std::move(parts.lines), own.is_number() ? own.get<double>() : 0});
  return {};
}

json lineJson(const std::vector<LonLat>& line, bool closed) {
  json list = json::array();
  for (const LonLat p : line) list.push_back({p.lon_deg, p.lat_deg});
  if (closed && !line.empty() && !(line.front() == line.back())) list.push_back({line[0].lon_deg, line[0].lat_deg});
  return list;
}

}  // namespace

Result<Footprint> footprintFromGeoJson(const std::string& text, double reach_m) {
  const json all = json::parse(text, nullptr, false);
  if (all.is_discarded() || !all.is_object()) return fail(ErrorCode::kDamagedFile, "GeoJSON", "not JSON");
  Footprint footprint;
  footprint.origin = "GeoJSON";
  if (all.value("type", json("")) == "FeatureCollection") {
    if (!all.contains("features") || !all["features"].is_array())
      return fail(ErrorCode::kDamagedFile, "GeoJSON", "no features");
    for (const json& feature : all["features"]) {
      if (!feature.is_object()) return fail(ErrorCode::kDamagedFile, "GeoJSON", "a feature that cannot be read");
      if (auto added = addFeature(feature, reach_m, footprint); !added) return std::unexpected(added.error());
    }
  } else if (auto added = addFeature(all, reach_m, footprint); !added) {
    return std::unexpected(added.error());
  }
  if (footprint.classes.empty()) return fail(ErrorCode::kNoData, "GeoJSON", "no geometry");
  if (auto checked = checkFootprint(footprint); !checked) return std::unexpected(checked.error());
  return footprint;
}

std::string footprintToGeoJson(const Footprint& footprint) {
  json features = json::array();
  for (const FootprintClass& part : footprint.classes)
    for (const FootprintShape& shape : part.shapes) {
      json properties = {{"class", part.key}, {"name", part.name}};
      json geometry;
      json coordinates = json::array();
      if (shape.kind == ShapeKind::kArea) {
        for (const auto& ring : shape.lines) coordinates.push_back(lineJson(ring, true));
        geometry = {{"type", "Polygon"}, {"coordinates", coordinates}};
      } else {
        properties["reach_m"] = shape.reach_m;
        const bool points = std::ranges::all_of(shape.lines, [](const auto& line) { return line.size() == 1; });
        for (const auto& line : shape.lines)
          coordinates.push_back(points ? lineJson(line, false)[0] : lineJson(line, false));
        geometry = {{"type", points ? "MultiPoint" : "MultiLineString"}, {"coordinates", coordinates}};
      }
      features.push_back({{"type", "Feature"}, {"properties", properties}, {"geometry", geometry}});
    }
  return json{{"type", "FeatureCollection"}, {"features", features}}.dump();
}

}  // namespace gis
