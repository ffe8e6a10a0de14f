// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <QString>
#include <optional>
#include <string>
#include <vector>

#include "layers/vector/catalogue.h"

namespace app {

// A quick filter: a word on a button, and what it means in the filter language of the attribute table. "{now_ms}" in
// it stands for the present in UTC milliseconds, "{today}" for today's date (2026-05-01).
struct RegisterChip {
  layers::BilingualText text;
  QString filter;
  std::optional<QColor> colour = {};  // a swatch before the word
};

// Chips that answer one question; of those pressed any may hold. Without chips: one for each code of `column`, which
// must be a coded one.
struct RegisterChips {
  layers::BilingualText title;
  std::string column = {};
  std::vector<RegisterChip> chips = {};
};

// What a register shows of one table of the workspace.
struct RegisterSpec {
  std::string table;
  std::vector<std::string> columns;        // shown, in this order; those the table has not are left out
  std::vector<std::string> searched = {};  // words are looked for here too
  std::vector<RegisterChips> chips = {};   // one row a question
  std::string county_column = {};          // holds a division code: a list of counties above the rows
  std::string sort_column = {};            // at first
  bool sort_down = false;
  bool fold_chips = false;           // all questions but the first wait behind a button: the rows need the room
  QString always = {};               // a filter that holds whatever is typed
  layers::BilingualText empty = {};  // when the table has no rows: what to do next
};

}  // namespace app
