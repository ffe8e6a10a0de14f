// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>
#include <vector>

#include "gis/core/error.h"
#include "gis/store/database.h"

namespace gis {

// The columns of every table by table name, in the order they were declared. Plain data; any thread.
using TableColumns = std::map<std::string, std::vector<std::string>, std::less<>>;

// The tables of a database, without SQLite's own and the shadows of R-trees.
Result<TableColumns> tableColumns(const Database& db);

// The tables that this program's schema has, without any file.
Result<TableColumns> ownTableColumns();

}  // namespace gis
