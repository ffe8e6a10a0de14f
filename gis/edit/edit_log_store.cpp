// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/edit/edit_log_store.h"

#include "gis/edit/census_row_store.h"

namespace gis {

namespace {

constexpr const char* kStepColumns = "step_uuid, at_utc_ms, author, seat, kind, title, reason, reverts, details";
constexpr const char* kDated =
    "SELECT c.step_uuid, c.number, c.table_name, c.row_uuid, c.column_name, c.old, c.new, c.parents, s.at_utc_ms,"
    " s.author, s.seat, s.kind, s.title, s.reason FROM edit_change c JOIN edit_step s USING (step_uuid)";

EditStep stepAt(const RawStatement& row, int i) {
  EditStep step;
  step.uuid = row.text(i);
  step.at_utc_ms = row.integer(i + 1);
  step.author = {std::string(row.text(i + 2)), std::string(row.text(i + 3))};
  step.kind = stepKindOf(row.text(i + 4));
  step.title = row.text(i + 5);
  step.reason = row.text(i + 6);
  step.reverts = row.text(i + 7);
  step.details = row.text(i + 8);
  return step;
}

EditChange changeAt(const RawStatement& row) {
  EditChange change;
  change.id = {std::string(row.text(0)), row.integer(1)};
  change.table = row.text(2);
  change.row_uuid = row.text(3);
  change.column = row.text(4);
  change.old_value = cellAt(row, 5);
  change.new_value = cellAt(row, 6);
  change.parents = parentsOf(row.text(7));
  return change;
}

DatedChange datedAt(const RawStatement& row) {
  DatedChange dated;
  dated.change = changeAt(row);
  dated.at_utc_ms = row.integer(8);
  dated.author = {std::string(row.text(9)), std::string(row.text(10))};
  dated.kind = stepKindOf(row.text(11));
  dated.title = row.text(12);
  dated.reason = row.text(13);
  return dated;
}

// All rows of a bound statement, each through `make`.
template <class Make>
auto collect(RawStatement& rows, Make make) -> Result<std::vector<decltype(make(rows))>> {
  std::vector<decltype(make(rows))> found;
  while (rows.step()) found.push_back(make(rows));
  auto outcome = rows.outcome();
  rows.reset();
  if (!outcome) return std::unexpected(outcome.error());
  return found;
}

}  // namespace

Result<RawStatement*> EditLogStore::statement(const char* sql) {
  auto found = m_statements.find(std::string_view(sql));
  if (found == m_statements.end()) {
    auto made = RawStatement::prepare(*m_db, sql);
    if (!made) return std::unexpected(made.error());
    found = m_statements.emplace(sql, std::move(*made)).first;
  }
  found->second.reset();
  return &found->second;
}

Result<void> EditLogStore::addStep(const EditStep& step) {
  auto row = statement("INSERT INTO edit_step VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9)");
  if (!row) return std::unexpected(row.error());
  (*row)->bind(1, std::string_view(step.uuid));
  (*row)->bind(2, step.at_utc_ms);
  (*row)->bind(3, std::string_view(step.author.name));
  (*row)->bind(4, std::string_view(step.author.seat));
  (*row)->bind(5, stepKindName(step.kind));
  (*row)->bind(6, std::string_view(step.title));
  (*row)->bind(7, std::string_view(step.reason));
  step.reverts.empty() ? (*row)->bind(8) : (*row)->bind(8, std::string_view(step.reverts));
  (*row)->bind(9, std::string_view(step.details));
  return (*row)->run();
}

Result<void> EditLogStore::addChange(const EditChange& change) {
  auto row = statement("INSERT INTO edit_change VALUES (?1,?2,?3,?4,?5,?6,?7,?8)");
  if (!row) return std::unexpected(row.error());
  const std::string parents = parentsText(change.parents);
  (*row)->bind(1, std::string_view(change.id.step));
  (*row)->bind(2, change.id.number);
  (*row)->bind(3, std::string_view(change.table));
  (*row)->bind(4, std::string_view(change.row_uuid));
  (*row)->bind(5, std::string_view(change.column));
  bindCell(**row, 6, change.old_value);
  bindCell(**row, 7, change.new_value);
  (*row)->bind(8, std::string_view(parents));
  return (*row)->run();
}

Result<void> EditLogStore::addBulk(const std::string& step_uuid, const BulkRows& rows) {
  auto row = statement("INSERT INTO edit_bulk VALUES (?1,?2,?3,?4)");
  if (!row) return std::unexpected(row.error());
  (*row)->bind(1, std::string_view(step_uuid));
  (*row)->bind(2, std::string_view(rows.table));
  (*row)->bind(3, rows.first_fid);
  (*row)->bind(4, rows.last_fid);
  return (*row)->run();
}

Result<std::vector<DatedChange>> EditLogStore::changesOfRow(const std::string& row_uuid) {
  static const std::string sql =
      std::string(kDated) + " WHERE c.row_uuid=?1 ORDER BY s.at_utc_ms, c.step_uuid, c.number";
  auto rows = statement(sql.c_str());
  if (!rows) return std::unexpected(rows.error());
  (*rows)->bind(1, std::string_view(row_uuid));
  return collect(**rows, datedAt);
}

Result<std::vector<EditChange>> EditLogStore::changesOfStep(const std::string& step_uuid) {
  auto rows = statement(
      "SELECT step_uuid, number, table_name, row_uuid, column_name, old, new, parents FROM edit_change"
      " WHERE step_uuid=?1 ORDER BY number");
  if (!rows) return std::unexpected(rows.error());
  (*rows)->bind(1, std::string_view(step_uuid));
  return collect(**rows, changeAt);
}

Result<std::vector<BulkRows>> EditLogStore::bulkOfStep(const std::string& step_uuid) {
  auto rows = statement(
      "SELECT table_name, first_fid, last_fid FROM edit_bulk WHERE step_uuid=?1 ORDER BY table_name, first_fid");
  if (!rows) return std::unexpected(rows.error());
  (*rows)->bind(1, std::string_view(step_uuid));
  return collect(**rows, [](const RawStatement& row) {
    return BulkRows{std::string(row.text(0)), row.integer(1), row.integer(2)};
  });
}

Result<std::optional<EditStep>> EditLogStore::step(const std::string& step_uuid) {
  static const std::string sql = std::string("SELECT ") + kStepColumns + " FROM edit_step WHERE step_uuid=?1";
  auto rows = statement(sql.c_str());
  if (!rows) return std::unexpected(rows.error());
  (*rows)->bind(1, std::string_view(step_uuid));
  auto found = collect(**rows, [](const RawStatement& row) { return stepAt(row, 0); });
  if (!found) return std::unexpected(found.error());
  if (found->empty()) return std::nullopt;
  return std::move(found->front());
}

Result<std::vector<EditLogStore::Arrived>> EditLogStore::steps(std::int64_t after, std::size_t limit,
                                                               const std::string& seat) {
  static const std::string sql = std::string("SELECT rowid, ") + kStepColumns +
                                 " FROM edit_step WHERE rowid>?1 AND (?2='' OR seat=?2) ORDER BY rowid LIMIT ?3";
  auto rows = statement(sql.c_str());
  if (!rows) return std::unexpected(rows.error());
  (*rows)->bind(1, after);
  (*rows)->bind(2, std::string_view(seat));
  (*rows)->bind(3, static_cast<std::int64_t>(std::min<std::size_t>(limit, INT32_MAX)));
  return collect(**rows, [](const RawStatement& row) { return Arrived{row.integer(0), stepAt(row, 1)}; });
}

Result<std::vector<EditLogStore::Arrived>> EditLogStore::newest(std::int64_t before, std::size_t limit,
                                                                const std::string& seat) {
  static const std::string sql = std::string("SELECT rowid, ") + kStepColumns +
                                 " FROM edit_step WHERE (?1=0 OR rowid<?1) AND (?2='' OR seat=?2)"
                                 " ORDER BY rowid DESC LIMIT ?3";
  auto rows = statement(sql.c_str());
  if (!rows) return std::unexpected(rows.error());
  (*rows)->bind(1, before);
  (*rows)->bind(2, std::string_view(seat));
  (*rows)->bind(3, static_cast<std::int64_t>(std::min<std::size_t>(limit, INT32_MAX)));
  return collect(**rows, [](const RawStatement& row) { return Arrived{row.integer(0), stepAt(row, 1)}; });
}

Result<std::vector<EditLogStore::Extent>> EditLogStore::extentOfStep(const std::string& step_uuid) {
  auto rows = statement(
      "SELECT table_name, count(DISTINCT row_uuid), count(*) FROM edit_change WHERE step_uuid=?1 GROUP BY table_name"
      " UNION ALL SELECT table_name, sum(last_fid-first_fid+1), 0 FROM edit_bulk WHERE step_uuid=?1"
      " GROUP BY table_name");
  if (!rows) return std::unexpected(rows.error());
  (*rows)->bind(1, std::string_view(step_uuid));
  return collect(**rows, [](const RawStatement& row) {
    return Extent{std::string(row.text(0)), row.integer(1), row.integer(2)};
  });
}

Result<std::int64_t> EditLogStore::lastArrival() {
  auto rows = statement("SELECT ifnull(max(rowid),0) FROM edit_step");
  if (!rows) return std::unexpected(rows.error());
  auto found = collect(**rows, [](const RawStatement& row) { return row.integer(0); });
  if (!found) return std::unexpected(found.error());
  return found->front();
}

Result<std::vector<DatedChange>> EditLogStore::changesAfter(const std::string& table, std::int64_t utc_ms) {
  static const std::string sql = std::string(kDated) +
                                 " WHERE c.table_name=?1 AND s.at_utc_ms>?2"
                                 " ORDER BY s.at_utc_ms DESC, c.step_uuid DESC, c.number DESC";
  auto rows = statement(sql.c_str());
  if (!rows) return std::unexpected(rows.error());
  (*rows)->bind(1, std::string_view(table));
  (*rows)->bind(2, utc_ms);
  return collect(**rows, datedAt);
}

}  // namespace gis
