// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/incident/report_link.h"

#include <algorithm>

#include "gis/incident/incident_store.h"

namespace gis::incident {

Result<void> linkIssuedReport(const Database& db, const situation::IssuedReport& report, const std::string& by,
                              const Clock& clock) {
  if (report.incident_uuid.empty()) return {};
  IncidentStore store(db);
  const auto one = store.find(report.incident_uuid);
  if (!one) return std::unexpected(one.error());
  const auto is_it = [&](const Link& link) { return link.kind == LinkKind::kReport && link.id == report.number; };
  if (std::ranges::any_of(one->links, is_it)) return {};
  const Link link{LinkKind::kReport, report.number, report.number + " " + report.title};
  const auto done = store.append(report.incident_uuid, {LinkMoved{link, false}}, by, clock);
  if (!done) return std::unexpected(done.error());
  return {};
}

}  // namespace gis::incident
