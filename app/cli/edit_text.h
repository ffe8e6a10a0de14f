// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <nlohmann/json.hpp>

#include "gis/edit/edit_change.h"
#include "gis/edit/edit_log_store.h"
#include "gis/store/workspace.h"

namespace app {

// A cell as JSON: null, number or text; a geometry as {"bytes": n}.
nlohmann::ordered_json cellJson(const gis::CellValue& value);
// A cell as a person reads it.
QString cellText(const gis::CellValue& value);
// "2026-05-01 08:00:00" in this computer's zone.
QString localTimeText(std::int64_t utc_ms);
// {"step", "at", "author", "seat", "kind", "title", "reason"}.
nlohmann::ordered_json stepJson(const gis::EditStep& step);
nlohmann::ordered_json changeJson(const gis::DatedChange& dated);

// A workspace open for editing: kReadOnly and the like as Workspace says.
gis::Result<gis::Workspace> openForEditing(const std::filesystem::path& folder);

// The uuid of a row that a person names by uuid or by fid. Fails with kUnknownName (table), kNoData (row).
gis::Result<std::string> rowUuid(const gis::Database& db, const std::string& table, const std::string& id);

}  // namespace app
