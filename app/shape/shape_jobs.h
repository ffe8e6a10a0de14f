// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <optional>
#include <vector>

#include "app/fields/table_fields.h"
#include "app/shape/shape_tool.h"
#include "gis/edit/rows_changed.h"
#include "gis/shape/shape_row.h"
#include "gis/table/table_schema.h"

namespace app {

// The work behind the shape panel, one function a gesture. Each opens the workspace for itself; any thread but the
// window's. They fail as gis/shape does, and with kReadOnly and as the workspace does.

enum class Ask { kFirst, kNoMore };

// What came of a gesture: it was saved (`done`), or there is something to ask first (`questions`), and nothing was.
struct ShapeAnswer {
  std::vector<gis::ShapeQuestion> questions;
  gis::StepDone done;
  std::vector<gis::ShapeRow> rows;  // as they are now: what is picked next
  gis::Shape shape;                 // with snapped vertices where their neighbours are
};

gis::Result<gis::ShapeRow> pickShape(const std::filesystem::path& folder, const std::string& table, std::int64_t fid);

gis::Result<ShapeAnswer> saveShape(const std::filesystem::path& folder, const gis::StepPlan& plan,
                                   const gis::ShapeRow& row, gis::Shape shape, const std::vector<SetVertex>& set,
                                   Ask ask, const std::optional<std::string>& division_code = {});

// A shape of what was drawn, its vertices exact, and the district around it; the table's schema for the form.
struct DrawnShape {
  gis::Shape shape;
  gis::TableSchema schema;
  std::optional<gis::District> district;
};
gis::Result<DrawnShape> takeDrawn(const std::filesystem::path& folder, const std::string& table, gis::GeometryKind kind,
                                  const std::vector<SetVertex>& vertices);
gis::Result<ShapeAnswer> addRow(const std::filesystem::path& folder, const gis::StepPlan& plan,
                                const std::string& table, const gis::RowCells& cells, const gis::Shape& shape, Ask ask);

// With a hole of the drawn ring; outside the polygon it would be another piece, which is refused (kInvalidArgument).
gis::Result<ShapeAnswer> saveHole(const std::filesystem::path& folder, const gis::StepPlan& plan,
                                  const gis::ShapeRow& row, const std::vector<SetVertex>& ring);

// Splitting and merging are shown before they are done.
struct SplitPreview {
  std::vector<gis::Shape> pieces;
};
gis::Result<SplitPreview> previewSplit(const std::filesystem::path& folder, const gis::ShapeRow& row,
                                       const std::vector<SetVertex>& line);
gis::Result<ShapeAnswer> splitShapes(const std::filesystem::path& folder, const gis::StepPlan& plan,
                                     const gis::ShapeRow& row, const std::vector<gis::Shape>& pieces,
                                     gis::CountsGo how);
gis::Result<gis::Shape> previewMerge(const std::vector<gis::ShapeRow>& rows);
gis::Result<ShapeAnswer> mergeShapeRows(const std::filesystem::path& folder, const gis::StepPlan& plan,
                                        const std::vector<gis::ShapeRow>& rows, const gis::Shape& merged);

gis::Result<ShapeAnswer> removeRows(const std::filesystem::path& folder, const gis::StepPlan& plan,
                                    const std::vector<gis::ShapeRow>& rows);

}  // namespace app
