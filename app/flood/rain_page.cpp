// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flood/rain_page.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/charts/line_chart.h"
#include "app/flood/flood_text.h"
#include "app/flood/now_page.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "layers/flood/flood_layer.h"

namespace app {

using namespace gis::flood;

namespace {

constexpr std::size_t kChartHours = 48;
constexpr std::size_t kPersonsShown = 4;

std::vector<ChartPoint> lastHours(const HourlyRain& rain) {
  std::vector<ChartPoint> points;
  const std::size_t from = rain.mm.size() > kChartHours ? rain.mm.size() - kChartHours : 0;
  for (std::size_t i = from; i < rain.mm.size(); ++i)
    points.push_back({static_cast<double>(rain.endOf(i)), static_cast<double>(rain.mm[i])});
  return points;
}

std::vector<ChartPoint> running(const HourlyRain& rain, double window_h) {
  std::vector<ChartPoint> points;
  const std::size_t from = rain.mm.size() > kChartHours ? rain.mm.size() - kChartHours : 0;
  for (std::size_t i = from; i < rain.mm.size(); ++i) {
    const auto sum = windowSum(rain, i, window_h);
    points.push_back({static_cast<double>(rain.endOf(i)), sum && *sum ? (*sum)->rain_mm : std::nan("")});
  }
  return points;
}

}  // namespace

RainPage::RainPage(QWidget* parent)
    : FloodListPage(parent),
      m_what(new QComboBox),
      m_import(new QToolButton),
      m_type(new QToolButton),
      m_chart(new LineChart),
      m_compute(new QPushButton),
      m_form(new QWidget),
      m_time(new QDateTimeEdit),
      m_amount(new QDoubleSpinBox),
      m_record(new QPushButton) {
  auto* top = new QHBoxLayout;
  top->addWidget(m_what, 1);
  for (QToolButton* button : {m_type, m_import}) {
    button->setAutoRaise(true);
    button->setIconSize(QSize(dp(18), dp(18)));
    top->addWidget(button);
  }
  m_type->setCheckable(true);
  m_what->addItem(QString());
  m_what->addItem(QString());
  column()->insertLayout(0, top);
  auto* form = new QHBoxLayout(m_form);
  form->setContentsMargins(0, 0, 0, 0);
  m_time->setDisplayFormat(QStringLiteral("MM-dd HH:00"));
  m_time->setCalendarPopup(true);
  m_amount->setRange(0, 500);
  m_amount->setDecimals(1);
  form->addWidget(m_time, 1);
  form->addWidget(m_amount);
  form->addWidget(m_record);
  m_form->hide();
  column()->insertWidget(1, m_form);
  m_chart->setFixedHeight(dp(170));
  column()->addWidget(m_chart);
  column()->addWidget(particulars());
  column()->addWidget(m_compute, 0, Qt::AlignRight);
  connect(m_what, &QComboBox::currentIndexChanged, this, &RainPage::fill);
  connect(m_import, &QToolButton::clicked, this, &RainPage::importWanted);
  connect(m_type, &QToolButton::toggled, this, [this](bool on) {
    if (on) m_what->setCurrentIndex(kStations);
    m_form->setVisible(on);
    if (on) m_amount->setFocus();
  });
  connect(m_record, &QPushButton::clicked, this, &RainPage::typed);
  connect(m_compute, &QPushButton::clicked, this, [this] {
    const FloodRow* row = list()->currentFloodRow();
    if (view() && row != nullptr && shown() == kSections)
      emit thresholdsWanted(textOf(view()->records.sections[view()->now.sections[row->index].section].code));
  });
}

RainPage::Shown RainPage::shown() const { return m_what->currentIndex() == kStations ? kStations : kSections; }

void RainPage::setWritable(bool writable) {
  m_writable = writable;
  for (QWidget* widget : std::initializer_list<QWidget*>{m_import, m_type, m_record}) widget->setEnabled(writable);
  showCurrent();
}

void RainPage::show(FloodViewPtr view) {
  keep(std::move(view));
  if (this->view()) m_time->setDateTime(QDateTime::fromMSecsSinceEpoch(this->view()->now.as_of_utc_ms));
  fill();
}

void RainPage::fill() {
  std::vector<FloodRow> rows;
  if (view() && shown() == kSections) {
    int judged = 0;
    for (std::size_t i = 0; i < view()->now.sections.size(); ++i) {
      rows.push_back(sectionRow(*view(), i));
      judged += view()->now.sections[i].trouble.empty() ? 1 : 0;
    }
    headline()->setText(
        tr("%1 of %2 sections judged; rain of the catchment by %3; critical rain held for %4 h after")
            .arg(judged)
            .arg(rows.size())
            .arg(view()->now.method == ArealMethod::kThiessen ? tr("Thiessen polygons") : tr("inverse distance"))
            .arg(view()->records.rules.hold_h));
    list()->setEmptyText(tr("No danger sections are recorded. Add them to the table “Flash-flood danger sections”."));
  } else if (view()) {
    for (const StationNow& now : view()->now.stations) {
      const Station& s = view()->records.stations[now.station];
      if (s.kind != "PP" && s.kind != "MM") continue;
      FloodRow row;
      row.index = now.station;
      row.table = "monitoring_station";
      row.fid = s.fid;
      row.at = s.at;
      row.title = textOf(s.name);
      row.value = now.last_utc_ms ? mm(now.rain_24h_mm) : QString();
      QStringList parts{countyOf(*view(), s.division_code)};
      if (now.last_utc_ms)
        parts << tr("1 h %1 · 3 h %2 · 6 h %3")
                     .arg(now.rain_1h_mm, 0, 'f', 1)
                     .arg(now.rain_3h_mm, 0, 'f', 1)
                     .arg(now.rain_6h_mm, 0, 'f', 1);
      if (const QString age = ageText(now.last_utc_ms, view()->now.as_of_utc_ms, now.freshness); !age.isEmpty())
        parts << age;
      else if (now.missing_24h > 0)
        parts << tr("%1 of 24 h missing").arg(now.missing_24h);
      row.detail = parts.join(QStringLiteral(" · "));
      row.faded = now.freshness != Freshness::kFresh;
      rows.push_back(std::move(row));
    }
    std::ranges::stable_sort(rows, [&](const FloodRow& a, const FloodRow& b) {
      return view()->now.stations[a.index].rain_24h_mm > view()->now.stations[b.index].rain_24h_mm;
    });
    headline()->setText(tr("%1 rain gauges, most rain of 24 h first").arg(rows.size()));
    list()->setEmptyText(tr("There are no rain gauges. Add them to the table “Monitoring stations”."));
  }
  headline()->setVisible(view() != nullptr);
  list()->setRows(std::move(rows));
  if (list()->currentFloodRow() == nullptr && list()->count() > 0) {
    const QSignalBlocker quiet(list());
    list()->setCurrentRow(0);
  }
  showCurrent();
}

void RainPage::showCurrent() {
  const FloodRow* row = list()->currentFloodRow();
  const bool any = view() && row != nullptr;
  m_chart->setVisible(any);
  particulars()->setVisible(any);
  m_compute->setVisible(any && shown() == kSections && m_writable);
  if (!any) return;
  if (shown() == kSections)
    showSection(view()->now.sections[row->index]);
  else
    showStation(view()->now.stations[row->index]);
}

void RainPage::showSection(const SectionNow& now) {
  const DangerSection& s = view()->records.sections[now.section];
  const double window_h = now.state.by && now.state.by->window_h >= 1 ? now.state.by->window_h : 1;
  std::vector<ChartThreshold> thresholds;
  for (const RainThreshold& t : s.thresholds)
    if (t.soil == now.soil && t.window_h == window_h) {
      if (t.prepare_mm) thresholds.push_back({tr("Prepare"), *t.prepare_mm, layers::floodWarningColour(2)});
      if (t.move_mm) thresholds.push_back({tr("Move"), *t.move_mm, layers::floodWarningColour(3)});
    }
  std::vector<ChartLine> lines;
  if (!now.rain.mm.empty()) {
    lines.push_back({tr("Rain in %1 h").arg(window_h), running(now.rain, window_h), seriesColour(0)});
    lines.push_back({tr("Rain in the hour"), lastHours(now.rain), seriesColour(1)});
  }
  m_chart->setTitle(textOf(s.name));
  m_chart->setEmptyText(tr("No gauge near it has reported."));
  m_chart->setData(std::move(lines), std::move(thresholds), ChartX::kTime, QStringLiteral("mm"));
  QStringList text;
  if (const auto& by = now.state.by) {
    const QString method = by->method == 1 ? tr("survey") : by->method == 2 ? tr("computed") : tr("experience");
    const QString sure = confidenceText(by->confidence);
    text << tr("Threshold: %1 h, %2; %3%4")
                .arg(by->window_h)
                .arg(soilText(by->soil), method, sure.isEmpty() ? QString() : tr(", %1").arg(sure));
  }
  text << tr("Pa %1 of %2 mm a day ago · 24 h %3 · %4 gauges")
              .arg(now.index_mm ? QString::number(*now.index_mm, 'f', 0) : tr("unknown (taken as wet)"))
              .arg(view()->records.rules.wetness.capacity_mm)
              .arg(mm(now.rain_24h_mm))
              .arg(now.stations);
  if (!s.evacuation_place.empty()) text << tr("Moves to: %1").arg(textOf(s.evacuation_place));
  const auto people = view()->records.village_people.find(s.division_code);
  if (people == view()->records.village_people.end() || people->second.empty()) {
    text << tr("No responsible person is recorded for this village.");
  } else {
    for (std::size_t i = 0; i < std::min(kPersonsShown, people->second.size()); ++i) {
      const Person& p = people->second[i];
      text << QStringLiteral("%1 %2  %3").arg(textOf(p.post), textOf(p.name), textOf(p.phone));
    }
  }
  particulars()->setText(text.join(QLatin1Char('\n')));
  m_compute->setToolTip(tr("By the design storm from the flow that does damage; surveyed thresholds stay"));
}

void RainPage::showStation(const StationNow& now) {
  const Station& s = view()->records.stations[now.station];
  const auto rain = view()->readings.rain.find(s.code);
  std::vector<ChartLine> lines;
  if (rain != view()->readings.rain.end())
    lines.push_back({tr("Rain in the hour"), lastHours(rain->second), seriesColour(0)});
  m_chart->setTitle(textOf(s.name));
  m_chart->setEmptyText(tr("This gauge has not reported in the last thirty days."));
  m_chart->setData(std::move(lines), {}, ChartX::kTime, QStringLiteral("mm"));
  particulars()->setText(tr("Station %1 · last reading %2")
                             .arg(textOf(s.code), now.last_utc_ms ? floodTime(*now.last_utc_ms) : tr("never")));
}

void RainPage::typed() {
  const FloodRow* row = list()->currentFloodRow();
  if (!view() || row == nullptr || shown() != kStations) return;
  const qint64 at = m_time->dateTime().toMSecsSinceEpoch();
  emit rainTyped(textOf(view()->records.stations[row->index].code), at - at % kHourMs, m_amount->value());
}

void RainPage::retranslate() {
  m_what->setItemText(kSections, tr("Danger sections"));
  m_what->setItemText(kStations, tr("Rain gauges"));
  m_what->setAccessibleName(tr("What is listed"));
  m_import->setIcon(themedIcon(QStringLiteral("import")));
  m_import->setText(tr("Import readings (CSV)"));
  m_import->setToolTip(m_import->text());
  m_type->setIcon(themedIcon(QStringLiteral("plus")));
  m_type->setText(tr("Type in an hour of rain for the current gauge"));
  m_type->setToolTip(m_type->text());
  m_amount->setSuffix(QStringLiteral(" mm"));
  m_amount->setAccessibleName(tr("Rain in the hour"));
  m_time->setAccessibleName(tr("End of the hour"));
  m_record->setText(tr("Record"));
  m_compute->setText(tr("Compute thresholds"));
  list()->setAccessibleName(tr("Danger sections and rain gauges"));
  fill();
}

}  // namespace app
