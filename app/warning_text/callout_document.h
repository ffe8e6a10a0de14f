// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>

#include "app/report/report.h"
#include "gis/callout/callout_report.h"

namespace app {

// A call-out's report as a document (叫应情况报告): counts by county and town, how long it took, who was not reached
// and why (first how many of each county and town), by channel, and the hash that proves the log. No telephone numbers.
// `is_demo`: every page says so. Of those who were not reached or late at most `most_names` stand by name, who never
// confirmed first: on paper nobody reads 250 pages of names, the Excel file has them all. Any thread that may
// translate.
constexpr std::size_t kAllNames = static_cast<std::size_t>(-1), kNamesOnPaper = 200;
Report calloutDocument(const gis::CalloutReport& report, const QString& city, bool is_demo,
                       std::size_t most_names = kAllNames);

// Why somebody was not reached: "no answer", "hung up early" ...
QString failureText(std::string_view reason);

}  // namespace app
