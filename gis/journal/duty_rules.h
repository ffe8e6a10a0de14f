// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string_view>
#include <vector>

#include "gis/journal/entry.h"

namespace gis::journal {

// One deadline of the rules of duty (值班制度), counted from the entry that starts it.
struct DutyClock {
  std::string id;
  int within_min = 0;
  TwoTexts what, who, source;
  std::string done_by_kind;
  std::string confidence;  // S, F or U, as in table code_confidence
};

// Entries of these kinds and levels start these clocks.
struct DutyRule {
  std::vector<std::string> kinds, levels;
  std::vector<DutyClock> clocks;
};

// The rules of resources/duty/*.json: {"rules": [{"when": {"kinds", "levels"}, "clocks": [...]}]}. Fails with
// kDamagedFile naming `name` and what is wrong.
Result<std::vector<DutyRule>> readDutyRules(std::string_view name, std::string_view json);
// All that come with the program.
Result<std::vector<DutyRule>> builtInDutyRules();

// The clocks that an entry of this kind and level starts when it happened at `from_utc_ms`; of two clocks of one id the
// nearer one.
std::vector<Clock> clocksStarted(const std::vector<DutyRule>& rules, std::string_view kind, std::string_view level,
                                 std::int64_t from_utc_ms);

}  // namespace gis::journal
