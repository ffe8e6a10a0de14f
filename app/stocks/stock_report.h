// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/report/report.h"
#include "app/stocks/stocks_job.h"

namespace app {

// The stocks as a report (储备情况报告): key figures, what is below its minimum and how the minimum came about, stock
// by depot and item, structure, what expires, what to rotate, what is on the road. Window's thread or a job; needs
// translations.
Report stockReport(const StockView& view, const QString& city, bool is_demo);

// A count sheet for the hand: empty columns for what is counted; what the books say is on it only when the sheet tells.
Report countPaper(const StockView& view, const gis::stocks::CountSheet& sheet, const QString& city, bool is_demo);

}  // namespace app
