// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

#include "app/charts/line_chart.h"
#include "app/flood/flood_text.h"
#include "app/flood/now_page.h"
#include "app/flood/water_page.h"
#include "app/settings/theme.h"
#include "gis/flood/routing.h"
#include "layers/flood/flood_layer.h"

namespace app {

using namespace gis::flood;

namespace {

constexpr int kForecastHours = 24;

// The level of the next day if the present inflow stays (level pool).
std::vector<ChartPoint> ifInflowStays(const ReservoirRecord& record, const WaterReading& last) {
  std::vector<ChartPoint> points;
  if (!last.inflow_m3_per_s || !record.curve.hasOutflow()) return points;
  const std::vector<double> inflow(kForecastHours + 1, *last.inflow_m3_per_s);
  const auto routed = routePool(record.curve, last.level_m, inflow, 1);
  if (!routed) return points;
  for (std::size_t i = 0; i < routed->steps.size(); ++i)
    points.push_back(
        {static_cast<double>(last.at_utc_ms + static_cast<std::int64_t>(i) * kHourMs), routed->steps[i].level_m});
  return points;
}

}  // namespace

ReservoirPage::ReservoirPage(QWidget* parent) : FloodListPage(parent), m_chart(new LineChart) {
  m_chart->setFixedHeight(dp(200));
  column()->addWidget(m_chart);
  column()->addWidget(particulars());
}

void ReservoirPage::show(FloodViewPtr view) {
  keep(std::move(view));
  fill();
}

void ReservoirPage::fill() {
  std::vector<FloodRow> rows;
  int over = 0, gaps = 0;
  if (view()) {
    for (std::size_t i = 0; i < view()->now.reservoirs.size(); ++i) {
      rows.push_back(reservoirRow(*view(), i));
      over += rows.back().severity > 0 ? 1 : 0;
    }
    // Check dams have no gauges: those whose persons are incomplete come first.
    std::vector<FloodRow> dams;
    for (std::size_t i = 0; i < view()->records.check_dams.size(); ++i) {
      const CheckDamRecord& dam = view()->records.check_dams[i];
      QStringList missing;
      const QString leads[] = {tr("administrative"), tr("technical"), tr("patrol")};
      for (std::size_t lead = 0; lead < 3; ++lead)
        if (dam.leads[lead].empty()) missing << leads[lead];
      gaps += missing.isEmpty() ? 0 : 1;
      FloodRow row;
      row.title = textOf(dam.name);
      row.value = tr("%1 m high").arg(dam.height_m);
      row.detail = QStringList{countyOf(*view(), dam.division_code), volume(dam.capacity_m3),
                               missing.isEmpty() ? tr("three persons complete")
                                                 : tr("missing: %1").arg(missing.join(QLatin1Char(' ')))}
                       .join(QStringLiteral(" · "));
      row.faded = missing.isEmpty();
      row.index = i;
      row.table = "check_dam";
      row.fid = dam.fid;
      row.at = dam.at;
      dams.push_back(std::move(row));
    }
    std::ranges::stable_sort(dams, {}, &FloodRow::faded);
    rows.insert(rows.end(), dams.begin(), dams.end());
  }
  headline()->setVisible(view() && !rows.empty());
  if (view())
    headline()->setText(tr("%1 reservoirs, %2 over the flood limit; %3 check dams, %4 without all three persons")
                            .arg(view()->now.reservoirs.size())
                            .arg(over)
                            .arg(view()->records.check_dams.size())
                            .arg(gaps));
  list()->setEmptyText(tr("No reservoirs are recorded."));
  list()->setRows(std::move(rows));
  if (list()->currentFloodRow() == nullptr && list()->count() > 0) {
    const QSignalBlocker quiet(list());
    list()->setCurrentRow(0);
  }
  showCurrent();
}

void ReservoirPage::showCurrent() {
  const FloodRow* row = list()->currentFloodRow();
  const bool any = view() && row != nullptr;
  m_chart->setVisible(any && row->table == "reservoir");
  particulars()->setVisible(any);
  if (!any) return;
  if (row->table == "reservoir")
    showReservoir(view()->now.reservoirs[row->index]);
  else
    showDam(view()->records.check_dams[row->index]);
}

namespace {

QString peopleText(const ThreeLeads& leads, const QStringList& names, const QString& none) {
  QStringList lines;
  for (std::size_t lead = 0; lead < 3; ++lead) {
    if (leads[lead].empty()) {
      lines << names[static_cast<int>(lead)] + QStringLiteral("  ") + none;
      continue;
    }
    const Person& p = leads[lead].front();
    lines << QStringLiteral("%1  %2 %3  %4")
                 .arg(names[static_cast<int>(lead)], textOf(p.name), textOf(p.post), textOf(p.phone));
  }
  return lines.join(QLatin1Char('\n'));
}

}  // namespace

void ReservoirPage::showReservoir(const ReservoirNow& now) {
  const ReservoirRecord& record = view()->records.reservoirs[now.reservoir];
  std::vector<ChartLine> lines;
  if (now.station) {
    ChartLine line{tr("Level"), {}, seriesColour(0)};
    const auto water = view()->readings.water.find(view()->records.stations[*now.station].code);
    if (water != view()->readings.water.end())
      for (const WaterReading& r : water->second) line.points.push_back({static_cast<double>(r.at_utc_ms), r.level_m});
    if (!line.points.empty()) lines.push_back(std::move(line));
  }
  if (now.last)
    if (auto points = ifInflowStays(record, *now.last); !points.empty())
      lines.push_back({tr("If the inflow stays"), std::move(points), seriesColour(1)});
  std::vector<ChartThreshold> marks;
  const auto limit_m = now.limit && now.limit->limit_level_m ? now.limit->limit_level_m : record.flood_limit_level_m;
  if (limit_m) marks.push_back({tr("Flood limit"), *limit_m, layers::floodWarningColour(1)});
  if (record.normal_level_m) marks.push_back({tr("Normal"), *record.normal_level_m, layers::floodWarningColour(2)});
  m_chart->setTitle(textOf(record.name));
  m_chart->setEmptyText(tr("No gauge of this reservoir has reported."));
  m_chart->setData(std::move(lines), std::move(marks), ChartX::kTime, QStringLiteral("m"));
  QStringList text;
  if (now.last && (now.last->inflow_m3_per_s || now.last->outflow_m3_per_s))
    text << tr("In %1 · out %2 m³/s")
                .arg(now.last->inflow_m3_per_s.value_or(0), 0, 'f', 1)
                .arg(now.last->outflow_m3_per_s.value_or(0), 0, 'f', 1);
  if (now.storage_m3)
    text << tr("Holds %1%2")
                .arg(volume(*now.storage_m3),
                     now.free_to_normal_m3 ? tr(", free to the normal level %1").arg(volume(*now.free_to_normal_m3))
                                           : QString());
  else if (!record.curve_trouble.empty())
    text << tr("The storage curve is wrong: %1").arg(textOf(record.curve_trouble));
  else if (record.curve.empty())
    text << tr("The storage curve is to be confirmed.");
  if (now.limit && now.limit->limit_level_m)
    text << tr("Flood limit %1 (%2–%3)%4")
                .arg(metres(*now.limit->limit_level_m), textOf(now.limit->begins_mmdd), textOf(now.limit->ends_mmdd),
                     confidenceText(now.limit->confidence).isEmpty()
                         ? QString()
                         : tr(", %1").arg(confidenceText(now.limit->confidence)));
  text << peopleText(record.leads, {tr("Administrative"), tr("Technical"), tr("Patrol")}, tr("missing"));
  particulars()->setText(text.join(QLatin1Char('\n')));
}

void ReservoirPage::showDam(const CheckDamRecord& dam) {
  particulars()->setText(peopleText(dam.leads, {tr("Administrative"), tr("Technical"), tr("Patrol")}, tr("missing")));
}

void ReservoirPage::retranslate() {
  list()->setAccessibleName(tr("Reservoirs and check dams"));
  fill();
}

}  // namespace app
