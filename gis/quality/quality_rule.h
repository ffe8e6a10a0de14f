// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/embedded_file.h"
#include "gis/core/error.h"

namespace gis {

// A text of a rule in both languages.
struct RuleText {
  std::string zh;
  std::string en;
};

// How bad it is when a row breaks the rule: wrong for certain; probably wrong; worth a look.
enum class RuleSeverity { kError, kWarning, kNote };

// What mends a row by itself: for each column an SQL expression over the row's columns. Only for what nobody would
// mend otherwise (blanks around a name), because it is applied to all rows found.
struct RuleFix {
  RuleText text;
  std::map<std::string, std::string> cells;
};

// One rule of the census, as resources/rules/*.json says it. `sql` is one SELECT over the workspace that yields the
// rows which break the rule: `fid`, and if it helps `value`, what is wrong there. "{table}" in it stands for each of
// `tables` in turn; it may name :parameters, and :today and :now_utc, which come from the clock. What SQLite lacks is
// in quality_functions_store.h. Plain data; any thread.
struct QualityRule {
  std::string id;  // "village-without-person"
  RuleText group;  // "Administrative divisions"
  std::vector<std::string> tables;
  RuleSeverity severity = RuleSeverity::kError;
  RuleText title;  // what is wrong, as a heading over the rows
  RuleText text;   // what to do about it
  std::string sql;
  std::map<std::string, double> parameters;
  std::optional<RuleFix> fix;
};

// "error", "warning", "note".
std::string_view severityName(RuleSeverity severity);

// Reads rules from JSON files. Fails with kInvalidArgument; the detail names file, rule and member.
Result<std::vector<QualityRule>> readQualityRules(std::span<const EmbeddedFile> files);
// Those compiled into the program.
Result<std::vector<QualityRule>> ownQualityRules();

}  // namespace gis
