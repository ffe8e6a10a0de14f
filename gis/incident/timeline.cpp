// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/incident/timeline.h"

#include <algorithm>

#include "gis/callout/callout_store.h"
#include "gis/cap/warning_store.h"
#include "gis/core/clock.h"
#include "gis/core/uuid.h"
#include "gis/stocks/requisition_store.h"

namespace gis::incident {
namespace {

using Entries = std::vector<TimelineEntry>;

Result<void> addWarning(const Database& db, const Link& link, std::int64_t as_of_utc_ms, Entries& entries) {
  const auto stored = WarningStore(db).all();
  if (!stored) return std::unexpected(stored.error());
  std::vector<Warning12379> known;
  for (const StoredWarning& one : *stored)
    if (one.received_utc_ms <= as_of_utc_ms) known.push_back(one.warning);
  for (const WarningLife& life : lifeLines(known, as_of_utc_ms).lives) {
    const bool is_it = life.id == link.id || std::ranges::any_of(life.messages, [&](const Warning12379& one) {
                         return one.identifier == link.id;
                       });
    if (!is_it) continue;
    for (const Warning12379& message : life.messages)
      entries.push_back({message.sent_utc_ms, link.label, link.id, WarningEntry{message}});
  }
  return {};
}

Result<void> addCallout(const Database& db, const Link& link, Entries& entries) {
  const auto events = CalloutLogStore(db, link.id).eventsAfter(0);
  if (!events) return std::unexpected(events.error());
  for (const CalloutEvent& event : *events)
    if (event.target == -1 && event.kind != EventKind::kClockJump)
      entries.push_back({event.at_utc_ms, link.label, link.id, CalloutEntry{event}});
  return {};
}

Result<void> addRequisition(const Database& db, const Link& link, Entries& entries) {
  const SystemClock clock;
  UuidSource uuids(std::make_shared<SystemClock>());  // nothing is entered here
  const auto paper = stocks::RequisitionStore(db, clock, uuids).find(link.id);
  if (!paper) {
    // Removed elsewhere or not in this copy: the link stays, its lines do not.
    if (paper.error().code == ErrorCode::kUnknownName) return {};
    return std::unexpected(paper.error());
  }
  for (const stocks::RequisitionEvent& event : paper->events)
    entries.push_back({event.at_utc_ms, link.label, link.id, RequisitionEntry{event}});
  return {};
}

}  // namespace

Result<std::vector<TimelineEntry>> timelineOf(const Database& db, const Incident& incident, std::int64_t as_of_utc_ms) {
  Entries entries;
  for (const IncidentEvent& event : incident.events) entries.push_back({event.at_utc_ms, {}, {}, event});
  for (const Link& link : incident.links) {
    Result<void> added;
    if (link.kind == LinkKind::kWarning) added = addWarning(db, link, as_of_utc_ms, entries);
    if (link.kind == LinkKind::kCallout) added = addCallout(db, link, entries);
    if (link.kind == LinkKind::kRequisition) added = addRequisition(db, link, entries);
    if (!added) return std::unexpected(std::move(added.error()).via(link.label));
  }
  std::erase_if(entries, [&](const TimelineEntry& one) { return one.at_utc_ms > as_of_utc_ms; });
  std::ranges::stable_sort(entries, {}, &TimelineEntry::at_utc_ms);
  return entries;
}

}  // namespace gis::incident
