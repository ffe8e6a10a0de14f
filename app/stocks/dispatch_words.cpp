// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/dispatch_words.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/stocks/stocks_words.h"
#include "app/text/moment_text.h"
#include "gis/sending/plan_orders.h"

namespace app {
namespace {

namespace dispatch = gis::dispatch;
using dispatch::DepotStand;

struct DispatchWords {
  Q_DECLARE_TR_FUNCTIONS(DispatchWords)
};

QString closureList(const PlannedDispatch& planned, const std::vector<std::size_t>& indexes) {
  QStringList names;
  for (const std::size_t c : indexes) {
    const QString name = QString::fromStdString(planned.roads->closures()[c].name);
    if (!names.contains(name)) names << name;
  }
  return names.join(QStringLiteral(", "));
}

// "Quilts (quilts)": beside numbers that stand alone.
QString itemWithUnit(const PlannedDispatch& planned, const std::string& item) {
  const gis::stocks::Item* known = planned.ledger.directory.itemNamed(item);
  return known ? DispatchWords::tr("%1 (%2)").arg(itemName(*known), itemUnit(*known)) : QString::fromStdString(item);
}

QString standText(const PlannedDispatch& planned, std::size_t request, const dispatch::DepotNote& note) {
  const QString item = planned.task().requests[request].item.empty()
                           ? QString()
                           : dispatchItem(planned, planned.task().requests[request].item);
  const auto amount = [&](std::int64_t units) { return dispatchAmount(planned, request, units); };
  switch (note.stand) {
    case DepotStand::kSends:
      return DispatchWords::tr("sends %1 of its %2").arg(amount(note.sends), amount(note.usable));
    case DepotStand::kEmptied: {
      QStringList to;
      for (const dispatch::GivenTo& given : note.given_to)
        to << QStringLiteral("%1 → %2").arg(amount(given.units), dispatchPlace(planned, given.request));
      return DispatchWords::tr("has given all its %1 away: %2").arg(amount(note.usable), to.join(QStringLiteral(", ")));
    }
    case DepotStand::kNotNeeded:
      return DispatchWords::tr("has %1 and is not needed: nearer ones suffice").arg(amount(note.usable));
    case DepotStand::kTooLate:
      return DispatchWords::tr("has %1 and would come too late").arg(amount(note.usable));
    case DepotStand::kCutOff:
      return DispatchWords::tr("has %1 and is cut off by: %2")
          .arg(amount(note.usable), closureList(planned, note.closures));
    case DepotStand::kNoWay:
      return DispatchWords::tr("has %1; no road leads here from there").arg(amount(note.usable));
    case DepotStand::kNoRoad:
      return DispatchWords::tr("has %1 and lies at no passable road").arg(amount(note.usable));
    case DepotStand::kTooHeavy:
      return DispatchWords::tr("has %1; one piece of %2 fits none of its trucks").arg(amount(note.usable), item);
    case DepotStand::kNoTruck:
      return DispatchWords::tr("has %1, and its trucks are full").arg(amount(note.usable));
  }
  return {};
}

QString sendReasonWords(dispatch::SendReason reason) {
  switch (reason) {
    case dispatch::SendReason::kNearest:
      return DispatchWords::tr("the nearest by road");
    case dispatch::SendReason::kNearerEmptied:
      return DispatchWords::tr("nearer ones have given theirs away");
    case dispatch::SendReason::kNearerCutOff:
      return DispatchWords::tr("a nearer one is cut off");
    case dispatch::SendReason::kNearerTooHeavy:
      return DispatchWords::tr("a nearer one has no truck for it");
    case dispatch::SendReason::kNearerNoTruck:
      return DispatchWords::tr("the trucks of a nearer one are full");
  }
  return {};
}

ReportTable needsTable(const PlannedDispatch& planned) {
  ReportTable table;
  table.title = DispatchWords::tr("Requests");
  table.columns = {{DispatchWords::tr("Place")},           {DispatchWords::tr("Item")},
                   {DispatchWords::tr("Asked for")},       {DispatchWords::tr("Sent")},
                   {DispatchWords::tr("Short")},           {DispatchWords::tr("Needed by")},
                   {DispatchWords::tr("What comes of it")}};
  for (const dispatch::RequestAnswer& answer : planned.plan.answers) {
    const dispatch::Request& request = planned.task().requests[answer.request];
    table.rows.push_back({dispatchPlace(planned, answer.request), itemWithUnit(planned, request.item), request.quantity,
                          answer.sent,
                          ReportCell(answer.short_by, answer.short_by > 0 ? ReportTone::kAlarm : ReportTone::kPlain),
                          request.deadline_utc_ms ? beijingTimeText(*request.deadline_utc_ms) : QString(),
                          outcomeText(planned, answer.request)});
  }
  return table;
}

ReportTable shipmentsTable(const PlannedDispatch& planned) {
  ReportTable table;
  table.title = DispatchWords::tr("Who sends what by which road");
  table.columns = {{DispatchWords::tr("From")},          {DispatchWords::tr("To")},    {DispatchWords::tr("Item")},
                   {DispatchWords::tr("Quantity")},      {DispatchWords::tr("There")}, {DispatchWords::tr("Road")},
                   {DispatchWords::tr("Why this depot")}};
  for (const dispatch::Shipment& one : planned.plan.shipments)
    table.rows.push_back(
        {dispatchDepot(planned, one.depot), dispatchPlace(planned, one.request),
         itemWithUnit(planned, planned.task().requests[one.request].item), one.units,
         ReportCell(beijingTimeText(one.arrive_utc_ms), one.late_units > 0 ? ReportTone::kAlarm : ReportTone::kPlain),
         QString::fromStdString(gis::sending::routeWords(planned.plan.ways[one.way].route)),
         sendReasonWords(one.reason)});
  return table;
}

ReportTable tripsTable(const PlannedDispatch& planned) {
  ReportTable table;
  table.title = DispatchWords::tr("Trucks");
  table.columns = {{DispatchWords::tr("From")},
                   {DispatchWords::tr("Truck")},
                   {DispatchWords::tr("Leaves")},
                   {DispatchWords::tr("There")},
                   {DispatchWords::tr("Weight"), QStringLiteral("kg")},
                   {DispatchWords::tr("Volume"), QStringLiteral("m³"), 1},
                   {DispatchWords::tr("Goods")}};
  for (const dispatch::Trip& trip : planned.plan.trips)
    table.rows.push_back({dispatchDepot(planned, trip.depot), truckName(trip), beijingTimeText(trip.leave_utc_ms),
                          beijingTimeText(trip.arrive_utc_ms), trip.weight_kg, trip.volume_m3,
                          tripGoods(planned, trip)});
  return table;
}

QStringList assumptionLines(const PlannedDispatch& planned) {
  QStringList lines{
      DispatchWords::tr("Planned for %1; loading takes %2 minutes (an assumption); speeds of “%3”%4.")
          .arg(beijingTimeText(planned.options.now_utc_ms))
          .arg(planned.options.loading_ms / 60'000)
          .arg(QString::fromStdString(planned.vehicle.id),
               planned.vehicle.unverified ? DispatchWords::tr(", to be verified") : QString()),
      DispatchWords::tr("Amounts by priority, then shared so that the smallest share is as large as can be; then the "
                        "least sum of pieces × driving time (minimum-cost flow). Closed roads are never driven.")};
  QStringList closed;
  for (const gis::NamedClosure& one : planned.roads->closures())
    if (const QString name = QString::fromStdString(one.name); !closed.contains(name)) closed << name;
  if (!closed.isEmpty()) lines << DispatchWords::tr("Closed: %1").arg(closed.join(QStringLiteral(", ")));
  return lines;
}

}  // namespace

QString truckName(const dispatch::Trip& trip) {
  const QString kind = trip.truck == "hired" ? DispatchWords::tr("hired lorry") : QString::fromStdString(trip.truck);
  QString name = DispatchWords::tr("%1 no. %2").arg(kind).arg(trip.number);
  if (trip.round > 1) name += DispatchWords::tr(", round %1").arg(trip.round);
  return name;
}

QString tripGoods(const PlannedDispatch& planned, const dispatch::Trip& trip) {
  QStringList goods;
  QString place;
  for (const dispatch::LoadedUnits& load : trip.loads) {
    const dispatch::Shipment& shipment = planned.plan.shipments[load.shipment];
    goods << QStringLiteral("%1 %2").arg(dispatchItem(planned, planned.task().requests[shipment.request].item),
                                         dispatchAmount(planned, shipment.request, load.units));
    place = dispatchPlace(planned, shipment.request);
  }
  return QStringLiteral("%1: %2").arg(place, goods.join(QStringLiteral(", ")));
}

QString dispatchDepot(const PlannedDispatch& planned, std::size_t depot) {
  return QString::fromStdString(planned.task().depots[depot].name);
}

QString dispatchItem(const PlannedDispatch& planned, const std::string& item) {
  const gis::stocks::Item* known = planned.ledger.directory.itemNamed(item);
  return known ? itemName(*known) : QString::fromStdString(item);
}

QString dispatchAmount(const PlannedDispatch& planned, std::size_t request, std::int64_t units) {
  const gis::stocks::Item* known = planned.ledger.directory.itemNamed(planned.task().requests[request].item);
  return known ? quantityText(*known, units) : stockCount(units);
}

QString dispatchPlace(const PlannedDispatch& planned, std::size_t request) {
  const dispatch::Request& one = planned.task().requests[request];
  return QString::fromStdString(one.place.empty() ? one.id : one.place);
}

QString shortText(dispatch::ShortReason reason) {
  using enum dispatch::ShortReason;
  switch (reason) {
    case kNone:
      return {};
    case kNobodyHas:
      return DispatchWords::tr("no depot has any");
    case kNoRoadAtPlace:
      return DispatchWords::tr("no passable road near the place");
    case kCutOff:
      return DispatchWords::tr("there is some left, but closures cut the way");
    case kTooLate:
      return DispatchWords::tr("there is some left, but it would come too late");
    case kNoWay:
      return DispatchWords::tr("there is some left, but no road leads from there");
    case kTooHeavy:
      return DispatchWords::tr("there is some left, but one piece fits no truck");
    case kNotEnough:
      return DispatchWords::tr("the stock is shared out to the last piece");
    case kNoTruck:
      return DispatchWords::tr("there is some left, but the trucks there are full");
  }
  return {};
}

QString driveText(std::int64_t drive_ms) {
  const qint64 minutes = (drive_ms + 59'999) / 60'000;
  return minutes < 60 ? DispatchWords::tr("%1 min").arg(minutes)
                      : DispatchWords::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString outcomeText(const PlannedDispatch& planned, std::size_t request) {
  const dispatch::RequestAnswer& answer = planned.plan.answers[request];
  std::int64_t last_utc_ms = 0;
  for (const dispatch::Shipment& one : planned.plan.shipments)
    if (one.request == request) last_utc_ms = std::max(last_utc_ms, one.arrive_utc_ms);
  QString said;
  if (answer.sent == 0)
    said = DispatchWords::tr("nothing: %1").arg(shortText(answer.short_reason));
  else if (answer.short_by == 0)
    said = DispatchWords::tr("all there at %1").arg(beijingTimeText(last_utc_ms));
  else
    said = DispatchWords::tr("there at %1; %2 short: %3")
               .arg(beijingTimeText(last_utc_ms), dispatchAmount(planned, request, answer.short_by),
                    shortText(answer.short_reason));
  if (answer.late > 0)
    said += DispatchWords::tr("; %1 after the deadline").arg(dispatchAmount(planned, request, answer.late));
  return said;
}

QStringList whyLines(const PlannedDispatch& planned, std::size_t request) {
  const dispatch::RequestAnswer& answer = planned.plan.answers[request];
  const dispatch::Request& asked = planned.task().requests[request];
  QStringList lines{QStringLiteral("%1 · %2 %3")
                        .arg(dispatchPlace(planned, request), dispatchItem(planned, asked.item),
                             dispatchAmount(planned, request, asked.quantity)),
                    outcomeText(planned, request)};
  if (answer.deadline_passed) lines << DispatchWords::tr("Its deadline had passed before anything could leave.");
  for (const dispatch::Shipment& one : planned.plan.shipments)
    if (one.request == request)
      lines << DispatchWords::tr("%1 from %2 (%3): %4")
                   .arg(dispatchAmount(planned, request, one.units), dispatchDepot(planned, one.depot),
                        sendReasonWords(one.reason),
                        QString::fromStdString(gis::sending::routeWords(planned.plan.ways[one.way].route)));
  lines << QString();
  for (const dispatch::DepotNote& note : answer.depots) {
    QString way = note.drive_ms ? driveText(*note.drive_ms) : QStringLiteral("—");
    if (note.drive_ms && note.open_drive_ms && *note.drive_ms > *note.open_drive_ms + 60'000)
      way += DispatchWords::tr(" round closed roads (%1 were they open)").arg(driveText(*note.open_drive_ms));
    lines << QStringLiteral("%1 · %2 · %3")
                 .arg(dispatchDepot(planned, note.depot), way, standText(planned, request, note));
  }
  return lines;
}

QStringList planCautions(const PlannedDispatch& planned) {
  QStringList lines;
  QStringList names;
  for (const std::size_t depot : planned.plan.depots_without_road) names << dispatchDepot(planned, depot);
  if (!names.isEmpty())
    lines << DispatchWords::tr("At no passable road, sends nothing: %1").arg(names.join(QStringLiteral(", ")));
  names.clear();
  for (const std::string& name : planned.ledger.unplaced) names << QString::fromStdString(name);
  if (!names.isEmpty())
    lines << DispatchWords::tr("Without a place on the map, sends nothing: %1 (enter it under “Lists”)")
                 .arg(names.join(QStringLiteral(", ")));
  names.clear();
  for (const std::string& number : planned.unplaced) names << QString::fromStdString(number);
  if (!names.isEmpty())
    lines << DispatchWords::tr("Requisitions without a place on the map, not planned: %1")
                 .arg(names.join(QStringLiteral(", ")));
  return lines;
}

QString planSummary(const PlannedDispatch& planned) {
  int whole = 0, part = 0, none = 0;
  for (const dispatch::RequestAnswer& answer : planned.plan.answers)
    ++(answer.short_by == 0 ? whole : answer.sent > 0 ? part : none);
  return DispatchWords::tr("%1 requests: %2 in full, %3 in part, %4 nothing; %5 trucks; planned in %6 ms")
      .arg(planned.plan.answers.size())
      .arg(whole)
      .arg(part)
      .arg(none)
      .arg(planned.plan.trips.size())
      .arg(planned.plan_ms, 0, 'f', 0);
}

Report dispatchReport(const PlannedDispatch& planned, const QString& city, bool is_demo) {
  Report report;
  report.title = DispatchWords::tr("Dispatch plan");
  report.subtitle = QStringLiteral("%1  %2").arg(city, beijingTimeText(planned.options.now_utc_ms));
  if (is_demo) report.mark = DispatchWords::tr("DEMONSTRATION DATA");
  report.summary = QStringList{planSummary(planned)} + planCautions(planned);
  ReportSection section;
  section.tables = {needsTable(planned), shipmentsTable(planned), tripsTable(planned)};
  report.sections.push_back(std::move(section));
  report.provenance = assumptionLines(planned);
  return report;
}

}  // namespace app
