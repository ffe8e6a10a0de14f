// SPDX-License-Identifier: GPL-3.0-or-later
// The session extension is declared only on request.
#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include "gis/field/change_batch_store.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <memory>

#include "gis/edit/census_row_store.h"
#include "gis/edit/edit_log_store.h"
#include "gis/edit/table_then.h"
#include "gis/store/guarded.h"

namespace gis {

namespace {

// Rows that came in bulk are numbered beyond any change of a step: number = kBulkNumber * (1 + n-th range) + fid.
constexpr std::int64_t kBulkNumber = 1LL << 40;

using Session = std::unique_ptr<sqlite3_session, decltype(&sqlite3session_delete)>;

// A database in memory with the two tables, whose new rows a session records.
class Recorder {
 public:
  static Result<std::unique_ptr<Recorder>> open(const Database& source) {
    auto memory = Database::inMemory();
    if (!memory) return std::unexpected(memory.error());
    auto recorder = std::unique_ptr<Recorder>(new Recorder(std::move(*memory)));
    const auto made = guarded(source, [&]() -> Result<void> {
      SQLite::Statement tables(
          source.sql(),
          "SELECT sql FROM sqlite_schema WHERE type='table' AND name IN ('edit_step','edit_change')"
          " ORDER BY name DESC");
      while (tables.executeStep()) recorder->m_db.sql().exec(tables.getColumn(0).getString());
      recorder->m_db.sql().exec("BEGIN");
      return {};
    });
    if (!made) return std::unexpected(made.error());
    sqlite3_session* raw = nullptr;
    sqlite3session_create(recorder->m_db.sql().getHandle(), "main", &raw);
    recorder->m_session = Session(raw, &sqlite3session_delete);
    sqlite3session_attach(raw, nullptr);
    return recorder;
  }
  const Database& db() const { return m_db; }
  Result<std::vector<std::byte>> changeset() {
    int size = 0;
    void* data = nullptr;
    const int code = sqlite3session_changeset(m_session.get(), &size, &data);
    if (code != SQLITE_OK) return std::unexpected(sqlError("changes", code, sqlite3_errstr(code)));
    std::vector<std::byte> bytes(static_cast<std::size_t>(size));
    if (size > 0) std::memcpy(bytes.data(), data, bytes.size());
    sqlite3_free(data);
    return bytes;
  }

 private:
  explicit Recorder(Database db) : m_db(std::move(db)), m_session(nullptr, &sqlite3session_delete) {}
  Database m_db;
  Session m_session;
};

// Rows of a bulk step as changes: each row as it came, that is as it is now with all later changes taken back.
Result<int> addBulkRows(CensusRowStore& rows, EditLogStore& from, EditLogStore& to, const std::string& step) {
  const auto ranges = from.bulkOfStep(step);
  if (!ranges) return std::unexpected(ranges.error());
  int added = 0;
  for (std::size_t n = 0; n < ranges->size(); ++n) {
    const BulkRows& range = (*ranges)[n];
    const auto uuids = rows.uuidsOf(range.table, range.first_fid, range.last_fid);
    if (!uuids) return std::unexpected(uuids.error());
    for (std::size_t i = 0; i < uuids->size(); ++i) {
      auto cells = rows.read(range.table, (*uuids)[i]);
      if (!cells) return std::unexpected(cells.error());
      const auto changes = from.changesOfRow((*uuids)[i]);
      if (!changes) return std::unexpected(changes.error());
      for (const auto& [column, value] : rowThen(*changes, std::numeric_limits<std::int64_t>::min()).cells)
        (**cells)[column] = value;
      const auto fid = rows.fidOf(range.table, (*uuids)[i]);
      if (!fid) return std::unexpected(fid.error());
      EditChange came{{step, kBulkNumber * static_cast<std::int64_t>(n + 1) + fid->value_or(0)},
                      range.table,
                      (*uuids)[i],
                      std::string(kRowCame),
                      {},
                      packRow(**cells),
                      {}};
      if (auto done = to.addChange(came); !done) return std::unexpected(done.error());
      ++added;
    }
  }
  return added;
}

// Only our two tables, and only new rows.
Result<int> checkedSteps(std::span<const std::byte> changeset) {
  // SQLite 3.40 does not come back from bytes that begin like no changeset; a package's signature keeps others out.
  if (changeset.front() != std::byte{'T'}) return fail(ErrorCode::kDamagedFile, "changes", "not a changeset");
  sqlite3_changeset_iter* iterator = nullptr;
  std::vector<std::byte> copy(changeset.begin(), changeset.end());
  if (sqlite3changeset_start(&iterator, static_cast<int>(copy.size()), copy.data()) != SQLITE_OK)
    return fail(ErrorCode::kDamagedFile, "changes", "not a changeset");
  int steps = 0;
  bool ours = true;
  while (ours && sqlite3changeset_next(iterator) == SQLITE_ROW) {
    const char* table = nullptr;
    int columns = 0;
    int operation = 0;
    int indirect = 0;
    sqlite3changeset_op(iterator, &table, &columns, &operation, &indirect);
    const bool is_step = std::string_view(table) == "edit_step";
    ours = operation == SQLITE_INSERT && (is_step || std::string_view(table) == "edit_change");
    if (is_step) ++steps;
  }
  const int code = sqlite3changeset_finalize(iterator);
  if (!ours || code != SQLITE_OK)
    return fail(ErrorCode::kDamagedFile, "changes", ours ? sqlite3_errstr(code) : "foreign");
  return steps;
}

// A row that is there already is the same row. A change without its step, or one that breaks a rule, is damage.
int onConflict(void* /*context*/, int kind, sqlite3_changeset_iter* /*at*/) {
  return kind == SQLITE_CHANGESET_CONFLICT ? SQLITE_CHANGESET_OMIT : SQLITE_CHANGESET_ABORT;
}

}  // namespace

Result<ChangeBatch> changesSince(const Database& db, std::int64_t after_arrival) {
  auto recorder = Recorder::open(db);
  if (!recorder) return std::unexpected(recorder.error());
  auto rows = CensusRowStore::open(db);
  if (!rows) return std::unexpected(rows.error());
  EditLogStore from(db);
  EditLogStore to((*recorder)->db());
  const auto steps = from.steps(after_arrival, SIZE_MAX);
  if (!steps) return std::unexpected(steps.error());
  ChangeBatch batch;
  for (const auto& [arrival, step] : *steps) {
    if (auto done = to.addStep(step); !done) return std::unexpected(done.error());
    const auto changes = from.changesOfStep(step.uuid);
    if (!changes) return std::unexpected(changes.error());
    for (const EditChange& change : *changes)
      if (auto done = to.addChange(change); !done) return std::unexpected(done.error());
    const auto bulk = addBulkRows(*rows, from, to, step.uuid);
    if (!bulk) return std::unexpected(bulk.error());
    ++batch.steps;
    batch.changes += static_cast<int>(changes->size()) + *bulk;
    batch.first_utc_ms = batch.steps == 1 ? step.at_utc_ms : std::min(batch.first_utc_ms, step.at_utc_ms);
    batch.last_utc_ms = std::max(batch.last_utc_ms, step.at_utc_ms);
  }
  auto bytes = (*recorder)->changeset();
  if (!bytes) return std::unexpected(bytes.error());
  batch.changeset = std::move(*bytes);
  return batch;
}

Result<NewChanges> applyChanges(const Database& db, std::span<const std::byte> changeset) {
  NewChanges found;
  if (changeset.empty()) return found;
  const auto steps = checkedSteps(changeset);
  if (!steps) return std::unexpected(steps.error());
  found.steps = *steps;
  // The log before, to see what is new: the largest arrival, and for changes that belong to steps already known (rows
  // of a bulk step) a table that lives as long as the connection.
  return guarded(db, [&]() -> Result<NewChanges> {
    auto& sql = db.sql();
    sql.exec("CREATE TEMP TABLE IF NOT EXISTS new_change (table_name, row_uuid)");
    sql.exec("DELETE FROM temp.new_change");
    sql.exec(
        "CREATE TEMP TRIGGER IF NOT EXISTS note_new_change AFTER INSERT ON main.edit_change BEGIN"
        " INSERT INTO new_change VALUES (NEW.table_name, NEW.row_uuid); END");
    const int before = sql.execAndGet("SELECT count(*) FROM edit_step").getInt();
    std::vector<std::byte> copy(changeset.begin(), changeset.end());
    const int code = sqlite3changeset_apply(sql.getHandle(), static_cast<int>(copy.size()), copy.data(), nullptr,
                                            onConflict, nullptr);
    if (code != SQLITE_OK) {
      sql.exec("DROP TRIGGER IF EXISTS note_new_change");
      if (code == SQLITE_ABORT || (code & 0xff) == SQLITE_CONSTRAINT)
        return fail(ErrorCode::kDamagedFile, "changes", sqlite3_errstr(code));
      return std::unexpected(sqlError(db.file().string(), code, sqlite3_errmsg(sql.getHandle())));
    }
    found.new_steps = sql.execAndGet("SELECT count(*) FROM edit_step").getInt() - before;
    SQLite::Statement rows(sql, "SELECT table_name, row_uuid, count(*) FROM new_change GROUP BY 1, 2");
    while (rows.executeStep()) {
      found.rows.emplace(rows.getColumn(0).getString(), rows.getColumn(1).getString());
      found.new_changes += rows.getColumn(2).getInt();
    }
    sql.exec("DROP TRIGGER IF EXISTS note_new_change");
    return found;
  });
}

}  // namespace gis
