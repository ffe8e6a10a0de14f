// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/raw_statement.h"

#include <SQLiteCpp/Database.h>

namespace gis {

RawStatement::RawStatement(const Database& db, sqlite3_stmt* stmt) : m_db(&db), m_stmt(stmt) {}

RawStatement::RawStatement(RawStatement&& other) noexcept
    : m_db(other.m_db), m_stmt(std::exchange(other.m_stmt, nullptr)), m_code(other.m_code) {}

RawStatement::~RawStatement() { sqlite3_finalize(m_stmt); }

Result<RawStatement> RawStatement::prepare(const Database& db, const std::string& sql) {
  sqlite3* raw = db.sql().getHandle();
  sqlite3_stmt* stmt = nullptr;
  const int code =
      sqlite3_prepare_v3(raw, sql.c_str(), static_cast<int>(sql.size()) + 1, SQLITE_PREPARE_PERSISTENT, &stmt, nullptr);
  if (code != SQLITE_OK)
    return std::unexpected(sqlError(db.file().string(), sqlite3_extended_errcode(raw), sqlite3_errmsg(raw)));
  return RawStatement(db, stmt);
}

bool RawStatement::step() {
  if (m_code != SQLITE_OK) return false;
  const int code = sqlite3_step(m_stmt);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) m_code = code;
  return false;
}

Result<void> RawStatement::outcome() const {
  if (m_code == SQLITE_OK) return {};
  // The connection's message is this statement's only if nothing else has failed since.
  sqlite3* raw = m_db->sql().getHandle();
  const bool ours = (sqlite3_errcode(raw) & 0xff) == (m_code & 0xff);
  return std::unexpected(sqlError(m_db->file().string(), m_code, ours ? sqlite3_errmsg(raw) : sqlite3_errstr(m_code)));
}

Result<void> RawStatement::run() {
  step();
  auto result = outcome();
  reset();
  return result;
}

void RawStatement::reset() {
  sqlite3_reset(m_stmt);
  m_code = SQLITE_OK;
}

void RawStatement::bind(int i, double value) { keep(sqlite3_bind_double(m_stmt, i, value)); }

void RawStatement::bind(int i, std::string_view text) {
  // A null pointer would bind NULL instead of an empty text.
  keep(sqlite3_bind_text(m_stmt, i, text.data() ? text.data() : "", static_cast<int>(text.size()), nullptr));
}

void RawStatement::bind(int i, std::span<const std::byte> blob) {
  keep(sqlite3_bind_blob64(m_stmt, i, blob.data(), blob.size(), nullptr));
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
