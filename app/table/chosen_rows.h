// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "app/core/map_document.h"

namespace app {

// Keys of rows, for asking of 100,000s whether they are among them.
class RowSet {
 public:
  RowSet() = default;
  explicit RowSet(const std::vector<std::int64_t>& fids);
  bool contains(std::int64_t fid) const;

 private:
  std::vector<bool> m_marks;           // by key, where the keys are as dense as usual
  std::vector<std::int64_t> m_sorted;  // where they are not
};

// The rows of a table that are chosen on the map, in whichever of its layers.
std::vector<std::int64_t> chosenRows(const MapDocument& document, const std::string& table);
// Chooses these rows of a table on the map instead of whatever was chosen before.
void chooseRows(MapDocument& document, const std::string& table, const std::vector<std::int64_t>& fids);
// Picks one row, or does nothing when no layer shows it.
void pickRow(MapDocument& document, const std::string& table, std::int64_t fid);

}  // namespace app
