// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shape/shape_jobs.h"

#include "gis/shape/shape_cut.h"
#include "gis/store/workspace.h"
#include "gis/table/table_schema_store.h"
#include "gis/vector/overlay.h"

namespace app {
namespace {

gis::Result<gis::Workspace> openToWrite(const std::filesystem::path& folder) {
  auto workspace = gis::Workspace::open(folder, gis::OpenMode::kReadWrite);
  if (workspace && workspace->readOnlyReason()) return std::unexpected(*workspace->readOnlyReason());
  return workspace;
}

gis::LonLat exact(const gis::Database& db, const SetVertex& vertex) {
  return vertex.snapped ? gis::exactPlace(db, *vertex.snapped, vertex.at) : vertex.at;
}

std::vector<gis::LonLat> exact(const gis::Database& db, const std::vector<SetVertex>& vertices) {
  std::vector<gis::LonLat> places;
  for (const SetVertex& vertex : vertices) {
    const gis::LonLat place = exact(db, vertex);
    if (places.empty() || !(places.back() == place)) places.push_back(place);
  }
  return places;
}

// Does it, and reads what is picked afterwards.
gis::Result<ShapeAnswer> write(const gis::Workspace& workspace, const gis::StepPlan& plan, ShapeAnswer answer,
                               const std::string& table,
                               const std::function<gis::Result<void>(gis::RowEditor&)>& work) {
  const auto clock = std::make_shared<gis::SystemClock>();
  gis::UuidSource uuids(clock);
  auto done = gis::editAndTell(workspace.db(), uuids, *clock, plan, work);
  if (!done) return std::unexpected(done.error());
  answer.done = std::move(*done);
  for (const gis::RowsChanged& rows : answer.done.tables)
    if (rows.table == table)
      for (const std::int64_t fid : rows.changed)
        if (auto row = gis::readShapeRow(workspace.db(), table, fid)) answer.rows.push_back(std::move(*row));
  return answer;
}

}  // namespace

gis::Result<gis::ShapeRow> pickShape(const std::filesystem::path& folder, const std::string& table, std::int64_t fid) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  return gis::readShapeRow(workspace->db(), table, fid);
}

gis::Result<ShapeAnswer> saveShape(const std::filesystem::path& folder, const gis::StepPlan& plan,
                                   const gis::ShapeRow& row, gis::Shape shape, const std::vector<SetVertex>& set,
                                   Ask ask, const std::optional<std::string>& division_code) {
  const auto workspace = openToWrite(folder);
  if (!workspace) return std::unexpected(workspace.error());
  for (const SetVertex& vertex : set)
    if (vertex.snapped)
      for (auto& part : shape.parts) std::ranges::replace(part, vertex.at, exact(workspace->db(), vertex));
  ShapeAnswer answer;
  if (ask == Ask::kFirst) {
    auto questions = gis::questionsAbout(workspace->db(), row.table, row.cells, shape);
    if (!questions) return std::unexpected(questions.error());
    // What lay outside before is no news.
    const auto before = gis::questionsAbout(workspace->db(), row.table, row.cells, row.shape);
    if (!questions->empty() && (!before || before->empty())) {
      answer.questions = std::move(*questions);
      answer.shape = std::move(shape);
      answer.rows = {row};
      return answer;
    }
  }
  answer.shape = shape;
  return write(*workspace, plan, std::move(answer), row.table,
               [&](gis::RowEditor& rows) { return gis::setShape(rows, row, shape, division_code); });
}

gis::Result<DrawnShape> takeDrawn(const std::filesystem::path& folder, const std::string& table, gis::GeometryKind kind,
                                  const std::vector<SetVertex>& vertices) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  auto schema = gis::TableSchemaStore(workspace->db()).schema(table);
  if (!schema) return std::unexpected(schema.error());
  DrawnShape drawn{{kind, {exact(workspace->db(), vertices)}}, std::move(*schema), {}};
  const auto fine = gis::questionsAbout(workspace->db(), table, {}, drawn.shape);
  if (!fine) return std::unexpected(fine.error());
  const gis::LonLat middle =
      kind == gis::GeometryKind::kPolygon ? drawn.shape.box().centre() : drawn.shape.parts.front().front();
  auto district = gis::districtAt(workspace->db(), middle);
  if (!district) return std::unexpected(district.error());
  drawn.district = std::move(*district);
  return drawn;
}

gis::Result<ShapeAnswer> addRow(const std::filesystem::path& folder, const gis::StepPlan& plan,
                                const std::string& table, const gis::RowCells& cells, const gis::Shape& shape,
                                Ask ask) {
  const auto workspace = openToWrite(folder);
  if (!workspace) return std::unexpected(workspace.error());
  ShapeAnswer answer;
  answer.shape = shape;
  if (ask == Ask::kFirst) {
    auto questions = gis::questionsAbout(workspace->db(), table, cells, shape);
    if (!questions) return std::unexpected(questions.error());
    answer.questions = std::move(*questions);
    if (!answer.questions.empty()) return answer;
  }
  return write(*workspace, plan, std::move(answer), table, [&](gis::RowEditor& rows) -> gis::Result<void> {
    auto made = gis::addShape(rows, table, cells, shape);
    return made ? gis::Result<void>() : std::unexpected(made.error());
  });
}

gis::Result<ShapeAnswer> saveHole(const std::filesystem::path& folder, const gis::StepPlan& plan,
                                  const gis::ShapeRow& row, const std::vector<SetVertex>& ring) {
  const auto workspace = openToWrite(folder);
  if (!workspace) return std::unexpected(workspace.error());
  auto places = exact(workspace->db(), ring);
  const gis::Shape hole{gis::GeometryKind::kPolygon, {places}};
  const auto ground = gis::wkbOf(row.shape);
  const auto taken = gis::wkbOf(hole);
  if (!ground) return std::unexpected(ground.error());
  if (!taken) return std::unexpected(taken.error());
  const auto outside = gis::shareOutside(*taken, *ground);
  if (!outside) return std::unexpected(outside.error());
  if (*outside > 1e-9) return gis::fail(gis::ErrorCode::kInvalidArgument, "hole outside");
  auto shape = gis::withPart(row.shape, std::move(places));
  if (!shape) return std::unexpected(shape.error());
  ShapeAnswer answer;
  answer.shape = *shape;
  return write(*workspace, plan, std::move(answer), row.table,
               [&](gis::RowEditor& rows) { return gis::setShape(rows, row, *shape); });
}

gis::Result<SplitPreview> previewSplit(const std::filesystem::path& folder, const gis::ShapeRow& row,
                                       const std::vector<SetVertex>& line) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  auto pieces = gis::splitShape(row.shape, exact(workspace->db(), line));
  if (!pieces) return std::unexpected(pieces.error());
  for (const gis::Shape& piece : *pieces)
    if (!gis::fitsType(piece, row.type)) return gis::fail(gis::ErrorCode::kInvalidArgument, "not one piece");
  return SplitPreview{std::move(*pieces)};
}

gis::Result<ShapeAnswer> splitShapes(const std::filesystem::path& folder, const gis::StepPlan& plan,
                                     const gis::ShapeRow& row, const std::vector<gis::Shape>& pieces,
                                     gis::CountsGo how) {
  const auto workspace = openToWrite(folder);
  if (!workspace) return std::unexpected(workspace.error());
  return write(*workspace, plan, {}, row.table, [&](gis::RowEditor& rows) -> gis::Result<void> {
    auto made = gis::splitRow(rows, row, pieces, how);
    return made ? gis::Result<void>() : std::unexpected(made.error());
  });
}

gis::Result<gis::Shape> previewMerge(const std::vector<gis::ShapeRow>& rows) {
  std::vector<gis::Shape> shapes;
  for (const gis::ShapeRow& row : rows) shapes.push_back(row.shape);
  auto merged = gis::mergeShapes(shapes);
  if (merged && !rows.empty() && !gis::fitsType(*merged, rows.front().type))
    return gis::fail(gis::ErrorCode::kInvalidArgument, "not one piece");
  return merged;
}

gis::Result<ShapeAnswer> mergeShapeRows(const std::filesystem::path& folder, const gis::StepPlan& plan,
                                        const std::vector<gis::ShapeRow>& rows, const gis::Shape& merged) {
  const auto workspace = openToWrite(folder);
  if (!workspace) return std::unexpected(workspace.error());
  return write(*workspace, plan, {}, rows.front().table,
               [&](gis::RowEditor& editor) { return gis::mergeRows(editor, rows, merged); });
}

gis::Result<ShapeAnswer> removeRows(const std::filesystem::path& folder, const gis::StepPlan& plan,
                                    const std::vector<gis::ShapeRow>& rows) {
  const auto workspace = openToWrite(folder);
  if (!workspace) return std::unexpected(workspace.error());
  ShapeAnswer answer;
  return write(*workspace, plan, std::move(answer), {}, [&](gis::RowEditor& editor) -> gis::Result<void> {
    for (const gis::ShapeRow& row : rows)
      if (auto done = editor.remove(row.table, row.uuid); !done) return done;
    return {};
  });
}

}  // namespace app
