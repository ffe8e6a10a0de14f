// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/error.h"
#include "gis/store/code_store.h"
#include "gis/store/database.h"
#include "gis/table/row_match.h"

namespace gis {

struct RowSort {
  std::size_t column = 0;
  SortOrder order = SortOrder::kAscending;
  friend bool operator==(const RowSort&, const RowSort&) = default;
};

// What is asked of a table.
struct RowQuery {
  RowFilter filter;
  std::vector<std::size_t> words;   // columns in which words are looked for
  std::optional<RowSort> sort;      // none: by key
  std::vector<std::size_t> memory;  // columns to have in memory for the questions to come
};

// What the next question about the same table can use again. It holds the rows as they were read; the
// caller starts with an empty one when the table has changed (gis::LayerRevisions).
struct QueryMemory {
  std::shared_ptr<const TableData> data;
  std::optional<RowSort> sort;
  std::shared_ptr<const std::vector<std::uint32_t>> sorted;
};

struct QueryAnswer {
  QueryMemory memory;
  std::vector<std::int64_t> fids;  // the rows found, in the order asked
  std::size_t total = 0;           // rows of the table
};

// Reads what is not in memory yet, filters and sorts. Fails as TableDataStore::load, matchRows and sortedRows do. For a
// worker.
Result<QueryAnswer> queryRows(const Database& db, const TableSchema& schema, const RowQuery& query, QueryMemory memory,
                              const CodeLists& codes, const CancelToken& cancel = {}, const Progress& progress = {});

}  // namespace gis
