// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/requisition_paper.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/stocks/stocks_words.h"
#include "app/text/moment_text.h"

namespace app {
namespace {

namespace stocks = gis::stocks;

struct RequisitionPaper {
  Q_DECLARE_TR_FUNCTIONS(RequisitionPaper)
};

const stocks::RequisitionEvent* lastOf(const stocks::Requisition& paper, stocks::RequisitionStep step) {
  for (auto event = paper.events.rbegin(); event != paper.events.rend(); ++event)
    if (event->step == step) return &*event;
  return nullptr;
}

ReportTable itemsTable(const StockView& view, const RequisitionRow& row) {
  ReportTable table;
  table.title = RequisitionPaper::tr("Items");
  table.columns = {{RequisitionPaper::tr("Item")},      {RequisitionPaper::tr("Unit")},
                   {RequisitionPaper::tr("Asked for")}, {RequisitionPaper::tr("Approved")},
                   {RequisitionPaper::tr("Sent")},      {RequisitionPaper::tr("Received")},
                   {RequisitionPaper::tr("Damaged")},   {RequisitionPaper::tr("Lost")}};
  for (const stocks::RequisitionProgress& one : row.standing.items) {
    const stocks::Item* item = view.directory.itemNamed(one.item_code);
    table.rows.push_back({item ? itemName(*item) : QString::fromStdString(one.item_code),
                          item ? itemUnit(*item) : QString(), one.requested, one.approved, one.dispatched, one.received,
                          one.damaged, ReportCell(one.lost, one.lost > 0 ? ReportTone::kAlarm : ReportTone::kPlain)});
  }
  return table;
}

// From which depot which lot, with weight and volume for the truck.
ReportTable lotsTable(const StockView& view, const std::vector<stocks::RequisitionLine>& lines, const QString& title) {
  ReportTable table;
  table.title = title;
  table.columns = {{RequisitionPaper::tr("Depot")},
                   {RequisitionPaper::tr("Item")},
                   {RequisitionPaper::tr("Lot")},
                   {RequisitionPaper::tr("Owner")},
                   {RequisitionPaper::tr("Quantity")},
                   {RequisitionPaper::tr("Packs")},
                   {RequisitionPaper::tr("Weight"), QStringLiteral("kg"), 1},
                   {RequisitionPaper::tr("Volume"), QStringLiteral("m³"), 2}};
  double weight_kg = 0, volume_m3 = 0;
  for (const stocks::RequisitionLine& line : lines) {
    const stocks::Item* item = view.directory.itemNamed(line.item_code);
    if (!item) continue;
    const double kg = item->weight_kg * static_cast<double>(line.quantity);
    const double m3 = item->volume_m3 * static_cast<double>(line.quantity);
    weight_kg += kg, volume_m3 += m3;
    table.rows.push_back({depotName(view, line.depot_id), itemName(*item), lotText(view, line.lot_id),
                          ownerText(view, line.owner_id), quantityText(*item, line.quantity),
                          QString::fromStdString(stocks::packsText(*item, line.quantity)), kg, m3});
  }
  table.rows.push_back(
      {RequisitionPaper::tr("Total"), QString(), QString(), QString(), QString(), QString(), weight_kg, volume_m3});
  table.last_row_is_total = true;
  return table;
}

// What is known of them, one after the other.
QString said(std::initializer_list<std::string> texts) {
  QStringList known;
  for (const std::string& one : texts)
    if (!one.empty()) known << QString::fromStdString(one);
  return known.join(QStringLiteral("  "));
}

QString routeLine(const QString& route) { return RequisitionPaper::tr("Route: %1").arg(route); }

// A plan that sends from many depots names them all, "depot: roads | depot: roads" (gis/sending/plan_orders); a driver
// reads the roads of one. What somebody typed is left as it is.
QString routeFrom(const QString& depot, const QString& route) {
  const QString begin = depot + QStringLiteral(": ");
  for (const QString& one : route.split(QStringLiteral(" | ")))
    if (one.startsWith(begin)) return one.mid(begin.size());
  return route;
}

QStringList headLines(const StockView& view, const RequisitionRow& row) {
  const stocks::RequisitionHead& head = row.paper.head;
  const auto text = [](const std::string& one) { return QString::fromStdString(one); };
  QStringList lines{
      RequisitionPaper::tr("Number: %1").arg(text(row.paper.number)),
      RequisitionPaper::tr("Asked for by: %1").arg(said({head.unit, head.person, head.phone})),
      RequisitionPaper::tr("To: %1").arg(head.to_depot_id != 0 ? depotName(view, head.to_depot_id) : text(head.place)),
      RequisitionPaper::tr("Ground: %1").arg(text(head.basis)),
      RequisitionPaper::tr("Urgency: %1").arg(urgencyText(head.urgency))};
  if (head.deadline_utc_ms != 0)
    lines << RequisitionPaper::tr("Needed by: %1").arg(beijingTimeText(head.deadline_utc_ms));
  if (const auto* sent = lastOf(row.paper, stocks::RequisitionStep::kDispatched)) {
    const stocks::Transport& way = sent->transport;
    lines << RequisitionPaper::tr("Dispatched: %1 by %2").arg(beijingTimeText(sent->at_utc_ms), text(sent->actor));
    if (const QString carrier = said({way.carrier, way.plate, way.driver, way.phone}); !carrier.isEmpty())
      lines << RequisitionPaper::tr("Carrier, vehicle, driver: %1").arg(carrier);
    if (!way.route.empty()) lines << routeLine(text(way.route));
  }
  return lines;
}

}  // namespace

QString requisitionStepText(stocks::RequisitionStep step) {
  using enum stocks::RequisitionStep;
  switch (step) {
    case kRequested:
      return RequisitionPaper::tr("Asked for");
    case kApproved:
      return RequisitionPaper::tr("Approve");
    case kRejected:
      return RequisitionPaper::tr("Reject");
    case kPicked:
      return RequisitionPaper::tr("Pick");
    case kDispatched:
      return RequisitionPaper::tr("Dispatch");
    case kReceived:
      return RequisitionPaper::tr("Receive");
    case kClosed:
      return RequisitionPaper::tr("Close");
    case kCancelled:
      return RequisitionPaper::tr("Withdraw");
  }
  return {};
}

QStringList requisitionHistory(const RequisitionRow& row) {
  QStringList lines;
  for (const stocks::RequisitionEvent& event : row.paper.events) {
    QString line = RequisitionPaper::tr("%1  %2  %3")
                       .arg(beijingTimeText(event.at_utc_ms), requisitionStepText(event.step),
                            QString::fromStdString(event.actor));
    if (!event.words.empty()) line += QStringLiteral("  ") + QString::fromStdString(event.words);
    lines << line;
  }
  return lines;
}

Report requisitionPaper(const StockView& view, const RequisitionRow& row, const QString& city, bool is_demo) {
  const bool is_sent = !row.standing.order_no.empty();
  Report report;
  report.title = is_sent ? RequisitionPaper::tr("Dispatch order") : RequisitionPaper::tr("Requisition");
  report.subtitle =
      QStringLiteral("%1  %2").arg(city, QString::fromStdString(is_sent ? row.standing.order_no : row.paper.number));
  QStringList marks;
  if (is_demo) marks << RequisitionPaper::tr("DEMONSTRATION DATA");
  if (row.paper.head.is_drill) marks << RequisitionPaper::tr("DRILL");
  report.mark = marks.join(QStringLiteral("  "));
  ReportSection section;
  section.paragraphs = headLines(view, row);
  section.tables.push_back(itemsTable(view, row));
  if (const auto* sent = lastOf(row.paper, stocks::RequisitionStep::kDispatched))
    section.tables.push_back(lotsTable(view, sent->lines, RequisitionPaper::tr("Goods sent")));
  else if (!row.standing.picked.empty())
    section.tables.push_back(lotsTable(view, row.standing.picked, RequisitionPaper::tr("Goods picked")));
  report.sections.push_back(std::move(section));
  ReportSection signatures;
  signatures.title = RequisitionPaper::tr("Signatures");
  signatures.paragraphs = {RequisitionPaper::tr("Approved by: ____________________   Date: ______________"),
                           RequisitionPaper::tr("Handed out by: ____________________   Date: ______________"),
                           RequisitionPaper::tr("Carried by: ____________________   Date: ______________"),
                           RequisitionPaper::tr("Received by: ____________________   Date: ______________")};
  report.sections.push_back(std::move(signatures));
  // Last: the lines for signatures stay with the goods.
  ReportSection course;
  course.title = RequisitionPaper::tr("Course");
  course.paragraphs = requisitionHistory(row);
  report.sections.push_back(std::move(course));
  report.provenance = {RequisitionPaper::tr("From the ledger of %1 at %2; quantities in the items' units.")
                           .arg(city, beijingTimeText(view.now_utc_ms))};
  return report;
}

std::vector<Report> orderSheets(const StockView& view, const RequisitionRow& row, const QString& city, bool is_demo) {
  std::vector<Report> sheets;
  if (row.standing.order_no.empty()) return sheets;
  const auto* sent = lastOf(row.paper, stocks::RequisitionStep::kDispatched);
  const auto* picked = lastOf(row.paper, stocks::RequisitionStep::kPicked);
  const stocks::RequisitionEvent* event = sent ? sent : picked;
  if (!event) return sheets;
  std::vector<std::int64_t> depots;
  for (const stocks::RequisitionLine& line : event->lines)
    if (std::ranges::find(depots, line.depot_id) == depots.end()) depots.push_back(line.depot_id);
  for (std::size_t i = 0; i < depots.size(); ++i) {
    Report sheet = requisitionPaper(view, row, city, is_demo);
    const QString number = QString::fromStdString(row.standing.order_no) +
                           (depots.size() > 1 ? QStringLiteral("-%1").arg(i + 1) : QString());
    sheet.subtitle = QStringLiteral("%1  %2").arg(city, number);
    std::vector<stocks::RequisitionLine> lines;
    for (const stocks::RequisitionLine& line : event->lines)
      if (line.depot_id == depots[i]) lines.push_back(line);
    ReportSection& goods = sheet.sections.front();
    goods.paragraphs.prepend(RequisitionPaper::tr("From: %1").arg(depotName(view, depots[i])));
    const QString route = QString::fromStdString(event->transport.route);
    goods.paragraphs.removeAll(routeLine(route));
    if (!route.isEmpty()) goods.paragraphs << routeLine(routeFrom(depotName(view, depots[i]), route));
    goods.tables = {lotsTable(view, lines, RequisitionPaper::tr("Goods of this order"))};
    std::erase_if(sheet.sections, [](const ReportSection& one) { return one.title == RequisitionPaper::tr("Course"); });
    sheets.push_back(std::move(sheet));
  }
  return sheets;
}

}  // namespace app
