// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "gis/store/database.h"

namespace gis {

// The trigger <table>_numbers_insert of the schema (0007_number_types.sql): numbers are numbers and in range. At each
// row it costs SQLite a frame and, with many rows in one statement, a table of its own; asked once of all new rows it
// costs next to nothing. Inside the transaction that writes the rows. One thread; the Database must outlive it.
class NumberRule {
 public:
  // None: the table has no such trigger, or one that is written otherwise.
  static Result<std::optional<NumberRule>> of(const Database& db, const std::string& table);
  // From here on rows are not looked at.
  Result<void> suspend() const;
  // Looks at all rows after `fid` and at each from here on. Fails with kInvalidArgument and the trigger's own words.
  Result<void> resume(std::int64_t fid) const;

 private:
  NumberRule(const Database& db, std::string table) : m_db(&db), m_table(std::move(table)) {}
  const Database* m_db;
  std::string m_table, m_trigger, m_create_sql, m_condition, m_words;
};

}  // namespace gis
