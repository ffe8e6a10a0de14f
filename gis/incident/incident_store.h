// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <limits>
#include <string>
#include <vector>

#include "gis/core/clock.h"
#include "gis/core/uuid.h"
#include "gis/incident/incident.h"
#include "gis/incident/incident_catalogue.h"
#include "gis/store/database.h"

namespace gis::incident {

constexpr std::int64_t kNow_utc_ms = std::numeric_limits<std::int64_t>::max();  // as_of: everything recorded

// Incidents of a workspace. Every change reads the incident, checks and appends in one transaction; reading takes
// as_of_utc_ms: what was recorded until then. What a changing function returned is on the disk. One thread; the
// Database must outlive it.
class IncidentStore {
 public:
  explicit IncidentStore(const Database& db) : m_db(&db) {}

  // Fails with kInvalidArgument (check), kUnknownName (a type that nobody knows).
  Result<Incident> open(const IncidentHead& head, bool is_drill, const std::string& actor, const Clock& clock,
                        UuidSource& uuids);
  // Adds events to the incident of this uuid, all or none. Fails as check() does, with kUnknownName (no such incident,
  // figure, plan) and kDamagedFile.
  Result<Incident> append(const std::string& uuid, const std::vector<EventBody>& bodies, const std::string& actor,
                          const Clock& clock);
  // Starts, raises, lowers or ends the response with the tasks of its level that are not there yet; their deadlines run
  // from now. `level` none: ends it. Which of the four acts it is follows from the level that runs. Tasks that are
  // there stay. Fails as append() does.
  Result<Incident> respond(const std::string& uuid, std::optional<Rank> level, const std::string& plan,
                           const std::string& decided_by, const std::string& reason, const std::string& actor,
                           const Clock& clock);

  // By uuid or number. Fails with kUnknownName (also: not known yet at that time), kDamagedFile (a log that does not
  // add up).
  Result<Incident> find(const std::string& name, std::int64_t as_of_utc_ms = kNow_utc_ms);
  // All, drills too, newest first. None in a workspace of an older schema.
  Result<std::vector<Incident>> all(std::int64_t as_of_utc_ms = kNow_utc_ms);

  // Removes every drill and nothing else; returns how many.
  Result<int> removeDrills();

  // What begins with a level: the plan's own tasks and, where it takes them, those of the call-out plan in force.
  Result<std::vector<TaskTemplate>> tasksOf(const ResponsePlan& plan, Rank level);

 private:
  Result<Incident> read(const std::string& uuid, std::int64_t as_of_utc_ms);
  const Database* m_db;
};

}  // namespace gis::incident
