// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <memory>
#include <vector>

#include "app/fields/table_fields.h"
#include "app/table/table_past.h"
#include "gis/core/cancel.h"
#include "gis/store/code_store.h"
#include "gis/table/row_query.h"
#include "gis/table/table_data_store.h"
#include "layers/vector/catalogue.h"

namespace app {

// A table that is being looked at: frozen, shared by the window and its workers.
struct OpenTable {
  std::filesystem::path workspace_folder;
  gis::TableSchema schema;
  TableFields fields;
  gis::CodeLists codes;
  std::vector<std::size_t> all;  // all columns of the schema
  // The table as it was at a moment, for reading; none: as it is.
  std::shared_ptr<const TablePast> past;
};
using OpenTablePtr = std::shared_ptr<const OpenTable>;

// The table and its first rows, with all columns: what can be shown at once.
struct OpenedTable {
  OpenTablePtr table;
  std::vector<gis::TableRow> first_rows;
};

// Any thread; opens its own read-only workspace. Fails with kUnknownName and as the workspace does.
gis::Result<OpenedTable> openTable(const std::filesystem::path& workspace_folder, const std::string& table,
                                   const gis::CodeLists& codes, const std::vector<layers::CatalogueEntry>& entries,
                                   std::size_t first_rows);

// What a person asked of it.
struct TableQuestion {
  QString filter;
  std::vector<std::size_t> words;  // the columns that are shown
  std::optional<gis::RowSort> sort;
  std::optional<std::vector<std::int64_t>> only;  // of these rows; none: of all
};

// Any thread. Fails as parseRowFilter and queryRows do.
gis::Result<gis::QueryAnswer> answer(const OpenTable& table, const TableQuestion& question, gis::QueryMemory memory,
                                     const gis::CancelToken& cancel, const gis::Progress& progress);

// The rows with these keys, all columns. Any thread.
gis::Result<std::vector<gis::TableRow>> rowsOf(const OpenTable& table, const std::vector<std::int64_t>& fids);

// Headings and rows with tabs between the cells, as spreadsheets take them from the clipboard. Any thread.
gis::Result<QString> textOf(const OpenTable& table, const std::vector<std::size_t>& columns,
                            const std::vector<std::int64_t>& fids, const QString& language,
                            const gis::CancelToken& cancel);

}  // namespace app
