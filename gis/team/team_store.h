// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "gis/core/clock.h"
#include "gis/store/database.h"
#include "gis/team/team.h"

namespace gis::team {

// Teams of the census and the log of what they do. One thread, one connection. All fail as reading or writing a
// database does, and with kOlderSchema in a workspace that does not have the log yet.
class TeamStore {
 public:
  TeamStore(const Database& db, const Clock& clock) : m_db(&db), m_clock(&clock) {}

  // By division and name.
  Result<std::vector<Team>> teams() const;
  // By uuid or whole name. Fails with kUnknownName (nobody, or several: the detail names them).
  Result<Team> find(const std::string& name) const;
  // Everything said until a moment; nothing: until now. Real and drill are never mixed.
  Result<std::vector<TeamEvent>> events(bool is_drill, std::optional<std::int64_t> as_of_utc_ms = {}) const;
  Result<std::vector<TeamStanding>> standings(bool is_drill, std::optional<std::int64_t> as_of_utc_ms = {}) const;
  // Fails as checkTeamEvent() does, and with kUnknownName (no such team). Yields the event as it was kept.
  Result<TeamEvent> add(TeamEvent event) const;
  // Takes away all that was said in drills; yields how many events.
  Result<int> removeDrills() const;

 private:
  const Database* m_db;
  const Clock* m_clock;
};

}  // namespace gis::team
