// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/register/stacked_bars.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <numeric>

#include "app/settings/theme.h"

namespace app {

StackedBars::StackedBars(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::TabFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StackedBars::setRows(std::vector<Row> rows, std::vector<QColor> colours, Scale scale) {
  m_rows = std::move(rows);
  m_colours = std::move(colours);
  m_scale = scale;
  m_current = std::min(m_current, static_cast<int>(m_rows.size()) - 1);
  updateGeometry();
  update();
}

int StackedBars::rowHeight() const { return fontMetrics().height() + dp(6); }

QSize StackedBars::sizeHint() const { return {dp(300), static_cast<int>(m_rows.size()) * rowHeight()}; }

QSize StackedBars::minimumSizeHint() const { return {dp(160), static_cast<int>(m_rows.size()) * rowHeight()}; }

void StackedBars::paintEvent(QPaintEvent*) {
  const ThemeColours& colours = currentColours();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  int name_px = 0, figure_px = 0;
  double longest = 0;
  const auto sumOf = [](const Row& row) { return std::accumulate(row.parts.begin(), row.parts.end(), 0.0); };
  for (const Row& row : m_rows) {
    name_px = std::max(name_px, fontMetrics().horizontalAdvance(row.name));
    figure_px = std::max(figure_px, fontMetrics().horizontalAdvance(row.figure));
    longest = std::max(longest, row.of > 0 ? row.of : sumOf(row));
  }
  name_px = std::min(name_px, width() / 3);
  const int left = name_px + dp(8), room = std::max(dp(20), width() - left - figure_px - dp(8));
  for (std::size_t i = 0; i < m_rows.size(); ++i) {
    const Row& row = m_rows[i];
    const QRect line(0, static_cast<int>(i) * rowHeight(), width(), rowHeight());
    if (static_cast<int>(i) == m_current && hasFocus()) painter.fillRect(line, colours.accent_soft);
    painter.setPen(colours.text_second);
    painter.drawText(QRect(0, line.y(), name_px, line.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(row.name, Qt::ElideRight, name_px));
    painter.setPen(colours.text);
    painter.drawText(QRect(width() - figure_px, line.y(), figure_px, line.height()), Qt::AlignRight | Qt::AlignVCenter,
                     row.figure);
    const double whole = m_scale == Scale::kShare ? (row.of > 0 ? row.of : sumOf(row)) : longest;
    const QRectF track(left, line.y() + line.height() / 2.0 - dp(4), room, dp(8));
    painter.setPen(Qt::NoPen);
    if (m_scale == Scale::kShare) {
      painter.setBrush(colours.line);
      painter.drawRoundedRect(track, dp(2), dp(2));
    }
    double x = track.x();
    for (std::size_t part = 0; part < row.parts.size() && whole > 0; ++part) {
      const double wide = std::min(row.parts[part] / whole * room, track.right() - x);
      if (wide <= 0) continue;
      painter.setBrush(part < m_colours.size() ? m_colours[part] : colours.accent);
      painter.drawRect(QRectF(x, track.y(), wide, track.height()));
      x += wide;
    }
  }
}

void StackedBars::mouseReleaseEvent(QMouseEvent* event) {
  const int row = static_cast<int>(event->position().y()) / std::max(1, rowHeight());
  if (row < 0 || row >= static_cast<int>(m_rows.size())) return;
  m_current = row;
  update();
  emit chosen(m_rows[static_cast<std::size_t>(row)].key);
}

void StackedBars::keyPressEvent(QKeyEvent* event) {
  const int last = static_cast<int>(m_rows.size()) - 1;
  if (last < 0) return QWidget::keyPressEvent(event);
  if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) {
    m_current = std::clamp(m_current + (event->key() == Qt::Key_Down ? 1 : -1), 0, last);
    update();
  } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_current >= 0) {
    emit chosen(m_rows[static_cast<std::size_t>(m_current)].key);
  } else {
    QWidget::keyPressEvent(event);
  }
}

}  // namespace app
