// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/error.h"
#include "gis/store/code_store.h"
#include "gis/table/row_filter.h"
#include "gis/table/table_data.h"

namespace gis {

// The columns that a filter tests; `words` are searched when it has a word.
std::vector<std::size_t> columnsNeeded(const RowFilter& filter, const std::vector<std::size_t>& words);

// One byte a row: 1 where the filter holds. Words are looked for in the columns `words`, in coded ones also in the
// names of the codes. The columns needed must have been read (else kInvalidArgument). A few milliseconds per 100,000
// rows. Fails with kCancelled. Any thread.
Result<std::vector<std::uint8_t>> matchRows(const TableData& data, const RowFilter& filter,
                                            const std::vector<std::size_t>& words, const CodeLists& codes,
                                            const CancelToken& cancel = {});

enum class SortOrder { kAscending, kDescending };

// All rows (places in data.fids) ordered by a column: numbers by value, coded values as their list stands, texts by
// pinyin; equal ones stay in the order of their keys, empty ones are last either way. Fails with kCancelled,
// kInvalidArgument (not read). Any thread.
Result<std::vector<std::uint32_t>> sortedRows(const TableData& data, std::size_t column, SortOrder order,
                                              const CodeLists& codes, const CancelToken& cancel = {});

}  // namespace gis
