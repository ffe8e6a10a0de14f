// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/room_dock.h"

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <utility>

#include "app/settings/theme.h"
#include "app/shell/dock_title.h"

namespace app {

namespace {

// As narrow as a widget may become: what it says itself, or what it holds.
int leastWidth(const QWidget* widget) {
  return widget->minimumWidth() > 0 ? widget->minimumWidth() : widget->minimumSizeHint().width();
}

// A panel that is higher than a small window scrolls: the window itself would grow off the screen. It is never narrower
// than the panel, which may not be made yet when it is put in here.
class PanelFrame : public QScrollArea {
 public:
  explicit PanelFrame(QWidget* panel) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(panel);
    setFocusProxy(panel);
  }
  QSize minimumSizeHint() const override {
    const int bar_px = verticalScrollBar()->sizeHint().width();
    return {widget() ? leastWidth(widget()) + bar_px : 0, dp(kLeastHeightPx)};
  }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (watched == widget() && event->type() == QEvent::LayoutRequest) updateGeometry();
    return QScrollArea::eventFilter(watched, event);
  }

 private:
  static constexpr double kLeastHeightPx = 120;
};

}  // namespace

RoomDock::RoomDock(QWidget* panel, Height height, QWidget* window)
    : QDockWidget(window), m_panel(panel), m_height(height) {
  panel->setParent(this);
}

void RoomDock::setVisible(bool visible) {
  if (visible && m_panel) {
    setTitleBarWidget(new DockTitle(this));
    QWidget* panel = std::exchange(m_panel, nullptr);
    setWidget(m_height == Height::kScrolls ? new PanelFrame(panel) : panel);
  }
  QDockWidget::setVisible(visible);
}

}  // namespace app
