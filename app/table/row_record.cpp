// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/row_record.h"

#include <algorithm>

#include "gis/edit/census_row_store.h"
#include "gis/store/workspace.h"

namespace app {
namespace {

gis::Result<RowRecord> recordOf(const gis::Database& db, const std::string& table, std::int64_t fid,
                                const std::string& uuid) {
  auto rows = gis::CensusRowStore::open(db);
  if (!rows) return std::unexpected(rows.error());
  auto cells = rows->read(table, uuid);
  if (!cells) return std::unexpected(cells.error());
  if (!*cells) return gis::fail(gis::ErrorCode::kNoData, table, "fid " + std::to_string(fid));
  gis::EditLogStore log(db);
  auto history = log.changesOfRow(uuid);
  if (!history) return std::unexpected(history.error());
  std::ranges::reverse(*history);
  return RowRecord{fid, uuid, std::move(**cells), std::move(*history)};
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
  return recordOf(workspace->db(), table.schema.table, fid, uuids->front());
}

gis::Result<RowRecord> saveCell(const OpenTable& table, const RowRecord& record, const std::string& column,
                                const gis::CellValue& value, const gis::StepPlan& plan) {
  const auto workspace = gis::Workspace::open(table.workspace_folder, gis::OpenMode::kReadWrite);
  if (!workspace) return std::unexpected(workspace.error());
  if (workspace->readOnlyReason()) return std::unexpected(*workspace->readOnlyReason());
  const auto clock = std::make_shared<gis::SystemClock>();
  gis::UuidSource uuids(clock);
  const auto saved = gis::RowEditor::edit(workspace->db(), uuids, *clock, plan, [&](gis::RowEditor& rows) {
    return rows.set(table.schema.table, record.uuid, {{column, value}}, &record.cells);
  });
  if (!saved) return std::unexpected(saved.error());
  return recordOf(workspace->db(), table.schema.table, record.fid, record.uuid);
}

}  // namespace app
