// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace gis::situation {

// What keeps a report from being issued.
enum class FindingCode {
  kBlank,        // nobody has typed what only a person knows
  kNoData,       // the data do not say it
  kPlaceholder,  // typed words still hold {x}, XX, ×× or 待填
  kTotals,       // figures that do not agree; detail: what each is
  kFell,         // a cumulative figure is smaller than last time and nobody says why; detail: "12 -> 10"
  kStale,        // a cumulative figure speaks of too long ago; detail: minutes
  kNoIncident,   // this kind of report needs one
  kOutOfOrder,   // an update or a final before any first report, a second first one
};

std::string_view findingName(FindingCode code);

struct Finding {
  FindingCode code = FindingCode::kBlank;
  std::string where;   // name of the blank or fact, id of the rule
  std::string zh, en;  // what that is called
  std::string detail;

  friend bool operator==(const Finding&, const Finding&) = default;
};

}  // namespace gis::situation
