// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "app/report/report.h"
#include "gis/incident/grade.h"
#include "gis/incident/timeline.h"

namespace app {

// The course of an incident as a document (事件处置过程): how it stands, its figures with time and source, tasks, and
// the time line. `now_utc_ms`: what deadlines are compared with. A drill and made data are marked on every page. Any
// thread that may translate.
Report timelineReport(const gis::incident::Incident& incident,
                      const std::vector<gis::incident::TimelineEntry>& timeline,
                      const gis::incident::IncidentCatalogue& catalogue, const QString& city, bool is_demo,
                      std::int64_t now_utc_ms);

}  // namespace app
