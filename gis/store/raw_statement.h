// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "gis/store/database.h"

namespace gis {

// A prepared statement without the wrapper's cost per cell, for loops over 100,000s of rows; elsewhere use
// SQLite::Statement. Throws SQLite::Exception (call it inside guarded()). Bound text and blobs must live until the
// next step(); column texts and blobs live until the next step(). One thread.
class RawStatement {
 public:
  RawStatement(const Database& db, const std::string& sql);
  RawStatement(RawStatement&& other) noexcept : m_db(other.m_db), m_stmt(other.m_stmt) { other.m_stmt = nullptr; }
  RawStatement& operator=(RawStatement&&) = delete;
  ~RawStatement();

  // True while there is a row; false when done.
  bool step();
  void reset();
  // reset(), for statements that return no rows: runs once with the values bound now.
  void run();

  void bind(int i) { check(sqlite3_bind_null(m_stmt, i)); }
  void bind(int i, std::int64_t value) { check(sqlite3_bind_int64(m_stmt, i, value)); }
  void bind(int i, double value) { check(sqlite3_bind_double(m_stmt, i, value)); }
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
  void check(int code) const;
  sqlite3* m_db = nullptr;
  sqlite3_stmt* m_stmt = nullptr;
};

// "a""b": an identifier safe to put into SQL.
std::string sqlName(std::string_view identifier);

}  // namespace gis
