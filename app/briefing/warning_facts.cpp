// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "app/briefing/fact_rows.h"
#include "app/text/moment_text.h"
#include "gis/cap/warning_store.h"

namespace app {
namespace {

using gis::briefing::FactTable;
using Answer = gis::Result<FactTable>;

// What was in force at the moment, by what had been sent until then; the gravest first.
gis::Result<std::vector<gis::Warning12379>> inForce(BriefingFacts& facts) {
  const auto stored = gis::WarningStore(facts.workspace().db()).all();
  if (!stored) return std::unexpected(stored.error());
  std::vector<gis::Warning12379> known;
  for (const gis::StoredWarning& one : *stored)
    if (one.received_utc_ms <= facts.asOfUtcMs()) known.push_back(one.warning);
  std::vector<gis::Warning12379> now;
  for (const gis::WarningLife& life : gis::lifeLines(known, facts.asOfUtcMs()).lives)
    if (life.state == gis::WarningState::kInForce) now.push_back(life.latest());
  const auto grade = [](const gis::Warning12379& w) { return w.colour ? static_cast<int>(*w.colour) : 9; };
  std::ranges::stable_sort(now, [&](const auto& a, const auto& b) { return grade(a) < grade(b); });
  return now;
}

std::int64_t toneOf(const gis::Warning12379& warning) {
  return warning.colour ? static_cast<std::int64_t>(*warning.colour) + 1 : 0;
}

Answer warningList(BriefingFacts& facts) {
  const auto now = inForce(facts);
  if (!now) return std::unexpected(now.error());
  FactTable table{{"headline", "event", "issued", "until", "sender", "drill", "tone", "n"}, {}, 0};
  for (const gis::Warning12379& warning : *now) {
    const gis::EventType* type = gis::eventTypeOf(warning.event_code);
    table.rows.push_back(
        FactRow{warning.headline, type ? (facts.language() == "en" ? type->name_en : type->name_zh) : warning.event,
                beijingTimeText(warning.sent_utc_ms).mid(5).toStdString(),
                warning.expires_utc_ms ? beijingTimeText(warning.expires_utc_ms).mid(5).toStdString()
                                       : factWords(QT_TRANSLATE_NOOP("BriefingFacts", "until cancelled")),
                warning.sender_name,
                warning.status == gis::CapStatus::kActual ? std::string()
                                                          : factWords(QT_TRANSLATE_NOOP("BriefingFacts", "Exercise")),
                toneOf(warning), countOf(now->size())});
    table.as_of_utc_ms = std::max(table.as_of_utc_ms, warning.sent_utc_ms);
  }
  return table;
}

// The counties under warnings, each with its gravest.
Answer districts(BriefingFacts& facts) {
  const auto now = inForce(facts);
  if (!now) return std::unexpected(now.error());
  std::map<std::string, std::int64_t> worst;
  const auto add = [&](const std::string& county, std::int64_t tone) {
    std::int64_t& known = worst[county];
    if (tone != 0 && (known == 0 || tone < known)) known = tone;
  };
  constexpr int kLevelOfCounties = 3;
  const auto counties = gis::briefing::BriefingStore(facts.workspace().db()).districts(kLevelOfCounties);
  if (!counties) return std::unexpected(counties.error());
  for (const gis::Warning12379& warning : *now)
    for (const std::string& code : warning.division_codes)
      for (const gis::briefing::District& county : *counties) {
        const bool whole_city = code.size() >= 6 && code.substr(4, 2) == "00";
        const std::size_t digits = whole_city ? 4 : 6;
        if (county.code.substr(0, digits) == code.substr(0, digits)) add(county.code, toneOf(warning));
      }
  FactTable table{{"district", "tone"}, {}, 0};
  for (const auto& [county, tone] : worst) table.rows.push_back(FactRow{county, tone});
  return table;
}

}  // namespace

FactFunctions warningFacts() { return {{"warnings.in_force", warningList}, {"warnings.districts", districts}}; }

}  // namespace app
