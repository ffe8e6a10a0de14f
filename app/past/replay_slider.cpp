// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/past/replay_slider.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "app/settings/theme.h"

namespace app {
namespace {
constexpr double kMarkPx = 3, kNearPx = 6;
constexpr int kMinute_s = 60;
}  // namespace

ReplaySlider::ReplaySlider(QWidget* parent) : QSlider(Qt::Horizontal, parent) {
  setSingleStep(kMinute_s);
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  connect(this, &QSlider::sliderMoved, this, [this] { emit moved(utcMs()); });
}

void ReplaySlider::setEvent(const gis::EventSpan& span, std::vector<gis::TimelineEntry> entries, Words words) {
  m_from_utc_ms = span.from_utc_ms;
  m_words = std::move(words);
  std::erase_if(entries, [](const gis::TimelineEntry& entry) { return !entry.is_key; });
  m_marks = std::move(entries);
  setRange(0, static_cast<int>(std::max<std::int64_t>(1, (span.to_utc_ms - span.from_utc_ms + 999) / 1000)));
  update();
}

void ReplaySlider::setUtcMs(std::int64_t utc_ms) {
  setValue(static_cast<int>(std::clamp<std::int64_t>((utc_ms - m_from_utc_ms) / 1000, 0, maximum())));
}

double ReplaySlider::xOf(std::int64_t utc_ms) const {
  const double ratio = static_cast<double>(utc_ms - m_from_utc_ms) / 1000 / std::max(1, maximum());
  const double handle = dp(8);
  return handle + std::clamp(ratio, 0.0, 1.0) * (width() - 2 * handle);
}

void ReplaySlider::paintEvent(QPaintEvent* event) {
  QSlider::paintEvent(event);
  QPainter painter(this);
  const double half = dp(static_cast<int>(kMarkPx)) / 2.0;
  for (const gis::TimelineEntry& mark : m_marks)
    painter.fillRect(QRectF(xOf(mark.at_utc_ms) - half / 2, 0, half, height() * 0.28), currentColours().accent);
}

bool ReplaySlider::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip && m_words) {
    const auto* help = static_cast<QHelpEvent*>(event);
    QStringList near;
    for (const gis::TimelineEntry& mark : m_marks)
      if (std::abs(xOf(mark.at_utc_ms) - help->pos().x()) <= dp(static_cast<int>(kNearPx))) near << m_words(mark);
    QToolTip::showText(help->globalPos(), near.join(QLatin1Char('\n')), this);
    return true;
  }
  return QSlider::event(event);
}

// A click goes there, and not a page towards it.
void ReplaySlider::mousePressEvent(QMouseEvent* event) {
  const double handle = dp(8);
  const double ratio = (event->position().x() - handle) / std::max(1.0, width() - 2 * handle);
  setValue(static_cast<int>(std::lround(std::clamp(ratio, 0.0, 1.0) * maximum())));
  emit moved(utcMs());
  QSlider::mousePressEvent(event);
}

void ReplaySlider::keyPressEvent(QKeyEvent* event) {
  const std::int64_t here = utcMs();
  switch (event->key()) {
    case Qt::Key_Space:
      return emit playWanted();
    case Qt::Key_PageDown: {
      const auto next =
          std::ranges::find_if(m_marks, [&](const auto& mark) { return mark.at_utc_ms / 1000 > here / 1000; });
      setUtcMs(next == m_marks.end() ? m_from_utc_ms + maximum() * std::int64_t{1000} : next->at_utc_ms);
      return emit moved(utcMs());
    }
    case Qt::Key_PageUp: {
      std::int64_t before = m_from_utc_ms;
      for (const gis::TimelineEntry& mark : m_marks)
        if (mark.at_utc_ms / 1000 < here / 1000) before = mark.at_utc_ms;
      setUtcMs(before);
      return emit moved(utcMs());
    }
    default:
      QSlider::keyPressEvent(event);
      if (utcMs() != here) emit moved(utcMs());
  }
}

}  // namespace app
