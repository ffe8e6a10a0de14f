// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringList>

#include "app/report/report.h"
#include "app/stocks/dispatch_desk.h"
#include "app/stocks/stocks_job.h"

namespace app {

// A plan in an officer's words, in the language of the interface. Window's thread or a job.

QString dispatchDepot(const PlannedDispatch& planned, std::size_t depot);
QString dispatchItem(const PlannedDispatch& planned, const std::string& item);
// "28 床": in the unit of what the request asks for.
QString dispatchAmount(const PlannedDispatch& planned, std::size_t request, std::int64_t units);
// "R07 王和村安置点"
QString dispatchPlace(const PlannedDispatch& planned, std::size_t request);
// "all of it by 14:20", "40 of 60: the stock is shared out"
QString outcomeText(const PlannedDispatch& planned, std::size_t request);
QString shortText(gis::dispatch::ShortReason reason);
// "hired lorry no. 2, round 2"; "王和小学: 棉被 120, 方便食品 300"
QString truckName(const gis::dispatch::Trip& trip);
QString tripGoods(const PlannedDispatch& planned, const gis::dispatch::Trip& trip);
QString driveText(std::int64_t drive_ms);
// Why a request gets what it gets: what each depot that has the item does, the nearest first.
QStringList whyLines(const PlannedDispatch& planned, std::size_t request);
// What is left out of a plan or stands against all of it: depots without a road or a place, requisitions without one.
QStringList planCautions(const PlannedDispatch& planned);
QString planSummary(const PlannedDispatch& planned);

// The plan as a document: what each gets, from where by which road, on which trucks, what is short and why; the
// assumptions. Rows in the order of the requests.
Report dispatchReport(const PlannedDispatch& planned, const QString& city, bool is_demo);

}  // namespace app
