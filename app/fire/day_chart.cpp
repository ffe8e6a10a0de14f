// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fire/day_chart.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/settings/theme.h"

namespace app {
namespace {
constexpr double kHighFrom = 73;  // HTZ of grade 4, LY/T 1172-95
}

DayChart::DayChart(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
}

void DayChart::setDays(std::vector<Day> days) {
  m_days = std::move(days);
  m_current = -1;
  update();
}

QSize DayChart::minimumSizeHint() const { return {dp(200), dp(140)}; }

QRectF DayChart::plot() const { return QRectF(rect()).adjusted(dp(30), dp(22), -dp(8), -dp(20)); }

void DayChart::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const ThemeColours& colours = currentColours();
  QFont font = painter.font();
  font.setPixelSize(dp(11));
  painter.setFont(font);
  const QRectF area = plot();
  const QColor htz_colour = colours.accent, fwi_colour(200, 110, 220);
  if (m_days.empty()) return;
  double most = 100;
  for (const Day& day : m_days) most = std::max({most, day.htz, day.fwi});
  const auto x = [&](std::size_t i) {
    return area.left() +
           area.width() * (m_days.size() < 2 ? 0.5 : static_cast<double>(i) / static_cast<double>(m_days.size() - 1));
  };
  const auto y = [&](double v) { return area.bottom() - area.height() * v / most; };
  painter.setPen(colours.line);
  for (double v = 0; v <= most; v += 25) {
    painter.setPen(colours.line);
    painter.drawLine(QPointF(area.left(), y(v)), QPointF(area.right(), y(v)));
    painter.setPen(colours.text_second);
    painter.drawText(QRectF(0, y(v) - dp(8), area.left() - dp(4), dp(16)), Qt::AlignRight | Qt::AlignVCenter,
                     QString::number(v));
  }
  painter.setPen(QPen(colours.text_faint, 1, Qt::DashLine));
  painter.drawLine(QPointF(area.left(), y(kHighFrom)), QPointF(area.right(), y(kHighFrom)));
  painter.drawText(QPointF(area.left() + dp(4), y(kHighFrom) - dp(3)), tr("grade 4 and more"));
  const auto curve = [&](const QColor& colour, double Day::*value) {
    QPolygonF line;
    for (std::size_t i = 0; i < m_days.size(); ++i) line << QPointF(x(i), y(m_days[i].*value));
    painter.setPen(QPen(colour, dp(2)));
    painter.drawPolyline(line);
    if (m_days.size() == 1) painter.drawEllipse(line.front(), dp(3), dp(3));
  };
  curve(htz_colour, &Day::htz);
  curve(fwi_colour, &Day::fwi);
  painter.setPen(colours.text_second);
  painter.drawText(QRectF(area.left(), area.bottom() + dp(3), area.width(), dp(16)), Qt::AlignLeft,
                   m_days.front().name);
  if (m_days.size() > 1)
    painter.drawText(QRectF(area.left(), area.bottom() + dp(3), area.width(), dp(16)), Qt::AlignRight,
                     m_days.back().name);
  const std::size_t at = m_current >= 0 && m_current < static_cast<int>(m_days.size())
                             ? static_cast<std::size_t>(m_current)
                             : m_days.size() - 1;
  if (m_current >= 0) {
    painter.setPen(QPen(colours.text_second, 1));
    painter.drawLine(QPointF(x(at), area.top()), QPointF(x(at), area.bottom()));
  }
  const QString htz = QStringLiteral("HTZ %1").arg(m_days[at].htz, 0, 'f', 0),
                fwi = QStringLiteral("FWI %1").arg(m_days[at].fwi, 0, 'f', 1);
  const QFontMetricsF metrics(font);
  double left = area.left();
  for (const auto& [text, colour] :
       {std::pair(m_days[at].name, colours.text), std::pair(htz, htz_colour), std::pair(fwi, fwi_colour)}) {
    painter.setPen(colour);
    painter.drawText(QPointF(left, dp(14)), text);
    left += metrics.horizontalAdvance(text) + dp(12);
  }
}

void DayChart::mouseMoveEvent(QMouseEvent* event) {
  if (m_days.empty()) return;
  const QRectF area = plot();
  const double share = std::clamp((event->position().x() - area.left()) / std::max(1.0, area.width()), 0.0, 1.0);
  m_current = static_cast<int>(std::lround(share * static_cast<double>(m_days.size() - 1)));
  update();
}

void DayChart::leaveEvent(QEvent*) {
  m_current = -1;
  update();
}

void DayChart::keyPressEvent(QKeyEvent* event) {
  const int last = static_cast<int>(m_days.size()) - 1;
  if (last < 0 || (event->key() != Qt::Key_Left && event->key() != Qt::Key_Right)) return QWidget::keyPressEvent(event);
  const int from = m_current < 0 ? last : m_current;
  m_current = std::clamp(from + (event->key() == Qt::Key_Left ? -1 : 1), 0, last);
  update();
}

}  // namespace app
