// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "gis/core/error.h"

namespace gis {

class Database;

// Counties of the workspace by the first six digits of their code: Chinese and English name. One thread.
Result<std::map<std::string, std::pair<std::string, std::string>>> countyNamesOf(const Database& db);

// The same counties by their row in the table of divisions: a layer of the map knows them by it.
Result<std::map<std::int64_t, std::string>> countyCodesByRow(const Database& db);

}  // namespace gis
