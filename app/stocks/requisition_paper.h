// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/report/report.h"
#include "app/stocks/stocks_job.h"

namespace app {

// A requisition as the paper that is signed: before it is dispatched what is asked for and approved (申领单), then the
// dispatch order (调拨单) with depots, lots and carrier, and after receipt what arrived and what was lost. With lines
// for signatures. `city` as it is titled. Window's thread or a job; needs translations.
Report requisitionPaper(const StockView& view, const RequisitionRow& row, const QString& city, bool is_demo);

// An order as its sheets (调拨单), one for each depot that sends on it: number ("DB…-2" where there are several), goods
// of that depot with lots, the road, lines for signatures. None while it has no order.
std::vector<Report> orderSheets(const StockView& view, const RequisitionRow& row, const QString& city, bool is_demo);

// What happened to it, a line each: when, what, who, why.
QStringList requisitionHistory(const RequisitionRow& row);
QString requisitionStepText(gis::stocks::RequisitionStep step);

}  // namespace app
