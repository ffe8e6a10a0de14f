// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/table/row_match.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "gis/hanzi/folded_text.h"
#include "gis/hanzi/name_order.h"
#include "gis/table/text_scan.h"

namespace gis {
namespace {

using RowTest = RowCondition::Test;
using Marks = std::vector<std::uint8_t>;

const std::vector<CodeEntry>* listOf(const SchemaColumn& column, const CodeLists& codes) {
  const auto list = codes.find(column.code_table);
  return column.code_table.empty() || list == codes.end() ? nullptr : &list->second;
}

const CodeEntry* codeEntry(const std::vector<CodeEntry>& list, std::string_view folded_code) {
  for (const CodeEntry& entry : list)
    if (foldedText(entry.code) == folded_code) return &entry;
  return nullptr;
}

// "王*", "*路": texts with stars for any letters.
bool fitsPattern(std::string_view text, std::string_view pattern) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) return text == pattern;
  if (!text.starts_with(pattern.substr(0, star))) return false;
  text.remove_prefix(star);
  pattern.remove_prefix(star + 1);
  for (std::size_t next = pattern.find('*'); next != std::string_view::npos; next = pattern.find('*')) {
    const std::size_t found = text.find(pattern.substr(0, next));
    if (found == std::string_view::npos) return false;
    text.remove_prefix(found + next);
    pattern.remove_prefix(next + 1);
  }
  return text.size() >= pattern.size() && text.ends_with(pattern);
}

template <class T>
bool ordered(RowTest test, const T& value, const T& bound, const T& upper) {
  switch (test) {
    case RowTest::kLess:
      return value < bound;
    case RowTest::kLessOrEqual:
      return value <= bound;
    case RowTest::kGreater:
      return value > bound;
    case RowTest::kGreaterOrEqual:
      return value >= bound;
    case RowTest::kBetween:
      return value >= bound && value <= upper;
    default:
      return false;
  }
}

bool holdsFor(const RowCondition& condition, const ColumnData& column, std::size_t entry,
              const std::vector<CodeEntry>* list) {
  const std::string_view text = column.textOf(entry);
  if (condition.test == RowTest::kEmpty) return text.empty();
  if (condition.test == RowTest::kNotEmpty) return !text.empty();
  if (condition.test == RowTest::kContains || condition.test == RowTest::kEqual ||
      condition.test == RowTest::kNotEqual) {
    const auto fits = [&](std::string_view of) {
      return condition.test == RowTest::kContains ? of.find(condition.text) != std::string_view::npos
                                                  : fitsPattern(of, condition.text);
    };
    bool equal = fits(text);
    if (!equal && !column.numbers.empty() && condition.test != RowTest::kContains)
      equal = column.numbers[entry] == condition.numbers[0];
    if (!equal && list)
      if (const CodeEntry* code = codeEntry(*list, text))
        equal = fits(foldedText(code->name_zh)) || fits(foldedText(code->name_en));
    return condition.test == RowTest::kNotEqual ? !equal : equal;
  }
  if (text.empty()) return false;
  if (!column.numbers.empty() && !std::isnan(condition.numbers[0]))
    return ordered(condition.test, column.numbers[entry], condition.numbers[0], condition.numbers.back());
  return ordered<std::string_view>(condition.test, text, condition.text, condition.upper_text);
}

// A number that a person looks for has digits, and its text none but these.
bool canBeNumber(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == '-'; });
}

Marks wordInEntries(const ColumnData& column, const std::string& word, const std::vector<CodeEntry>* list) {
  Marks marks(column.entryCount());
  if (column.numbers.empty() || list || canBeNumber(word)) markTextsWith(word, column.text, column.text_start, marks);
  if (list)
    for (std::size_t entry = 0; entry < column.entryCount(); ++entry)
      if (const CodeEntry* code = codeEntry(*list, column.textOf(entry)))
        marks[entry] |= foldedText(code->name_zh).find(word) != std::string::npos ||
                        foldedText(code->name_en).find(word) != std::string::npos;
  return marks;
}

void markRows(const ColumnData& column, const Marks& entries, Marks& rows) {
  if (std::ranges::find(entries, 1) == entries.end()) return;
  if (column.codes.empty())
    for (std::size_t row = 0; row < rows.size(); ++row) rows[row] |= entries[row];
  else
    for (std::size_t row = 0; row < rows.size(); ++row) rows[row] |= entries[column.codes[row]];
}

Result<Marks> rowsOf(const TableData& data, const RowCondition& condition, const std::vector<std::size_t>& words,
                     const CodeLists& codes) {
  Marks rows(data.rowCount());
  const bool word = condition.test == RowTest::kWord;
  const std::vector<std::size_t> one{condition.column};
  for (const std::size_t index : word ? words : one) {
    const auto& column = data.columns[index];
    if (!column) return fail(ErrorCode::kInvalidArgument, data.schema.columns[index].name, "the column was not read");
    const auto* list = listOf(data.schema.columns[index], codes);
    Marks entries;
    if (word) {
      entries = wordInEntries(*column, condition.text, list);
    } else {
      entries.resize(column->entryCount());
      for (std::size_t entry = 0; entry < entries.size(); ++entry)
        entries[entry] = holdsFor(condition, *column, entry, list) ? 1 : 0;
    }
    markRows(*column, entries, rows);
  }
  if (condition.negated)
    for (std::uint8_t& mark : rows) mark ^= 1;
  return rows;
}

// The place of each entry in the order; empty ones have the greatest.
Result<std::vector<std::uint32_t>> entryRanks(const ColumnData& column, const std::vector<CodeEntry>* list,
                                              const CancelToken& cancel) {
  const std::size_t count = column.entryCount();
  if (!list && column.numbers.empty()) {
    std::vector<std::string_view> texts(count);
    for (std::size_t i = 0; i < count; ++i) texts[i] = column.textOf(i);
    return nameRanks(texts, cancel);
  }
  std::vector<double> values(count, std::numeric_limits<double>::infinity());
  for (std::size_t i = 0; i < count; ++i) {
    if (const CodeEntry* code = list ? codeEntry(*list, column.textOf(i)) : nullptr)
      values[i] = code->sort;
    else if (!column.numbers.empty() && !std::isnan(column.numbers[i]))
      values[i] = column.numbers[i];
  }
  std::vector<std::uint32_t> by_value(count);
  std::iota(by_value.begin(), by_value.end(), 0u);
  std::ranges::sort(by_value, {}, [&](std::uint32_t entry) { return values[entry]; });
  std::vector<std::uint32_t> ranks(count);
  for (std::size_t i = 0; i < count; ++i)
    ranks[by_value[i]] = i > 0 && values[by_value[i]] == values[by_value[i - 1]] ? ranks[by_value[i - 1]]
                                                                                 : static_cast<std::uint32_t>(i);
  return ranks;
}

}  // namespace

std::vector<std::size_t> columnsNeeded(const RowFilter& filter, const std::vector<std::size_t>& words) {
  std::set<std::size_t> needed;
  for (const auto& group : filter.any_of)
    for (const RowCondition& condition : group) {
      if (condition.test == RowTest::kWord)
        needed.insert(words.begin(), words.end());
      else
        needed.insert(condition.column);
    }
  return {needed.begin(), needed.end()};
}

Result<Marks> matchRows(const TableData& data, const RowFilter& filter, const std::vector<std::size_t>& words,
                        const CodeLists& codes, const CancelToken& cancel) {
  if (filter.empty()) return Marks(data.rowCount(), 1);
  Marks any(data.rowCount());
  for (const auto& group : filter.any_of) {
    Marks all(data.rowCount(), 1);
    for (const RowCondition& condition : group) {
      if (cancel.cancelled()) return fail(ErrorCode::kCancelled, data.schema.table);
      const auto rows = rowsOf(data, condition, words, codes);
      if (!rows) return std::unexpected(rows.error());
      for (std::size_t row = 0; row < all.size(); ++row) all[row] &= (*rows)[row];
    }
    for (std::size_t row = 0; row < any.size(); ++row) any[row] |= all[row];
  }
  return any;
}

Result<std::vector<std::uint32_t>> sortedRows(const TableData& data, std::size_t column, SortOrder order,
                                              const CodeLists& codes, const CancelToken& cancel) {
  const auto& values = data.columns[column];
  if (!values) return fail(ErrorCode::kInvalidArgument, data.schema.columns[column].name, "the column was not read");
  const auto ranks = entryRanks(*values, listOf(data.schema.columns[column], codes), cancel);
  if (!ranks) return std::unexpected(ranks.error());
  // Sorted by counting: a rank is less than the number of entries. Descending order counts from the other end, but
  // leaves the empty ones behind.
  const std::size_t entries = values->entryCount();
  const auto keyOf = [&](std::size_t row) -> std::size_t {
    const std::size_t entry = values->entryOf(row);
    if (values->textOf(entry).empty()) return entries;
    return order == SortOrder::kAscending ? (*ranks)[entry] : entries - 1 - (*ranks)[entry];
  };
  std::vector<std::uint32_t> start(entries + 2);
  for (std::size_t row = 0; row < data.rowCount(); ++row) ++start[keyOf(row) + 1];
  std::partial_sum(start.begin(), start.end(), start.begin());
  std::vector<std::uint32_t> rows(data.rowCount());
  for (std::size_t row = 0; row < data.rowCount(); ++row) rows[start[keyOf(row)]++] = static_cast<std::uint32_t>(row);
  return rows;
}

}  // namespace gis
