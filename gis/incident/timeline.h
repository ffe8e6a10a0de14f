// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <variant>
#include <vector>

#include "gis/callout/callout_event.h"
#include "gis/cap/warning.h"
#include "gis/incident/incident.h"
#include "gis/stocks/requisition.h"
#include "gis/store/database.h"

namespace gis::incident {

// A warning of a linked life line: issued, changed or withdrawn, as its message says.
struct WarningEntry {
  Warning12379 warning;
};
// A step of a linked call-out as a whole; single calls stay in its own log.
struct CalloutEntry {
  CalloutEvent event;
};
// A step of a linked requisition.
struct RequisitionEntry {
  stocks::RequisitionEvent event;
};

// One line of the time line: when, of which linked thing (its label; empty: the incident's own), and what.
struct TimelineEntry {
  std::int64_t at_utc_ms = 0;
  std::string subject, link_id;
  std::variant<IncidentEvent, WarningEntry, CalloutEntry, RequisitionEntry> what;
};

// The incident's own events and those of the call-outs, warnings and requisitions it is linked to, by time; of one
// moment the incident's own come first. What came after `as_of_utc_ms` is left out; a link whose thing is not in this
// workspace has no lines. One thread, one connection.
Result<std::vector<TimelineEntry>> timelineOf(const Database& db, const Incident& incident, std::int64_t as_of_utc_ms);

}  // namespace gis::incident
