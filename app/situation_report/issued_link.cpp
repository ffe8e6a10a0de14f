// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/situation_report/issued_link.h"

#include <algorithm>

#include "gis/incident/incident_store.h"

namespace app {

namespace incident = gis::incident;

gis::Result<void> linkIssuedReport(const gis::Database& db, const gis::situation::IssuedReport& report,
                                   const std::string& by, const gis::Clock& clock) {
  if (report.incident_uuid.empty()) return {};
  incident::IncidentStore store(db);
  const auto one = store.find(report.incident_uuid);
  if (!one) return std::unexpected(one.error());
  const auto is_it = [&](const incident::Link& link) {
    return link.kind == incident::LinkKind::kReport && link.id == report.number;
  };
  if (std::ranges::any_of(one->links, is_it)) return {};
  const incident::Link link{incident::LinkKind::kReport, report.number, report.number + " " + report.title};
  const auto done = store.append(report.incident_uuid, {incident::LinkMoved{link, false}}, by, clock);
  if (!done) return std::unexpected(done.error());
  return {};
}

}  // namespace app
