// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/spider_chart.h"

#include <QAreaSeries>
#include <QFontMetricsF>
#include <QLineSeries>
#include <QPainter>
#include <QPolarChart>
#include <QValueAxis>
#include <cmath>
#include <numbers>

#include "app/settings/theme.h"

namespace app {

SpiderChart::SpiderChart(QWidget* parent) : Chart(new QPolarChart, parent) {}

void SpiderChart::setData(const QStringList& axes, std::vector<ChartSpider> things, double most) {
  m_axes = axes.size() >= 3 && !things.empty() ? axes : QStringList();
  m_things = std::move(things);
  for (ChartSpider& thing : m_things) thing.values.resize(static_cast<std::size_t>(m_axes.size()), 0.0);
  m_most = most > 0 ? most : 1;
  dataChanged();
}

int SpiderChart::itemCount() const { return static_cast<int>(m_axes.size()); }

QColor SpiderChart::colourOf(std::size_t thing) const {
  return m_things[thing].colour.isValid() ? m_things[thing].colour : seriesColour(static_cast<int>(thing));
}

QRectF SpiderChart::itemRect(int item) const {
  const QRectF plot = chart()->plotArea();
  const double angle = 2 * std::numbers::pi * item / std::max(1, itemCount());
  const double reach = std::min(plot.width(), plot.height()) / 2 + dp(6);
  const QPointF tip = plot.center() + QPointF(std::sin(angle), -std::cos(angle)) * reach;
  const QFontMetricsF metrics(smallFont());
  const QSizeF size(metrics.horizontalAdvance(m_axes[item]) + dp(8), metrics.height() + dp(4));
  // A name stands outside the ring, on its own side.
  double left = tip.x() + (std::sin(angle) > 0.2 ? 0 : std::sin(angle) < -0.2 ? -size.width() : -size.width() / 2);
  double top = tip.y() - size.height() / 2 - std::cos(angle) * size.height() / 2;
  top = std::clamp(top, 0.0, std::max(0.0, height() - size.height()));
  left = std::clamp(left, 0.0, std::max(0.0, width() - size.width()));
  return {QPointF(left, top), size};
}

QString SpiderChart::itemText(int item) const {
  QStringList lines = {m_axes[item]};
  for (const ChartSpider& thing : m_things)
    lines << QStringLiteral("%1　%2").arg(thing.name, shortNumber(thing.values[static_cast<std::size_t>(item)]));
  return lines.join(QLatin1Char('\n'));
}

QString SpiderChart::text() const {
  QStringList heading = {title()};
  for (const ChartSpider& thing : m_things) heading << thing.name;
  QStringList lines = {heading.join(QLatin1Char('\t'))};
  for (int i = 0; i < itemCount(); ++i) {
    QStringList cells = {m_axes[i]};
    for (const ChartSpider& thing : m_things)
      cells << QString::number(thing.values[static_cast<std::size_t>(i)], 'g', 12);
    lines << cells.join(QLatin1Char('\t'));
  }
  return lines.join(QLatin1Char('\n'));
}

QSize SpiderChart::sizeHint() const { return {dp(300), dp(250)}; }
QSize SpiderChart::minimumSizeHint() const { return {dp(200), dp(190)}; }

void SpiderChart::rebuild() {
  auto* chart = static_cast<QPolarChart*>(this->chart());
  chart->removeAllSeries();
  for (QAbstractAxis* axis : chart->axes()) {
    chart->removeAxis(axis);
    delete axis;
  }
  if (!hasData()) return;
  const ThemeColours& colours = currentColours();
  const int spokes = itemCount();
  auto* around = new QValueAxis;
  around->setRange(0, spokes);
  around->setTickCount(spokes + 1);
  auto* outwards = new QValueAxis;
  outwards->setRange(0, m_most);
  outwards->setTickCount(5);
  for (QValueAxis* axis : {around, outwards}) {
    axis->setLabelsVisible(false);
    axis->setGridLineColor(colours.line);
    axis->setLinePenColor(colours.strong_line);
  }
  chart->addAxis(around, QPolarChart::PolarOrientationAngular);
  chart->addAxis(outwards, QPolarChart::PolarOrientationRadial);
  for (std::size_t i = 0; i < m_things.size(); ++i) {
    auto* line = new QLineSeries;
    for (int spoke = 0; spoke <= spokes; ++spoke)
      line->append(spoke, std::clamp(m_things[i].values[static_cast<std::size_t>(spoke % spokes)], 0.0, m_most));
    auto* area = new QAreaSeries(line);
    line->setParent(area);
    QColor fill = colourOf(i);
    fill.setAlpha(m_things.size() == 1 ? 70 : 38);
    area->setBrush(fill);
    area->setPen(QPen(colourOf(i), dp(2)));
    chart->addSeries(area);
    area->attachAxis(around);
    area->attachAxis(outwards);
  }
  const QFontMetricsF metrics(smallFont());
  const double top = m_things.size() > 1 ? dp(22) : 0, margin_y = metrics.height() + dp(12);
  double names = 0;
  for (const QString& name : m_axes) names = std::max(names, metrics.horizontalAdvance(name));
  const double side = std::max(1.0, std::min(width() - 2 * (names + dp(8)), height() - top - 2 * margin_y));
  chart->setPlotArea({(width() - side) / 2, top + (height() - top - side) / 2, side, side});
}

void SpiderChart::paintOver(QPainter& painter) const {
  const ThemeColours& colours = currentColours();
  painter.setPen(colours.text_second);
  for (int i = 0; i < itemCount(); ++i) painter.drawText(itemRect(i), Qt::AlignCenter, m_axes[i]);
  if (m_things.size() < 2) return;
  const QFontMetricsF metrics(painter.font());
  double x = dp(2);
  for (std::size_t i = 0; i < m_things.size(); ++i) {
    painter.fillRect(QRectF(x, dp(6), dp(9), dp(9)), colourOf(i));
    const double text_px = metrics.horizontalAdvance(m_things[i].name);
    painter.drawText(QRectF(x + dp(13), 0, text_px + dp(2), dp(21)), Qt::AlignVCenter, m_things[i].name);
    x += dp(24) + text_px;
  }
}

}  // namespace app
