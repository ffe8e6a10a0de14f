// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/bar_chart.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QFontMetricsF>
#include <QHorizontalStackedBarSeries>
#include <QPainter>
#include <QResizeEvent>
#include <QValueAxis>
#include <cmath>
#include <map>
#include <numeric>

#include "app/settings/theme.h"

namespace app {

namespace {

constexpr double kNameShare = 0.42;  // of the width, at most, beside a bar
constexpr int kRowPx = 24, kTwoLineRowPx = 40, kGroupedBarPx = 17, kLegendLinePx = 22;

double sumOf(const ChartBar& bar) { return std::accumulate(bar.values.begin(), bar.values.end(), 0.0); }

}  // namespace

BarChart::BarChart(QWidget* parent) : Chart(new QChart, parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BarChart::setData(std::vector<ChartBar> bars, std::vector<ChartSeries> series, const QString& unit) {
  m_bars = std::move(bars);
  m_series = std::move(series);
  if (m_series.empty()) m_series.push_back({});
  for (ChartBar& bar : m_bars) bar.values.resize(m_series.size(), 0.0);
  m_unit = unit;
  dataChanged();
}

QColor BarChart::colourOf(int series) const {
  const QColor own = m_series[static_cast<std::size_t>(series)].colour;
  return own.isValid() ? own : seriesColour(series);
}

void BarChart::setGrouped(double level, const QString& level_name) {
  m_level = level;
  m_level_name = level_name;
}

double BarChart::lengthOf(const ChartBar& bar) const {
  if (!grouped()) return sumOf(bar);
  double longest = 0;
  for (const double value : bar.values) longest = std::fmax(longest, value);
  return longest;
}

QString BarChart::numberText(double value) const {
  return QStringLiteral("%1 %2").arg(shortNumber(value), std::isfinite(value) ? m_unit : QString()).trimmed();
}

QString BarChart::valueText(const ChartBar& bar) const {
  if (grouped() && bar.value_text.isEmpty()) {
    QStringList each;
    for (const double value : bar.values) each << numberText(value);
    return each.join(QStringLiteral(" / "));
  }
  return bar.value_text.isEmpty() ? shortNumber(sumOf(bar)) : bar.value_text;
}

BarChart::Measures BarChart::measures() const {
  const QFontMetricsF metrics(smallFont());
  double names = 0, values = 0;
  for (const ChartBar& bar : m_bars) {
    names = std::max(names, metrics.horizontalAdvance(bar.name));
    if (!grouped()) values = std::max(values, metrics.horizontalAdvance(valueText(bar)));
    for (std::size_t i = 0; grouped() && i < bar.values.size(); ++i)
      values = std::max(values, metrics.horizontalAdvance(numberText(bar.values[i])));
  }
  Measures m{};
  m.name_above = names > kNameShare * width();
  m.name_px = m.name_above ? 0 : names + dp(8);
  m.value_px = values + dp(8);
  m.row_px = dp(m.name_above ? kTwoLineRowPx : kRowPx);
  if (grouped()) m.row_px = dp(kGroupedBarPx * static_cast<int>(m_series.size()) + (m.name_above ? 28 : 10));
  m.top_px = m_series.size() > 1 ? legendPlaces(m.name_px).back().y() + dp(kLegendLinePx) : 0;
  return m;
}

// Where each name of the legend begins, that of the level last: over the bars where one line has room for all, else
// from the left, line by line.
std::vector<QPointF> BarChart::legendPlaces(double name_px) const {
  const QFontMetricsF metrics(smallFont());
  QStringList names;
  for (const ChartSeries& series : m_series) names << series.name;
  if (grouped()) names << m_level_name;
  const auto needs = [&](const QString& name) { return dp(24) + metrics.horizontalAdvance(name); };
  double all = name_px;
  for (const QString& name : names) all += needs(name);
  std::vector<QPointF> places;
  QPointF at(all > width() ? 0 : name_px, 0);
  for (const QString& name : names) {
    if (at.x() > 0 && at.x() + needs(name) - dp(9) > width()) at = {0, at.y() + dp(kLegendLinePx)};
    places.push_back(at);
    at.rx() += needs(name);
  }
  return places;
}

void BarChart::resizeEvent(QResizeEvent* event) {
  // Names move above their bars and the legend takes more lines where it is narrow: the height follows.
  if (event->oldSize().width() != event->size().width()) updateGeometry();
  Chart::resizeEvent(event);
}

QSize BarChart::sizeHint() const {
  if (m_bars.empty()) return {dp(240), dp(72)};
  const Measures m = measures();
  return {dp(280), static_cast<int>(m.top_px + m.row_px * static_cast<double>(m_bars.size()))};
}

QSize BarChart::minimumSizeHint() const { return {dp(160), sizeHint().height()}; }

QRectF BarChart::itemRect(int item) const {
  const Measures m = measures();
  return {0, m.top_px + m.row_px * item, static_cast<double>(width()), m.row_px};
}

QString BarChart::itemText(int item) const {
  const ChartBar& bar = m_bars[static_cast<std::size_t>(item)];
  QStringList lines = {
      grouped()
          ? bar.name
          : QStringLiteral("%1　%2 %3").arg(bar.name, valueText(bar), bar.value_text.isEmpty() ? m_unit : QString())};
  for (std::size_t i = 0; m_series.size() > 1 && i < m_series.size(); ++i) {
    if (!grouped() && !(bar.values[i] > 0)) continue;
    lines << QStringLiteral("%1　%2").arg(m_series[i].name,
                                          grouped() ? numberText(bar.values[i]) : shortNumber(bar.values[i]));
  }
  return lines.join(QLatin1Char('\n')).trimmed();
}

QString BarChart::text() const {
  QStringList lines;
  QStringList heading = {title()};
  for (const ChartSeries& series : m_series)
    heading << (m_unit.isEmpty() ? series.name : QStringLiteral("%1 (%2)").arg(series.name, m_unit).trimmed());
  lines << heading.join(QLatin1Char('\t'));
  for (const ChartBar& bar : m_bars) {
    QStringList cells = {bar.name};
    for (const double value : bar.values) cells << (std::isfinite(value) ? QString::number(value, 'g', 12) : QString());
    lines << cells.join(QLatin1Char('\t'));
  }
  return lines.join(QLatin1Char('\n'));
}

// Qt Charts gives a colour to a set, not to a bar: one set for each colour, with nothing where a bar has another.
std::vector<BarChart::Set> BarChart::sets() const {
  std::vector<Set> sets;
  const std::size_t count = m_bars.size();
  for (std::size_t s = 0; s < m_series.size(); ++s) {
    std::map<QRgb, std::size_t> at;
    for (std::size_t i = 0; i < count; ++i) {
      const ChartBar& bar = m_bars[count - 1 - i];  // Qt's first is at the bottom
      const QColor colour = m_series.size() == 1 && bar.colour.isValid() ? bar.colour : colourOf(static_cast<int>(s));
      const auto [found, is_new] = at.emplace(colour.rgb(), sets.size());
      if (is_new) sets.push_back({colour, std::vector<double>(count, 0)});
      sets[found->second].values[i] = std::max(0.0, bar.values[s]);
    }
  }
  return sets;
}

void BarChart::makeSeries(const std::vector<Set>& sets) {
  QChart* chart = this->chart();
  clearChart(*chart);
  m_sets.clear();
  m_shown = new QHorizontalStackedBarSeries;
  for (const Set& set : sets) {
    m_sets.push_back(new QBarSet(QString()));
    m_sets.back()->setBorderColor(Qt::transparent);
    for (const double value : set.values) m_sets.back()->append(value);
    m_shown->append(m_sets.back());
  }
  chart->addSeries(m_shown);
  auto* values = new QValueAxis;
  auto* names = new QBarCategoryAxis;
  QStringList rows;
  for (std::size_t i = 0; i < m_bars.size(); ++i) rows << QString::number(i);
  names->append(rows);
  for (QAbstractAxis* axis : {static_cast<QAbstractAxis*>(values), static_cast<QAbstractAxis*>(names)}) {
    axis->setLabelsVisible(false);
    axis->setGridLineVisible(false);
    axis->setLineVisible(false);
  }
  chart->addAxis(values, Qt::AlignBottom);
  chart->addAxis(names, Qt::AlignLeft);
  m_shown->attachAxis(values);
  m_shown->attachAxis(names);
}

void BarChart::rebuild() {
  QChart* chart = this->chart();
  if (m_bars.empty() || grouped()) {  // groups are painted over: Qt would stand them in the reverse order
    clearChart(*chart);
    m_sets.clear();
    m_shown = nullptr;
    return;
  }
  const Measures m = measures();
  const std::vector<Set> all = sets();
  // A chart that follows a course keeps its sets: making them anew costs ten times as much.
  const bool same = m_shown != nullptr && m_sets.size() == all.size() &&
                    m_sets.front()->count() == static_cast<int>(all.front().values.size());
  if (!same) makeSeries(all);
  m_shown->setBarWidth(m.name_above ? 0.3 : 0.56);
  for (std::size_t i = 0; i < all.size(); ++i) {
    m_sets[i]->setColor(all[i].colour);
    for (std::size_t k = 0; k < all[i].values.size(); ++k)
      if (m_sets[i]->at(static_cast<int>(k)) != all[i].values[k])
        m_sets[i]->replace(static_cast<int>(k), all[i].values[k]);
  }
  double most = 0;
  for (const ChartBar& bar : m_bars) most = std::max(most, sumOf(bar));
  chart->axes(Qt::Horizontal).front()->setRange(0, most > 0 ? most : 1);
  const double below = m.name_above ? dp(8) : 0;
  chart->setPlotArea({m.name_px, m.top_px + below, std::max(1.0, width() - m.name_px - m.value_px),
                      m.row_px * static_cast<double>(m_bars.size())});
}

void BarChart::paintGroup(QPainter& painter, int item, double most) const {
  const Measures m = measures();
  const ChartBar& bar = m_bars[static_cast<std::size_t>(item)];
  const double plot_px = std::max(1.0, width() - m.name_px - m.value_px);
  const double height_px = dp(kGroupedBarPx);
  double top = itemRect(item).top() + (m.name_above ? dp(22) : dp(5));
  for (std::size_t s = 0; s < m_series.size(); ++s, top += height_px) {
    const double value = bar.values[s];
    const double end = m.name_px + (std::isfinite(value) && most > 0 ? plot_px * std::max(0.0, value) / most : 0);
    painter.fillRect(QRectF(m.name_px, top + dp(2), end - m.name_px, height_px - dp(4)), colourOf(static_cast<int>(s)));
    painter.setPen(currentColours().text);
    painter.drawText(QRectF(end + dp(6), top, m.value_px + dp(2), height_px), Qt::AlignVCenter, numberText(value));
  }
}

void BarChart::paintLevel(QPainter& painter, double most) const {
  const Measures m = measures();
  const double x = m.name_px + std::max(1.0, width() - m.name_px - m.value_px) * m_level / most;
  painter.setPen(QPen(currentColours().text_second, dp(1), Qt::DashLine));
  painter.drawLine(QPointF(x, m.top_px), QPointF(x, m.top_px + m.row_px * itemCount()));
}

void BarChart::paintOver(QPainter& painter) const {
  const ThemeColours& colours = currentColours();
  const Measures m = measures();
  const QFontMetricsF metrics(painter.font());
  if (m.top_px > 0) {
    const std::vector<QPointF> places = legendPlaces(m.name_px);
    for (std::size_t i = 0; i < m_series.size(); ++i) {
      painter.fillRect(QRectF(places[i].x(), places[i].y() + dp(6), dp(9), dp(9)), colourOf(static_cast<int>(i)));
      painter.setPen(colours.text_second);
      const double text_px = metrics.horizontalAdvance(m_series[i].name);
      painter.drawText(QRectF(places[i].x() + dp(13), places[i].y(), text_px + dp(2), dp(21)), Qt::AlignVCenter,
                       m_series[i].name);
    }
    if (grouped()) {
      painter.setPen(QPen(colours.text_second, dp(1), Qt::DashLine));
      const QPointF at = places.back();
      painter.drawLine(at + QPointF(dp(4), dp(3)), at + QPointF(dp(4), dp(18)));
      painter.drawText(QRectF(at.x() + dp(13), at.y(), metrics.horizontalAdvance(m_level_name) + dp(2), dp(21)),
                       Qt::AlignVCenter, m_level_name);
    }
  }
  double most = grouped() ? m_level : 0;
  for (const ChartBar& bar : m_bars) most = std::max(most, lengthOf(bar));
  const double plot_px = std::max(1.0, width() - m.name_px - m.value_px);
  for (int i = 0; i < itemCount(); ++i) {
    const ChartBar& bar = m_bars[static_cast<std::size_t>(i)];
    const QRectF row = itemRect(i);
    painter.setPen(colours.text_second);
    if (m.name_above)
      painter.drawText(QRectF(row.left(), row.top() + dp(1), row.width(), dp(grouped() ? 20 : kTwoLineRowPx / 2 - 1)),
                       Qt::AlignVCenter, metrics.elidedText(bar.name, Qt::ElideMiddle, width()));
    else
      painter.drawText(QRectF(0, row.top(), m.name_px - dp(8), row.height()), Qt::AlignVCenter | Qt::AlignRight,
                       bar.name);
    if (grouped()) {
      paintGroup(painter, i, most);
      continue;
    }
    const double end = m.name_px + (most > 0 ? plot_px * sumOf(bar) / most : 0);
    painter.setPen(colours.text);
    painter.drawText(QRectF(end + dp(6), row.top() + (m.name_above ? dp(16) : 0), m.value_px + dp(2),
                            row.height() - (m.name_above ? dp(16) : 0)),
                     Qt::AlignVCenter, valueText(bar));
  }
  if (grouped() && most > 0) paintLevel(painter, most);
}

}  // namespace app
