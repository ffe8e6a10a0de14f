// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include "gis/quality/quality_check.h"

namespace app {

// One of the two texts; `language` is "zh" or "en".
QString ruleText(const gis::RuleText& text, const QString& language);
// "Error", "Warning", "Note" in the interface's language.
QString severityText(gis::RuleSeverity severity);
// "2 errors, 14 warnings, 3 notes", or that nothing was found; and how many rules could not be asked.
QString checkSummary(const gis::CheckReport& report);
// A county's name; rows that belong to none have a word of their own.
QString countyText(const gis::CheckReport& report, const std::string& county_code);
// 学校 / Schools; the table's own name when nobody has titled it.
QString tableText(const gis::CheckReport& report, const std::string& table, const QString& language);
// The row's name, or its table and number.
QString rowText(const gis::CheckReport& report, const gis::Finding& finding, const QString& language);
// "113.12345, 36.54321", or nothing.
QString placeText(const gis::Finding& finding);
// "2026-05-01 08:00" on this computer's clock.
QString checkTimeText(std::int64_t at_utc_ms);

}  // namespace app
