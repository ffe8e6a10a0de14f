// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "gis/core/error.h"
#include "gis/store/database.h"

namespace gis {

// A prepared statement without the wrapper's cost per cell, for loops over 100,000s of rows; elsewhere use
// SQLite::Statement. The first failure sticks: step() then returns false, and outcome() says what happened, so ask it
// after every loop. Bound text and blobs must live until the next step(); column texts and blobs live until then, too.
// One thread.
class RawStatement {
 public:
  static Result<RawStatement> prepare(const Database& db, const std::string& sql);
  RawStatement(RawStatement&& other) noexcept;
  RawStatement& operator=(RawStatement&&) = delete;
  ~RawStatement();

  // True while there is a row; false at the end or after a failure.
  bool step();
  Result<void> outcome() const;
  // For statements without rows: runs once with the values bound now and can be bound again. Forgets the failure, so
  // that a refused row does not stop the next.
  Result<void> run();
  // Ready to be bound and stepped again; forgets the failure.
  void reset();

  void bind(int i) { keep(sqlite3_bind_null(m_stmt, i)); }
  void bind(int i, std::int64_t value) { keep(sqlite3_bind_int64(m_stmt, i, value)); }
  void bind(int i, double);
  void bind(int i, std::string_view text);
  void bind(int i, std::span<const std::byte> blob);

  int columns() const { return sqlite3_column_count(m_stmt); }
  int type(int i) const { return sqlite3_column_type(m_stmt, i); }
  bool isNull(int i) const { return type(i) == SQLITE_NULL; }
  std::int64_t integer(int i) const { return sqlite3_column_int64(m_stmt, i); }
  double real(int i) const { return sqlite3_column_double(m_stmt, i); }
  std::string_view text(int i) const;
  std::span<const std::byte> blob(int i) const;
  std::string_view name(int i) const { return sqlite3_column_name(m_stmt, i); }

 private:
  RawStatement(const Database& db, sqlite3_stmt* stmt);
  void keep(int code) {
    if (m_code == SQLITE_OK) m_code = code;
  }
  const Database* m_db;
  sqlite3_stmt* m_stmt;
  int m_code = SQLITE_OK;
};

// "a""b": an identifier safe to put into SQL.
std::string sqlName(std::string_view identifier);

}  // namespace gis
