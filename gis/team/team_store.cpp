// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/team/team_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "gis/store/guarded.h"

namespace gis::team {
namespace {

constexpr const char* kTeamColumns =
    "SELECT fid, uuid, name, division_code, kind, members, vehicles, leader, phone, ST_MinX(geom), ST_MinY(geom) "
    "FROM rescue_team";

Team teamOf(const SQLite::Statement& row) {
  Team team;
  team.fid = row.getColumn(0).getInt64();
  team.uuid = row.getColumn(1).getString();
  team.name = row.getColumn(2).getString();
  team.division_code = row.getColumn(3).getString();
  team.kind = row.getColumn(4).getInt();
  team.members = row.getColumn(5).getInt();
  team.vehicles = row.getColumn(6).getInt();
  team.leader = row.getColumn(7).getString();
  team.phone = row.getColumn(8).getString();
  team.base = {row.getColumn(9).getDouble(), row.getColumn(10).getDouble()};
  return team;
}

Result<void> checkTeamLog(const Database& db) {
  if (db.sql().tableExists("team_event")) return {};
  return fail(ErrorCode::kOlderSchema, db.file().string(), "the log of teams");
}

}  // namespace

Result<std::vector<Team>> TeamStore::teams() const {
  return guarded(*m_db, [&]() -> Result<std::vector<Team>> {
    std::vector<Team> all;
    SQLite::Statement row(m_db->sql(), std::string(kTeamColumns) + " ORDER BY division_code, name, uuid");
    while (row.executeStep()) all.push_back(teamOf(row));
    return all;
  });
}

Result<Team> TeamStore::find(const std::string& name) const {
  return guarded(*m_db, [&]() -> Result<Team> {
    std::vector<Team> found;
    SQLite::Statement row(m_db->sql(), std::string(kTeamColumns) + " WHERE uuid=?1 OR name=?1 ORDER BY division_code");
    row.bind(1, name);
    while (row.executeStep()) found.push_back(teamOf(row));
    if (found.empty()) return fail(ErrorCode::kUnknownName, name, "no team of the census has this name");
    if (found.size() == 1) return found.front();
    std::string which;
    for (const Team& team : found) which += (which.empty() ? "" : ", ") + team.uuid;
    return fail(ErrorCode::kUnknownName, name, "several teams have this name: " + which);
  });
}

Result<std::vector<TeamEvent>> TeamStore::events(bool is_drill, std::optional<std::int64_t> as_of_utc_ms) const {
  return guarded(*m_db, [&]() -> Result<std::vector<TeamEvent>> {
    std::vector<TeamEvent> all;
    if (auto there = checkTeamLog(*m_db); !there) return std::unexpected(there.error());
    SQLite::Statement row(m_db->sql(),
                          "SELECT seq, team_uuid, at_utc_ms, state, task, place, lon_deg, lat_deg, actor FROM "
                          "team_event WHERE is_drill=? AND at_utc_ms<=? ORDER BY seq");
    row.bind(1, is_drill ? 1 : 0);
    row.bind(2, as_of_utc_ms.value_or(std::numeric_limits<std::int64_t>::max()));
    while (row.executeStep()) {
      TeamEvent event;
      event.seq = row.getColumn(0).getInt64();
      event.team_uuid = row.getColumn(1).getString();
      event.at_utc_ms = row.getColumn(2).getInt64();
      event.state = static_cast<TeamState>(row.getColumn(3).getInt());
      event.task = row.getColumn(4).getString();
      event.place = row.getColumn(5).getString();
      if (!row.getColumn(6).isNull()) event.where = LonLat{row.getColumn(6).getDouble(), row.getColumn(7).getDouble()};
      event.actor = row.getColumn(8).getString();
      event.is_drill = is_drill;
      all.push_back(std::move(event));
    }
    return all;
  });
}

Result<std::vector<TeamStanding>> TeamStore::standings(bool is_drill, std::optional<std::int64_t> as_of_utc_ms) const {
  const auto all = teams();
  if (!all) return std::unexpected(all.error());
  const auto said = events(is_drill, as_of_utc_ms);
  if (!said) return std::unexpected(said.error());
  return standingsOf(*all, *said);
}

Result<TeamEvent> TeamStore::add(TeamEvent event) const {
  if (auto good = checkTeamEvent(event); !good) return std::unexpected(good.error());
  const auto done = m_db->transaction([&]() -> Result<void> {
    if (auto there = checkTeamLog(*m_db); !there) return there;
    SQLite::Statement known(m_db->sql(), "SELECT 1 FROM rescue_team WHERE uuid=?");
    known.bind(1, event.team_uuid);
    if (!known.executeStep()) return fail(ErrorCode::kUnknownName, event.team_uuid, "no team of the census");
    // A clock that was set back does not turn the order of things round.
    SQLite::Statement last(m_db->sql(),
                           "SELECT coalesce(max(at_utc_ms), 0) FROM team_event WHERE team_uuid=? AND "
                           "is_drill=?");
    last.bind(1, event.team_uuid);
    last.bind(2, event.is_drill ? 1 : 0);
    last.executeStep();
    event.at_utc_ms = std::max(m_clock->nowUtcMs(), last.getColumn(0).getInt64());
    SQLite::Statement row(m_db->sql(),
                          "INSERT INTO team_event (team_uuid, at_utc_ms, state, task, place, lon_deg, lat_deg, actor, "
                          "is_drill) VALUES (?,?,?,?,?,?,?,?,?)");
    row.bind(1, event.team_uuid);
    row.bind(2, event.at_utc_ms);
    row.bind(3, static_cast<int>(event.state));
    row.bind(4, event.task);
    row.bind(5, event.place);
    if (event.where) row.bind(6, event.where->lon_deg), row.bind(7, event.where->lat_deg);
    row.bind(8, event.actor);
    row.bind(9, event.is_drill ? 1 : 0);
    row.exec();
    event.seq = m_db->sql().getLastInsertRowid();
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return event;
}

Result<int> TeamStore::removeDrills() const {
  int removed = 0;
  const auto done = m_db->transaction([&]() -> Result<void> {
    if (auto there = checkTeamLog(*m_db); !there) return there;
    removed = m_db->sql().exec("DELETE FROM team_event WHERE is_drill=1");
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return removed;
}

}  // namespace gis::team
