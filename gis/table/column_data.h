// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/error.h"
#include "gis/table/table_schema.h"

namespace gis {

// One column of all rows in memory, for filtering and sorting. Where few values repeat (codes, years, names of
// sources) each value stands once and the rows hold its number; otherwise each row is an entry of its own. NULL and the
// empty text are one: an empty entry. Immutable once made; any thread may read.
struct ColumnData {
  CellKind kind = CellKind::kText;
  std::vector<std::uint16_t> codes;       // a row's entry; empty: entry = row
  std::string text;                       // of all entries, folded (gis/hanzi), each followed by a zero byte
  std::vector<std::uint32_t> text_start;  // entries + 1
  std::vector<double> numbers;            // of all entries, NaN: not a number; empty in a column of texts

  std::size_t entryCount() const { return text_start.size() - 1; }
  std::size_t entryOf(std::size_t row) const { return codes.empty() ? row : codes[row]; }
  std::string_view textOf(std::size_t entry) const {
    return std::string_view(text).substr(text_start[entry], text_start[entry + 1] - text_start[entry] - 1);
  }
  std::size_t bytes() const {
    return codes.size() * 2 + text.size() + text_start.size() * 4 + numbers.size() * sizeof(double);
  }
};

// Fills a ColumnData row by row.
class ColumnBuilder {
 public:
  explicit ColumnBuilder(CellKind kind);
  ColumnBuilder(ColumnBuilder&&) noexcept;
  ~ColumnBuilder();
  void addEmpty();
  void add(std::int64_t value);
  void addReal(double value_ratio);
  void add(std::string_view utf8);
  // Fails with kOutOfRange when the texts of the column exceed 4 GiB.
  Result<ColumnData> finish();

 private:
  struct Lookup;
  std::size_t newEntry(std::string_view folded, bool has_number, std::int64_t number_bits);
  void addCode(std::size_t entry);
  void becomePlain();
  ColumnData m_data;
  std::unique_ptr<Lookup> m_lookup;  // null: every row is an entry of its own
  bool m_too_long = false;
};

}  // namespace gis
