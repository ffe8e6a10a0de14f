// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/network/named_closure.h"

#include <nlohmann/json.hpp>

namespace gis {
namespace {

// Names in the order of closuresFromGeoJson(): one a part of a MultiPolygon, one for any other geometry.
void collectNames(const nlohmann::json& json, const std::string& name, std::vector<std::string>& names, int depth) {
  if (depth > 8 || !json.is_object()) return;
  const std::string type = json.value("type", nlohmann::json()).is_string() ? json["type"].get<std::string>() : "";
  for (const char* key : {"features", "geometries"})
    if (json.contains(key) && json[key].is_array())
      for (const auto& one : json[key]) collectNames(one, name, names, depth + 1);
  if (type == "Feature") {
    std::string own = name;
    if (json.contains("properties") && json["properties"].is_object() && json["properties"].contains("name") &&
        json["properties"]["name"].is_string())
      own = json["properties"]["name"];
    if (json.contains("geometry")) collectNames(json["geometry"], own, names, depth + 1);
    return;
  }
  if (!json.contains("coordinates") || !json["coordinates"].is_array()) return;
  const std::size_t parts = type == "MultiPolygon" ? json["coordinates"].size() : 1;
  names.insert(names.end(), parts, name);
}

}  // namespace

std::vector<NamedClosure> namedClosures(std::vector<Closure> closures, std::string_view geojson) {
  std::vector<std::string> names;
  const auto json = nlohmann::json::parse(geojson, nullptr, false);
  if (!json.is_discarded()) collectNames(json, "", names, 0);
  // Geometries without any coordinate make no closure; then nothing says which name belongs to which.
  if (names.size() != closures.size()) names.assign(closures.size(), "");
  std::vector<NamedClosure> named;
  for (std::size_t i = 0; i < closures.size(); ++i)
    named.push_back({names[i].empty() ? std::to_string(i + 1) : names[i], std::move(closures[i])});
  return named;
}

Result<std::vector<NamedClosure>> namedClosuresFromGeoJson(const std::string& text, const std::string& file,
                                                           const Projector& to_map) {
  auto closures = closuresFromGeoJson(text, file, to_map);
  if (!closures) return std::unexpected(std::move(closures.error()));
  return namedClosures(std::move(*closures), text);
}

}  // namespace gis
