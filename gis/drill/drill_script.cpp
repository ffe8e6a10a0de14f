// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/drill/drill_script.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

namespace gis::drill {
namespace {

using Json = nlohmann::json;
constexpr std::int64_t kMinute_ms = 60'000;
constexpr int kDay_min = 24 * 60;
constexpr int kLongest_min = 14 * kDay_min;
constexpr std::size_t kDeepest = 64;  // the reader's stack is not the file's to fill

bool isDigits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// Where the objects of the list "steps" begin: line of each, for messages. Text that is no JSON gives something.
std::vector<int> stepLines(std::string_view text) {
  std::vector<int> lines;
  std::string open;  // the brackets around us
  bool in_text = false;
  int line = 1;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') ++line;
    if (in_text) {
      if (c == '\\')
        ++i;
      else if (c == '"')
        in_text = false;
      continue;
    }
    if (c == '"') in_text = true;
    if (c == '{' && open == "{[") lines.push_back(line);
    if (c == '{' || c == '[') open += c;
    if ((c == '}' || c == ']') && !open.empty()) open.pop_back();
    if (open.size() > kDeepest) return {};
  }
  return lines;
}

bool tooDeep(std::string_view text) {
  std::size_t depth = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (in_text) {
      if (text[i] == '\\')
        ++i;
      else if (text[i] == '"')
        in_text = false;
    } else if (text[i] == '"') {
      in_text = true;
    } else if (text[i] == '{' || text[i] == '[') {
      if (++depth > kDeepest) return true;
    } else if ((text[i] == '}' || text[i] == ']') && depth > 0) {
      --depth;
    }
  }
  return false;
}

int lineOfByte(std::string_view text, std::size_t byte) {
  return 1 + static_cast<int>(std::ranges::count(text.substr(0, std::min(byte, text.size())), '\n'));
}

// "20:05" as minutes of the day.
std::optional<int> minuteOf(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 2 || text.size() != colon + 3) return std::nullopt;
  if (!isDigits(text.substr(0, colon)) || !isDigits(text.substr(colon + 1))) return std::nullopt;
  const int hour = std::stoi(std::string(text.substr(0, colon))),
            minute = std::stoi(std::string(text.substr(colon + 1)));
  if (hour > 23 || minute > 59) return std::nullopt;
  return hour * 60 + minute;
}

std::string_view expectedName(FieldKind kind) {
  constexpr std::array<std::string_view, 11> kNames = {"text",    "number", "whole",  "texts", "divisions", "counts",
                                                       "figures", "blanks", "colour", "name",  "use"};
  return kNames[static_cast<std::size_t>(kind)];
}

class Reader {
 public:
  Reader(std::string_view text, std::span<const StepRules> kinds) : m_text(text), m_kinds(kinds) {}

  std::expected<DrillScript, std::vector<DrillMistake>> read() {
    if (tooDeep(m_text)) {
      wrong(MistakeKind::kNotJson, 1, "", "nested too deeply");
      return std::unexpected(std::move(m_mistakes));
    }
    Json root;
    try {
      root = Json::parse(m_text);
    } catch (const Json::parse_error& e) {
      wrong(MistakeKind::kNotJson, lineOfByte(m_text, e.byte), "", e.what());
      return std::unexpected(std::move(m_mistakes));
    }
    if (!root.is_object()) {
      wrong(MistakeKind::kWrongValue, 1, "", "object");
      return std::unexpected(std::move(m_mistakes));
    }
    m_lines = stepLines(m_text);
    readHead(root);
    if (const auto steps = root.find("steps"); steps == root.end())
      wrong(MistakeKind::kMissing, 1, "", "steps");
    else if (!steps->is_array() || steps->empty())
      wrong(MistakeKind::kWrongValue, 1, "/steps", "steps");
    else
      for (std::size_t i = 0; i < steps->size(); ++i) readStep((*steps)[i], i);
    if (!m_mistakes.empty()) return std::unexpected(std::move(m_mistakes));
    return std::move(m_script);
  }

 private:
  void wrong(MistakeKind kind, int line, std::string path, std::string detail) {
    m_mistakes.push_back({kind, line, std::move(path), std::move(detail)});
  }

  void readHead(const Json& root) {
    for (const auto& [key, value] : root.items())
      if (key != "title" && key != "begins" && key != "seed" && key != "lasts_min" && key != "steps" && key != "about")
        wrong(MistakeKind::kUnknownKey, 1, "/" + key, key);
    if (!root.contains("title"))
      wrong(MistakeKind::kMissing, 1, "", "title");
    else
      m_script.title = words(root["title"], 1, "/title");
    const auto begins = root.contains("begins") && root["begins"].is_string()
                            ? minuteOf(root["begins"].get_ref<const std::string&>())
                            : std::nullopt;
    if (!root.contains("begins"))
      wrong(MistakeKind::kMissing, 1, "", "begins");
    else if (!begins)
      wrong(MistakeKind::kBadTime, 1, "/begins", root["begins"].dump());
    m_script.begins_min = begins.value_or(0);
    if (const auto seed = root.find("seed"); seed != root.end()) {
      if (seed->is_number_unsigned())
        m_script.seed = seed->get<std::uint64_t>();
      else
        wrong(MistakeKind::kWrongValue, 1, "/seed", "whole");
    }
    if (const auto lasts = root.find("lasts_min"); lasts != root.end()) {
      if (lasts->is_number_integer() && lasts->get<std::int64_t>() > 0 && lasts->get<std::int64_t>() <= kLongest_min)
        m_script.lasts_ms = lasts->get<std::int64_t>() * kMinute_ms;
      else
        wrong(MistakeKind::kWrongValue, 1, "/lasts_min", "whole");
    }
  }

  DrillWords words(const Json& value, int line, const std::string& path) {
    DrillWords said;
    if (value.is_string()) {
      said.zh = said.en = value.get<std::string>();
    } else if (value.is_object() && value.size() == 2 && value.contains("zh") && value.contains("en") &&
               value["zh"].is_string() && value["en"].is_string()) {
      said = {value["zh"].get<std::string>(), value["en"].get<std::string>()};
    }
    if (said.zh.empty() || said.en.empty()) wrong(MistakeKind::kWrongValue, line, path, "words");
    return said;
  }

  void readStep(const Json& json, std::size_t i) {
    const std::string path = fmt::format("/steps/{}", i);
    const int line = i < m_lines.size() ? m_lines[i] : 1;
    if (!json.is_object()) return wrong(MistakeKind::kWrongValue, line, path, "object");
    DrillStep step;
    step.line = line;
    readTime(json, step, path);
    const auto kind = json.find("kind");
    if (kind == json.end()) return wrong(MistakeKind::kMissing, line, path, "kind");
    const auto rules = kind->is_string()
                           ? std::ranges::find(m_kinds, kind->get_ref<const std::string&>(), &StepRules::kind)
                           : m_kinds.end();
    if (rules == m_kinds.end())
      return wrong(MistakeKind::kUnknownKind, line, path + "/kind", kind->is_string() ? kind->get<std::string>() : "");
    step.kind = std::string(rules->kind);
    if (json.contains("words")) step.words = words(json["words"], line, path + "/words");
    readFields(json, *rules, step, path);
    m_script.lasts_ms = std::max(m_script.lasts_ms, step.after_ms);
    m_script.steps.push_back(std::move(step));
  }

  void readTime(const Json& json, DrillStep& step, const std::string& path) {
    const auto at = json.find("at");
    if (at == json.end()) return wrong(MistakeKind::kMissing, step.line, path, "at");
    const std::string text = at->is_string() ? at->get<std::string>() : std::string();
    std::int64_t after_min = -1;
    if (text.size() > 1 && text.size() < 7 && text[0] == '+' && isDigits(std::string_view(text).substr(1))) {
      after_min = std::stoi(text.substr(1));
    } else if (const auto minute = minuteOf(text)) {
      after_min = (*minute - m_script.begins_min + kDay_min) % kDay_min;
      while (after_min < m_last_min && after_min + kDay_min - m_last_min < kDay_min) after_min += kDay_min;
    }
    if (after_min < 0 || after_min > kLongest_min)
      return wrong(MistakeKind::kBadTime, step.line, path + "/at", at->dump());
    if (after_min < m_last_min) return wrong(MistakeKind::kBackwards, step.line, path + "/at", text);
    m_last_min = after_min;
    step.after_ms = after_min * kMinute_ms;
  }

  void readFields(const Json& json, const StepRules& rules, DrillStep& step, const std::string& path) {
    for (const auto& [key, value] : json.items()) {
      if (key == "at" || key == "kind" || key == "words") continue;
      if (std::ranges::find(rules.fields, key, &FieldRule::name) == rules.fields.end())
        wrong(MistakeKind::kUnknownKey, step.line, path + "/" + key, key);
    }
    step.fields = Json::object();
    for (const FieldRule& rule : rules.fields) {
      const auto value = json.find(std::string(rule.name));
      if (value == json.end()) {
        if (rule.need == FieldNeed::kNeeded) wrong(MistakeKind::kMissing, step.line, path, std::string(rule.name));
        continue;
      }
      const std::string where = path + "/" + std::string(rule.name);
      if (!fits(*value, rule)) {
        wrong(MistakeKind::kWrongValue, step.line, where, std::string(expectedName(rule.kind)));
        continue;
      }
      if (rule.kind == FieldKind::kName && !m_made.emplace(value->get<std::string>(), step.kind).second)
        wrong(MistakeKind::kTwice, step.line, where, value->get<std::string>());
      if (rule.kind == FieldKind::kUse && !isMade(value->get<std::string>(), rule.of))
        wrong(MistakeKind::kNotMade, step.line, where, value->get<std::string>());
      step.fields[std::string(rule.name)] = *value;
    }
  }

  bool isMade(const std::string& name, std::string_view of) const {
    const auto made = m_made.find(name);
    return made != m_made.end() && (" " + std::string(of) + " ").find(" " + made->second + " ") != std::string::npos;
  }

  static bool fits(const Json& value, const FieldRule& rule) {
    const auto isText = [](const Json& one) { return one.is_string() && !one.get_ref<const std::string&>().empty(); };
    const auto inRange = [&](const Json& one) {
      const double number = one.get<double>();
      return std::isfinite(number) && number >= static_cast<double>(rule.lowest) &&
             number <= static_cast<double>(rule.highest);
    };
    switch (rule.kind) {
      case FieldKind::kText:
      case FieldKind::kName:
      case FieldKind::kUse:
        return isText(value);
      case FieldKind::kNumber:
        return value.is_number() && inRange(value);
      case FieldKind::kWhole:
        return value.is_number_integer() && inRange(value);
      case FieldKind::kTexts:
        return value.is_array() && !value.empty() && std::ranges::all_of(value, isText);
      case FieldKind::kDivisions:
        return value.is_array() && !value.empty() && std::ranges::all_of(value, [&](const Json& one) {
                 return isText(one) && isDigits(one.get_ref<const std::string&>()) &&
                        one.get_ref<const std::string&>().size() >= 4 && one.get_ref<const std::string&>().size() <= 12;
               });
      case FieldKind::kCounts:
        return value.is_object() && !value.empty() && std::ranges::all_of(value, [&](const Json& one) {
                 return one.is_number_integer() && one.get<std::int64_t>() > 0 &&
                        one.get<std::int64_t>() <= 100'000'000;
               });
      case FieldKind::kFigures:
        return value.is_object() && !value.empty() &&
               std::ranges::all_of(value, [&](const Json& one) { return one.is_number() && inRange(one); });
      case FieldKind::kBlanks:
        return value.is_object() && !value.empty() && std::ranges::all_of(value, isText);
      case FieldKind::kColour:
        return value == "red" || value == "orange" || value == "yellow" || value == "blue";
    }
    return false;
  }

  std::string_view m_text;
  std::span<const StepRules> m_kinds;
  std::vector<int> m_lines;
  std::vector<DrillMistake> m_mistakes;
  std::map<std::string, std::string> m_made;  // name -> kind of the step
  std::int64_t m_last_min = 0;
  DrillScript m_script;
};

}  // namespace

std::string_view mistakeName(MistakeKind kind) {
  constexpr std::array<std::string_view, 9> kNames = {"not_json",     "missing",     "unknown_key",
                                                      "unknown_kind", "wrong_value", "bad_time",
                                                      "backwards",    "twice",       "not_made"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::expected<DrillScript, std::vector<DrillMistake>> readDrillScript(std::string_view text,
                                                                      std::span<const StepRules> kinds) {
  return Reader(text, kinds).read();
}

}  // namespace gis::drill
