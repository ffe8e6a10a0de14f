// SPDX-License-Identifier: GPL-3.0-or-later
// What mouse and keys do on the map; the rest of MapCanvas is in map_canvas.cpp.
#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <cmath>

#include "app/map/map_canvas.h"

namespace app {

namespace {

constexpr double kWheelStep = 120;  // one notch
constexpr double kOctavesPerNotch = 0.5;
constexpr double kLadderStepsPerOctave = 4;  // zooming there and back meets the same resolutions, so the same tiles
constexpr double kArrowRatio = 0.25;         // of the window
constexpr double kKeyZoom = 2;
constexpr double kLeastZoomBoxPx = 6;

}  // namespace

void MapCanvas::updateCursor() {
  if (m_drag == Drag::kPan) {
    setCursor(Qt::ClosedHandCursor);
  } else if (m_drag == Drag::kBox) {
    setCursor(Qt::CrossCursor);
  } else if (m_space_held) {
    setCursor(Qt::OpenHandCursor);
  } else {
    setCursor(m_tool->cursor());
  }
}

void MapCanvas::mousePressEvent(QMouseEvent* event) {
  m_press_px = m_last_px = event->position();
  m_hover.clear();
  const bool middle = event->button() == Qt::MiddleButton;
  if (event->button() != Qt::LeftButton && !middle) return;
  if (!middle && m_swipe.press(event->position(), width())) return;
  // Shift draws a box to zoom to, unless it adds to what is chosen.
  const bool shift_zooms = (event->modifiers() & Qt::ShiftModifier) && m_tool_kind != ToolKind::kSelect;
  if (!middle && !m_space_held && (shift_zooms || m_tool_kind == ToolKind::kZoomBox)) {
    m_drag = Drag::kBox;
  } else if (middle || m_space_held || m_tool_kind == ToolKind::kPan) {
    m_drag = Drag::kPan;
    m_drag_may_click = false;
    rememberView();
  } else if (m_tool->press(mapAt(event->position()))) {
    m_drag = Drag::kTool;
  } else {
    m_drag = Drag::kPress;  // a click unless it moves
    m_drag_may_click = true;
  }
  updateCursor();
}

void MapCanvas::mouseMoveEvent(QMouseEvent* event) {
  const QPointF at = event->position();
  emit pointerMoved(mapAt(at));
  if (m_swipe.move(at, width())) return;
  if (m_drag == Drag::kPress && (at - m_press_px).manhattanLength() >= QApplication::startDragDistance()) {
    m_drag = Drag::kPan;
    m_drag_may_click = false;
    rememberView();
    updateCursor();
  }
  if (m_drag == Drag::kPan) panBy(at - m_last_px);
  if (m_drag == Drag::kBox) update();
  if (m_drag == Drag::kTool) m_tool->drag(mapAt(at));
  if (m_drag == Drag::kNone) {
    m_tool->hover(mapAt(at));
    const bool asks = m_tool_kind == ToolKind::kIdentify || m_tool_kind == ToolKind::kSelect;
    if (asks && m_placed && !m_zoom_timer.isActive()) m_hover.pointAt(mapAt(at), m_view);
    if (m_swipe.active() && m_swipe.near(at, width()))
      setCursor(Qt::SplitHCursor);
    else if (m_swipe.active())
      updateCursor();
  }
  if (m_drag != Drag::kPress) m_last_px = at;
}

void MapCanvas::mouseReleaseEvent(QMouseEvent* event) {
  if (m_swipe.release()) return;
  const Drag was = m_drag;
  m_drag = Drag::kNone;
  updateCursor();
  if (was == Drag::kPress && m_drag_may_click && event->button() == Qt::LeftButton)
    m_tool->click(mapAt(event->position()));
  if (was == Drag::kTool) m_tool->release();
  if (was == Drag::kBox) {
    const QRectF box = QRectF(m_press_px, event->position()).normalized();
    if (box.width() >= kLeastZoomBoxPx && box.height() >= kLeastZoomBoxPx) {
      const gis::MapXY a = mapAt(box.topLeft()), b = mapAt(box.bottomRight());
      showBox({a.x_m, b.y_m, b.x_m, a.y_m});
    } else if (m_tool_kind == ToolKind::kZoomBox) {
      zoomBy(kKeyZoom, event->position());
    }
    update();
  }
}

void MapCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  if (!m_tool->doubleClick(mapAt(event->position()))) zoomBy(kKeyZoom, event->position());
}

void MapCanvas::wheelEvent(QWheelEvent* event) {
  m_wheel_rest += event->angleDelta().y() / kWheelStep * kOctavesPerNotch * kLadderStepsPerOctave;
  const double steps = std::trunc(m_wheel_rest);
  event->accept();
  if (steps == 0) return;
  m_wheel_rest -= steps;
  const double ladder = std::round(std::log2(m_target.metres_per_px) * kLadderStepsPerOctave) - steps;
  zoomBy(m_target.metres_per_px / std::exp2(ladder / kLadderStepsPerOctave), event->position());
}

void MapCanvas::keyPressEvent(QKeyEvent* event) {
  const QPointF centre(width() / 2.0, height() / 2.0);
  if (event->modifiers() & Qt::AltModifier) {
    if (event->key() == Qt::Key_Left) return back();
    if (event->key() == Qt::Key_Right) return forward();
  }
  if (m_drag == Drag::kNone && m_swipe.key(*event)) return;
  if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) return QWidget::keyPressEvent(event);
  const auto pan = [&](double dx_ratio, double dy_ratio) {
    rememberView();
    panBy({-dx_ratio * width() * kArrowRatio, -dy_ratio * height() * kArrowRatio});
  };
  if (m_tool->key(event->key())) return;
  switch (event->key()) {
    case Qt::Key_Left:
      pan(-1, 0);
      return;
    case Qt::Key_Right:
      pan(1, 0);
      return;
    case Qt::Key_Up:
      pan(0, -1);
      return;
    case Qt::Key_Down:
      pan(0, 1);
      return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      zoomBy(kKeyZoom, centre);
      return;
    case Qt::Key_Minus:
      zoomBy(1 / kKeyZoom, centre);
      return;
    case Qt::Key_Home:
      fullView();
      return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      m_tool->click(m_target.centre);
      return;  // the centre stands for the pointer
    case Qt::Key_Space:
      m_space_held = true;
      updateCursor();
      return;
    case Qt::Key_Escape:
      // First what was begun, then the mark and the selection, then back to now and to the usual tool.
      if (m_drag == Drag::kBox) {
        m_drag = Drag::kNone;
        updateCursor();
        update();
      } else if (m_tool->cancel()) {
        return;
      } else if (m_mark || m_document.selection() || !m_document.chosen().empty()) {
        setMark({});
        m_document.select({});
        m_document.choose({});
      } else if (m_document.past()) {
        m_document.showPast({});
      } else {
        setTool(ToolKind::kIdentify);
      }
      return;
    default:
      QWidget::keyPressEvent(event);
  }
}

void MapCanvas::keyReleaseEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
    m_space_held = false;
    updateCursor();
  }
  QWidget::keyReleaseEvent(event);
}

// A key let go in another window is never heard of here.
void MapCanvas::focusOutEvent(QFocusEvent* event) {
  m_space_held = false;
  updateCursor();
  QWidget::focusOutEvent(event);
}

void MapCanvas::leaveEvent(QEvent*) {
  m_hover.clear();
  emit pointerMoved({});
}

void MapCanvas::contextMenuEvent(QContextMenuEvent* event) {
  emit contextMenuWanted(mapAt(event->pos()), event->globalPos());
}

}  // namespace app
