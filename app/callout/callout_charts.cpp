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
// A curve has no more points than it has pixels.
constexpr std::size_t kMostPoints = 300;

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
  const bool other = !m_view || !view || m_view->facts != view->facts;
  m_view = std::move(view);
  // Charts are drawn anew only while somebody looks at them.
  if (isVisible()) other ? refreshAll() : refresh();
}

void CalloutCharts::showEvent(QShowEvent* event) {
  refreshAll();
  QWidget::showEvent(event);
}

void CalloutCharts::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    if (isVisible()) refreshAll();
  }
  QWidget::changeEvent(event);
}

// One chart at a time, the one that has waited longest: three at once would be felt.
void CalloutCharts::refresh() {
  if (!m_view) return;
  const std::int64_t all_seq = std::min({m_shown_seq[0], m_shown_seq[1], m_shown_seq[2]});
  if (all_seq == m_view->last_seq) return;
  const auto next = static_cast<std::size_t>(std::ranges::min_element(m_shown_seq) - m_shown_seq.begin());
  m_shown_seq[next] = m_view->last_seq;
  if (next == 0) return showCourse();
  next == 1 ? showCounties() : showChannels();
}

void CalloutCharts::refreshAll() {
  m_shown_seq.fill(-1);
  for (std::size_t i = 0; i < m_shown_seq.size(); ++i) refresh();
}

void CalloutCharts::showCourse() {
  m_course->setTitle(tr("Confirmed over time"));
  m_course->setEmptyText(tr("Nobody has confirmed yet."));
  const int persons = static_cast<int>(m_view->persons.size());
  ChartLine confirmed{tr("confirmed"), {{0, 0}}, currentColours().accent};
  const auto& course = m_view->report.course;
  const std::size_t every = course.size() / kMostPoints + 1;
  for (std::size_t i = 0; i < course.size(); ++i) {
    if (i % every != 0 && i + 1 != course.size()) continue;
    const gis::CoursePoint& point = course[i];
    confirmed.points.push_back({static_cast<double>(point.after_ms) / kMsPerMin, static_cast<double>(point.confirmed)});
  }
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
}

void CalloutCharts::showCounties() {
  m_counties->setTitle(tr("By county"));
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
}

void CalloutCharts::showChannels() {
  m_channels->setTitle(tr("Attempts by channel"));
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
