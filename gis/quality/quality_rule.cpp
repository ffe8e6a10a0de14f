// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/quality/quality_rule.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "qualityRuleFiles.h"

namespace gis {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 3> kSeverities = {"error", "warning", "note"};

// A member that is not as it should be, on its way out of the file.
struct WrongRule {
  std::string what;
};

const json& member(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) throw WrongRule{std::string(key) + " is missing"};
  return *found;
}

std::string textOf(const json& value, const char* key) {
  if (!value.is_string() || value.get_ref<const std::string&>().empty())
    throw WrongRule{std::string(key) + " is no text"};
  return value.get<std::string>();
}

RuleText bothLanguages(const json& object, const char* key) {
  const json& texts = member(object, key);
  if (!texts.is_object()) throw WrongRule{std::string(key) + " needs zh and en"};
  return {textOf(member(texts, "zh"), key), textOf(member(texts, "en"), key)};
}

// SQL may be a list of lines, which JSON cannot break otherwise.
std::string linesOf(const json& value, const char* key) {
  if (!value.is_array()) return textOf(value, key);
  std::string joined;
  for (const json& line : value) joined += textOf(line, key) + "\n";
  return joined;
}

RuleSeverity severityOf(const std::string& name) {
  const auto found = std::ranges::find(kSeverities, name);
  if (found == kSeverities.end()) throw WrongRule{"severity " + name + " is unknown"};
  return static_cast<RuleSeverity>(found - kSeverities.begin());
}

// Every :parameter of the SQL must have a value.
void checkParameters(const QualityRule& rule) {
  const std::string& sql = rule.sql;
  const auto isWord = [](char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  for (std::size_t colon = sql.find(':'); colon != std::string::npos; colon = sql.find(':', colon + 1)) {
    std::size_t end = colon + 1;
    while (end < sql.size() && isWord(sql[end])) ++end;
    const std::string name = sql.substr(colon + 1, end - colon - 1);
    if (!name.empty() && name != "today" && name != "now_utc" && !rule.parameters.contains(name))
      throw WrongRule{"parameter " + name + " has no value"};
  }
}

QualityRule ruleOf(const json& object, const RuleText& group) {
  QualityRule rule;
  rule.id = textOf(member(object, "id"), "id");
  rule.group = group;
  for (const json& table : member(object, "tables")) rule.tables.push_back(textOf(table, "tables"));
  if (rule.tables.empty()) throw WrongRule{"tables is empty"};
  rule.severity = severityOf(textOf(member(object, "severity"), "severity"));
  rule.title = bothLanguages(object, "title");
  rule.text = bothLanguages(object, "text");
  rule.sql = linesOf(member(object, "sql"), "sql");
  if (const auto parameters = object.find("parameters"); parameters != object.end())
    for (const auto& [name, value] : parameters->items()) rule.parameters[name] = value.get<double>();
  checkParameters(rule);
  if (const auto fix = object.find("fix"); fix != object.end()) {
    rule.fix = RuleFix{bothLanguages(*fix, "text"), {}};
    for (const auto& [column, expression] : member(*fix, "cells").items())
      rule.fix->cells[column] = textOf(expression, "cells");
  }
  return rule;
}

}  // namespace

std::string_view severityName(RuleSeverity severity) { return kSeverities[static_cast<std::size_t>(severity)]; }

Result<std::vector<QualityRule>> readQualityRules(std::span<const EmbeddedFile> files) {
  std::vector<QualityRule> rules;
  for (const EmbeddedFile& file : files) {
    std::string id;
    try {
      const json document = json::parse(file.text());
      const RuleText group = bothLanguages(document, "group");
      for (const json& object : member(document, "rules")) {
        id = object.value("id", "");
        QualityRule rule = ruleOf(object, group);
        if (std::ranges::count(rules, rule.id, &QualityRule::id) != 0) throw WrongRule{"the id is taken"};
        rules.push_back(std::move(rule));
      }
    } catch (const WrongRule& wrong) {
      return fail(ErrorCode::kInvalidArgument, std::string(file.name), id + ": " + wrong.what);
    } catch (const json::exception& wrong) {
      return fail(ErrorCode::kInvalidArgument, std::string(file.name), id + ": " + wrong.what());
    }
  }
  return rules;
}

Result<std::vector<QualityRule>> ownQualityRules() { return readQualityRules(qualityRuleFiles()); }

}  // namespace gis
