// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/table/row_query.h"

#include <set>

#include "gis/table/table_data_store.h"

namespace gis {

Result<QueryAnswer> queryRows(const Database& db, const TableSchema& schema, const RowQuery& query, QueryMemory memory,
                              const CodeLists& codes, const CancelToken& cancel, const Progress& progress) {
  std::set<std::size_t> needed(query.memory.begin(), query.memory.end());
  for (const std::size_t column : columnsNeeded(query.filter, query.words)) needed.insert(column);
  if (query.sort) needed.insert(query.sort->column);
  bool missing = !memory.data;
  for (const std::size_t column : needed) missing = missing || !memory.data->columns[column];
  if (missing) {
    if (memory.data)
      for (std::size_t i = 0; i < memory.data->columns.size(); ++i)
        if (memory.data->columns[i]) needed.insert(i);
    auto loaded = TableDataStore(db).load(schema, {needed.begin(), needed.end()}, cancel, progress);
    if (!loaded) return std::unexpected(std::move(loaded.error()));
    memory = {std::make_shared<const TableData>(std::move(*loaded)), {}, {}};
  }
  const TableData& data = *memory.data;
  if (query.sort && (!memory.sorted || memory.sort != query.sort)) {
    auto sorted = sortedRows(data, query.sort->column, query.sort->order, codes, cancel);
    if (!sorted) return std::unexpected(std::move(sorted.error()));
    memory.sort = query.sort;
    memory.sorted = std::make_shared<const std::vector<std::uint32_t>>(std::move(*sorted));
  }
  const auto marks = matchRows(data, query.filter, query.words, codes, cancel);
  if (!marks) return std::unexpected(marks.error());
  QueryAnswer answer{memory, {}, data.rowCount()};
  for (std::size_t i = 0; i < data.rowCount(); ++i) {
    const std::size_t row = query.sort ? (*memory.sorted)[i] : i;
    if ((*marks)[row]) answer.fids.push_back(data.fids[row]);
  }
  return answer;
}

}  // namespace gis
