// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/clock.h"
#include "gis/core/uuid.h"
#include "gis/evacuation/evacuation_log.h"
#include "gis/evacuation/evacuation_plan.h"
#include "gis/store/database.h"

namespace gis::evacuation {

// An evacuation that was ordered, with what has happened.
struct Evacuation {
  std::string uuid, number, title;
  bool is_drill = false;
  std::int64_t created_utc_ms = 0;
  std::string author;
  OrderedPlan plan;
  std::vector<EvacuationEvent> events;
};

// Evacuations in the workspace: the order is frozen, events are only added, drills may be removed. One thread, one
// connection. All fail as reading or writing a database does, and with kOlderSchema in a workspace without the tables.
class EvacuationStore {
 public:
  EvacuationStore(const Database& db, const Clock& clock, UuidSource& uuids)
      : m_db(&db), m_clock(&clock), m_uuids(&uuids) {}

  // Fails with kInvalidArgument: no title, no author, nobody to move.
  Result<Evacuation> start(const OrderedPlan& plan, const std::string& title, bool is_drill, const std::string& author);
  // Fails as checkEvent() does, and with kUnknownName: no such evacuation, no such shelter in plan or census. Reads
  // where it stands inside the same transaction, so that two windows cannot both tick beyond the people there are.
  Result<EvacuationEvent> add(const std::string& uuid, EvacuationEvent event);
  // By uuid or number; empty: the newest that has not ended. Events until a moment.
  Result<Evacuation> find(const std::string& name, bool is_drill, std::optional<std::int64_t> as_of_utc_ms = {});
  // The newest first; those ordered until a moment, with their events until then.
  Result<std::vector<Evacuation>> all(bool is_drill, std::optional<std::int64_t> as_of_utc_ms = {});
  // How many people each shelter is to hold of the evacuations that have not ended.
  Result<std::map<std::string, std::int64_t>> taken(bool is_drill, std::optional<std::int64_t> as_of_utc_ms = {});
  // Takes away all drills; yields how many.
  Result<int> removeDrills();

 private:
  Result<Evacuation> read(const std::string& uuid, std::optional<std::int64_t> as_of_utc_ms);
  const Database* m_db;
  const Clock* m_clock;
  UuidSource* m_uuids;
};

// A plan as it is ordered.
OrderedPlan orderedPlan(const EvacuationTask& task, const EvacuationPlan& plan,
                        const std::vector<NamedClosure>& closures, std::string hazard_geojson,
                        std::string hazard_words);

}  // namespace gis::evacuation
