// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/chart.h"

#include <QAbstractAxis>
#include <QEvent>
#include <QGraphicsLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <cmath>

#include "app/charts/chart_canvas.h"
#include "app/settings/theme.h"

namespace app {

QColor seriesColour(int n) {
  // Neither red, orange, yellow nor blue: those belong to warnings.
  static constexpr const char* kColours[2][8] = {
      {"#3dbfae", "#a593e0", "#93b86a", "#c98fb6", "#8ea3b5", "#c0a987", "#5f9f8f", "#7d74a8"},
      {"#0f8577", "#6f5bb5", "#5d8432", "#a3578a", "#5b7083", "#8d734d", "#3c7668", "#544a86"}};
  const std::size_t theme = currentTheme() == layers::Theme::kDark ? 0 : 1;
  return QColor(QLatin1String(kColours[theme][static_cast<std::size_t>(n < 0 ? 0 : n) % 8]));
}

QString shortNumber(double value) {
  if (!std::isfinite(value)) return QStringLiteral("—");
  const QLocale plain(QLocale::English, QLocale::UnitedStates);
  const double size = std::abs(value);
  if (size >= 1e6) {
    const QString unit = Chart::tr("%1M", "millions; in Chinese 万, see the next");
    // Chinese counts in ten thousands, so the unit's text says which power of ten it stands for.
    const bool ten_thousands = unit.contains(QChar(0x4e07));
    const double scaled = value / (ten_thousands ? 1e4 : 1e6);
    return unit.arg(plain.toString(scaled, 'f', std::abs(scaled) < 1000 ? 1 : 0));
  }
  if (size >= 100 || size == std::floor(size)) return plain.toString(value, 'f', 0);
  return plain.toString(value, 'f', size >= 10 ? 1 : 2);
}

void clearChart(QChart& chart) {
  chart.removeAllSeries();
  for (QAbstractAxis* axis : chart.axes()) {
    chart.removeAxis(axis);
    delete axis;
  }
}

Chart::Chart(QChart* chart, QWidget* parent) : QWidget(parent), m_canvas(new ChartCanvas(chart, this)) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
}

Chart::~Chart() = default;

QChart* Chart::chart() const { return m_canvas->chart(); }

void Chart::setTitle(const QString& title) {
  m_title = title;
  setAccessibleName(title);
}

void Chart::setEmptyText(const QString& text) {
  m_empty_text = text;
  m_canvas->viewport()->update();
}

void Chart::setCurrent(int item) {
  item = std::clamp(item, -1, itemCount() - 1);
  if (item == m_current) return;
  m_current = item;
  if (item >= 0) setAccessibleDescription(itemText(item));
  m_canvas->viewport()->update();
  emit currentChanged(item);
}

void Chart::dataChanged() {
  if (m_current >= itemCount()) m_current = -1;
  m_hovered = -1;
  updateGeometry();
  refresh();
}

QFont Chart::smallFont() const {
  QFont small = font();
  small.setPixelSize(dp(12));
  return small;
}

void Chart::refresh() {
  m_canvas->setGeometry(rect());
  m_canvas->chart()->setVisible(hasData());
  rebuild();
  m_canvas->viewport()->update();
}

void Chart::paintCanvas(QPainter& painter) const {
  const ThemeColours& colours = currentColours();
  painter.setFont(smallFont());
  if (!hasData()) {
    painter.setPen(colours.text_second);
    painter.drawText(rect().adjusted(dp(8), dp(4), -dp(8), -dp(4)), Qt::AlignCenter | Qt::TextWordWrap, m_empty_text);
    return;
  }
  painter.setRenderHint(QPainter::Antialiasing);
  if (m_hovered >= 0 && m_hovered < itemCount()) {
    QColor tint = colours.text;
    tint.setAlpha(18);
    painter.fillRect(itemRect(m_hovered), tint);
  }
  if (m_current >= 0 && m_current < itemCount() && hasFocus()) {
    painter.setPen(QPen(colours.accent, dp(1)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(itemRect(m_current).adjusted(0.5, 0.5, -0.5, -0.5), dp(3), dp(3));
  }
  paintOver(painter);
}

int Chart::itemAt(QPointF at) const {
  for (int item = 0; item < itemCount(); ++item)
    if (itemRect(item).contains(at)) return item;
  return -1;
}

QImage Chart::picture(QSize size_px, qreal device_ratio) {
  const QSize before = size();
  resize(size_px);
  refresh();
  QImage image(size_px * device_ratio, QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(device_ratio);
  image.fill(currentColours().surface);
  render(&image);
  resize(before);
  refresh();
  return image;
}

bool Chart::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const int item = itemAt(help->pos());
    if (item >= 0)
      QToolTip::showText(help->globalPos(), itemText(item), this);
    else
      QToolTip::hideText();
    return true;
  }
  return QWidget::event(event);
}

void Chart::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
    updateGeometry();
    refresh();
  }
  QWidget::changeEvent(event);
}

void Chart::resizeEvent(QResizeEvent*) { refresh(); }
void Chart::showEvent(QShowEvent*) { refresh(); }

void Chart::keyPressEvent(QKeyEvent* event) {
  const int last = itemCount() - 1;
  switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Right:
      // At the end the key goes to whoever scrolls.
      if (m_current >= last) break;
      return setCurrent(m_current + 1);
    case Qt::Key_Up:
    case Qt::Key_Left:
      if (m_current <= 0) break;
      return setCurrent(m_current - 1);
    case Qt::Key_Home:
      return setCurrent(last < 0 ? -1 : 0);
    case Qt::Key_End:
      return setCurrent(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
      if (m_current >= 0) emit activated(m_current);
      return;
    default:
      break;
  }
  QWidget::keyPressEvent(event);
}

void Chart::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
  const int item = itemAt(event->position());
  if (item < 0) return;
  setCurrent(item);
  emit activated(item);
}

void Chart::mouseMoveEvent(QMouseEvent* event) {
  const int item = itemAt(event->position());
  if (item == m_hovered) return;
  m_hovered = item;
  setCursor(item >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
  m_canvas->viewport()->update();
}

void Chart::leaveEvent(QEvent*) {
  m_hovered = -1;
  m_canvas->viewport()->update();
}

void Chart::focusInEvent(QFocusEvent* event) {
  if (m_current < 0 && itemCount() > 0 && event->reason() != Qt::MouseFocusReason) setCurrent(0);
  m_canvas->viewport()->update();
}

void Chart::focusOutEvent(QFocusEvent*) { m_canvas->viewport()->update(); }

}  // namespace app
