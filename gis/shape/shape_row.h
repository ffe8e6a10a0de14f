// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gis/edit/rows_changed.h"
#include "gis/shape/attribute_share.h"
#include "gis/shape/shape.h"
#include "gis/store/database.h"

namespace gis {

// A row with its shape, as it was read.
struct ShapeRow {
  std::string table;
  std::string uuid;
  std::int64_t fid = 0;
  std::string geometry_column;
  GeometryType type = GeometryType::kAny;
  RowCells cells;  // all of them, the geometry's bytes among them
  Shape shape;
};

// Fails with kUnknownName (a table without uuid or geometry), kNoData (no such row), and as shapeOf does.
Result<ShapeRow> readShapeRow(const Database& db, const std::string& table, std::int64_t fid);

// A vertex that was snapped to a row of the workspace: the map shows places to 2 cm, a common border must be common to
// the last bit. `at` is moved to the row's own vertex, or onto its edge, if one lies within 0.2 m of it.
struct SnappedTo {
  std::string table;
  std::int64_t fid = 0;
};
LonLat exactPlace(const Database& db, const SnappedTo& to, LonLat at);

// What a person should be asked before a shape is saved. Not an error: it may be right.
struct ShapeQuestion {
  enum class Kind { kOutsideDistrict, kOutsideCity };
  Kind kind = Kind::kOutsideDistrict;
  double outside_ratio = 0;   // of the shape
  std::string district_code;  // that the row names
  std::string district_name;
  std::string better_code;  // the smallest district around the shape's middle, if there is another
  std::string better_name;
};
// Fails with kInvalidArgument when the shape cannot be saved at all: it crosses itself (subject "Self-intersection"
// ..., detail "lon lat" of the place). `cells` says which district the row names (division_code).
Result<std::vector<ShapeQuestion>> questionsAbout(const Database& db, const std::string& table, const RowCells& cells,
                                                  const Shape& shape);

// The smallest district around a place, by its code; empty outside all.
struct District {
  std::string code;
  std::string name;
  std::int64_t level = 0;
};
Result<std::optional<District>> districtAt(const Database& db, LonLat where);

// The work of one step each, for editAndTell. All fail as RowEditor and blobOf do, and with kInvalidArgument where
// questionsAbout would.
// The row's shape, with the figures that are measured from it; kChangedElsewhere when it is not as `row` knows it.
Result<void> setShape(RowEditor& editor, const ShapeRow& row, const Shape& shape,
                      const std::optional<std::string>& division_code = {});
// Returns the new row's uuid. Measured columns that `cells` lacks are filled in.
Result<std::string> addShape(RowEditor& editor, const std::string& table, RowCells cells, const Shape& shape);
// The row keeps the first piece; the others become rows of their own. Values that must be unique get a number of their
// own: whole numbers the next free one, texts "-2", "-3"; NULL where that is allowed.
Result<std::vector<std::string>> splitRow(RowEditor& editor, const ShapeRow& row, const std::vector<Shape>& pieces,
                                          CountsGo how);
// The first row becomes all of them, the others are removed.
Result<void> mergeRows(RowEditor& editor, const std::vector<ShapeRow>& rows, const Shape& merged);

}  // namespace gis
