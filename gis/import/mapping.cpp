// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/mapping.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace gis {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;
constexpr const char* kVersionKey = "fengsui_mapping";
constexpr std::array<std::pair<MatchBy, const char*>, 4> kMatchNames = {{{MatchBy::kUuid, "uuid"},
                                                                         {MatchBy::kCode, "code"},
                                                                         {MatchBy::kNameAndPlace, "name_place"},
                                                                         {MatchBy::kGeometry, "geometry"}}};

Json ruleJson(const ColumnRule& rule) {
  switch (rule.from) {
    case ColumnRule::From::kValue:
      return {{"value", rule.value}};
    case ColumnRule::From::kPlace:
      return {{"from", "place"}};
    case ColumnRule::From::kGeometry:
      return {{"from", "geometry"}};
    case ColumnRule::From::kField:
      break;
  }
  Json json = {{"field", rule.field}};
  if (rule.factor_ratio != 1) json["factor"] = rule.factor_ratio;
  if (!rule.values.empty()) json["values"] = rule.values;
  return json;
}

// Reads one document and remembers the first thing that is wrong with it.
class MappingReader {
 public:
  Result<Mapping> read(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded() || !json.is_object()) return fail(ErrorCode::kInvalidArgument, "JSON", "no JSON object");
    if (!json.contains(kVersionKey) || json[kVersionKey] != kVersion)
      return fail(ErrorCode::kInvalidArgument, kVersionKey, "1 expected");
    static constexpr std::array kKeys = {kVersionKey, "table",    "layer",   "encoding", "crs",
                                         "header",    "geometry", "shift_m", "match",    "match_place_m",
                                         "missing",   "columns",  "accepted"};
    for (const auto& [key, value] : json.items())
      if (std::ranges::find(kKeys, std::string_view(key)) == kKeys.end()) wrong(key, "unknown key");
    text_(json, "table", m.table);
    text_(json, "layer", m.layer);
    text_(json, "encoding", m.encoding);
    text_(json, "crs", m.crs);
    header(json);
    geometry(json);
    matching(json);
    columns(json);
    for (const Json& word : list(json, "accepted"))
      word.is_string() ? (void)m.accepted.insert(word.get<std::string>()) : wrong("accepted", "text expected");
    if (m.table.empty()) wrong("table", "text expected");
    if (m_error) return std::unexpected(*m_error);
    return m;
  }

 private:
  void wrong(const std::string& where, const char* what) {
    if (!m_error) m_error = Error{ErrorCode::kInvalidArgument, where, what, {}};
  }
  void text_(const Json& json, const std::string& key, std::string& into, const std::string& under = {}) {
    if (!json.contains(key)) return;
    json[key].is_string() ? (void)(into = json[key].get<std::string>()) : wrong(under + key, "text expected");
  }
  void number(const Json& json, const std::string& key, double& into, const std::string& under = {}) {
    if (!json.contains(key)) return;
    json[key].is_number() ? (void)(into = json[key].get<double>()) : wrong(under + key, "number expected");
  }
  Json list(const Json& json, const char* key) {
    if (!json.contains(key)) return Json::array();
    if (json[key].is_array()) return json[key];
    wrong(key, "list expected");
    return Json::array();
  }
  Json object(const Json& json, const std::string& key) {
    if (!json.contains(key)) return Json::object();
    if (json[key].is_object()) return json[key];
    wrong(key, "object expected");
    return Json::object();
  }

  void header(const Json& json) {
    if (!json.contains("header")) return;
    const Json header = object(json, "header");
    double skipped = 0, rows = 1;
    number(header, "skipped", skipped, "header.");
    number(header, "rows", rows, "header.");
    if (skipped < 0 || skipped > 1000) wrong("header.skipped", "0 to 1000 expected");
    if (rows != 0 && rows != 1 && rows != 2) wrong("header.rows", "0, 1 or 2 expected");
    m.header = HeaderRows{static_cast<int>(skipped), static_cast<int>(rows)};
  }

  void geometry(const Json& json) {
    const Json geometry = object(json, "geometry");
    text_(geometry, "x", m.x_field, "geometry.");
    text_(geometry, "y", m.y_field, "geometry.");
    if (m.x_field.empty() != m.y_field.empty()) wrong("geometry", "x and y go together");
    if (geometry.contains("swapped")) {
      if (geometry["swapped"].is_boolean())
        m.swap_axes = geometry["swapped"].get<bool>();
      else
        wrong("geometry.swapped", "true or false expected");
    }
    const Json shift = object(json, "shift_m");
    number(shift, "east", m.shift_east_m, "shift_m.");
    number(shift, "north", m.shift_north_m, "shift_m.");
    if (std::abs(m.shift_east_m) > 5000 || std::abs(m.shift_north_m) > 5000) wrong("shift_m", "at most 5000 m");
  }

  void matching(const Json& json) {
    if (json.contains("match")) m.match.clear();
    for (const Json& word : list(json, "match")) {
      const auto* known = std::ranges::find_if(kMatchNames, [&](const auto& name) { return word == name.second; });
      if (known == kMatchNames.end())
        wrong("match", "uuid, code, name_place or geometry expected");
      else
        m.match.push_back(known->first);
    }
    number(json, "match_place_m", m.match_place_m);
    if (!(m.match_place_m >= 0)) wrong("match_place_m", "not below 0");
    std::string missing = "keep";
    text_(json, "missing", missing);
    if (missing != "keep" && missing != "remove") wrong("missing", "keep or remove expected");
    m.remove_missing = missing == "remove";
  }

  void columns(const Json& json) {
    const Json all = object(json, "columns");
    for (const auto& [column, rule] : all.items()) {
      const std::string where = "columns." + column;
      if (!rule.is_object()) {
        wrong(where, "object expected");
        continue;
      }
      ColumnRule read;
      std::string from;
      text_(rule, "from", from, where + ".");
      text_(rule, "field", read.field, where + ".");
      text_(rule, "value", read.value, where + ".");
      number(rule, "factor", read.factor_ratio, where + ".");
      if (!(read.factor_ratio > 0)) wrong(where + ".factor", "above 0 expected");
      const Json values = object(rule, "values");
      for (const auto& [word, code] : values.items())
        code.is_string() ? (void)(read.values[word] = code.get<std::string>())
                         : wrong(where + ".values", "text expected");
      const int said = int{rule.contains("from")} + int{rule.contains("field")} + int{rule.contains("value")};
      if (said != 1) wrong(where, "one of field, value and from expected");
      if (!rule.contains("field") && (rule.contains("factor") || rule.contains("values")))
        wrong(where, "factor and values only with a field");
      if (rule.contains("value")) read.from = ColumnRule::From::kValue;
      if (rule.contains("from")) {
        if (from != "place" && from != "geometry") wrong(where + ".from", "place or geometry expected");
        read.from = from == "place" ? ColumnRule::From::kPlace : ColumnRule::From::kGeometry;
      }
      m.columns[column] = std::move(read);
    }
  }

  Mapping m;
  std::optional<Error> m_error;
};

}  // namespace

std::string mappingText(const Mapping& mapping) {
  Json json = {{kVersionKey, kVersion}, {"table", mapping.table}};
  if (!mapping.layer.empty()) json["layer"] = mapping.layer;
  if (!mapping.encoding.empty()) json["encoding"] = mapping.encoding;
  if (!mapping.crs.empty()) json["crs"] = mapping.crs;
  if (mapping.header) json["header"] = {{"skipped", mapping.header->skipped}, {"rows", mapping.header->rows}};
  Json geometry = Json::object();
  if (!mapping.x_field.empty()) geometry = {{"x", mapping.x_field}, {"y", mapping.y_field}};
  if (mapping.swap_axes) geometry["swapped"] = true;
  if (!geometry.empty()) json["geometry"] = std::move(geometry);
  if (mapping.shift_east_m != 0 || mapping.shift_north_m != 0)
    json["shift_m"] = {{"east", mapping.shift_east_m}, {"north", mapping.shift_north_m}};
  json["match"] = Json::array();
  for (const MatchBy by : mapping.match)
    json["match"].push_back(std::ranges::find(kMatchNames, by, &std::pair<MatchBy, const char*>::first)->second);
  json["match_place_m"] = mapping.match_place_m;
  json["missing"] = mapping.remove_missing ? "remove" : "keep";
  json["columns"] = Json::object();
  for (const auto& [column, rule] : mapping.columns) json["columns"][column] = ruleJson(rule);
  if (!mapping.accepted.empty()) json["accepted"] = mapping.accepted;
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<Mapping> readMapping(std::string_view json) { return MappingReader().read(json); }

Result<void> checkMapping(const Mapping& mapping, const TargetTable& table, const std::vector<SourceField>& fields) {
  const auto has = [&](const std::string& name) {
    return std::ranges::find(fields, name, &SourceField::name) != fields.end();
  };
  for (const std::string& field : {mapping.x_field, mapping.y_field})
    if (!field.empty() && !has(field)) return fail(ErrorCode::kUnknownName, field, "no such field in the file");
  for (const auto& [name, rule] : mapping.columns) {
    const TargetColumn* column = table.find(name);
    if (!column) return fail(ErrorCode::kUnknownName, table.name + "." + name, "no such column");
    if (rule.from == ColumnRule::From::kField && !has(rule.field))
      return fail(ErrorCode::kUnknownName, rule.field, "no such field in the file");
    if (rule.from == ColumnRule::From::kPlace && column->reference_table != "division")
      return fail(ErrorCode::kInvalidArgument, name, "only the division follows from the place");
    const bool measured = name.ends_with("_m2") || name.ends_with("_km2") || name == "length_m";
    if (rule.from == ColumnRule::From::kGeometry && !measured)
      return fail(ErrorCode::kInvalidArgument, name, "only areas and lengths are measured");
  }
  return {};
}

}  // namespace gis
