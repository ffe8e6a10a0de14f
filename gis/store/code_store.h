// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>
#include <vector>

#include "gis/core/error.h"
#include "gis/store/database.h"

namespace gis {

// One coded value with its names in both languages.
struct CodeEntry {
  std::string code;
  std::string name_zh;
  std::string name_en;
  std::string standard;  // number of the standard the code comes from, or "Fengsui" for our own
  int sort = 0;
};

// All code tables (code_*), by table name, e.g. "code_risk_level". Plain data; any thread.
using CodeLists = std::map<std::string, std::vector<CodeEntry>>;

class CodeStore {
 public:
  explicit CodeStore(const Database& db) : m_db(db) {}
  Result<CodeLists> all() const;

 private:
  const Database& m_db;
};

}  // namespace gis
