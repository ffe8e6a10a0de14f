// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "gis/edit/edit_change.h"

namespace gis {

// What all known changes of one row come to. The same set of changes gives the same answer whatever order they are in
// and whichever workspace asks: that is why laptops that have seen the same packages hold the same rows. Each cell is a
// multi-value register (Shapiro et al., "A comprehensive study of convergent and commutative replicated data types",
// INRIA RR-7506, 2011, section 3.2.2) over the graph of parents.
struct RowState {
  bool alive = true;
  // Removed by somebody who had not seen a change: the row stays until a person decides.
  bool removal_disputed = false;
  // The cells that have changes, with the value that holds until somebody decides: that of the latest head.
  RowCells cells;
  // Cells whose heads differ, each with its heads, the latest last.
  std::map<std::string, std::vector<const DatedChange*>, std::less<>> disputed;
  std::int64_t changed_utc_ms = 0;  // the latest change
};

// `changes` are all of one row, in any order; the answer points into them. Thread-safe.
RowState rowStateOf(std::span<const DatedChange> changes);

// The changes of a column (or of the whole row: empty `column`) that no other one was made upon.
std::vector<ChangeId> headsOf(std::span<const DatedChange> changes, std::string_view column);

}  // namespace gis
