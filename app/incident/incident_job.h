// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/incident/incident_store.h"
#include "gis/incident/timeline.h"

namespace app {

// What the room shows: all incidents as they were read, and what of other rooms one could be linked to. Immutable.
struct IncidentView {
  std::int64_t now_utc_ms = 0;  // the present of the workspace when it was read
  bool is_there = false;        // false: a workspace of an earlier version
  gis::incident::IncidentCatalogue catalogue;
  std::vector<gis::incident::Incident> incidents;
  std::vector<gis::incident::Link> linkable;
  std::map<std::string, gis::incident::TwoLanguages> counties;  // by the first six digits of their code

  const gis::incident::Incident* find(const std::string& uuid) const;
};
using IncidentViewPtr = std::shared_ptr<const IncidentView>;

// Fails as the workspace and the stores do, and with kCancelled. For a job.
gis::Result<IncidentViewPtr> readIncidents(const std::filesystem::path& folder, const gis::CancelToken& cancel);

using IncidentTimeline = std::vector<gis::incident::TimelineEntry>;
gis::Result<IncidentTimeline> readTimeline(const std::filesystem::path& folder, const std::string& uuid);

// What writes: gets the store, the clock at the present of the workspace, and identifiers.
using IncidentWork = std::function<gis::Result<gis::incident::Incident>(
    gis::incident::IncidentStore& store, const gis::Clock& clock, gis::UuidSource& uuids)>;
gis::Result<gis::incident::Incident> writeIncident(const std::filesystem::path& folder, const IncidentWork& work);

}  // namespace app
