// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/sending/closed_place.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "gis/geo/projector.h"

namespace gis::sending {
namespace {

using Json = nlohmann::ordered_json;

Result<std::vector<std::vector<MapXY>>> onMap(const std::vector<std::vector<LonLat>>& lines, const std::string& name,
                                              const Projector& to_map) {
  std::vector<std::vector<MapXY>> made;
  for (const std::vector<LonLat>& line : lines) {
    std::vector<MapXY> part;
    for (const LonLat& p : line) {
      const auto at = to_map.forward({p.lon_deg, p.lat_deg});
      if (!at || !std::isfinite(at->x) || !std::isfinite(at->y))
        return fail(ErrorCode::kOutOfRange, name, "reaches off the map");
      part.push_back({at->x, at->y});
    }
    made.push_back(std::move(part));
  }
  return made;
}

// Points and lines of one shape are closures of their own kinds.
Result<void> addShape(const FootprintShape& shape, const std::string& name, const Projector& to_map,
                      std::vector<NamedClosure>& closures) {
  auto parts = onMap(shape.lines, name, to_map);
  if (!parts) return std::unexpected(std::move(parts.error()));
  if (shape.kind == ShapeKind::kArea) {
    closures.push_back({name, {GeometryKind::kPolygon, std::move(*parts), 0}});
    return {};
  }
  Closure points{GeometryKind::kPoint, {}, shape.reach_m}, lines{GeometryKind::kLine, {}, shape.reach_m};
  for (std::vector<MapXY>& part : *parts) (part.size() == 1 ? points : lines).parts.push_back(std::move(part));
  for (Closure* one : {&points, &lines})
    if (!one->parts.empty()) closures.push_back({name, std::move(*one)});
  return {};
}

Json positionJson(const LonLat& p) { return Json::array({p.lon_deg, p.lat_deg}); }

Json lineJson(const std::vector<LonLat>& line, bool closed) {
  Json made = Json::array();
  for (const LonLat& p : line) made.push_back(positionJson(p));
  const bool open =
      line.size() > 1 && (line.front().lon_deg != line.back().lon_deg || line.front().lat_deg != line.back().lat_deg);
  if (closed && open) made.push_back(positionJson(line.front()));
  return made;
}

Json featureJson(const Json& geometry, const ClosedPlace& place, std::size_t number, double reach_m) {
  Json properties{{"name", place.name}, {"class", std::to_string(number + 1)}, {"counts", place.counts}};
  if (reach_m > 0) properties["reach_m"] = reach_m;
  return {{"type", "Feature"}, {"properties", std::move(properties)}, {"geometry", geometry}};
}

void addFeatures(const FootprintShape& shape, const ClosedPlace& place, std::size_t number, Json& features) {
  if (shape.kind == ShapeKind::kArea) {
    Json rings = Json::array();
    for (const auto& ring : shape.lines) rings.push_back(lineJson(ring, true));
    features.push_back(featureJson({{"type", "Polygon"}, {"coordinates", std::move(rings)}}, place, number, 0));
    return;
  }
  for (const auto& line : shape.lines) {
    const Json geometry = line.size() == 1 ? Json{{"type", "Point"}, {"coordinates", positionJson(line.front())}}
                                           : Json{{"type", "LineString"}, {"coordinates", lineJson(line, false)}};
    features.push_back(featureJson(geometry, place, number, shape.reach_m));
  }
}

// Features that have a name and no class are told apart by their names.
std::string classedByName(const std::string& geojson) {
  Json json = Json::parse(geojson, nullptr, false);
  if (!json.is_object() || !json.contains("features") || !json["features"].is_array()) return geojson;
  for (Json& feature : json["features"]) {
    if (!feature.is_object() || !feature.contains("properties") || !feature["properties"].is_object()) continue;
    Json& facts = feature["properties"];
    if (!facts.contains("class") && facts.contains("name") && facts["name"].is_string()) facts["class"] = facts["name"];
  }
  return json.dump();
}

}  // namespace

Result<std::vector<NamedClosure>> closuresOf(const std::vector<ClosedPlace>& places, const Projector& to_map) {
  std::vector<NamedClosure> closures;
  for (const ClosedPlace& place : places) {
    if (!place.counts) continue;
    if (auto good = checkFootprint(place.footprint); !good) return std::unexpected(std::move(good.error()));
    for (const FootprintClass& part : place.footprint.classes)
      for (const FootprintShape& shape : part.shapes)
        if (auto added = addShape(shape, place.name, to_map, closures); !added)
          return std::unexpected(std::move(added.error()));
  }
  return closures;
}

Result<std::vector<ClosedPlace>> closedByFootprint(const std::string& geojson, const std::string& file,
                                                   const std::string& name) {
  // Bare lines and points close what touches them, ten metres to either side.
  auto footprint = footprintFromGeoJson(classedByName(geojson), 10);
  if (!footprint) {
    Error wrong = footprint.error();
    if (wrong.subject.empty() || wrong.code == ErrorCode::kDamagedFile) wrong.subject = file;
    return std::unexpected(std::move(wrong));
  }
  std::vector<ClosedPlace> places;
  for (FootprintClass& part : footprint->classes) {
    ClosedPlace place;
    place.name = !part.name.empty() ? part.name : part.key.empty() ? name : name + " " + part.key;
    place.footprint.origin = file;
    place.footprint.classes.push_back(std::move(part));
    places.push_back(std::move(place));
  }
  return places;
}

std::string closedPlacesText(const std::vector<ClosedPlace>& places) {
  Json features = Json::array();
  for (std::size_t i = 0; i < places.size(); ++i)
    for (const FootprintClass& part : places[i].footprint.classes)
      for (const FootprintShape& shape : part.shapes) addFeatures(shape, places[i], i, features);
  return Json{{"type", "FeatureCollection"}, {"features", std::move(features)}}.dump(1);
}

Result<std::vector<ClosedPlace>> closedPlacesOf(const std::string& geojson, const std::string& file) {
  const Json json = Json::parse(geojson, nullptr, false);
  const bool collection = json.is_object() && json.contains("features") && json["features"].is_array();
  if (!collection) return fail(ErrorCode::kDamagedFile, file, "no closed roads");
  if (json["features"].empty()) return std::vector<ClosedPlace>();
  auto places = closedByFootprint(geojson, file, file);
  if (!places) return places;
  for (const Json& feature : json["features"]) {
    if (!feature.contains("properties") || !feature["properties"].is_object()) continue;
    const Json& facts = feature["properties"];
    if (!facts.contains("counts") || facts["counts"] != false || !facts.contains("class")) continue;
    for (ClosedPlace& place : *places)
      if (facts["class"].is_string() && place.footprint.classes.front().key == facts["class"].get<std::string>())
        place.counts = false;
  }
  return places;
}

}  // namespace gis::sending
