// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/evacuation/evacuation_store.h"

#include <algorithm>
#include <limits>

#include "gis/store/guarded.h"

namespace gis::evacuation {
namespace {

Result<void> checkEvacuationTables(const Database& db) {
  if (db.sql().tableExists("evacuation")) return {};
  return fail(ErrorCode::kOlderSchema, db.file().string(), "evacuations");
}

// "ZB20260720a1b2c3": kind, day, the end of an identifier that no other laptop makes.
std::string evacuationNumber(std::int64_t at_utc_ms, bool is_drill, const std::string& uuid) {
  constexpr std::int64_t kChinaAhead_ms = 8 * 3'600'000;
  std::string day = formatUtc(at_utc_ms + kChinaAhead_ms).substr(0, 10);
  std::erase(day, '-');
  return (is_drill ? "YL" : "ZB") + day + uuid.substr(30);
}

bool knownShelter(const Database& db, const OrderedPlan& plan, const std::string& uuid) {
  if (std::ranges::find(plan.shelters, uuid, &OrderedShelter::uuid) != plan.shelters.end()) return true;
  SQLite::Statement row(db.sql(), "SELECT 1 FROM shelter WHERE uuid=?");
  row.bind(1, uuid);
  return row.executeStep();
}

std::string_view splitName(SplitReason reason) {
  return reason == SplitReason::kNone ? "" : reason == SplitReason::kNoneHoldsIt ? "none_holds_it" : "others_lose_out";
}

}  // namespace

Result<Evacuation> EvacuationStore::start(const OrderedPlan& plan, const std::string& title, bool is_drill,
                                          const std::string& author) {
  if (title.empty()) return fail(ErrorCode::kInvalidArgument, "title", "what the evacuation is called is needed");
  if (author.empty()) return fail(ErrorCode::kInvalidArgument, "author", "who orders it is needed");
  if (std::ranges::all_of(plan.villages, [](const OrderedVillage& village) { return village.people <= 0; }))
    return fail(ErrorCode::kInvalidArgument, "hazard", "nobody is to move");
  Evacuation made;
  made.uuid = m_uuids->next();
  made.created_utc_ms = m_clock->nowUtcMs();
  made.number = evacuationNumber(made.created_utc_ms, is_drill, made.uuid);
  made.title = title, made.author = author, made.is_drill = is_drill, made.plan = plan;
  const auto done = m_db->transaction([&]() -> Result<void> {
    if (auto there = checkEvacuationTables(*m_db); !there) return there;
    SQLite::Statement row(m_db->sql(),
                          "INSERT INTO evacuation (uuid, number, title, is_drill, created_utc_ms, author, plan) VALUES "
                          "(?,?,?,?,?,?,?)");
    row.bind(1, made.uuid);
    row.bind(2, made.number);
    row.bind(3, title);
    row.bind(4, is_drill ? 1 : 0);
    row.bind(5, made.created_utc_ms);
    row.bind(6, author);
    row.bind(7, orderedText(plan));
    row.exec();
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return made;
}

Result<EvacuationEvent> EvacuationStore::add(const std::string& uuid, EvacuationEvent event) {
  const auto done = m_db->transaction([&]() -> Result<void> {
    if (auto there = checkEvacuationTables(*m_db); !there) return there;
    const auto now = read(uuid, {});
    if (!now) return std::unexpected(now.error());
    const auto standing = standingOf(now->plan, now->events);
    if (!standing) return std::unexpected(standing.error());
    if (auto good = checkEvent(now->plan, *standing, event); !good) return good;
    if (!event.shelter_uuid.empty() && !knownShelter(*m_db, now->plan, event.shelter_uuid))
      return fail(ErrorCode::kUnknownName, event.shelter_uuid, "no shelter of the census");
    event.seq = static_cast<std::int64_t>(now->events.size()) + 1;
    // A clock that was set back does not turn the order of things round.
    event.at_utc_ms = std::max({m_clock->nowUtcMs(), now->created_utc_ms,
                                now->events.empty() ? std::int64_t{0} : now->events.back().at_utc_ms});
    SQLite::Statement row(m_db->sql(),
                          "INSERT INTO evacuation_event (evacuation_uuid, seq, at_utc_ms, kind, village_code, "
                          "shelter_uuid, people, actor, words) VALUES (?,?,?,?,?,?,?,?,?)");
    row.bind(1, uuid);
    row.bind(2, event.seq);
    row.bind(3, event.at_utc_ms);
    row.bind(4, std::string(kindName(event.kind)));
    row.bind(5, event.village_code);
    row.bind(6, event.shelter_uuid);
    row.bind(7, event.people);
    row.bind(8, event.actor);
    row.bind(9, event.words);
    row.exec();
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return event;
}

Result<Evacuation> EvacuationStore::read(const std::string& uuid, std::optional<std::int64_t> as_of_utc_ms) {
  SQLite::Statement row(m_db->sql(),
                        "SELECT number, title, is_drill, created_utc_ms, author, plan FROM evacuation WHERE uuid=?");
  row.bind(1, uuid);
  if (!row.executeStep()) return fail(ErrorCode::kUnknownName, uuid, "no such evacuation");
  Evacuation found{uuid,
                   row.getColumn(0).getString(),
                   row.getColumn(1).getString(),
                   row.getColumn(2).getInt() != 0,
                   row.getColumn(3).getInt64(),
                   row.getColumn(4).getString(),
                   {},
                   {}};
  auto plan = orderedOf(row.getColumn(5).getString());
  if (!plan) return std::unexpected(plan.error());
  found.plan = std::move(*plan);
  SQLite::Statement events(m_db->sql(),
                           "SELECT seq, at_utc_ms, kind, village_code, shelter_uuid, people, actor, words FROM "
                           "evacuation_event WHERE evacuation_uuid=? AND at_utc_ms<=? ORDER BY seq");
  events.bind(1, uuid);
  events.bind(2, as_of_utc_ms.value_or(std::numeric_limits<std::int64_t>::max()));
  while (events.executeStep()) {
    const auto kind = kindNamed(events.getColumn(2).getString());
    if (!kind) return fail(ErrorCode::kDamagedFile, found.number, events.getColumn(2).getString());
    found.events.push_back({events.getColumn(0).getInt64(), events.getColumn(1).getInt64(), *kind,
                            events.getColumn(3).getString(), events.getColumn(4).getString(),
                            events.getColumn(5).getInt64(), events.getColumn(6).getString(),
                            events.getColumn(7).getString()});
  }
  return found;
}

Result<Evacuation> EvacuationStore::find(const std::string& name, bool is_drill,
                                         std::optional<std::int64_t> as_of_utc_ms) {
  const auto every = all(is_drill, as_of_utc_ms);
  if (!every) return std::unexpected(every.error());
  for (const Evacuation& one : *every) {
    const bool ended = !one.events.empty() && one.events.back().kind == EventKind::kEnded;
    if (name.empty() ? !ended : one.uuid == name || one.number == name) return one;
  }
  return fail(ErrorCode::kUnknownName, name.empty() ? "evacuation" : name,
              name.empty() ? "none is under way" : "no evacuation has this number");
}

Result<std::vector<Evacuation>> EvacuationStore::all(bool is_drill, std::optional<std::int64_t> as_of_utc_ms) {
  return guarded(*m_db, [&]() -> Result<std::vector<Evacuation>> {
    std::vector<Evacuation> list;
    if (auto there = checkEvacuationTables(*m_db); !there) return std::unexpected(there.error());
    SQLite::Statement row(m_db->sql(),
                          "SELECT uuid FROM evacuation WHERE is_drill=? AND created_utc_ms<=? ORDER BY created_utc_ms "
                          "DESC, uuid DESC");
    row.bind(1, is_drill ? 1 : 0);
    row.bind(2, as_of_utc_ms.value_or(std::numeric_limits<std::int64_t>::max()));
    while (row.executeStep()) {
      auto one = read(row.getColumn(0).getString(), as_of_utc_ms);
      if (!one) return std::unexpected(one.error());
      list.push_back(std::move(*one));
    }
    return list;
  });
}

Result<std::map<std::string, std::int64_t>> EvacuationStore::taken(bool is_drill,
                                                                   std::optional<std::int64_t> as_of_utc_ms) {
  const auto every = all(is_drill, as_of_utc_ms);
  if (!every) return std::unexpected(every.error());
  std::map<std::string, std::int64_t> sum;
  for (const Evacuation& one : *every) {
    const auto standing = standingOf(one.plan, one.events);
    if (!standing) return std::unexpected(standing.error());
    for (const auto& [shelter, people] : expectedByShelter(one.plan, *standing)) sum[shelter] += people;
  }
  return sum;
}

Result<int> EvacuationStore::removeDrills() {
  int removed = 0;
  const auto done = m_db->transaction([&]() -> Result<void> {
    if (auto there = checkEvacuationTables(*m_db); !there) return there;
    m_db->sql().exec(
        "DELETE FROM evacuation_event WHERE evacuation_uuid IN (SELECT uuid FROM evacuation WHERE is_drill=1)");
    removed = m_db->sql().exec("DELETE FROM evacuation WHERE is_drill=1");
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return removed;
}

OrderedPlan orderedPlan(const EvacuationTask& task, const EvacuationPlan& plan,
                        const std::vector<NamedClosure>& closures, std::string hazard_geojson,
                        std::string hazard_words) {
  OrderedPlan ordered;
  for (std::size_t v = 0; v < task.villages.size(); ++v) {
    const Village& village = task.villages[v];
    ordered.villages.push_back({village.code,
                                village.name,
                                village.people,
                                village.households,
                                village.danger,
                                village.where,
                                {},
                                std::string(splitName(plan.villages[v].split))});
  }
  for (const Isolated& one : plan.isolated)
    for (const std::size_t c : one.closures) {
      std::string& by = ordered.villages[one.place].cut_off_by;
      by += (by.empty() ? "" : ", ") + closures[c].name;
    }
  std::vector<std::uint32_t> place_of(task.shelters.size(), 0);
  for (std::size_t s = 0; s < task.shelters.size(); ++s) {
    const Shelter& shelter = task.shelters[s];
    if (shelter.in_hazard) continue;
    place_of[s] = static_cast<std::uint32_t>(ordered.shelters.size());
    ordered.shelters.push_back({shelter.uuid, shelter.name, shelter.capacity, shelter.taken, shelter.where});
  }
  for (const PlanRow& row : plan.rows)
    ordered.rows.push_back({row.village, place_of[row.shelter], row.people, row.travel_ms});
  ordered.hazard_geojson = std::move(hazard_geojson);
  ordered.hazard_words = std::move(hazard_words);
  ordered.whole_villages = task.rule == PeopleRule::kWholeVillage;
  return ordered;
}

}  // namespace gis::evacuation
