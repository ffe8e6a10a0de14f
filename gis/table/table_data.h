// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "gis/table/column_data.h"
#include "gis/table/table_schema.h"

namespace gis {

// The rows of a table as they were when it was read: their keys, and the columns that were asked for, in the order of
// the keys. What is shown of a row is read anew from the database; this serves to find and to order. Immutable; any
// thread.
struct TableData {
  TableSchema schema;
  std::vector<std::int64_t> fids;                          // ascending
  std::vector<std::shared_ptr<const ColumnData>> columns;  // as schema.columns; null: not read

  std::size_t rowCount() const { return fids.size(); }
  std::size_t bytes() const {
    std::size_t sum = fids.size() * sizeof(std::int64_t);
    for (const auto& column : columns) sum += column ? column->bytes() : 0;
    return sum;
  }
};

}  // namespace gis
