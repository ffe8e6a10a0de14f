// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/raw_statement.h"

#include "gis/store/guarded.h"

namespace gis {

RawStatement::RawStatement(const Database& db, const std::string& sql) : m_db(db.sql().getHandle()) {
  check(sqlite3_prepare_v3(m_db, sql.c_str(), static_cast<int>(sql.size()) + 1, SQLITE_PREPARE_PERSISTENT, &m_stmt,
                           nullptr));
}

RawStatement::~RawStatement() { sqlite3_finalize(m_stmt); }

void RawStatement::check(int code) const {
  if (code != SQLITE_OK) throw SQLite::Exception(m_db, code);
}

bool RawStatement::step() {
  const int code = sqlite3_step(m_stmt);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  const SQLite::Exception exception(m_db, code);
  sqlite3_reset(m_stmt);
  throw exception;
}

void RawStatement::reset() { sqlite3_reset(m_stmt); }

void RawStatement::run() {
  step();
  sqlite3_reset(m_stmt);
}

void RawStatement::bind(int i, std::string_view text) {
  // A null pointer would bind NULL instead of an empty text.
  check(sqlite3_bind_text(m_stmt, i, text.data() ? text.data() : "", static_cast<int>(text.size()), nullptr));
}

void RawStatement::bind(int i, std::span<const std::byte> blob) {
  check(sqlite3_bind_blob64(m_stmt, i, blob.data(), blob.size(), nullptr));
}

std::string_view RawStatement::text(int i) const {
  const void* bytes = sqlite3_column_text(m_stmt, i);
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(m_stmt, i))};
}

std::span<const std::byte> RawStatement::blob(int i) const {
  const void* bytes = sqlite3_column_blob(m_stmt, i);
  return {static_cast<const std::byte*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(m_stmt, i))};
}

std::string sqlName(std::string_view identifier) {
  std::string result = "\"";
  for (const char c : identifier) {
    result += c;
    if (c == '"') result += c;
  }
  return result + '"';
}

}  // namespace gis
