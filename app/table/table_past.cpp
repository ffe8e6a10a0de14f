// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/table_past.h"

#include <set>
#include <unordered_map>

#include "app/table/open_table.h"
#include "gis/edit/census_row_store.h"
#include "gis/edit/table_then.h"
#include "gis/store/workspace.h"

namespace app {

gis::Result<std::shared_ptr<const TablePast>> tableAt(const OpenTable& table, std::int64_t utc_ms,
                                                      const gis::CancelToken& cancel) {
  const auto workspace = gis::Workspace::open(table.workspace_folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  gis::EditLogStore log(workspace->db());
  auto rows = gis::CensusRowStore::open(workspace->db());
  if (!rows) return std::unexpected(rows.error());
  const auto then = gis::tableThen(log, table.schema.table, utc_ms);
  if (!then) return std::unexpected(then.error());
  auto now = gis::TableDataStore(workspace->db()).load(table.schema, {}, cancel);
  if (!now) return std::unexpected(now.error());
  auto past = std::make_shared<TablePast>();
  past->utc_ms = utc_ms;
  std::set<std::int64_t> not_yet;
  std::int64_t next_gone = -1;
  for (const auto& [uuid, row] : *then) {
    const auto fid = rows->fidOf(table.schema.table, uuid);
    if (!fid) return std::unexpected(fid.error());
    if (row.presence == gis::RowThen::Presence::kNotThere) {
      if (*fid) not_yet.insert(**fid);
      continue;
    }
    if (*fid) {
      for (const auto& [column, cell] : row.cells)
        if (const auto at = table.schema.find(column)) past->old[**fid][*at] = cell;
      continue;
    }
    gis::TableRow gone{next_gone--, std::vector<gis::CellValue>(table.schema.columns.size())};
    for (std::size_t i = 0; i < table.schema.columns.size(); ++i)
      if (const auto cell = row.cells.find(table.schema.columns[i].name); cell != row.cells.end())
        gone.cells[i] = cell->second;
    past->gone.emplace(gone.fid, std::move(gone));
  }
  const auto steps = log.steps(0, SIZE_MAX);
  if (!steps) return std::unexpected(steps.error());
  std::vector<gis::BulkRows> bulk;
  for (const auto& [arrival, step] : *steps) {
    if (step.at_utc_ms <= utc_ms) continue;
    const auto came = log.bulkOfStep(step.uuid);
    if (!came) return std::unexpected(came.error());
    for (const gis::BulkRows& some : *came)
      if (some.table == table.schema.table) bulk.push_back(some);
  }
  for (const std::int64_t fid : now->fids) {
    const bool in_bulk = std::ranges::any_of(
        bulk, [fid](const gis::BulkRows& some) { return fid >= some.first_fid && fid <= some.last_fid; });
    if (in_bulk || not_yet.contains(fid))
      ++past->came_since;
    else
      past->fids.push_back(fid);
  }
  for (const auto& [fid, row] : past->gone) past->fids.push_back(fid);
  return past;
}

std::vector<gis::TableRow> asTheyWere(const TablePast& past, std::vector<gis::TableRow> rows,
                                      const std::vector<std::int64_t>& fids) {
  std::unordered_map<std::int64_t, std::size_t> place;
  for (std::size_t i = 0; i < rows.size(); ++i) place[rows[i].fid] = i;
  std::vector<gis::TableRow> then;
  for (const std::int64_t fid : fids) {
    if (const auto gone = past.gone.find(fid); gone != past.gone.end()) {
      then.push_back(gone->second);
      continue;
    }
    const auto found = place.find(fid);
    if (found == place.end()) continue;
    gis::TableRow row = std::move(rows[found->second]);
    if (const auto old = past.old.find(fid); old != past.old.end())
      for (const auto& [column, cell] : old->second)
        if (column < row.cells.size()) row.cells[column] = cell;
    then.push_back(std::move(row));
  }
  return then;
}

}  // namespace app
