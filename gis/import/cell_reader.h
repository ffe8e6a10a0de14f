// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "gis/edit/cell_value.h"
#include "gis/import/division_store.h"
#include "gis/import/mapping.h"
#include "gis/import/synonyms.h"
#include "gis/import/target_store.h"
#include "gis/store/code_store.h"
#include "gis/vector/row_reader.h"

namespace gis {

// Why a row of a file cannot become a row of the table.
enum class RejectReason {
  kNoGeometry,
  kWrongGeometry,   // lines for a table of points
  kBrokenGeometry,  // detail in value
  kFarAway,         // nowhere near the city
  kMissingValue,
  kNotANumber,
  kNotADate,
  kUnknownCode,
  kUnknownDivision,
  kUnknownReference,
  kNotAnIdentifier,
  kDuplicate,  // the same thing twice in one file
  kRule,       // a rule of the schema; value holds its words
};
// The stable lower-case name, "unknown_code".
std::string rejectName(RejectReason reason);

// One rejected row: its number in the file, the column it fails in (empty: the geometry) and the file's own value.
struct RejectedRow {
  std::int64_t row = 0;
  RejectReason reason = RejectReason::kRule;
  std::string column;
  std::string value;
};

// What the workspace knows and a value may have to be checked against.
struct Vocabulary {
  const Synonyms* words = nullptr;
  const CodeLists* codes = nullptr;
  const DivisionStore* divisions = nullptr;
};

// Turns the file's cells into one column's values. One thread.
class CellReader {
 public:
  CellReader(const TargetColumn& column, const ColumnRule& rule, const Vocabulary& vocabulary,
             std::unordered_set<std::string> referenced);

  // Null for an empty cell. Reasons: kNotANumber, kNotADate, kUnknownCode, kUnknownDivision, kUnknownReference,
  // kNotAnIdentifier.
  std::expected<CellValue, RejectReason> read(const SourceCell& cell) const;

 private:
  std::expected<CellValue, RejectReason> readText(const std::string& text) const;
  std::expected<CellValue, RejectReason> readNumber(double value) const;
  std::optional<std::string> codeOf(const std::string& text) const;
  CellValue typed(const std::string& code) const;

  const TargetColumn& m_column;
  const ColumnRule& m_rule;
  Vocabulary m_vocabulary;
  const std::vector<CodeEntry>* m_codes = nullptr;
  std::unordered_set<std::string> m_referenced;
  mutable std::unordered_map<std::string, std::optional<std::string>> m_codes_asked;
};

// Without spaces around it, full-width ones included.
std::string trimmedText(std::string_view text);
// "1,200", "12.5"; nothing when something else stands in it.
std::optional<double> numberIn(std::string_view text);
// "2024/7/26", "2024年7月26日", "20240726" -> "2024-07-26"; a year or a month alone stays one. Nothing for no date.
std::optional<std::string> dateOf(const std::string& text);

}  // namespace gis
