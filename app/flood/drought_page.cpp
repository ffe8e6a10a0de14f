// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flood/drought_page.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <limits>

#include "app/charts/bar_chart.h"
#include "app/flood/flood_text.h"
#include "app/settings/theme.h"

namespace app {

using namespace gis::flood;

namespace {
constexpr double kNotKnown = std::numeric_limits<double>::quiet_NaN();
}

DroughtPage::DroughtPage(QWidget* parent) : FloodListPage(parent), m_chart(new BarChart) {
  auto* area = new QScrollArea;
  area->setWidgetResizable(true);
  area->setFrameShape(QFrame::NoFrame);
  area->setWidget(m_chart);
  column()->addWidget(area, 1);
  column()->addWidget(particulars());
  connect(m_chart, &Chart::activated, this, [this](int item) {
    if (item >= 0 && item < list()->count()) list()->setCurrentRow(item);
  });
}

void DroughtPage::show(FloodViewPtr view) {
  keep(std::move(view));
  fill();
}

void DroughtPage::fill() {
  std::vector<FloodRow> rows;
  std::vector<ChartBar> bars;
  if (view()) {
    const auto gradeText = [](std::optional<DroughtGrade> grade) {
      switch (grade.value_or(DroughtGrade::kNone)) {
        case DroughtGrade::kLight:
          return tr("light drought");
        case DroughtGrade::kModerate:
          return tr("moderate drought");
        case DroughtGrade::kSevere:
          return tr("severe drought");
        case DroughtGrade::kExtreme:
          return tr("extreme drought");
        case DroughtGrade::kNone:
          break;
      }
      return grade ? tr("no drought") : tr("not known");
    };
    std::vector<std::size_t> order(view()->now.droughts.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto worst = [&](std::size_t i) {
      const DroughtNow& d = view()->now.droughts[i];
      return -static_cast<int>(
          std::max(d.soil_grade.value_or(DroughtGrade::kNone), d.storage_grade.value_or(DroughtGrade::kNone)));
    };
    std::ranges::stable_sort(order, {}, worst);
    for (const std::size_t i : order) {
      const DroughtNow& d = view()->now.droughts[i];
      FloodRow row;
      row.index = i;
      row.title = textOf(view()->records.divisionName(d.county_code));
      row.value = d.soil_relative_percent ? tr("soil %1 %").arg(*d.soil_relative_percent, 0, 'f', 0) : QString();
      QStringList parts{tr("soil: %1").arg(gradeText(d.soil_grade))};
      if (d.storage_percent)
        parts << tr("storage %1 % of normal: %2").arg(*d.storage_percent, 0, 'f', 0).arg(gradeText(d.storage_grade));
      row.detail = parts.join(QStringLiteral(" · "));
      rows.push_back(std::move(row));
      bars.push_back(
          {textOf(view()->records.divisionName(d.county_code)),
           {std::round(d.soil_percent.value_or(kNotKnown)), std::round(d.storage_percent.value_or(kNotKnown))}});
    }
  }
  headline()->setVisible(!rows.empty());
  headline()->setText(
      tr("Grades by SL 424-2008 (editable, table “Limits of drought grades”); percent of the normal of the month"));
  list()->setEmptyText(tr("There are no counties to judge."));
  list()->setRows(std::move(rows));
  m_chart->setTitle(tr("Percent of normal"));
  // Two shares of different things: beside each other, never added up.
  m_chart->setGrouped(100, tr("normal of the month, 100 %"));
  m_chart->setEmptyText(tr("No soil moisture and no reservoir level is known."));
  m_chart->setData(std::move(bars),
                   {{tr("Soil moisture"), seriesColour(0)}, {tr("Reservoir storage"), seriesColour(1)}},
                   QStringLiteral("%"));
  showCurrent();
}

void DroughtPage::showCurrent() {
  const FloodRow* row = list()->currentFloodRow();
  particulars()->setVisible(view() && row != nullptr);
  if (!view() || row == nullptr) return;
  const DroughtNow& d = view()->now.droughts[row->index];
  QStringList text;
  if (d.soil_relative_percent)
    text << tr("Relative soil moisture %1 %%2")
                .arg(*d.soil_relative_percent, 0, 'f', 1)
                .arg(d.soil_percent ? tr(", %1 % of normal").arg(*d.soil_percent, 0, 'f', 0) : QString());
  if (d.storage_m3)
    text << tr("Reservoirs hold %1%2")
                .arg(volume(*d.storage_m3),
                     d.storage_percent ? tr(", %1 % of normal").arg(*d.storage_percent, 0, 'f', 0) : QString());
  if (d.reservoirs_without_reading > 0) text << tr("%1 reservoirs without a level").arg(d.reservoirs_without_reading);
  particulars()->setText(text.isEmpty() ? tr("Nothing is known of this county.") : text.join(QLatin1Char('\n')));
}

void DroughtPage::retranslate() {
  list()->setAccessibleName(tr("Drought by county"));
  fill();
}

}  // namespace app
