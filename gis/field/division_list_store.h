// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "gis/store/database.h"

namespace gis {

// A division for choosing an area.
struct DivisionItem {
  std::string code;
  std::string parent_code;  // empty: the uppermost
  std::string name;
};

// All of them by code, so that a parent comes before its children. One thread.
Result<std::vector<DivisionItem>> divisionItems(const Database& db);
// The names of some, by code; codes that are none are left out.
Result<std::map<std::string, std::string>> divisionNames(const Database& db, const std::set<std::string>& codes);

}  // namespace gis
