// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>

#include "gis/vector/sheet_header.h"

// Any sheet (cells by tab, rows by line) gets header rows that lie in it, and names that are there and differ.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  gis::SheetRows rows(1, {std::string()});
  for (std::size_t i = 0; i < size; ++i) {
    if (data[i] == '\n')
      rows.emplace_back(1);
    else if (data[i] == '\t')
      rows.back().emplace_back();
    else
      rows.back().back() += static_cast<char>(data[i]);
  }
  const gis::HeaderRows header = gis::guessHeader(rows);
  if (header.skipped < 0 || header.rows < 0 || header.rows > 2) std::abort();
  if (header.skipped + header.rows > static_cast<int>(rows.size())) std::abort();
  for (const gis::HeaderRows& any : {header, gis::HeaderRows{0, 1}, gis::HeaderRows{1, 2}, gis::HeaderRows{0, 0}}) {
    const auto names = gis::columnNames(rows, any);
    if (std::set<std::string>(names.begin(), names.end()).size() != names.size()) std::abort();
    for (const std::string& name : names)
      if (name.empty()) std::abort();
  }
  return 0;
}
