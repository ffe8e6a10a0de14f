// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/incident/incident_store.h"

#include <algorithm>

#include "gis/callout/callout_store.h"
#include "gis/stocks/calendar_day.h"
#include "gis/store/guarded.h"
#include "gis/store/joined_transaction.h"

namespace gis::incident {
namespace {

// "SJ20260501a1b2c3": kind, day in Beijing, the end of an identifier that no other laptop makes.
std::string paperNumber(std::int64_t at_utc_ms, const std::string& uuid) {
  std::string day = stocks::dayOf(at_utc_ms);
  std::erase(day, '-');
  return "SJ" + day + uuid.substr(30);
}

Rank rankOfColour(WarningColour colour) { return static_cast<Rank>(static_cast<int>(colour) + 1); }

Result<void> checkNames(const IncidentCatalogue& catalogue, const EventBody& body) {
  const auto known_type = [&](const IncidentHead& head) -> Result<void> {
    if (catalogue.type(head.type) != nullptr) return {};
    return fail(ErrorCode::kUnknownName, head.type, "no incident type is called so");
  };
  if (const auto* opened = std::get_if<Opened>(&body)) return known_type(opened->head);
  if (const auto* changed = std::get_if<Changed>(&body)) return known_type(changed->head);
  if (const auto* told = std::get_if<FiguresTold>(&body))
    for (const FigureEntry& entry : told->figures) {
      const FigureKind* kind = catalogue.figure(entry.figure);
      if (kind == nullptr) return fail(ErrorCode::kUnknownName, entry.figure, "no figure is called so");
      if (kind->is_whole && entry.value && *entry.value != static_cast<double>(static_cast<std::int64_t>(*entry.value)))
        return fail(ErrorCode::kInvalidArgument, entry.figure, "a whole number is needed");
    }
  return {};
}

// Checks a body against where the incident stands, adds it there and in the table.
Result<void> appendOne(const Database& db, const IncidentCatalogue& catalogue, Incident& incident,
                       const EventBody& body, const std::string& actor, std::int64_t now_utc_ms) {
  if (actor.empty()) return fail(ErrorCode::kInvalidArgument, "author", "say who you are");
  if (auto good = checkNames(catalogue, body); !good) return good;
  if (auto good = check(incident, body, now_utc_ms); !good) return good;
  IncidentEvent event;
  event.seq = static_cast<std::int64_t>(incident.events.size()) + 1;
  // A clock that was set back puts nothing before what was recorded earlier.
  event.at_utc_ms = incident.events.empty() ? now_utc_ms : std::max(now_utc_ms, incident.events.back().at_utc_ms);
  event.actor = actor;
  event.body = body;
  event.hash = eventHash(incident.events.empty() ? std::string() : incident.events.back().hash, event);
  SQLite::Statement row(db.sql(),
                        "INSERT INTO incident_event (incident_uuid, seq, at_utc_ms, kind, actor, content, hash) "
                        "VALUES (?,?,?,?,?,?,?)");
  row.bind(1, incident.uuid);
  row.bind(2, event.seq);
  row.bind(3, event.at_utc_ms);
  row.bind(4, std::string(kindName(event.body)));
  row.bind(5, event.actor);
  row.bind(6, bodyText(event.body));
  row.bind(7, event.hash);
  row.exec();
  return apply(incident, event);
}

ResponseAct actOf(std::optional<Rank> runs, std::optional<Rank> wanted) {
  if (!wanted) return ResponseAct::kEnded;
  if (!runs) return ResponseAct::kStarted;
  return *wanted < *runs ? ResponseAct::kRaised : ResponseAct::kLowered;
}

}  // namespace

Result<Incident> IncidentStore::open(const IncidentHead& head, bool is_drill, const std::string& actor,
                                     const Clock& clock, UuidSource& uuids) {
  const auto catalogue = builtInCatalogue();
  if (!catalogue) return std::unexpected(catalogue.error());
  Incident made;
  made.uuid = uuids.next();
  made.is_drill = is_drill;
  const std::int64_t now_utc_ms = clock.nowUtcMs();
  made.number = paperNumber(now_utc_ms, made.uuid);
  if (actor.empty()) return fail(ErrorCode::kInvalidArgument, "author", "say who you are");
  const auto done = inTransaction(*m_db, [&]() -> Result<void> {
    SQLite::Statement row(m_db->sql(),
                          "INSERT INTO incident (uuid, number, is_drill, created_utc_ms, author) VALUES (?,?,?,?,?)");
    row.bind(1, made.uuid);
    row.bind(2, made.number);
    row.bind(3, is_drill ? 1 : 0);
    row.bind(4, now_utc_ms);
    row.bind(5, actor);
    row.exec();
    return appendOne(*m_db, *catalogue, made, Opened{head}, actor, now_utc_ms);
  });
  if (!done) return std::unexpected(done.error());
  return made;
}

Result<Incident> IncidentStore::append(const std::string& uuid, const std::vector<EventBody>& bodies,
                                       const std::string& actor, const Clock& clock) {
  const auto catalogue = builtInCatalogue();
  if (!catalogue) return std::unexpected(catalogue.error());
  Incident after;
  const auto done = inTransaction(*m_db, [&]() -> Result<void> {
    auto before = read(uuid, kNow_utc_ms);
    if (!before) return std::unexpected(before.error());
    after = std::move(*before);
    for (const EventBody& body : bodies)
      if (auto kept = appendOne(*m_db, *catalogue, after, body, actor, clock.nowUtcMs()); !kept) return kept;
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return after;
}

Result<Incident> IncidentStore::respond(const std::string& uuid, std::optional<Rank> level, const std::string& plan,
                                        const std::string& decided_by, const std::string& reason,
                                        const std::string& actor, const Clock& clock) {
  const auto catalogue = builtInCatalogue();
  if (!catalogue) return std::unexpected(catalogue.error());
  Incident after;
  const auto done = inTransaction(*m_db, [&]() -> Result<void> {
    auto before = read(uuid, kNow_utc_ms);
    if (!before) return std::unexpected(before.error());
    Responded body{actOf(before->response.level, level), level, plan, decided_by, reason, {}};
    if (body.plan.empty()) body.plan = before->response.plan;
    if (body.plan.empty())
      if (const IncidentType* type = catalogue->type(before->head.type)) body.plan = type->plan;
    const ResponsePlan* chosen = catalogue->plan(body.plan);
    if (chosen == nullptr) return fail(ErrorCode::kUnknownName, body.plan, "no response plan is called so");
    // A lower level asks for less than what is being done already.
    if (level && body.act != ResponseAct::kLowered) {
      const auto wanted = tasksOf(*chosen, *level);
      if (!wanted) return std::unexpected(wanted.error());
      for (const TaskTemplate& task : *wanted) {
        const bool there = std::ranges::any_of(before->tasks, [&](const Task& one) {
          return one.isLive() && one.draft.text == task.text && one.draft.owner == task.owner;
        });
        const std::int64_t due = task.deadline_s == 0 ? 0 : clock.nowUtcMs() + std::int64_t{task.deadline_s} * 1000;
        if (!there) body.tasks.push_back({task.text, task.owner, task.clause, due, level});
      }
    }
    after = std::move(*before);
    return appendOne(*m_db, *catalogue, after, body, actor, clock.nowUtcMs());
  });
  if (!done) return std::unexpected(done.error());
  return after;
}

Result<std::vector<TaskTemplate>> IncidentStore::tasksOf(const ResponsePlan& plan, Rank level) {
  std::vector<TaskTemplate> tasks;
  if (plan.takes_callout_tasks) {
    const auto callout = CalloutStore(*m_db).plan();
    if (!callout) return std::unexpected(callout.error());
    for (const ResponseTask& task : callout->tasks)
      if (rankOfColour(task.colour) == level)
        tasks.push_back({level, task.text, task.owner, task.clause, task.deadline_s});
  }
  for (const TaskTemplate& task : plan.tasks)
    if (task.level == level) tasks.push_back(task);
  return tasks;
}

Result<Incident> IncidentStore::read(const std::string& uuid, std::int64_t as_of_utc_ms) {
  return guarded(*m_db, [&]() -> Result<Incident> {
    SQLite::Statement row(m_db->sql(), "SELECT number, is_drill FROM incident WHERE uuid=?");
    row.bind(1, uuid);
    if (!row.executeStep()) return fail(ErrorCode::kUnknownName, uuid, "no such incident");
    const std::string number = row.getColumn(0).getString();
    SQLite::Statement rows(m_db->sql(),
                           "SELECT seq, at_utc_ms, kind, actor, content, hash FROM incident_event "
                           "WHERE incident_uuid=? ORDER BY seq");
    rows.bind(1, uuid);
    std::vector<IncidentEvent> events;
    while (rows.executeStep()) {
      auto body = readBody(rows.getColumn(2).getString(), rows.getColumn(4).getString());
      if (!body) return std::unexpected(std::move(body.error()).via(number));
      events.push_back({rows.getColumn(0).getInt64(), rows.getColumn(1).getInt64(), rows.getColumn(3).getString(),
                        std::move(*body), rows.getColumn(5).getString()});
    }
    if (const auto broken = firstBrokenEvent(events))
      return fail(ErrorCode::kDamagedFile, number, "event " + std::to_string(*broken) + " is not what was recorded");
    auto incident = fold(uuid, number, row.getColumn(1).getInt() != 0, events, as_of_utc_ms);
    if (incident && incident->events.empty())
      return fail(ErrorCode::kUnknownName, number, "it was not known yet at that time");
    return incident;
  });
}

Result<Incident> IncidentStore::find(const std::string& name, std::int64_t as_of_utc_ms) {
  const auto uuid = guarded(*m_db, [&]() -> Result<std::string> {
    SQLite::Statement row(m_db->sql(), "SELECT uuid FROM incident WHERE uuid=?1 OR number=?1 LIMIT 1");
    row.bind(1, name);
    if (!row.executeStep()) return fail(ErrorCode::kUnknownName, name, "no incident has this number");
    return row.getColumn(0).getString();
  });
  if (!uuid) return std::unexpected(uuid.error());
  return read(*uuid, as_of_utc_ms);
}

Result<std::vector<Incident>> IncidentStore::all(std::int64_t as_of_utc_ms) {
  return guarded(*m_db, [&]() -> Result<std::vector<Incident>> {
    std::vector<Incident> found;
    if (!m_db->sql().tableExists("incident")) return found;
    SQLite::Statement row(m_db->sql(),
                          "SELECT uuid FROM incident WHERE created_utc_ms<=? ORDER BY created_utc_ms DESC, uuid DESC");
    row.bind(1, as_of_utc_ms);
    while (row.executeStep()) {
      auto one = read(row.getColumn(0).getString(), as_of_utc_ms);
      if (!one) return std::unexpected(one.error());
      found.push_back(std::move(*one));
    }
    return found;
  });
}

Result<int> IncidentStore::removeDrills() {
  int removed = 0;
  const auto done = inTransaction(*m_db, [&]() -> Result<void> {
    SQLite::Statement events(
        m_db->sql(), "DELETE FROM incident_event WHERE incident_uuid IN (SELECT uuid FROM incident WHERE is_drill=1)");
    events.exec();
    SQLite::Statement heads(m_db->sql(), "DELETE FROM incident WHERE is_drill=1");
    removed = heads.exec();
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return removed;
}

}  // namespace gis::incident
