// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <filesystem>

#include "app/field/field_job.h"

namespace app {

// The words of the field room. Window's thread.

// Why only a person can decide: "Two people changed it without knowing of each other."
QString conflictReason(gis::ConflictKind kind);
// "3 d", "5 h", "12 min": how long ago.
QString ageText(std::int64_t since_utc_ms, std::int64_t now_utc_ms);
QString dayTimeText(std::int64_t at_utc_ms);  // "11-25 14:30" of this computer's zone, with the year when it is another
QString sizeText(std::int64_t bytes);         // "12.3 MB"
// "沁源县, 屯留区", "a piece of the map", "the whole city".
QString areaText(const std::string& area, const FieldState& state);
// "3 rows added, 12 changed, 1 removed".
QString rowsText(const gis::MergeCounts& counts);
// "Photographs: 12 new, 3 here already, 1 cannot be read; 2 are missing on the laptop itself"; empty: none.
QString picturesText(const gis::PictureCounts& counts, int absent);
// A cell as the attribute table shows it; "(empty)" for none, "(shape)" for a geometry.
QString valueText(const NamedTable& table, const std::string& column, const gis::CellValue& value,
                  const gis::CodeLists& codes, const QString& language);
// "常平储备库 · 保管员".
QString conflictTitle(const gis::ConflictRow& row, const FieldState& state, const QString& language);

}  // namespace app
