// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace gis {

// The rows of tests/cases/<name>: tab-separated cells, lines with # are notes.
inline std::vector<std::vector<std::string>> readCases(const std::string& name) {
  std::vector<std::vector<std::string>> rows;
  std::ifstream in(std::filesystem::path(FENGSUI_SOURCE_DIR) / "tests/cases" / name);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream cells(line);
    rows.emplace_back();
    for (std::string cell; std::getline(cells, cell, '\t');) rows.back().push_back(cell);
  }
  return rows;
}

}  // namespace gis
