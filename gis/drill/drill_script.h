// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <expected>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gis::drill {

// What a field of a step may hold.
enum class FieldKind {
  kText,
  kNumber,     // lowest .. highest
  kWhole,      // likewise, without a fraction
  kTexts,      // a list of texts, at least one
  kDivisions,  // a list of codes of 6 to 12 digits, at least one
  kCounts,     // {"棉被": 60}: an item and how many; at least one
  kFigures,    // {"dead": 0}: figures of an incident in their units; lowest .. highest; at least one
  kBlanks,     // {"measures": "..."}: words for the blanks of a report; at least one
  kColour,     // red, orange, yellow, blue
  kName,       // what later steps call what this one made; once in a script
  kUse,        // the name of what an earlier step of the kinds in `of` made
};
enum class FieldNeed { kNeeded, kMayBeLeft };

struct FieldRule {
  std::string_view name;
  FieldKind kind = FieldKind::kText;
  FieldNeed need = FieldNeed::kNeeded;
  std::int64_t lowest = 0, highest = 1'000'000'000;
  std::string_view of = {};  // kUse: kinds, separated by blanks
};

// What a step of a kind may say. Every kind may say "words" besides, a text or {"zh": ..., "en": ...}.
struct StepRules {
  std::string_view kind;
  std::vector<FieldRule> fields;
};

// In Chinese and English; either may be empty.
struct DrillWords {
  std::string zh, en;
};

struct DrillStep {
  std::int64_t after_ms = 0;  // since the beginning
  std::string kind;
  DrillWords words;
  nlohmann::json fields;
  int line = 0;  // in the file
};

// A scripted drill (演练脚本): what is injected when. Steps are in the order of their times.
struct DrillScript {
  DrillWords title;
  int begins_min = 0;  // of the day in Beijing
  std::uint64_t seed = 1;
  std::vector<DrillStep> steps;
  std::int64_t lasts_ms = 0;  // until its last step or what it says as "lasts_min"
};

enum class MistakeKind {
  kNotJson,
  kMissing,      // detail: the field
  kUnknownKey,   // detail: the key
  kUnknownKind,  // detail: the kind
  kWrongValue,   // detail: what is expected, as in expectedName()
  kBadTime,
  kBackwards,  // earlier than the step before it
  kTwice,      // detail: the name
  kNotMade,    // detail: the name that no earlier step of a fitting kind has made
};

// What is wrong with a script, and where: "/steps/3/mm", line of the file.
struct DrillMistake {
  MistakeKind kind = MistakeKind::kNotJson;
  int line = 0;
  std::string path, detail;
};
// Stable lower-case names for JSON: "unknown_kind".
std::string_view mistakeName(MistakeKind kind);

// {"title": {"zh", "en"}, "begins": "20:00", "seed": 7, "lasts_min": 600, "steps": [{"at": "20:00", "kind": "note",
// "words": "..."}, ...]}. "at" is a time of day, which passes midnight when it is smaller than the one before, or
// "+90": minutes since the beginning. All mistakes are found at once. Pure; any thread.
std::expected<DrillScript, std::vector<DrillMistake>> readDrillScript(std::string_view text,
                                                                      std::span<const StepRules> kinds);

}  // namespace gis::drill
