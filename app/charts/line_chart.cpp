// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/line_chart.h"

#include <QChart>
#include <QDateTime>
#include <QDateTimeAxis>
#include <QFontMetricsF>
#include <QLineSeries>
#include <QLocale>
#include <QPainter>
#include <QValueAxis>
#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "app/settings/theme.h"

namespace app {

namespace {

constexpr double kDayMs = 86'400'000;

QDateTime momentOf(double utc_ms) { return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(utc_ms)); }

// 1, 2 or 5 times a power of ten, so that about five steps fit.
double niceStep(double span) {
  if (!(span > 0)) return 1;
  const double raw = span / 5, power = std::pow(10, std::floor(std::log10(raw)));
  const double lead = raw / power;
  return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
}

}  // namespace

LineChart::LineChart(QWidget* parent) : Chart(new QChart, parent) {}

void LineChart::setData(std::vector<ChartLine> lines, std::vector<ChartThreshold> thresholds, ChartX x,
                        const QString& y_unit, const QString& x_unit) {
  m_lines = std::move(lines);
  m_thresholds = std::move(thresholds);
  m_x = x;
  m_y_unit = y_unit;
  m_x_unit = x_unit;
  double min_x = INFINITY, max_x = -INFINITY, min_y = INFINITY, max_y = -INFINITY;
  for (const ChartLine& line : m_lines)
    for (const ChartPoint& point : line.points) {
      min_x = std::min(min_x, point.x), max_x = std::max(max_x, point.x);
      if (std::isfinite(point.y)) min_y = std::min(min_y, point.y), max_y = std::max(max_y, point.y);
    }
  for (const ChartThreshold& threshold : m_thresholds)
    min_y = std::min(min_y, threshold.y), max_y = std::max(max_y, threshold.y);
  if (!(min_x <= max_x)) min_x = 0, max_x = 1;
  if (!(min_y <= max_y)) min_y = 0, max_y = 1;
  if (min_x == max_x) min_x -= 1, max_x += 1;
  // From zero where zero is near, so that heights can be compared.
  if (min_y > 0 && min_y < 0.5 * max_y) min_y = 0;
  const double step = niceStep(max_y > min_y ? max_y - min_y : std::max(1.0, std::abs(max_y)));
  m_min_x = min_x, m_max_x = max_x;
  m_min_y = std::floor(min_y / step) * step;
  m_max_y = std::ceil(max_y / step) * step;
  if (m_max_y <= m_min_y) m_max_y = m_min_y + step;
  dataChanged();
}

int LineChart::itemCount() const { return m_lines.empty() ? 0 : static_cast<int>(m_lines.front().points.size()); }

QColor LineChart::colourOf(std::size_t line) const {
  return m_lines[line].colour.isValid() ? m_lines[line].colour : seriesColour(static_cast<int>(line));
}

QPointF LineChart::placeOf(double x, double y) const {
  const QRectF plot = chart()->plotArea();
  return {plot.left() + (x - m_min_x) / (m_max_x - m_min_x) * plot.width(),
          plot.bottom() - (y - m_min_y) / (m_max_y - m_min_y) * plot.height()};
}

QRectF LineChart::itemRect(int item) const {
  const auto& points = m_lines.front().points;
  const auto i = static_cast<std::size_t>(item);
  const auto half = [&](std::size_t a, std::size_t b) {
    return std::abs(placeOf(points[a].x, 0).x() - placeOf(points[b].x, 0).x()) / 2;
  };
  const double x = placeOf(points[i].x, 0).x();
  const double left = i > 0 ? half(i - 1, i) : dp(4), right = i + 1 < points.size() ? half(i, i + 1) : dp(4);
  const QRectF plot = chart()->plotArea();
  return {x - left, plot.top(), std::max(1.0, left + right), plot.height()};
}

QString LineChart::xText(double x) const {
  if (m_x == ChartX::kTime) return momentOf(x).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
  return QStringLiteral("%1 %2").arg(shortNumber(x), m_x_unit).trimmed();
}

QString LineChart::yText(double y) const {
  const double span = m_max_y - m_min_y;
  if (!std::isfinite(y) || y == std::floor(y) || std::abs(y) >= 1e6 || span >= 200) return shortNumber(y);
  return QLocale(QLocale::English, QLocale::UnitedStates).toString(y, 'f', span < 20 ? 2 : 1);
}

QString LineChart::timeFormat() const {
  const double span = m_max_x - m_min_x;
  return span > 370 * kDayMs   ? QStringLiteral("yyyy-MM")
         : span > 4 * kDayMs   ? QStringLiteral("MM-dd")
         : span > 0.9 * kDayMs ? QStringLiteral("MM-dd HH:mm")
                               : QStringLiteral("HH:mm");
}

QString LineChart::thresholdText(std::size_t threshold) const {
  const ChartThreshold& at = m_thresholds[threshold];
  const QString value = yText(at.y);
  return at.name.contains(value) ? at.name : QStringLiteral("%1 %2").arg(at.name, value);
}

bool LineChart::curveCrosses(const QRectF& box) const {
  constexpr int kBetween = 6;
  for (const ChartLine& line : m_lines)
    for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
      const QPointF from = placeOf(line.points[i].x, line.points[i].y),
                    to = placeOf(line.points[i + 1].x, line.points[i + 1].y);
      if (std::max(from.x(), to.x()) < box.left() || std::min(from.x(), to.x()) > box.right()) continue;
      for (int k = 0; k <= kBetween; ++k)
        if (box.contains(from + (to - from) * (static_cast<double>(k) / kBetween))) return true;
    }
  return false;
}

// Where the names of the thresholds stand: at either end, above or below their line, off the curves and each other;
// where no place is free, off each other; else above the right end.
std::vector<QRectF> LineChart::thresholdBoxes() const {
  const QFontMetricsF metrics(smallFont());
  const QRectF plot = chart()->plotArea();
  std::vector<QRectF> boxes;
  for (std::size_t i = 0; i < m_thresholds.size(); ++i) {
    const double text_px = metrics.horizontalAdvance(thresholdText(i)) + dp(2);
    const double y = placeOf(m_min_x, m_thresholds[i].y).y();
    std::optional<QRectF> chosen;
    int best = -1;
    for (const double top : {y - dp(16), y + dp(1)})
      for (const double left : {plot.right() - text_px - dp(2), plot.left() + dp(4)}) {
        const QRectF box(left, top, text_px, dp(15));
        const bool off_names = std::ranges::none_of(boxes, [&](const QRectF& other) { return other.intersects(box); });
        const bool inside = box.top() >= 0 && box.bottom() <= plot.bottom();
        const int worth = (inside ? 4 : 0) + (off_names ? 2 : 0) + (curveCrosses(box) ? 0 : 1);
        if (worth > best) best = worth, chosen = box;
      }
    boxes.push_back(*chosen);
  }
  return boxes;
}

QString LineChart::itemText(int item) const {
  const double x = m_lines.front().points[static_cast<std::size_t>(item)].x;
  QStringList lines = {xText(x)};
  for (const ChartLine& line : m_lines)
    for (const ChartPoint& point : line.points)
      if (point.x == x) lines << QStringLiteral("%1　%2 %3").arg(line.name, yText(point.y), m_y_unit).trimmed();
  return lines.join(QLatin1Char('\n'));
}

QString LineChart::text() const {
  QStringList lines;
  for (const ChartLine& line : m_lines) {
    lines << QStringLiteral("%1\t%2").arg(
        title(), m_y_unit.isEmpty() ? line.name : QStringLiteral("%1 (%2)").arg(line.name, m_y_unit));
    for (const ChartPoint& point : line.points)
      lines << QStringLiteral("%1\t%2").arg(m_x == ChartX::kTime ? xText(point.x) : QString::number(point.x, 'g', 12),
                                            std::isfinite(point.y) ? QString::number(point.y, 'g', 12) : QString());
  }
  for (const ChartThreshold& threshold : m_thresholds)
    lines << QStringLiteral("%1\t%2").arg(threshold.name, QString::number(threshold.y, 'g', 12));
  return lines.join(QLatin1Char('\n'));
}

QSize LineChart::sizeHint() const { return {dp(320), dp(190)}; }
QSize LineChart::minimumSizeHint() const { return {dp(180), dp(130)}; }

// Runs of points without a gap, then the thresholds: one series each.
std::vector<LineChart::Run> LineChart::runs() const {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < m_lines.size(); ++i) {
    QList<QPointF> run;
    const QPen pen(colourOf(i), dp(2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    for (const ChartPoint& point : m_lines[i].points) {
      if (std::isfinite(point.y)) {
        run << QPointF(point.x, point.y);
      } else if (!run.isEmpty()) {
        runs.push_back({std::exchange(run, {}), pen});
      }
    }
    if (!run.isEmpty()) runs.push_back({std::move(run), pen});
  }
  for (const ChartThreshold& threshold : m_thresholds)
    runs.push_back(
        {{QPointF(m_min_x, threshold.y), QPointF(m_max_x, threshold.y)},
         QPen(threshold.colour.isValid() ? threshold.colour : currentColours().caution, dp(1), Qt::DashLine)});
  return runs;
}

void LineChart::makeSeries(std::size_t count) {
  QChart* chart = this->chart();
  clearChart(*chart);
  m_series.clear();
  QAbstractAxis* x_axis = m_x == ChartX::kTime ? static_cast<QAbstractAxis*>(new QDateTimeAxis) : new QValueAxis;
  auto* y_axis = new QValueAxis;
  chart->addAxis(x_axis, Qt::AlignBottom);
  chart->addAxis(y_axis, Qt::AlignLeft);
  for (std::size_t i = 0; i < count; ++i) {
    auto* series = new QLineSeries;
    chart->addSeries(series);
    series->attachAxis(x_axis);
    series->attachAxis(y_axis);
    m_series.push_back(series);
  }
  m_made_x = m_x;
}

void LineChart::setAxes(QAbstractAxis& x_axis, QValueAxis& y_axis, double y_step) const {
  y_axis.setRange(m_min_y, m_max_y);
  y_axis.setTickCount(static_cast<int>(std::lround((m_max_y - m_min_y) / y_step)) + 1);
  y_axis.setLabelFormat(y_step >= 1     ? QStringLiteral("%.0f")
                        : y_step >= 0.1 ? QStringLiteral("%.1f")
                                        : QStringLiteral("%.2f"));
  if (auto* time = qobject_cast<QDateTimeAxis*>(&x_axis)) {
    time->setFormat(timeFormat());
    time->setTickCount(std::clamp(width() / dp(84), 2, 7));
    time->setRange(momentOf(m_min_x), momentOf(m_max_x));
  } else if (auto* number = qobject_cast<QValueAxis*>(&x_axis)) {
    const double x_step = niceStep(m_max_x - m_min_x);
    number->setRange(m_min_x, m_max_x);
    number->setTickType(QValueAxis::TicksDynamic);
    number->setTickAnchor(0);
    number->setTickInterval(x_step);
    number->setLabelFormat(x_step >= 1 ? QStringLiteral("%.0f") : QStringLiteral("%.1f"));
  }
  const ThemeColours& colours = currentColours();
  for (QAbstractAxis* axis : {static_cast<QAbstractAxis*>(&y_axis), &x_axis}) {
    axis->setLabelsFont(smallFont());
    axis->setLabelsColor(colours.text_second);
    axis->setGridLineColor(colours.line);
    axis->setLinePenColor(colours.strong_line);
  }
  x_axis.setGridLineVisible(false);
}

void LineChart::rebuild() {
  QChart* chart = this->chart();
  if (!hasData()) {
    clearChart(*chart);
    m_series.clear();
    return;
  }
  const std::vector<Run> all = runs();
  // A chart that follows a course keeps its series: making them anew costs ten times as much.
  if (m_series.size() != all.size() || m_made_x != m_x || m_series.empty()) makeSeries(all.size());
  const double step = niceStep(m_max_y - m_min_y);
  setAxes(*chart->axes(Qt::Horizontal).front(), *qobject_cast<QValueAxis*>(chart->axes(Qt::Vertical).front()), step);
  for (std::size_t i = 0; i < all.size(); ++i) {
    m_series[i]->setPen(all[i].pen);
    m_series[i]->replace(all[i].points);
  }
  const QFontMetricsF metrics(smallFont());
  // The first and the last moment stand in the middle under their ends: half of them needs room beside the plot.
  const double half_label_px =
      m_x == ChartX::kTime ? metrics.horizontalAdvance(momentOf(m_max_x).toString(timeFormat())) / 2 + dp(6) : 0;
  const double right = std::max<double>(dp(24), half_label_px);
  double left = std::max(metrics.horizontalAdvance(QString::number(m_max_y, 'f', step >= 1 ? 0 : 2)),
                         metrics.horizontalAdvance(QString::number(m_min_y, 'f', step >= 1 ? 0 : 2))) +
                dp(12);
  left = std::max(left, half_label_px);
  const double top = dp(22), bottom = dp(24);
  chart->setPlotArea({left, top, std::max(1.0, width() - left - right), std::max(1.0, height() - top - bottom)});
}

void LineChart::paintOver(QPainter& painter) const {
  const ThemeColours& colours = currentColours();
  const QFontMetricsF metrics(painter.font());
  double x = dp(2);
  painter.setPen(colours.text_second);
  if (m_x == ChartX::kNumber && !m_x_unit.isEmpty()) {
    const QRectF plot = chart()->plotArea();
    painter.drawText(QRectF(plot.right() - dp(82), plot.bottom() - dp(18), dp(80), dp(16)),
                     Qt::AlignRight | Qt::AlignVCenter, m_x_unit);
  }
  if (!m_y_unit.isEmpty()) {
    painter.drawText(QRectF(x, 0, dp(80), dp(18)), Qt::AlignVCenter, m_y_unit);
    x += metrics.horizontalAdvance(m_y_unit) + dp(14);
  }
  for (std::size_t i = 0; i < m_lines.size(); ++i) {
    if (m_lines[i].name.isEmpty()) continue;
    painter.fillRect(QRectF(x, dp(8), dp(12), dp(2)), colourOf(i));
    const double text_px = metrics.horizontalAdvance(m_lines[i].name);
    painter.drawText(QRectF(x + dp(16), 0, text_px + dp(2), dp(18)), Qt::AlignVCenter, m_lines[i].name);
    x += dp(28) + text_px;
  }
  const QRectF plot = chart()->plotArea();
  const std::vector<QRectF> boxes = thresholdBoxes();
  for (std::size_t i = 0; i < m_thresholds.size(); ++i) {
    painter.setPen(m_thresholds[i].colour.isValid() ? m_thresholds[i].colour : colours.caution);
    painter.drawText(boxes[i], Qt::AlignLeft | Qt::AlignVCenter, thresholdText(i));
  }
  const int item = current();
  if (item < 0) return;
  const double at = m_lines.front().points[static_cast<std::size_t>(item)].x;
  painter.setPen(QPen(colours.strong_line, dp(1)));
  painter.drawLine(placeOf(at, m_min_y), placeOf(at, m_max_y));
  for (std::size_t i = 0; i < m_lines.size(); ++i)
    for (const ChartPoint& point : m_lines[i].points)
      if (point.x == at && std::isfinite(point.y)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colourOf(i));
        painter.drawEllipse(placeOf(point.x, point.y), dp(4), dp(4));
      }
  const QString says = itemText(item);
  QRectF box =
      metrics.boundingRect(QRectF(0, 0, 1000, 1000), Qt::AlignLeft, says).adjusted(-dp(6), -dp(3), dp(6), dp(3));
  box.moveTopLeft({std::min(placeOf(at, 0).x() + dp(8), width() - box.width() - dp(2)), plot.top()});
  painter.setPen(colours.strong_line);
  painter.setBrush(colours.raised);
  painter.drawRoundedRect(box, dp(3), dp(3));
  painter.setPen(colours.text);
  painter.drawText(box.adjusted(dp(6), dp(3), 0, 0), Qt::AlignLeft, says);
}

}  // namespace app
