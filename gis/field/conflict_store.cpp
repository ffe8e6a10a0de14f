// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/field/conflict_store.h"

#include <algorithm>
#include <array>

namespace gis {

namespace {

constexpr std::array<std::string_view, 5> kKindNames = {"values", "removed", "unique", "reference", "rule"};

ConflictKind kindOf(std::string_view name) {
  const auto found = std::ranges::find(kKindNames, name);
  return found == kKindNames.end() ? ConflictKind::kRule
                                   : static_cast<ConflictKind>(std::distance(kKindNames.begin(), found));
}

}  // namespace

std::string_view conflictKindName(ConflictKind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }

Result<RawStatement*> ConflictStore::statement(const char* sql) {
  auto found = m_statements.find(std::string_view(sql));
  if (found == m_statements.end()) {
    auto made = RawStatement::prepare(*m_db, sql);
    if (!made) return std::unexpected(made.error());
    found = m_statements.emplace(sql, std::move(*made)).first;
  }
  found->second.reset();
  return &found->second;
}

Result<std::vector<Conflict>> ConflictStore::all(bool only_open) {
  auto rows = statement(
      "SELECT table_name, row_uuid, column_name, kind, detail, found_utc_ms, owner, decided_step FROM edit_conflict"
      " WHERE ?1=0 OR decided_step IS NULL ORDER BY found_utc_ms, table_name, row_uuid, column_name");
  if (!rows) return std::unexpected(rows.error());
  (*rows)->bind(1, std::int64_t{only_open});
  std::vector<Conflict> found;
  while ((*rows)->step()) {
    Conflict conflict;
    conflict.table = (*rows)->text(0);
    conflict.row_uuid = (*rows)->text(1);
    conflict.column = (*rows)->text(2);
    conflict.kind = kindOf((*rows)->text(3));
    conflict.detail = (*rows)->text(4);
    conflict.found_utc_ms = (*rows)->integer(5);
    conflict.owner = (*rows)->text(6);
    conflict.decided_step = (*rows)->text(7);
    found.push_back(std::move(conflict));
  }
  if (auto outcome = (*rows)->outcome(); !outcome) return std::unexpected(outcome.error());
  (*rows)->reset();
  return found;
}

Result<int> ConflictStore::settle(const std::string& table, const std::string& row_uuid,
                                  const std::vector<OpenQuestion>& questions, const std::string& step,
                                  std::int64_t now_utc_ms) {
  auto open = statement(
      "SELECT column_name, kind FROM edit_conflict WHERE table_name=?1 AND row_uuid=?2 AND decided_step IS NULL");
  if (!open) return std::unexpected(open.error());
  (*open)->bind(1, std::string_view(table));
  (*open)->bind(2, std::string_view(row_uuid));
  std::vector<OpenQuestion> before;
  while ((*open)->step()) before.push_back({std::string((*open)->text(0)), kindOf((*open)->text(1)), {}});
  if (auto outcome = (*open)->outcome(); !outcome) return std::unexpected(outcome.error());
  (*open)->reset();
  const auto same = [](const OpenQuestion& a) {
    return [&a](const OpenQuestion& b) { return a.column == b.column && a.kind == b.kind; };
  };
  int added = 0;
  for (const OpenQuestion& question : questions) {
    if (std::ranges::any_of(before, same(question))) continue;
    auto row = statement(
        "INSERT INTO edit_conflict (table_name, row_uuid, column_name, kind, detail, found_utc_ms)"
        " VALUES (?1,?2,?3,?4,?5,?6) ON CONFLICT DO UPDATE SET detail=?5, found_utc_ms=?6, decided_step=NULL");
    if (!row) return std::unexpected(row.error());
    (*row)->bind(1, std::string_view(table));
    (*row)->bind(2, std::string_view(row_uuid));
    (*row)->bind(3, std::string_view(question.column));
    (*row)->bind(4, conflictKindName(question.kind));
    (*row)->bind(5, std::string_view(question.detail));
    (*row)->bind(6, now_utc_ms);
    if (auto done = (*row)->run(); !done) return std::unexpected(done.error());
    ++added;
  }
  for (const OpenQuestion& question : before) {
    if (std::ranges::any_of(questions, same(question))) continue;
    auto row = statement(
        "UPDATE edit_conflict SET decided_step=?5 WHERE table_name=?1 AND row_uuid=?2 AND column_name=?3 AND kind=?4");
    if (!row) return std::unexpected(row.error());
    (*row)->bind(1, std::string_view(table));
    (*row)->bind(2, std::string_view(row_uuid));
    (*row)->bind(3, std::string_view(question.column));
    (*row)->bind(4, conflictKindName(question.kind));
    (*row)->bind(5, std::string_view(step));
    if (auto done = (*row)->run(); !done) return std::unexpected(done.error());
  }
  return added;
}

Result<void> ConflictStore::setOwner(const Conflict& conflict, const std::string& owner) {
  auto row =
      statement("UPDATE edit_conflict SET owner=?5 WHERE table_name=?1 AND row_uuid=?2 AND column_name=?3 AND kind=?4");
  if (!row) return std::unexpected(row.error());
  (*row)->bind(1, std::string_view(conflict.table));
  (*row)->bind(2, std::string_view(conflict.row_uuid));
  (*row)->bind(3, std::string_view(conflict.column));
  (*row)->bind(4, conflictKindName(conflict.kind));
  (*row)->bind(5, std::string_view(owner));
  return (*row)->run();
}

Result<std::vector<std::pair<std::string, std::string>>> ConflictStore::openRows(bool only_refused) {
  auto rows = statement(
      "SELECT DISTINCT table_name, row_uuid FROM edit_conflict WHERE decided_step IS NULL AND (?1=0 OR kind IN"
      " ('unique','reference','rule')) ORDER BY row_uuid");
  if (!rows) return std::unexpected(rows.error());
  (*rows)->bind(1, std::int64_t{only_refused});
  std::vector<std::pair<std::string, std::string>> found;
  while ((*rows)->step()) found.emplace_back((*rows)->text(0), (*rows)->text(1));
  if (auto outcome = (*rows)->outcome(); !outcome) return std::unexpected(outcome.error());
  (*rows)->reset();
  return found;
}

}  // namespace gis
