// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/open_table.h"

#include "app/fields/shown_cell.h"
#include "app/table/chosen_rows.h"
#include "gis/store/workspace.h"
#include "gis/table/table_schema_store.h"

namespace app {

gis::Result<OpenedTable> openTable(const std::filesystem::path& workspace_folder, const std::string& table,
                                   const gis::CodeLists& codes, const std::vector<layers::CatalogueEntry>& entries,
                                   std::size_t first_rows) {
  const auto workspace = gis::Workspace::open(workspace_folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  auto schema = gis::TableSchemaStore(workspace->db()).schema(table);
  if (!schema) return std::unexpected(schema.error());
  auto opened = std::make_shared<OpenTable>();
  opened->workspace_folder = workspace_folder;
  opened->fields = tableFields(*schema, entries);
  opened->schema = std::move(*schema);
  opened->codes = codes;
  for (std::size_t i = 0; i < opened->schema.columns.size(); ++i) opened->all.push_back(i);
  auto rows = gis::TableDataStore(workspace->db()).firstRows(opened->schema, opened->all, first_rows);
  if (!rows) return std::unexpected(rows.error());
  return OpenedTable{std::move(opened), std::move(*rows)};
}

gis::Result<gis::QueryAnswer> answer(const OpenTable& table, const TableQuestion& question, gis::QueryMemory memory,
                                     const gis::CancelToken& cancel, const gis::Progress& progress) {
  auto filter = gis::parseRowFilter(question.filter.toStdString(), table.schema, table.fields.naming());
  if (!filter) return std::unexpected(filter.error());
  const auto workspace = gis::Workspace::open(table.workspace_folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  const gis::RowQuery query{std::move(*filter), question.words, question.sort, question.words};
  auto found = gis::queryRows(workspace->db(), table.schema, query, std::move(memory), table.codes, cancel, progress);
  if (found && question.only) {
    const RowSet wanted(*question.only);
    std::erase_if(found->fids, [&](std::int64_t fid) { return !wanted.contains(fid); });
  }
  return found;
}

gis::Result<std::vector<gis::TableRow>> rowsOf(const OpenTable& table, const std::vector<std::int64_t>& fids) {
  const auto workspace = gis::Workspace::open(table.workspace_folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  auto rows = gis::TableDataStore(workspace->db()).rows(table.schema, table.all, fids);
  if (rows && table.past) return asTheyWere(*table.past, std::move(*rows), fids);
  return rows;
}

gis::Result<QString> textOf(const OpenTable& table, const std::vector<std::size_t>& columns,
                            const std::vector<std::int64_t>& fids, const QString& language,
                            const gis::CancelToken& cancel) {
  constexpr std::size_t kRowsBetweenPolls = 2000;
  const auto workspace = gis::Workspace::open(table.workspace_folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  const gis::TableDataStore store(workspace->db());
  QStringList line;
  for (const std::size_t column : columns) line << table.fields.heading(column, language);
  QString text = line.join(QLatin1Char('\t')) + QLatin1Char('\n');
  for (std::size_t from = 0; from < fids.size(); from += kRowsBetweenPolls) {
    if (cancel.cancelled()) return gis::fail(gis::ErrorCode::kCancelled, table.schema.table);
    const std::span part(fids.data() + from, std::min(kRowsBetweenPolls, fids.size() - from));
    auto rows = store.rows(table.schema, table.all, part);
    if (!rows) return std::unexpected(rows.error());
    if (table.past) *rows = asTheyWere(*table.past, std::move(*rows), {part.begin(), part.end()});
    for (const gis::TableRow& row : *rows) {
      line.clear();
      for (std::size_t i = 0; i < columns.size(); ++i)
        line << shownCell(table.fields.fields[columns[i]], row.cells[columns[i]], table.codes, language).simplified();
      text += line.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
  }
  return text;
}

}  // namespace app
