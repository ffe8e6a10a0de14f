// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <set>
#include <span>
#include <string>
#include <vector>

#include "gis/edit/cell_value.h"
#include "gis/shape/shape.h"

namespace gis {

// What becomes of the attributes when a shape is changed, split or merged. Three kinds of columns, named in
// resources/shape/shares.json: measured ones (area, length) follow the shape; counted ones (people, houses, capacity)
// are divided by the share of the area or length and added up again; all others are copied. Any thread.
struct ShareRules {
  struct Measured {
    std::string column;
    GeometryKind of = GeometryKind::kNone;  // kPolygon: area, kLine: length
    double unit_m = 1;                      // square metres or metres of one unit of the column
  };
  std::vector<Measured> measured;
  std::set<std::string, std::less<>> counted;
};
const ShareRules& shareRules();

// The measured columns of a row for another shape. A figure that did not agree with the old shape within 2 % was not
// measured from it (an official figure): it stays, and its name is put into `kept`.
RowCells measuredAnew(const RowCells& row, const Shape& before, const Shape& after,
                      std::vector<std::string>* kept = nullptr);

enum class CountsGo { kByShare, kToLargest };

// The cells of each piece, as changes to `row`: counted and measured columns. Whole numbers stay whole and their sum
// what it was (largest remainder). The pieces come largest first, as splitShape gives them.
std::vector<RowCells> sharedOut(const RowCells& row, const Shape& before, std::span<const Shape> pieces, CountsGo how);

// What the merged row holds, as changes to the first: counts added up; measured figures measured if all of them were,
// else added up. NULL counts as nothing, and stays NULL if all were.
RowCells addedUp(std::span<const RowCells> rows, std::span<const Shape> shapes, const Shape& merged);

// Columns in which rows say different things, other than what addedUp() settles, keys and times: the first row's words
// stay, and a person should know.
std::vector<std::string> differingColumns(std::span<const RowCells> rows, const std::string& geometry_column);

}  // namespace gis
