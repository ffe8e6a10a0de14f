// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/callout/callout_store.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include "gis/core/chained_hash.h"
#include "gis/store/guarded.h"

namespace gis {

Result<void> CalloutStore::add(const std::string& uuid, const CalloutSnapshot& snapshot, const std::string& author,
                               std::int64_t now_utc_ms) {
  return guarded(*m_db, [&]() -> Result<void> {
    const std::string content = writeSnapshot(snapshot);
    SQLite::Statement row(m_db->sql(),
                          "INSERT INTO callout (uuid, title, warning_id, is_drill, created_utc_ms, author, snapshot, "
                          "snapshot_digest) VALUES (?,?,?,?,?,?,?,?)");
    row.bind(1, uuid);
    row.bind(2, snapshot.title);
    row.bind(3, snapshot.warning_id);
    row.bind(4, snapshot.is_drill ? 1 : 0);
    row.bind(5, now_utc_ms);
    row.bind(6, author);
    row.bind(7, content);
    row.bind(8, blake2bHex(content));
    row.exec();
    return {};
  });
}

Result<CalloutSnapshot> CalloutStore::snapshot(const std::string& uuid) {
  return guarded(*m_db, [&]() -> Result<CalloutSnapshot> {
    SQLite::Statement row(m_db->sql(), "SELECT snapshot, snapshot_digest FROM callout WHERE uuid=?");
    row.bind(1, uuid);
    if (!row.executeStep()) return fail(ErrorCode::kNotFound, uuid);
    const std::string content = row.getColumn(0).getString();
    if (blake2bHex(content) != row.getColumn(1).getString())
      return fail(ErrorCode::kDamagedFile, uuid, "the snapshot is not what was frozen");
    return readSnapshot(content);
  });
}

Result<std::vector<CalloutRecord>> CalloutStore::all() {
  return guarded(*m_db, [&]() -> Result<std::vector<CalloutRecord>> {
    SQLite::Statement rows(m_db->sql(),
                           "SELECT uuid, title, warning_id, author, is_drill, created_utc_ms, (SELECT "
                           "coalesce(max(seq),0) FROM callout_event e "
                           "WHERE e.callout_uuid=c.uuid), (SELECT e.kind FROM callout_event e WHERE "
                           "e.callout_uuid=c.uuid ORDER BY seq DESC "
                           "LIMIT 1) FROM callout c ORDER BY created_utc_ms DESC, uuid DESC");
    std::vector<CalloutRecord> found;
    while (rows.executeStep())
      found.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(), rows.getColumn(2).getString(),
                       rows.getColumn(3).getString(), rows.getColumn(4).getInt() != 0, rows.getColumn(5).getInt64(),
                       rows.getColumn(6).getInt64(), rows.getColumn(7).getString() == "closed"});
    return found;
  });
}

Result<std::string> CalloutStore::setting(const std::string& key) {
  return guarded(*m_db, [&]() -> Result<std::string> {
    SQLite::Statement row(m_db->sql(), "SELECT value FROM workspace_setting WHERE key=?");
    row.bind(1, key);
    if (!row.executeStep()) return fail(ErrorCode::kNotFound, key);
    return row.getColumn(0).getString();
  });
}

Result<CalloutPlan> CalloutStore::plan() {
  return guarded(*m_db, [&]() -> Result<CalloutPlan> {
    SQLite::Statement row(m_db->sql(), "SELECT content FROM callout_plan ORDER BY version DESC LIMIT 1");
    return row.executeStep() ? readPlan(row.getColumn(0).getString()) : builtInPlan();
  });
}

Result<std::vector<PlanVersion>> CalloutStore::planVersions() {
  return guarded(*m_db, [&]() -> Result<std::vector<PlanVersion>> {
    SQLite::Statement rows(m_db->sql(),
                           "SELECT version, saved_utc_ms, author, note FROM callout_plan ORDER BY version DESC");
    std::vector<PlanVersion> found;
    while (rows.executeStep())
      found.push_back({rows.getColumn(0).getInt64(), rows.getColumn(1).getInt64(), rows.getColumn(2).getString(),
                       rows.getColumn(3).getString()});
    return found;
  });
}

Result<CalloutPlan> CalloutStore::planOf(std::int64_t version) {
  return guarded(*m_db, [&]() -> Result<CalloutPlan> {
    SQLite::Statement row(m_db->sql(), "SELECT content FROM callout_plan WHERE version=?");
    row.bind(1, version);
    if (!row.executeStep()) return fail(ErrorCode::kNotFound, std::to_string(version));
    return readPlan(row.getColumn(0).getString());
  });
}

Result<std::vector<PersonHistory>> CalloutStore::historyOf(const std::string& person_uuid, int most) {
  return guarded(*m_db, [&]() -> Result<std::vector<PersonHistory>> {
    SQLite::Statement rows(
        m_db->sql(),
        "SELECT c.title, c.is_drill, c.created_utc_ms, count(DISTINCT q.attempt), "
        "count(DISTINCT CASE WHEN e.kind IN ('answered','heard','confirmed','hung_up','cannot_serve') THEN q.attempt "
        "END), count(DISTINCT CASE WHEN e.kind='confirmed' THEN q.attempt END) "
        "FROM callout_event q JOIN callout c ON c.uuid=q.callout_uuid "
        "LEFT JOIN callout_event e ON e.callout_uuid=q.callout_uuid AND e.attempt=q.attempt AND e.seq>q.seq "
        "WHERE q.kind='attempt_queued' AND q.text=? GROUP BY c.uuid ORDER BY c.created_utc_ms DESC LIMIT ?");
    rows.bind(1, person_uuid);
    rows.bind(2, most);
    std::vector<PersonHistory> found;
    while (rows.executeStep())
      found.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getInt() != 0, rows.getColumn(2).getInt64(),
                       rows.getColumn(3).getInt(), rows.getColumn(4).getInt(), rows.getColumn(5).getInt()});
    return found;
  });
}

Result<std::int64_t> CalloutStore::savePlan(const CalloutPlan& plan, const std::string& author, const std::string& note,
                                            std::int64_t now_utc_ms) {
  return guarded(*m_db, [&]() -> Result<std::int64_t> {
    SQLite::Statement row(m_db->sql(),
                          "INSERT INTO callout_plan (version, saved_utc_ms, author, note, content) SELECT "
                          "coalesce(max(version),0)+1, ?, ?, ?, ? FROM callout_plan");
    row.bind(1, now_utc_ms);
    row.bind(2, author);
    row.bind(3, note);
    row.bind(4, writePlan(plan));
    row.exec();
    return m_db->sql().getLastInsertRowid();
  });
}

CalloutLogStore::CalloutLogStore(const Database& db, std::string callout_uuid)
    : m_db(&db), m_uuid(std::move(callout_uuid)) {
  // What was written is copied from the -wal into the database rarely, not in the middle of a commit that a thousand
  // persons wait for; closing does it in any case.
  constexpr int kPages = 10'000;
  sqlite3_wal_autocheckpoint(m_db->sql().getHandle(), kPages);
}

Result<RawStatement*> CalloutLogStore::statement(const char* sql) {
  auto found = m_statements.find(std::string_view(sql));
  if (found == m_statements.end()) {
    auto made = RawStatement::prepare(*m_db, sql);
    if (!made) return std::unexpected(made.error());
    found = m_statements.emplace(sql, std::move(*made)).first;
  }
  found->second.reset();
  return &found->second;
}

Result<void> CalloutLogStore::exclusively(const std::function<Result<void>()>& work) { return m_db->transaction(work); }

Result<std::vector<CalloutEvent>> CalloutLogStore::eventsAfter(std::int64_t seq) {
  auto rows = statement(
      "SELECT seq, at_utc_ms, target, kind, attempt, actor, number, text, hash FROM callout_event WHERE "
      "callout_uuid=?1 AND "
      "seq>?2 ORDER BY seq");
  if (!rows) return std::unexpected(rows.error());
  (*rows)->bind(1, std::string_view(m_uuid));
  (*rows)->bind(2, seq);
  std::vector<CalloutEvent> events;
  while ((*rows)->step()) {
    CalloutEvent event;
    event.seq = (*rows)->integer(0);
    event.at_utc_ms = (*rows)->integer(1);
    event.target = static_cast<int>((*rows)->integer(2));
    const auto kind = eventNamed((*rows)->text(3));
    if (!kind) return fail(ErrorCode::kDamagedFile, m_uuid, std::string((*rows)->text(3)));
    event.kind = *kind;
    event.attempt = (*rows)->text(4);
    event.actor = (*rows)->text(5);
    event.number = (*rows)->integer(6);
    event.text = (*rows)->text(7);
    event.hash = (*rows)->text(8);
    events.push_back(std::move(event));
  }
  if (auto outcome = (*rows)->outcome(); !outcome) return std::unexpected(outcome.error());
  (*rows)->reset();
  return events;
}

Result<void> CalloutLogStore::readTimers(RawStatement& rows, std::vector<CalloutTimer>& into) const {
  while (rows.step()) {
    const auto kind = timerNamed(rows.text(1));
    if (!kind) return fail(ErrorCode::kDamagedFile, m_uuid, std::string(rows.text(1)));
    into.push_back(
        {static_cast<int>(rows.integer(0)), *kind, rows.integer(2), static_cast<int>(rows.integer(3)), false});
  }
  auto outcome = rows.outcome();
  rows.reset();
  return outcome;
}

Result<std::vector<CalloutTimer>> CalloutLogStore::timers() {
  auto rows = statement("SELECT target, kind, due_utc_ms, generation FROM callout_timer WHERE callout_uuid=?1");
  if (!rows) return std::unexpected(rows.error());
  (*rows)->bind(1, std::string_view(m_uuid));
  std::vector<CalloutTimer> timers;
  if (auto read = readTimers(**rows, timers); !read) return std::unexpected(read.error());
  return timers;
}

Result<std::vector<CalloutTimer>> CalloutLogStore::timersOf(std::span<const int> targets) {
  auto rows =
      statement("SELECT target, kind, due_utc_ms, generation FROM callout_timer WHERE callout_uuid=?1 AND target=?2");
  if (!rows) return std::unexpected(rows.error());
  std::vector<CalloutTimer> timers;
  for (const int target : targets) {
    (*rows)->bind(1, std::string_view(m_uuid));
    (*rows)->bind(2, std::int64_t{target});
    if (auto read = readTimers(**rows, timers); !read) return std::unexpected(read.error());
  }
  return timers;
}

Result<void> CalloutLogStore::append(std::span<const CalloutEvent> events, std::span<const CalloutTimer> timers) {
  auto event_row = statement(
      "INSERT INTO callout_event (callout_uuid, seq, at_utc_ms, target, kind, attempt, actor, number, text, hash) "
      "VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)");
  auto set = statement(
      "INSERT INTO callout_timer (callout_uuid, target, kind, due_utc_ms, generation) VALUES (?1,?2,?3,?4,?5) "
      "ON CONFLICT DO UPDATE SET due_utc_ms=?4, generation=?5");
  auto cleared = statement("DELETE FROM callout_timer WHERE callout_uuid=?1 AND target=?2 AND kind=?3");
  for (const auto* made : {&event_row, &set, &cleared})
    if (!*made) return std::unexpected(made->error());
  for (const CalloutEvent& event : events) {
    RawStatement& row = **event_row;
    row.bind(1, std::string_view(m_uuid));
    row.bind(2, event.seq);
    row.bind(3, event.at_utc_ms);
    row.bind(4, std::int64_t{event.target});
    row.bind(5, eventName(event.kind));
    row.bind(6, std::string_view(event.attempt));
    row.bind(7, std::string_view(event.actor));
    row.bind(8, event.number);
    row.bind(9, std::string_view(event.text));
    row.bind(10, std::string_view(event.hash));
    if (auto done = row.run(); !done) return done;
  }
  for (const CalloutTimer& timer : timers) {
    RawStatement& row = timer.is_cleared ? **cleared : **set;
    row.bind(1, std::string_view(m_uuid));
    row.bind(2, std::int64_t{timer.target});
    row.bind(3, timerName(timer.kind));
    if (!timer.is_cleared) {
      row.bind(4, timer.due_utc_ms);
      row.bind(5, std::int64_t{timer.generation});
    }
    if (auto done = row.run(); !done) return done;
  }
  return {};
}

}  // namespace gis
