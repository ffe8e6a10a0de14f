// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

#include "gis/store/database.h"

namespace gis {

// How the detail begins when a row cannot go because others refer to it; whose they are follows, as referringRows()
// writes it.
constexpr std::string_view kStillReferred = "FOREIGN KEY constraint failed: ";

// Which rows refer to this one so that it cannot be removed, by the titles of their tables: "地质灾害巡查记录 3,
// 地质灾害防灾预案 1". Empty: none.
Result<std::string> referringRows(const Database& db, const std::string& table, const std::string& uuid);

}  // namespace gis
