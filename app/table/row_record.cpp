// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/row_record.h"

#include <algorithm>

#include "gis/edit/census_row_store.h"
#include "gis/store/workspace.h"

namespace app {
namespace {

// What the rows are called that this one points to.
std::map<std::string, std::string> parentsOf(gis::CensusRowStore& rows, const gis::TableSchema& schema,
                                             const gis::RowCells& cells) {
  std::map<std::string, std::string> names;
  for (const gis::SchemaColumn& column : schema.columns) {
    if (column.parent_table.empty()) continue;
    const auto cell = cells.find(column.name);
    if (cell == cells.end() || std::holds_alternative<std::monostate>(cell->second)) continue;
    const auto holder = rows.holderOf(column.parent_table, column.parent_column, cell->second);
    if (!holder || !*holder) continue;
    const auto parent = rows.read(column.parent_table, **holder);
    if (!parent || !*parent) continue;
    const auto name = (*parent)->find("name");
    if (name == (*parent)->end()) continue;
    if (const auto* text = std::get_if<std::string>(&name->second)) names[column.name] = *text;
  }
  return names;
}

gis::Result<RowRecord> recordOf(const gis::Database& db, const gis::TableSchema& schema, std::int64_t fid,
                                const std::string& uuid) {
  const std::string& table = schema.table;
  auto rows = gis::CensusRowStore::open(db);
  if (!rows) return std::unexpected(rows.error());
  auto cells = rows->read(table, uuid);
  if (!cells) return std::unexpected(cells.error());
  if (!*cells) return gis::fail(gis::ErrorCode::kNoData, table, "fid " + std::to_string(fid));
  gis::EditLogStore log(db);
  auto history = log.changesOfRow(uuid);
  if (!history) return std::unexpected(history.error());
  std::ranges::reverse(*history);
  auto parents = parentsOf(*rows, schema, **cells);
  return RowRecord{fid, uuid, std::move(**cells), std::move(*history), std::move(parents)};
}

gis::Result<gis::StepDone> step(const gis::Workspace& workspace, const gis::StepPlan& plan,
                                const std::function<gis::Result<void>(gis::RowEditor&)>& work) {
  if (workspace.readOnlyReason()) return std::unexpected(*workspace.readOnlyReason());
  const auto clock = std::make_shared<gis::SystemClock>();
  gis::UuidSource uuids(clock);
  return gis::editAndTell(workspace.db(), uuids, *clock, plan, work);
}

}  // namespace

gis::Result<RowRecord> readRecord(const OpenTable& table, std::int64_t fid) {
  const auto workspace = gis::Workspace::open(table.workspace_folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  auto rows = gis::CensusRowStore::open(workspace->db());
  if (!rows) return std::unexpected(rows.error());
  const auto uuids = rows->uuidsOf(table.schema.table, fid, fid);
  if (!uuids) return std::unexpected(uuids.error());
  if (uuids->empty()) return gis::fail(gis::ErrorCode::kNoData, table.schema.table, "fid " + std::to_string(fid));
  return recordOf(workspace->db(), table.schema, fid, uuids->front());
}

gis::Result<SavedRecord> saveCells(const OpenTable& table, const RowRecord& record, const gis::RowCells& cells,
                                   const gis::StepPlan& plan) {
  const auto workspace = gis::Workspace::open(table.workspace_folder, gis::OpenMode::kReadWrite);
  if (!workspace) return std::unexpected(workspace.error());
  auto done = step(*workspace, plan, [&](gis::RowEditor& rows) {
    return rows.set(table.schema.table, record.uuid, cells, &record.cells);
  });
  if (!done) return std::unexpected(done.error());
  auto now = recordOf(workspace->db(), table.schema, record.fid, record.uuid);
  if (!now) return std::unexpected(now.error());
  return SavedRecord{std::move(*now), std::move(*done)};
}

gis::Result<AddedRow> addRow(const OpenTable& table, const gis::RowCells& cells, const gis::StepPlan& plan) {
  const auto workspace = gis::Workspace::open(table.workspace_folder, gis::OpenMode::kReadWrite);
  if (!workspace) return std::unexpected(workspace.error());
  auto done = step(*workspace, plan, [&](gis::RowEditor& rows) -> gis::Result<void> {
    auto made = rows.insert(table.schema.table, cells);
    return made ? gis::Result<void>() : std::unexpected(made.error());
  });
  if (!done) return std::unexpected(done.error());
  AddedRow added;
  for (const gis::RowsChanged& rows : done->tables)
    if (!rows.changed.empty()) added.fid = rows.changed.front();
  added.done = std::move(*done);
  return added;
}

gis::Result<gis::StepDone> removeRows(const OpenTable& table, const std::vector<std::int64_t>& fids,
                                      const gis::StepPlan& plan) {
  const auto workspace = gis::Workspace::open(table.workspace_folder, gis::OpenMode::kReadWrite);
  if (!workspace) return std::unexpected(workspace.error());
  return step(*workspace, plan, [&](gis::RowEditor& rows) -> gis::Result<void> {
    for (const std::int64_t fid : fids) {
      const auto uuids = rows.rows().uuidsOf(table.schema.table, fid, fid);
      if (!uuids) return std::unexpected(uuids.error());
      for (const std::string& uuid : *uuids)
        if (auto gone = rows.remove(table.schema.table, uuid); !gone) return gone;
    }
    return {};
  });
}

}  // namespace app
