// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "gis/evacuation/plan_of_workspace.h"

namespace gis::evacuation {
namespace {

constexpr int kDeepest = 8;

// Names in the order of closuresFromGeoJson(): one a part of a MultiPolygon, one for any other geometry.
void namesIn(const nlohmann::json& json, const std::string& name, std::vector<std::string>& names, int depth) {
  if (depth > kDeepest || !json.is_object()) return;
  const auto type = json.find("type");
  const std::string kind = type != json.end() && type->is_string() ? type->get<std::string>() : "";
  if (kind == "Feature") {
    std::string own = name;
    const auto properties = json.find("properties");
    if (properties != json.end() && properties->is_object())
      if (const auto said = properties->find("name"); said != properties->end() && said->is_string()) own = *said;
    if (const auto geometry = json.find("geometry"); geometry != json.end()) namesIn(*geometry, own, names, depth + 1);
    return;
  }
  for (const char* list : {"features", "geometries"})
    if (const auto all = json.find(list); all != json.end() && all->is_array())
      for (const auto& one : *all) namesIn(one, name, names, depth + 1);
  const auto coordinates = json.find("coordinates");
  if (coordinates == json.end() || !coordinates->is_array()) return;
  names.insert(names.end(), kind == "MultiPolygon" ? coordinates->size() : 1, name);
}

}  // namespace

Result<std::vector<NamedClosure>> closuresOfText(const std::string& text, const std::string& file,
                                                 const Projector& to_map) {
  auto closures = closuresFromGeoJson(text, file, to_map);
  if (!closures) return std::unexpected(std::move(closures.error()));
  std::vector<std::string> names;
  namesIn(nlohmann::json::parse(text, nullptr, false), {}, names, 0);
  std::vector<NamedClosure> named;
  for (std::size_t i = 0; i < closures->size(); ++i) {
    const bool has = names.size() == closures->size() && !names[i].empty();
    named.push_back({has ? names[i] : std::to_string(i + 1), std::move((*closures)[i])});
  }
  return named;
}

}  // namespace gis::evacuation
