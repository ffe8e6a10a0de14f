// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evacuation/evacuation_report.h"

#include <QCoreApplication>
#include <QStringList>

#include "app/evacuation/evacuation_words.h"
#include "app/text/moment_text.h"
#include "gis/geo/coordinate_text.h"

namespace app {
namespace {

namespace evacuation = gis::evacuation;

struct EvacuationReport {
  Q_DECLARE_TR_FUNCTIONS(EvacuationReport)
};

QString shelterOf(const evacuation::OrderedPlan& plan, const std::string& uuid) {
  for (const evacuation::OrderedShelter& shelter : plan.shelters)
    if (shelter.uuid == uuid) return QString::fromStdString(shelter.name);
  return QString::fromStdString(uuid);
}

ReportTable residualTable(const EvacuationRow& row) {
  ReportTable table;
  table.title = EvacuationReport::tr("People still there");
  table.columns = {{EvacuationReport::tr("Village")},
                   {EvacuationReport::tr("Still there")},
                   {EvacuationReport::tr("Refused")},
                   {EvacuationReport::tr("Cut off by")}};
  std::int64_t left = 0, refused = 0;
  for (std::size_t v = 0; v < row.standing.villages.size(); ++v) {
    const evacuation::VillageStanding& village = row.standing.villages[v];
    if (village.residual() == 0 && village.refused == 0) continue;
    left += village.residual(), refused += village.refused;
    table.rows.push_back(
        {QString::fromStdString(row.order.plan.villages[v].name),
         ReportCell(village.residual(), village.residual() > 0 ? ReportTone::kAlarm : ReportTone::kPlain),
         village.refused, QString::fromStdString(row.order.plan.villages[v].cut_off_by)});
  }
  table.rows.push_back({EvacuationReport::tr("Total"), left, refused, QString()});
  table.last_row_is_total = true;
  return table;
}

ReportTable villagesTable(const EvacuationRow& row) {
  ReportTable table;
  table.title = EvacuationReport::tr("By village");
  table.columns = {{EvacuationReport::tr("Village")}, {EvacuationReport::tr("Households")},
                   {EvacuationReport::tr("To move")}, {EvacuationReport::tr("Moved")},
                   {EvacuationReport::tr("Refused")}, {EvacuationReport::tr("Arrived")},
                   {EvacuationReport::tr("Shelter")}, {EvacuationReport::tr("Signed by")}};
  const evacuation::OrderedPlan& plan = row.order.plan;
  for (std::size_t v = 0; v < row.standing.villages.size(); ++v) {
    const evacuation::VillageStanding& village = row.standing.villages[v];
    QStringList shelters;
    for (const evacuation::OrderedRow& one : plan.rows)
      if (one.village == v)
        shelters
            << QStringLiteral("%1 %2").arg(QString::fromStdString(plan.shelters[one.shelter].name)).arg(one.people);
    table.rows.push_back({QString::fromStdString(plan.villages[v].name), plan.villages[v].households, village.to_move,
                          village.moved, village.refused, village.arrivedSum(),
                          shelters.join(EvacuationReport::tr(", ")), QString()});
  }
  const evacuation::EvacuationTotals totals = row.standing.totals();
  table.rows.push_back({EvacuationReport::tr("Total"), QString(), totals.to_move, totals.moved, totals.refused,
                        totals.arrived, QString(), QString()});
  table.last_row_is_total = true;
  return table;
}

ReportTable sheltersTable(const EvacuationRow& row) {
  ReportTable table;
  table.title = EvacuationReport::tr("By shelter");
  table.columns = {{EvacuationReport::tr("Shelter")}, {EvacuationReport::tr("Places")},
                   {EvacuationReport::tr("Village")}, {EvacuationReport::tr("Planned")},
                   {EvacuationReport::tr("Arrived")}, {EvacuationReport::tr("Signed by")}};
  const evacuation::OrderedPlan& plan = row.order.plan;
  for (std::size_t s = 0; s < plan.shelters.size(); ++s)
    for (const evacuation::OrderedRow& one : plan.rows) {
      if (one.shelter != s) continue;
      const auto& arrived = row.standing.villages[one.village].arrived;
      const auto there = arrived.find(plan.shelters[s].uuid);
      table.rows.push_back({shelterOf(plan, plan.shelters[s].uuid), plan.shelters[s].capacity,
                            QString::fromStdString(plan.villages[one.village].name), one.people,
                            there == arrived.end() ? std::int64_t{0} : there->second, QString()});
    }
  return table;
}

// What closed roads when it was ordered.
ReportTable closuresTable(const EvacuationRow& row) {
  ReportTable table;
  table.title = EvacuationReport::tr("Roads closed");
  table.columns = {{EvacuationReport::tr("Closure"), {}, 0, 24}, {EvacuationReport::tr("Where"), {}, 0, 30}};
  for (const evacuation::OrderedClosure& one : row.order.plan.closures) {
    if (one.parts.empty() || one.parts.front().empty()) continue;
    table.rows.push_back({QString::fromStdString(one.name),
                          QString::fromStdString(gis::formatDecimal(one.parts.front()[one.parts.front().size() / 2]))});
  }
  return table;
}

}  // namespace

Report evacuationReport(const EvacuationRow& row, const QString& city, bool is_demo, const QImage& map) {
  Report report;
  report.title = EvacuationReport::tr("Evacuation %1").arg(QString::fromStdString(row.order.number));
  report.subtitle = QStringLiteral("%1  %2  %3")
                        .arg(city, QString::fromStdString(row.order.title), beijingTimeText(row.order.created_utc_ms));
  QStringList marks;
  if (row.order.is_drill) marks << EvacuationReport::tr("Drill");
  if (is_demo) marks << EvacuationReport::tr("Demo data");
  report.mark = marks.join(QStringLiteral(" · "));
  const evacuation::EvacuationTotals totals = row.standing.totals();
  report.summary << EvacuationReport::tr("%1 to move: %2 still there, %3 moved, %4 arrived, %5 refused.")
                        .arg(peopleText(totals.to_move), peopleText(totals.residual()), peopleText(totals.moved),
                             peopleText(totals.arrived), peopleText(totals.refused));
  ReportSection section;
  section.picture = map;
  if (!map.isNull()) section.caption = EvacuationReport::tr("Villages, shelters and closed roads as they were ordered");
  section.tables = {residualTable(row), villagesTable(row), sheltersTable(row)};
  if (ReportTable closed = closuresTable(row); !closed.rows.empty()) section.tables.push_back(std::move(closed));
  report.sections.push_back(std::move(section));
  report.provenance << EvacuationReport::tr("Ordered by %1 at %2; as of the last tick.")
                           .arg(QString::fromStdString(row.order.author), beijingTimeText(row.order.created_utc_ms));
  report.page_text = EvacuationReport::tr("Page %1 of %2");
  return report;
}

}  // namespace app
