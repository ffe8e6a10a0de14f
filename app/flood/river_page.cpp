// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QVBoxLayout>

#include "app/charts/line_chart.h"
#include "app/flood/flood_text.h"
#include "app/flood/now_page.h"
#include "app/flood/water_page.h"
#include "app/settings/theme.h"
#include "layers/flood/flood_layer.h"

namespace app {

using namespace gis::flood;

RiverPage::RiverPage(QWidget* parent) : FloodListPage(parent), m_chart(new LineChart) {
  m_chart->setFixedHeight(dp(200));
  column()->addWidget(m_chart);
  column()->addWidget(particulars());
}

void RiverPage::show(FloodViewPtr view) {
  keep(std::move(view));
  fill();
}

void RiverPage::fill() {
  std::vector<FloodRow> rows;
  int over = 0, old = 0;
  if (view())
    for (std::size_t i = 0; i < view()->now.rivers.size(); ++i) {
      rows.push_back(riverRow(*view(), i));
      over += rows.back().severity > 0 ? 1 : 0;
      old += rows.back().faded ? 1 : 0;
    }
  headline()->setVisible(view() && !rows.empty());
  headline()->setText(
      tr("%1 gauges: %2 over the warning stage, %3 with an old reading").arg(rows.size()).arg(over).arg(old));
  list()->setEmptyText(tr("No gauge is tied to a river. Add rows to the table “Stages of gauges”."));
  list()->setRows(std::move(rows));
  if (list()->currentFloodRow() == nullptr && list()->count() > 0) {
    const QSignalBlocker quiet(list());
    list()->setCurrentRow(0);
  }
  showCurrent();
}

void RiverPage::showCurrent() {
  const FloodRow* row = list()->currentFloodRow();
  const bool any = view() && row != nullptr;
  m_chart->setVisible(any);
  particulars()->setVisible(any);
  if (!any) return;
  const RiverNow& now = view()->now.rivers[row->index];
  const Station& station = view()->records.stations[now.station];
  const Gauge& gauge = view()->records.gauges[now.gauge];
  ChartLine line{tr("Stage"), {}, seriesColour(0)};
  if (const auto water = view()->readings.water.find(station.code); water != view()->readings.water.end())
    for (const WaterReading& r : water->second) line.points.push_back({static_cast<double>(r.at_utc_ms), r.level_m});
  std::vector<ChartThreshold> marks;
  if (gauge.marks.warning_stage_m)
    marks.push_back({tr("Warning"), *gauge.marks.warning_stage_m, layers::floodWarningColour(2)});
  if (gauge.marks.guaranteed_stage_m)
    marks.push_back({tr("Guaranteed"), *gauge.marks.guaranteed_stage_m, layers::floodWarningColour(3)});
  m_chart->setTitle(textOf(station.name));
  m_chart->setEmptyText(tr("This gauge has not reported."));
  std::vector<ChartLine> lines;
  if (!line.points.empty()) lines.push_back(std::move(line));
  m_chart->setData(std::move(lines), std::move(marks), ChartX::kTime, QStringLiteral("m"));
  QStringList text;
  if (now.last)
    text << tr("%1: %2%3")
                .arg(floodTime(now.last->at_utc_ms), metres(now.last->level_m),
                     now.last->flow_m3_per_s ? tr(", %1 m³/s").arg(*now.last->flow_m3_per_s, 0, 'f', 1) : QString());
  const auto stage = [&](const std::optional<double>& m) { return m ? metres(*m) : tr("to be confirmed"); };
  text << tr("Warning %1 · guaranteed %2")
              .arg(stage(gauge.marks.warning_stage_m), stage(gauge.marks.guaranteed_stage_m));
  if (!gauge.figures_source.empty()) text << tr("Source: %1").arg(textOf(gauge.figures_source));
  particulars()->setText(text.join(QLatin1Char('\n')));
}

void RiverPage::retranslate() {
  list()->setAccessibleName(tr("River gauges"));
  fill();
}

}  // namespace app
