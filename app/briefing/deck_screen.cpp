// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/briefing/deck_screen.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

#include "app/briefing/slide_painter.h"

namespace app {

DeckScreen::DeckScreen(std::shared_ptr<const BriefingDeck> deck, QWidget* parent)
    : QWidget(parent, Qt::Window), m_deck(std::move(deck)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setFocusPolicy(Qt::StrongFocus);
  setWindowTitle(QString::fromStdString(m_deck->slides.title));
  setAccessibleName(windowTitle());
}

void DeckScreen::showPage(int page) {
  const int last = static_cast<int>(m_deck->slides.slides.size()) - 1;
  page = std::clamp(page, 0, std::max(0, last));
  m_typed = 0;
  if (page == m_page) return;
  m_page = page;
  setAccessibleDescription(QString::fromStdString(m_deck->slides.slides[static_cast<std::size_t>(page)].title));
  update();
  emit pageChanged(page);
}

void DeckScreen::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const auto& slides = m_deck->slides.slides;
  if (slides.empty()) return painter.fillRect(rect(), Qt::black);
  const double ratio = std::min(width() / gis::slides::kPageWidth_pt, height() / gis::slides::kPageHeight_pt);
  const double left_px = (width() - gis::slides::kPageWidth_pt * ratio) / 2;
  const double top_px = (height() - gis::slides::kPageHeight_pt * ratio) / 2;
  painter.fillRect(rect(), Qt::black);
  painter.translate(left_px, top_px);
  painter.scale(ratio, ratio);
  painter.setClipRect(QRectF(0, 0, gis::slides::kPageWidth_pt, gis::slides::kPageHeight_pt));
  paintSlide(painter, slides[static_cast<std::size_t>(m_page)], *m_deck);
}

void DeckScreen::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_PageDown:
    case Qt::Key_Space:
      return showPage(m_page + 1);
    case Qt::Key_Left:
    case Qt::Key_Up:
    case Qt::Key_PageUp:
    case Qt::Key_Backspace:
      return showPage(m_page - 1);
    case Qt::Key_Home:
      return showPage(0);
    case Qt::Key_End:
      return showPage(static_cast<int>(m_deck->slides.slides.size()) - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
      return m_typed > 0 ? showPage(m_typed - 1) : showPage(m_page + 1);
    case Qt::Key_Escape:
    case Qt::Key_F5:
      close();
      return;
    default:
      break;
  }
  if (event->key() >= Qt::Key_0 && event->key() <= Qt::Key_9)
    m_typed = std::min(999, m_typed * 10 + event->key() - Qt::Key_0);
  else
    QWidget::keyPressEvent(event);
}

void DeckScreen::mousePressEvent(QMouseEvent* event) {
  showPage(event->button() == Qt::RightButton ? m_page - 1 : m_page + 1);
}

void DeckScreen::wheelEvent(QWheelEvent* event) { showPage(m_page + (event->angleDelta().y() < 0 ? 1 : -1)); }

}  // namespace app
