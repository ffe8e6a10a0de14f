// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <iosfwd>
#include <string_view>
#include <vector>

#include "gis/core/error.h"
#include "gis/geo/projector.h"

namespace app {

// One line of input: a point, or why there is none (kInvalidArgument with the text as subject).
struct PointLine {
  int line = 0;  // counted from 1; the place in the array for JSON
  gis::Result<gis::Projector::XY> point;
};

// Exactly `text` as numbers separated by blanks, tabs, commas or semicolons. kInvalidArgument says what is wrong.
gis::Result<std::vector<double>> readNumbers(std::string_view text);

// Reads "x y" or "x,y" lines, or a JSON array [[x,y],...] when the first character is '['. Empty lines and lines that
// begin with # are passed over; a bad line spoils only itself.
std::vector<PointLine> readPoints(std::istream& in);

}  // namespace app
