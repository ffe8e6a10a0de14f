// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changes/step_record.h"

#include <map>

#include "app/fields/shown_cell.h"
#include "app/fields/table_fields.h"
#include "gis/store/workspace.h"
#include "gis/table/table_schema_store.h"

namespace app {
namespace {

constexpr std::size_t kPageSteps = 100;
constexpr std::size_t kMostChanges = 300;  // of one step: more is read by the command line

// A table as its changes are worded.
struct Worded {
  gis::TableSchema schema;
  TableFields fields;
};

const Worded& wordedOf(const gis::Database& db, const std::string& table, const ChangeWords& words,
                       std::map<std::string, Worded>& known) {
  const auto found = known.find(table);
  if (found != known.end()) return found->second;
  Worded& made = known[table];
  made.schema.table = made.schema.title = table;
  if (auto schema = gis::TableSchemaStore(db).schema(table)) {
    made.schema = std::move(*schema);
    made.fields = tableFields(made.schema, words.entries);
  }
  return made;
}

QString nameOf(const gis::RowCells& cells) {
  for (const char* column : {"name", "title", "label", "code"})
    if (const auto cell = cells.find(column); cell != cells.end())
      if (const auto* text = std::get_if<std::string>(&cell->second); text && !text->empty())
        return QString::fromStdString(*text);
  return {};
}

gis::Result<gis::Workspace> openToWrite(const std::filesystem::path& folder) {
  auto workspace = gis::Workspace::open(folder, gis::OpenMode::kReadWrite);
  if (workspace && workspace->readOnlyReason()) return std::unexpected(*workspace->readOnlyReason());
  return workspace;
}

}  // namespace

gis::Result<StepPage> readSteps(const std::filesystem::path& folder, const std::string& my_seat, std::int64_t before,
                                bool only_mine) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  gis::EditLogStore log(workspace->db());
  auto steps = log.newest(before, kPageSteps + 1, only_mine ? my_seat : std::string());
  if (!steps) return std::unexpected(steps.error());
  StepPage page;
  page.more = steps->size() > kPageSteps;
  if (page.more) steps->pop_back();
  for (gis::EditLogStore::Arrived& arrived : *steps) {
    auto extent = log.extentOfStep(arrived.step.uuid);
    if (!extent) return std::unexpected(extent.error());
    for (const auto& of : *extent)
      if (!page.titles.contains(of.table))
        if (const auto schema = gis::TableSchemaStore(workspace->db()).schema(of.table))
          page.titles[of.table] = {QString::fromStdString(schema->title), QString::fromStdString(schema->title_en)};
    page.steps.push_back({std::move(arrived), std::move(*extent)});
  }
  auto undoable = gis::undoState(workspace->db(), my_seat);
  if (!undoable) return std::unexpected(undoable.error());
  page.undoable = std::move(*undoable);
  return page;
}

gis::Result<std::vector<ChangeLine>> readChanges(const std::filesystem::path& folder, const std::string& step_uuid,
                                                 const ChangeWords& words, const gis::CancelToken& cancel) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  gis::EditLogStore log(workspace->db());
  auto rows = gis::CensusRowStore::open(workspace->db());
  if (!rows) return std::unexpected(rows.error());
  const auto changes = log.changesOfStep(step_uuid);
  if (!changes) return std::unexpected(changes.error());
  std::map<std::string, Worded> known;
  std::vector<ChangeLine> lines;
  for (const gis::EditChange& change : *changes) {
    if (lines.size() >= kMostChanges) break;
    if (cancel.cancelled()) return gis::fail(gis::ErrorCode::kCancelled, {});
    const Worded& table = wordedOf(workspace->db(), change.table, words, known);
    const bool came = change.column == gis::kRowCame, went = change.column == gis::kRowWent;
    gis::RowCells cells;
    if (came || went) {
      const auto* packed = std::get_if<std::vector<std::byte>>(came ? &change.new_value : &change.old_value);
      if (packed)
        if (auto unpacked = gis::unpackRow(*packed)) cells = std::move(*unpacked);
    } else if (auto row = rows->read(change.table, change.row_uuid); row && *row) {
      cells = std::move(**row);
    }
    ChangeLine line;
    const bool chinese = words.language.startsWith(QLatin1String("zh"));
    line.row =
        QString::fromStdString(chinese || table.schema.title_en.empty() ? table.schema.title : table.schema.title_en);
    if (const QString name = nameOf(cells); !name.isEmpty()) line.row += QStringLiteral(" · ") + name;
    const auto column = table.schema.find(change.column);
    if (came) {
      line.what = words.came;
    } else if (went) {
      line.what = words.went;
    } else if (!column || *column >= table.fields.fields.size()) {
      line.what = words.moved;
    } else {
      const auto shown = [&](const gis::CellValue& cell) {
        const QString text = shownCell(table.fields.fields[*column], cell, words.codes, words.language);
        return text.isEmpty() ? words.empty : text;
      };
      line.what =
          QStringLiteral("%1: %2 → %3")
              .arg(table.fields.heading(*column, words.language), shown(change.old_value), shown(change.new_value));
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

gis::Result<gis::UndoDone> takeBack(const std::filesystem::path& folder, const gis::EditAuthor& author, UndoWhat what) {
  const auto workspace = openToWrite(folder);
  if (!workspace) return std::unexpected(workspace.error());
  const auto clock = std::make_shared<gis::SystemClock>();
  gis::UuidSource uuids(clock);
  return what == UndoWhat::kUndo ? gis::undoAndTell(workspace->db(), uuids, *clock, author)
                                 : gis::redoAndTell(workspace->db(), uuids, *clock, author);
}

gis::Result<gis::StepDone> revert(const std::filesystem::path& folder, const gis::StepPlan& plan,
                                  const std::string& step_uuid) {
  const auto workspace = openToWrite(folder);
  if (!workspace) return std::unexpected(workspace.error());
  const auto clock = std::make_shared<gis::SystemClock>();
  gis::UuidSource uuids(clock);
  return gis::editAndTell(workspace->db(), uuids, *clock, plan,
                          [&](gis::RowEditor& rows) { return gis::revertStep(rows, step_uuid); });
}

}  // namespace app
