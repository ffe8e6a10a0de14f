// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/stock_report.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>

#include "app/stocks/stocks_words.h"
#include "app/text/moment_text.h"

namespace app {
namespace {

namespace stocks = gis::stocks;

struct StockReport {
  Q_DECLARE_TR_FUNCTIONS(StockReport)
};

ReportCell orEmpty(std::int64_t quantity, ReportTone tone = ReportTone::kPlain) {
  return quantity == 0 ? ReportCell() : ReportCell(quantity, tone);
}

ReportTable shortTable(const StockView& view) {
  ReportTable table;
  table.title = StockReport::tr("Below the minimum");
  table.notes = {
      StockReport::tr("Minimum = people at risk × norm for 1,000 people (× days for what is used by the day), "
                      "rounded up; levels set by hand carry their reason.")};
  table.columns = {{StockReport::tr("Depot")},   {StockReport::tr("Item")},
                   {StockReport::tr("Unit")},    {StockReport::tr("Usable")},
                   {StockReport::tr("Minimum")}, {StockReport::tr("Short")},
                   {StockReport::tr("People")},  {StockReport::tr("Norm for 1,000"), {}, 1}};
  std::vector<const stocks::Coverage*> rows;
  for (const stocks::Coverage& one : view.coverage)
    if (one.shortOf() > 0) rows.push_back(&one);
  std::ranges::stable_sort(rows, std::ranges::greater(), [](const stocks::Coverage* one) {
    return static_cast<double>(one->shortOf()) / static_cast<double>(one->level->minimum);
  });
  const bool any_typed = std::ranges::any_of(rows, [](const stocks::Coverage* one) { return one->level->typed; });
  if (any_typed) table.columns.push_back({StockReport::tr("Set by hand because")});
  // Told once an item: in every row it would leave no room for the depots.
  std::map<QString, QString> sources;
  for (const stocks::Coverage* one : rows) {
    const stocks::Item* item = view.directory.item(one->item_id);
    if (!item) continue;
    const stocks::Level& level = *one->level;
    if (!level.typed) sources[itemName(*item)] = QString::fromStdString(level.norm_source);
    table.rows.push_back({depotName(view, one->depot_id), itemName(*item), itemUnit(*item), one->usable, level.minimum,
                          ReportCell(one->shortOf(), ReportTone::kAlarm),
                          level.typed ? ReportCell() : ReportCell(level.people),
                          level.typed ? ReportCell() : ReportCell(level.per_1000_count)});
    if (any_typed) table.rows.back().push_back(QString::fromStdString(level.typed ? level.reason : std::string()));
  }
  QStringList norms;
  for (const auto& [name, source] : sources) norms << StockReport::tr("%1: %2").arg(name, source);
  if (!norms.isEmpty()) table.notes << StockReport::tr("Norms: %1").arg(norms.join(StockReport::tr("; ")));
  return table;
}

QString unitOf(const StockView& view, std::int64_t item_id) {
  const stocks::Item* item = view.directory.item(item_id);
  return item ? itemUnit(*item) : QString();
}

ReportTable balanceTable(const StockView& view) {
  ReportTable table;
  table.title = StockReport::tr("Stock by depot and item");
  table.columns = {{StockReport::tr("Tier")},    {StockReport::tr("Depot")},    {StockReport::tr("Item")},
                   {StockReport::tr("Unit")},    {StockReport::tr("Usable")},   {StockReport::tr("Minimum")},
                   {StockReport::tr("Lasts")},   {StockReport::tr("Reserved")}, {StockReport::tr("On the road")},
                   {StockReport::tr("Damaged")}, {StockReport::tr("Expired")},  {StockReport::tr("On loan")}};
  for (const stocks::Coverage& one : view.coverage) {
    const stocks::Item* item = view.directory.item(one.item_id);
    const stocks::Depot* depot = view.directory.depot(one.depot_id);
    if (!item || !depot) continue;
    table.rows.push_back({depotTierText(depot->tier), QString::fromStdString(depot->name), itemName(*item),
                          itemUnit(*item),
                          ReportCell(one.usable, one.shortOf() > 0 ? ReportTone::kAlarm : ReportTone::kPlain),
                          one.level ? ReportCell(one.level->minimum) : ReportCell(), daysText(one),
                          orEmpty(one.reserved), orEmpty(one.on_the_road), orEmpty(one.damaged),
                          orEmpty(one.expired, ReportTone::kCaution), orEmpty(one.on_loan)});
  }
  return table;
}

ReportTable structureTable(const StockView& view) {
  ReportTable table;
  table.title = StockReport::tr("Structure by class");
  table.columns = {{StockReport::tr("Class")},
                   {StockReport::tr("Kinds planned")},
                   {StockReport::tr("Kinds there")},
                   {StockReport::tr("Minimum met"), QStringLiteral("%"), 0},
                   {StockReport::tr("Weight"), QStringLiteral("t"), 1},
                   {StockReport::tr("Volume"), QStringLiteral("m³"), 1},
                   {StockReport::tr("Value"), StockReport::tr("yuan")}};
  for (const stocks::ClassShare& one : view.structure)
    table.rows.push_back({className(view, one.class_code), one.planned, one.items_there, one.filled_ratio * 100,
                          one.weight_kg / 1000, one.volume_m3, one.value_yuan});
  return table;
}

ReportTable expiryTable(const StockView& view) {
  ReportTable table;
  table.title = StockReport::tr("Expired and expiring within 180 days");
  table.columns = {{StockReport::tr("Depot")},    {StockReport::tr("Item")},     {StockReport::tr("Lot")},
                   {StockReport::tr("Unit")},     {StockReport::tr("Quantity")}, {StockReport::tr("Expires on")},
                   {StockReport::tr("Days left")}};
  for (const stocks::ExpiringLot& lot : view.expiring) {
    const auto known = view.directory.lots.find(lot.lot_id);
    const ReportTone tone = lot.days_left < 0     ? ReportTone::kAlarm
                            : lot.days_left <= 30 ? ReportTone::kCaution
                                                  : ReportTone::kPlain;
    table.rows.push_back({depotName(view, lot.depot_id), itemName(view, lot.item_id),
                          known == view.directory.lots.end() ? QString() : QString::fromStdString(known->second.lot_no),
                          unitOf(view, lot.item_id), lot.quantity, QString::fromStdString(lot.expires_on),
                          ReportCell(lot.days_left, tone)});
  }
  return table;
}

ReportTable rotationTable(const StockView& view) {
  ReportTable table;
  table.title = StockReport::tr("Rotation proposed");
  table.columns = {{StockReport::tr("Depot")},
                   {StockReport::tr("Item")},
                   {StockReport::tr("Unit")},
                   {StockReport::tr("Goes")},
                   {StockReport::tr("Expires on")},
                   {StockReport::tr("Buy fresh")},
                   {StockReport::tr("Cost"), StockReport::tr("yuan")}};
  double cost_yuan = 0;
  for (const stocks::RotationProposal& one : view.rotation) {
    cost_yuan += one.cost_yuan;
    table.rows.push_back({depotName(view, one.lot.depot_id), itemName(view, one.lot.item_id),
                          unitOf(view, one.lot.item_id), one.lot.quantity, QString::fromStdString(one.lot.expires_on),
                          one.buy, one.cost_yuan > 0 ? ReportCell(one.cost_yuan) : ReportCell()});
  }
  table.rows.push_back({StockReport::tr("Total"), QString(), QString(), QString(), QString(), QString(), cost_yuan});
  table.last_row_is_total = true;
  return table;
}

ReportTable roadTable(const StockView& view) {
  ReportTable table;
  table.title = StockReport::tr("On the road");
  table.columns = {{StockReport::tr("Order")}, {StockReport::tr("From")},     {StockReport::tr("To")},
                   {StockReport::tr("Item")},  {StockReport::tr("Quantity")}, {StockReport::tr("Needed by")}};
  for (const RequisitionRow& row : view.requisitions)
    for (const stocks::RequisitionLine& line : row.standing.on_the_road) {
      const stocks::Item* item = view.directory.itemNamed(line.item_code);
      const stocks::RequisitionHead& head = row.paper.head;
      table.rows.push_back(
          {QString::fromStdString(row.standing.order_no), depotName(view, line.depot_id),
           head.to_depot_id != 0 ? depotName(view, head.to_depot_id) : QString::fromStdString(head.place),
           item ? itemName(*item) : QString::fromStdString(line.item_code),
           item ? quantityText(*item, line.quantity) : stockCount(line.quantity),
           head.deadline_utc_ms == 0 ? QString() : beijingTimeText(head.deadline_utc_ms)});
    }
  return table;
}

}  // namespace

Report stockReport(const StockView& view, const QString& city, bool is_demo) {
  Report report;
  report.title = StockReport::tr("Reserve stocks");
  report.subtitle = QStringLiteral("%1  %2").arg(city, QString::fromStdString(view.day));
  if (is_demo) report.mark = StockReport::tr("DEMONSTRATION DATA");
  const auto is_short =
      std::ranges::count_if(view.coverage, [](const stocks::Coverage& one) { return one.shortOf() > 0; });
  const auto expired =
      std::ranges::count_if(view.expiring, [](const stocks::ExpiringLot& lot) { return lot.days_left < 0; });
  report.summary = {
      StockReport::tr("%1 depots hold %2 kinds of goods; %3 times a depot is below its minimum of an item; %4 "
                      "lots have expired.")
          .arg(view.directory.depots.size())
          .arg(std::ranges::count_if(view.directory.items,
                                     [&](const stocks::Item& item) {
                                       return std::ranges::any_of(view.coverage, [&](const stocks::Coverage& one) {
                                         return one.item_id == item.id && one.usable > 0;
                                       });
                                     }))
          .arg(is_short)
          .arg(expired)};
  ReportSection section;
  for (ReportTable& table : std::vector<ReportTable>{shortTable(view), balanceTable(view), structureTable(view),
                                                     expiryTable(view), rotationTable(view), roadTable(view)})
    if (!table.rows.empty()) section.tables.push_back(std::move(table));
  report.sections = {std::move(section)};
  report.provenance = {
      StockReport::tr("From the append-only ledger of the workspace at %1; usable is what has not expired on that day.")
          .arg(beijingTimeText(view.now_utc_ms))};
  return report;
}

Report countPaper(const StockView& view, const stocks::CountSheet& sheet, const QString& city, bool is_demo) {
  Report report;
  report.title = StockReport::tr("Count sheet");
  report.subtitle =
      QStringLiteral("%1  %2  %3").arg(city, depotName(view, sheet.depot_id), QString::fromStdString(sheet.number));
  if (is_demo) report.mark = StockReport::tr("DEMONSTRATION DATA");
  ReportTable table;
  table.title = StockReport::tr("To count");
  // On a blind sheet the books have no column until they may be told.
  const bool tells =
      std::ranges::any_of(sheet.rows, [](const stocks::CountRow& row) { return row.booked.has_value(); });
  table.columns = {{StockReport::tr("Item")},
                   {StockReport::tr("Lot")},
                   {StockReport::tr("State")},
                   {StockReport::tr("Owner")},
                   {StockReport::tr("Unit")}};
  if (tells) table.columns.push_back({StockReport::tr("In the books")});
  table.columns.push_back({StockReport::tr("Counted")});
  table.columns.push_back({StockReport::tr("Remark")});
  for (const stocks::CountRow& row : sheet.rows) {
    std::vector<ReportCell> cells{itemName(view, row.item_id), lotText(view, row.lot_id), stockStateText(row.state),
                                  ownerText(view, row.owner_id), unitOf(view, row.item_id)};
    if (tells) cells.push_back(row.booked ? ReportCell(*row.booked) : ReportCell());
    cells.push_back(row.counted ? ReportCell(*row.counted) : ReportCell());
    cells.push_back(QString());
    table.rows.push_back(std::move(cells));
  }
  ReportSection section;
  section.tables.push_back(std::move(table));
  report.sections.push_back(std::move(section));
  ReportSection signatures;
  signatures.title = StockReport::tr("Signatures");
  signatures.paragraphs = {StockReport::tr("Counted by: ____________________   Date: ______________"),
                           StockReport::tr("Second person: ____________________   Date: ______________")};
  report.sections.push_back(std::move(signatures));
  report.provenance = {sheet.is_blind ? StockReport::tr("Blind: the books are shown when everything is counted.")
                                      : StockReport::tr("Not blind: the books are shown beside the counts.")};
  return report;
}

}  // namespace app
