// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "app/report/report.h"

class QPaintDevice;

namespace app {

// What a column of a printed table wants of the paper's width, in any one unit.
struct ColumnNeed {
  double least = 0;  // below it a number or a short name breaks
  double wish = 0;   // nothing breaks
};

// Shares `width` so that the longest cell takes few lines (from three on one more than it could), and what is then left
// goes to the narrowest first (max-min fair), so that names are whole beside a long remark. Nobody gets less than its
// least unless all leasts together are wider: then each gets its part of them. With room for all wishes each has its
// own and a part of the rest. The sum is `width`. Pure.
std::vector<double> shareWidth(const std::vector<ColumnNeed>& columns, double width);

// A printed table before its first row is drawn.
struct TablePlan {
  double font_pt = 9;
  std::vector<double> widths_px;  // with the padding at both sides
  std::vector<bool> numbers;      // right-aligned: the first filled cell is a number
  QStringList headings;           // with units
};

// The largest letters (9 pt, from nine columns on 7 pt, at least 6 pt) that keep numbers, short names and words of
// headings whole. Needs a QGuiApplication; any thread.
TablePlan planTable(const ReportTable& table, double width_px, double padding_px, QPaintDevice* device);

}  // namespace app
