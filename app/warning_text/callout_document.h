// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/report/report.h"
#include "gis/callout/callout_report.h"

namespace app {

// A call-out's report as a document (叫应情况报告): counts by county and town, how long it took, who was not reached
// and why (first how many of each county and town), by channel, and the hash that proves the log. No telephone numbers.
// `is_demo`: every page says so. Any thread that may translate.
Report calloutDocument(const gis::CalloutReport& report, const QString& city, bool is_demo);

// Why somebody was not reached: "no answer", "hung up early" ...
QString failureText(std::string_view reason);

}  // namespace app
