// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/error.h"
#include "gis/table/table_schema.h"

namespace gis {

// What people call a column. Under its own name a number is meant as it is stored; under a label as it is shown:
// "threatened_property_yuan>500000" and "威胁财产>50" (10,000 yuan) are the same.
struct ColumnNaming {
  std::string column;
  std::vector<std::string> labels;  // in all languages
  double scale_ratio = 1;           // shown number = stored number x scale_ratio
};

// One test of a row.
struct RowCondition {
  enum class Test {
    kWord,  // some column that is searched holds the text
    kEqual,
    kNotEqual,
    kLess,
    kLessOrEqual,
    kGreater,
    kGreaterOrEqual,
    kBetween,  // both ends included
    kContains,
    kEmpty,
    kNotEmpty,
  };
  Test test = Test::kWord;
  bool negated = false;
  std::size_t column = 0;  // in the schema; not of a word
  std::string text;        // folded; of kEqual with * for any letters
  std::string upper_text;  // of kBetween
  // As numbers, in the unit that is stored; NaN: the text is none.
  std::vector<double> numbers;  // one, of kBetween two
};

// Rows of which all conditions of one of the groups hold. No group: every row.
struct RowFilter {
  std::vector<std::vector<RowCondition>> any_of;
  bool empty() const { return any_of.empty(); }
};

// Rows of which both hold.
RowFilter bothHold(const RowFilter& one, const RowFilter& other);

// Reads a filter as a person types it. Words separated by spaces must all be in the row, each in any column; "two
// words" in quotes are one; -word must not be in it; | or 或 between words means one side or the other. column>value
// tests one column: = != <> < <= > >= ~ (contains), also full-width and ≠ ≤ ≥; column=a..b a range; column= an empty
// cell, column!= one with something in it; = takes * for any letters. Columns go by name or label, coded values by code
// or name.
// Fails with kUnknownName (subject: the column), kInvalidArgument (subject: the word, detail: what is wrong with it).
Result<RowFilter> parseRowFilter(std::string_view text, const TableSchema& schema,
                                 const std::vector<ColumnNaming>& naming = {});

}  // namespace gis
