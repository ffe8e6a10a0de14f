// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <vector>

#include "app/report/report.h"
#include "gis/timeline/timeline_store.h"

namespace app {

// "Goods dispatched: SL20260501a1b2c3": what happened, in the program's language; names stay as they were written.
QString timelineText(const gis::TimelineEntry& entry);
// "07-26 02:35:10", Beijing time.
QString timelineTime(std::int64_t utc_ms);
// The time line of an event as a document (复盘时间轴). `is_demo`: every page says so; so it does of a drill.
Report timelineReport(const gis::EventSpan& span, const std::vector<gis::TimelineEntry>& entries, const QString& city,
                      bool is_demo);

}  // namespace app
