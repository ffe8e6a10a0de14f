// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

namespace gis {

// Where the names of the columns stand in a sheet.
struct HeaderRows {
  int skipped = 0;  // rows before them: titles, empty rows
  int rows = 1;     // 0: the sheet has no names; 2: a group above its columns
  friend bool operator==(const HeaderRows&, const HeaderRows&) = default;
};

// Cells as text, row by row, as a sheet shows them; of merged cells only the first holds the text.
using SheetRows = std::vector<std::vector<std::string>>;

// Finds them in a sheet's first rows: the first row of several texts without a number among them; a second one when it
// fills what the first leaves empty. Pure; any thread.
HeaderRows guessHeader(const SheetRows& first_rows);

// The names of all columns, never empty and all different. Of two rows the group stands before the column with a space
// between ("负责人 电话"); a column without a name gets its letter ("C").
std::vector<std::string> columnNames(const SheetRows& first_rows, const HeaderRows& header);

}  // namespace gis
