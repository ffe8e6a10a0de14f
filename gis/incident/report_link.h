// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "gis/core/clock.h"
#include "gis/core/error.h"
#include "gis/situation/report_store.h"
#include "gis/store/database.h"

namespace gis::incident {

// A report about an incident is linked to it as soon as it is issued: it stands in the incident's links and course. A
// report of no incident, and one that is linked already, change nothing. Fails as IncidentStore::append does; the
// report is issued then. One thread.
Result<void> linkIssuedReport(const Database& db, const situation::IssuedReport& report, const std::string& by,
                              const Clock& clock);

}  // namespace gis::incident
