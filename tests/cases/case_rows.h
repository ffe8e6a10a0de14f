// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace gis {

// One row of a case file: tab-separated cells; lines that start with # say where the figures were published and name
// the columns.
struct CaseRow {
  std::string file;
  int line = 0;
  std::vector<std::string> cells;

  const std::string& text(std::size_t i) const { return cells.at(i); }
  double number(std::size_t i) const { return std::strtod(cells.at(i).c_str(), nullptr); }
  int integer(std::size_t i) const { return std::atoi(cells.at(i).c_str()); }
  std::string where() const { return file + ":" + std::to_string(line); }
};

// All rows of tests/cases/<name>; a missing or empty file fails the test.
inline std::vector<CaseRow> caseRows(const std::string& name) {
  std::vector<CaseRow> rows;
  std::ifstream in(std::filesystem::path(FENGSUI_SOURCE_DIR) / "tests" / "cases" / name);
  std::string text;
  for (int line = 1; std::getline(in, text); ++line) {
    if (text.empty() || text.front() == '#') continue;
    CaseRow row{name, line, {}};
    for (std::size_t from = 0; from <= text.size();) {
      const std::size_t to = std::min(text.find('\t', from), text.size());
      row.cells.push_back(text.substr(from, to - from));
      from = to + 1;
    }
    rows.push_back(std::move(row));
  }
  EXPECT_FALSE(rows.empty()) << "no rows in tests/cases/" << name;
  return rows;
}

}  // namespace gis
