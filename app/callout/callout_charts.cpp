// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callout/callout_charts.h"

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "app/charts/bar_chart.h"
#include "app/charts/line_chart.h"
#include "app/settings/theme.h"
#include "app/warning_text/callout_text.h"

namespace app {
namespace {

constexpr double kMsPerMin = 60'000;
constexpr int kChartCounty = 3;

}  // namespace

CalloutCharts::CalloutCharts(QWidget* parent)
    : QWidget(parent), m_course(new LineChart), m_counties(new BarChart), m_channels(new BarChart) {
  auto* inside = new QWidget;
  auto* column = new QVBoxLayout(inside);
  column->setContentsMargins(0, dp(4), 0, 0);
  column->setSpacing(dp(8));
  m_course->setMinimumHeight(dp(180));
  column->addWidget(m_course);
  column->addWidget(m_counties);
  column->addWidget(m_channels);
  column->addStretch(1);
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidget(inside);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->addWidget(scroll);
}

void CalloutCharts::setView(CalloutViewPtr view) {
  m_view = std::move(view);
  // Charts are drawn anew only while somebody looks at them.
  if (isVisible()) refresh();
}

void CalloutCharts::showEvent(QShowEvent* event) {
  refresh();
  QWidget::showEvent(event);
}

void CalloutCharts::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    m_shown_seq = -1;
    if (isVisible()) refresh();
  }
  QWidget::changeEvent(event);
}

void CalloutCharts::refresh() {
  if (!m_view || m_view->last_seq == m_shown_seq) return;
  m_shown_seq = m_view->last_seq;
  m_course->setTitle(tr("Confirmed over time"));
  m_course->setEmptyText(tr("Nobody has confirmed yet."));
  m_counties->setTitle(tr("By county"));
  m_channels->setTitle(tr("Attempts by channel"));
  const int persons = static_cast<int>(m_view->persons.size());
  ChartLine confirmed{tr("confirmed"), {{0, 0}}, currentColours().accent};
  for (const gis::CoursePoint& point : m_view->report.course)
    confirmed.points.push_back({static_cast<double>(point.after_ms) / kMsPerMin, static_cast<double>(point.confirmed)});
  const double now_min = static_cast<double>(m_view->now_utc_ms - m_view->started_utc_ms) / kMsPerMin;
  if (now_min > confirmed.points.back().x) confirmed.points.push_back({now_min, confirmed.points.back().y});
  std::vector<ChartLine> lines{std::move(confirmed)};
  // The target: from nobody to everybody within the clock of the rule.
  if (const int awake_s = m_view->facts->awake_s; awake_s > 0)
    lines.push_back({tr("target"),
                     {{0, 0},
                      {awake_s / 60.0, static_cast<double>(persons)},
                      {std::max(awake_s / 60.0, lines.front().points.back().x), static_cast<double>(persons)}},
                     currentColours().text_faint});
  m_course->setData(std::move(lines), {}, ChartX::kNumber, tr("persons"), tr("min"));
  std::vector<ChartBar> counties;
  for (const gis::TallyNode& node : m_view->tree) {
    if (node.division.level != kChartCounty) continue;
    const gis::Tally& t = node.all;
    const double heard = std::max(0, t.answered - t.confirmed), silent = t.silent;
    counties.push_back(
        {QString::fromStdString(node.division.name),
         {static_cast<double>(t.confirmed), heard, silent, std::max(0.0, t.issued - t.confirmed - heard - silent)},
         {},
         QStringLiteral("%1/%2").arg(t.confirmed).arg(t.issued)});
  }
  m_counties->setData(std::move(counties),
                      {{tr("confirmed"), currentColours().accent},
                       {tr("answered only"), seriesColour(2)},
                       {tr("silent"), currentColours().danger},
                       {tr("not reached yet"), currentColours().strong_line}},
                      tr("persons"));
  std::vector<ChartBar> channels;
  for (const gis::ChannelReport& row : m_view->report.channels) {
    if (row.attempts == 0) continue;
    channels.push_back(
        {channelText(row.channel),
         {static_cast<double>(row.confirmed), static_cast<double>(std::max(0, row.answered - row.confirmed)),
          static_cast<double>(std::max(0, row.attempts - std::max(row.answered, row.confirmed)))},
         {},
         {}});
  }
  m_channels->setData(std::move(channels),
                      {{tr("confirmed"), currentColours().accent},
                       {tr("answered only"), seriesColour(2)},
                       {tr("not answered"), currentColours().strong_line}},
                      tr("attempts"));
}

}  // namespace app
