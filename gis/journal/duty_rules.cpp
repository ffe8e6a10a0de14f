// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/journal/duty_rules.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "dutyFiles.h"

namespace gis::journal {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::int64_t kMinute_ms = 60'000;
constexpr int kLongestDuty_min = 60 * 24 * 31;

TwoTexts dutyTexts(const Json& json, const std::string& key) { return {json.at(key + "_zh"), json.at(key + "_en")}; }

DutyClock dutyClock(const Json& json) {
  DutyClock clock;
  clock.id = json.at("id");
  clock.within_min = json.at("within_min");
  clock.what = dutyTexts(json, "what");
  clock.who = dutyTexts(json, "who");
  clock.source = dutyTexts(json, "source");
  clock.done_by_kind = json.value("done_by_kind", std::string());
  clock.confidence = json.at("confidence");
  return clock;
}

// What is wrong with a clock, in words; empty when nothing is.
std::string faultOf(const DutyClock& clock) {
  if (clock.id.empty() || clock.what.zh.empty() || clock.what.en.empty()) return "a clock without id or text";
  if (clock.within_min <= 0 || clock.within_min > kLongestDuty_min) return clock.id + ": within_min";
  if (clock.source.zh.empty()) return clock.id + ": no source";
  if (clock.confidence != "S" && clock.confidence != "F" && clock.confidence != "U") return clock.id + ": confidence";
  return {};
}

bool holds(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

Result<std::vector<DutyRule>> readDutyRules(std::string_view name, std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return fail(ErrorCode::kDamagedFile, std::string(name), "no JSON");
  try {
    std::vector<DutyRule> rules;
    for (const Json& one : json.at("rules")) {
      DutyRule rule;
      rule.kinds = one.at("when").at("kinds").get<std::vector<std::string>>();
      rule.levels = one.at("when").at("levels").get<std::vector<std::string>>();
      for (const Json& clock : one.at("clocks")) {
        rule.clocks.push_back(dutyClock(clock));
        if (std::string fault = faultOf(rule.clocks.back()); !fault.empty())
          return fail(ErrorCode::kDamagedFile, std::string(name), std::move(fault));
      }
      rules.push_back(std::move(rule));
    }
    return rules;
  } catch (const Json::exception& e) {
    return fail(ErrorCode::kDamagedFile, std::string(name), e.what());
  }
}

Result<std::vector<DutyRule>> builtInDutyRules() {
  std::vector<DutyRule> all;
  for (const EmbeddedFile& file : dutyFiles()) {
    auto rules = readDutyRules(file.name, file.text());
    if (!rules) return rules;
    std::ranges::move(*rules, std::back_inserter(all));
  }
  return all;
}

std::vector<Clock> clocksStarted(const std::vector<DutyRule>& rules, std::string_view kind, std::string_view level,
                                 std::int64_t from_utc_ms) {
  std::vector<Clock> started;
  for (const DutyRule& rule : rules) {
    if (!holds(rule.kinds, kind) || !holds(rule.levels, level)) continue;
    for (const DutyClock& one : rule.clocks) {
      Clock clock{one.id, one.what, one.who, one.source, from_utc_ms + one.within_min * kMinute_ms, one.done_by_kind};
      const auto same = std::ranges::find(started, clock.id, &Clock::id);
      if (same == started.end())
        started.push_back(std::move(clock));
      else if (clock.due_utc_ms < same->due_utc_ms)
        *same = std::move(clock);
    }
  }
  std::ranges::stable_sort(started, {}, &Clock::due_utc_ms);
  return started;
}

}  // namespace gis::journal
