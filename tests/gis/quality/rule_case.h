// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <set>
#include <string>
#include <utility>

#include "gis/store/workspace.h"
#include "tests/gis/store/store_test_support.h"

namespace gis {

inline const std::filesystem::path kRuleCases = std::filesystem::path(FENGSUI_SOURCE_DIR) / "tests/cases/rules";

// The rows that a case expects a rule to find: table and fid.
using ExpectedRows = std::set<std::pair<std::string, std::int64_t>>;

// tests/cases/rules/<rule>.sql: what turns the sound city of base.sql into one that breaks the rule, and in the line
// "-- breaks: school 1, school 2" the rows that are then found.
struct RuleCase {
  std::string sql;
  ExpectedRows breaks;
};
RuleCase readRuleCase(const std::filesystem::path& file);

// A workspace with the rows of base.sql, which break no rule. Its SQL, and that of the cases, may say
// wkt('POINT(113.1 36.2)') and uuid(7).
Result<Workspace> makeSoundCity(const std::filesystem::path& folder);
void runCaseSql(const Database& db, const std::string& sql);

}  // namespace gis
