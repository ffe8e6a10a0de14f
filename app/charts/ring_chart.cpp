// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/ring_chart.h"

#include <QChart>
#include <QFontMetricsF>
#include <QPainter>
#include <QPieSeries>
#include <QPieSlice>

#include "app/settings/theme.h"

namespace app {

namespace {

constexpr int kLegendRowPx = 22;

}  // namespace

RingChart::RingChart(QWidget* parent) : Chart(new QChart, parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RingChart::setData(std::vector<ChartSlice> slices, const QString& unit, const QString& middle) {
  m_slices = std::move(slices);
  m_unit = unit;
  m_middle = middle;
  if (sum() <= 0) m_slices.clear();
  dataChanged();
}

double RingChart::sum() const {
  double all = 0;
  for (const ChartSlice& slice : m_slices) all += std::max(0.0, slice.value);
  return all;
}

double RingChart::ringPx() const { return std::min({0.42 * width(), static_cast<double>(height()), 1.0 * dp(150)}); }

QColor RingChart::colourOf(std::size_t slice) const {
  return m_slices[slice].colour.isValid() ? m_slices[slice].colour : seriesColour(static_cast<int>(slice));
}

QString RingChart::shareText(std::size_t slice) const {
  return QStringLiteral("%1%").arg(100 * m_slices[slice].value / sum(), 0, 'f', 1);
}

QRectF RingChart::itemRect(int item) const {
  const double left = ringPx() + dp(12), all = dp(kLegendRowPx) * static_cast<double>(m_slices.size());
  return {left, std::max(0.0, (height() - all) / 2) + dp(kLegendRowPx) * item, width() - left, 1.0 * dp(kLegendRowPx)};
}

QString RingChart::itemText(int item) const {
  const auto i = static_cast<std::size_t>(item);
  return QStringLiteral("%1　%2 %3　%4").arg(m_slices[i].name, shortNumber(m_slices[i].value), m_unit, shareText(i));
}

QString RingChart::text() const {
  QStringList lines = {QStringLiteral("%1\t%2").arg(title(), m_unit)};
  for (const ChartSlice& slice : m_slices)
    lines << QStringLiteral("%1\t%2").arg(slice.name, QString::number(slice.value, 'g', 12));
  return lines.join(QLatin1Char('\n'));
}

QSize RingChart::sizeHint() const {
  return {dp(320), std::max(dp(m_slices.empty() ? 72 : 110), dp(kLegendRowPx) * itemCount() + dp(4))};
}
QSize RingChart::minimumSizeHint() const { return {dp(220), sizeHint().height()}; }

void RingChart::rebuild() {
  QChart* chart = this->chart();
  chart->removeAllSeries();
  if (!hasData()) return;
  auto* series = new QPieSeries;
  series->setHoleSize(0.62);
  series->setPieSize(1.0);
  for (std::size_t i = 0; i < m_slices.size(); ++i) {
    QPieSlice* slice = series->append(QString(), std::max(0.0, m_slices[i].value));
    slice->setColor(colourOf(i));
    slice->setBorderColor(currentColours().surface);
    slice->setBorderWidth(dp(1));
  }
  chart->addSeries(series);
  const double side = ringPx();
  chart->setPlotArea({0, (height() - side) / 2, side, side});
}

void RingChart::paintOver(QPainter& painter) const {
  const ThemeColours& colours = currentColours();
  const double side = ringPx();
  const QRectF hole(0, (height() - side) / 2, side, side);
  QFont strong = painter.font();
  strong.setPixelSize(dp(16));
  strong.setBold(true);
  const QFont plain = painter.font();
  painter.setFont(strong);
  painter.setPen(colours.text);
  painter.drawText(hole.adjusted(0, 0, 0, m_unit.isEmpty() ? 0 : -dp(16)), Qt::AlignCenter,
                   m_middle.isEmpty() ? shortNumber(sum()) : m_middle);
  painter.setFont(plain);
  painter.setPen(colours.text_second);
  if (!m_unit.isEmpty()) painter.drawText(hole.adjusted(0, dp(18), 0, 0), Qt::AlignCenter, m_unit);
  const QFontMetricsF metrics(plain);
  double numbers = 0, shares = 0;
  for (std::size_t i = 0; i < m_slices.size(); ++i) {
    numbers = std::max(numbers, metrics.horizontalAdvance(shortNumber(m_slices[i].value)));
    shares = std::max(shares, metrics.horizontalAdvance(shareText(i)));
  }
  for (std::size_t i = 0; i < m_slices.size(); ++i) {
    const QRectF row = itemRect(static_cast<int>(i));
    painter.fillRect(QRectF(row.left() + dp(2), row.center().y() - dp(4), dp(9), dp(9)), colourOf(i));
    const double right = row.right() - dp(4);
    painter.setPen(colours.text_second);
    painter.drawText(QRectF(right - shares, row.top(), shares, row.height()), Qt::AlignVCenter | Qt::AlignRight,
                     shareText(i));
    painter.setPen(colours.text);
    painter.drawText(QRectF(right - shares - dp(10) - numbers, row.top(), numbers, row.height()),
                     Qt::AlignVCenter | Qt::AlignRight, shortNumber(m_slices[i].value));
    const double room = right - shares - numbers - dp(20) - row.left() - dp(16);
    painter.drawText(QRectF(row.left() + dp(16), row.top(), room, row.height()), Qt::AlignVCenter,
                     metrics.elidedText(m_slices[i].name, Qt::ElideRight, room));
  }
}

}  // namespace app
