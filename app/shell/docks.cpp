// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/docks.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/footprint/threatened.h"
#include "app/settings/theme.h"
#include "app/shell/room_dock.h"

namespace app {

namespace {
// Of the window, at most: the map keeps about half of it.
constexpr double kLeftRatio = 0.28, kRightRatio = 0.27, kBottomRatio = 0.25, kTallRatio = 0.4;
constexpr double kLeftPx = 280, kRightPx = 320, kBottomPx = 160;  // at scale one
constexpr double kLeastPx = 60, kMostPx = 2000, kNotDraggedPx = 12;
}  // namespace

Docks::Docks(QMainWindow& window) : QObject(&window), m_window(window) {
  // A dock that slides has for a while a size that nobody wished, and the map is drawn anew at each step.
  window.setAnimated(false);
}

QDockWidget* Docks::add(const QString& id, QWidget* panel, Qt::DockWidgetArea area, const QString& keys) {
  const bool beside = area == Qt::RightDockWidgetArea;
  auto* dock = new RoomDock(panel, beside ? RoomDock::Height::kScrolls : RoomDock::Height::kFits, &m_window);
  dock->setObjectName(id);
  dock->setWindowTitle(panel->windowTitle());
  connect(panel, &QWidget::windowTitleChanged, dock, &QWidget::setWindowTitle);
  // Panels of one side lie behind each other: the map has better use for the room.
  const auto neighbour = std::ranges::find_if(m_docks, [&](QDockWidget* other) {
    return area != Qt::LeftDockWidgetArea && m_window.dockWidgetArea(other) == area;
  });
  m_window.addDockWidget(area, dock);
  if (neighbour != m_docks.end()) {
    m_window.tabifyDockWidget(*neighbour, dock);
    (*neighbour)->raise();
  }
  QList<QKeySequence> sequences;
  for (const QString& key : keys.split(QLatin1Char(';'), Qt::SkipEmptyParts)) sequences << QKeySequence(key);
  dock->toggleViewAction()->setShortcuts(sequences);
  m_window.addAction(dock->toggleViewAction());
  m_docks.push_back(dock);
  return dock;
}

QDockWidget* Docks::addRoom(const PanelDefinition& room, QWidget* panel) {
  const Qt::DockWidgetArea area = room.place == PanelPlace::kLeft    ? Qt::LeftDockWidgetArea
                                  : room.place == PanelPlace::kRight ? Qt::RightDockWidgetArea
                                                                     : Qt::BottomDockWidgetArea;
  QDockWidget* dock = add(room.id, panel, area, room.keys);
  // Opened by its key a panel comes to the front, as large as it is wanted.
  connect(dock->toggleViewAction(), &QAction::triggered, this, [this, dock](bool shown) {
    if (shown) reveal(dock, Opened::kByItsAction);
  });
  connect(dock, &QDockWidget::visibilityChanged, this, [this, dock](bool visible) {
    if (visible && m_entered && sharesPlace(dock)) m_entered(dock->objectName());
  });
  if (room.height_px > 0 && area == Qt::BottomDockWidgetArea) m_tall_px[room.id] = room.height_px;
  if (room.on_identify == OnIdentify::kStays) m_staying.insert(room.id);
  const bool taken = std::ranges::any_of(
      m_docks, [&](const QDockWidget* other) { return other != dock && sharesPlace(other) && !other->isHidden(); });
  if (!room.shown || (sharesPlace(dock) && taken)) dock->hide();
  return dock;
}

bool Docks::sharesPlace(const QDockWidget* dock) const {
  return !dock->isFloating() && m_window.dockWidgetArea(const_cast<QDockWidget*>(dock)) == Qt::RightDockWidgetArea;
}

void Docks::hideOthers(const QDockWidget* dock) {
  if (!sharesPlace(dock)) return;
  for (QDockWidget* other : m_docks)
    if (other != dock && sharesPlace(other)) other->hide();
}

void Docks::settle() {
  for (const QDockWidget* dock : m_docks)
    if (sharesPlace(dock) && !dock->isHidden()) return hideOthers(dock);
}

void Docks::fit() {
  if (!m_window.isVisible()) return;  // before it is shown a window has no size to share
  for (QDockWidget* dock : m_docks) {
    const auto area = m_window.dockWidgetArea(dock);
    if (dock->isHidden() || dock->isFloating()) continue;
    const bool lies = area == Qt::BottomDockWidgetArea || area == Qt::TopDockWidgetArea;
    const auto tall = m_tall_px.find(dock->objectName());
    const double most_px = lies ? m_window.height() * (tall == m_tall_px.end() ? kBottomRatio : kTallRatio)
                           : area == Qt::LeftDockWidgetArea ? m_window.width() * kLeftRatio
                                                            : m_window.width() * kRightRatio;
    const auto chosen = m_at_one_px.find(dock->objectName());
    const double at_one_px = chosen != m_at_one_px.end()      ? chosen->second
                             : lies                           ? (tall == m_tall_px.end() ? kBottomPx : tall->second)
                             : area == Qt::LeftDockWidgetArea ? kLeftPx
                                                              : kRightPx;
    // No dock is smaller than its panel can be: what the layout adds must not be taken for the user's wish.
    const int least_px = lies ? dock->widget()->minimumHeight() : leastWidth(dock->widget());
    const int size_px = std::max(least_px, std::min(dp(at_one_px), static_cast<int>(most_px)));
    m_window.resizeDocks({dock}, {size_px}, lies ? Qt::Vertical : Qt::Horizontal);
    m_fitted_px[dock->objectName()] = size_px;
  }
}

void Docks::remember(const QDockWidget* but) {
  for (const QDockWidget* dock : m_docks) {
    if (dock == but) continue;
    const auto fitted = m_fitted_px.find(dock->objectName());
    if (!dock->isVisible() || dock->isFloating() || fitted == m_fitted_px.end()) continue;
    const auto area = m_window.dockWidgetArea(const_cast<QDockWidget*>(dock));
    const bool lies = area == Qt::BottomDockWidgetArea || area == Qt::TopDockWidgetArea;
    const int size_px = lies ? dock->height() : dock->width();
    // What the layout itself took or gave is no wish of the user.
    if (std::abs(size_px - fitted->second) > dp(kNotDraggedPx))
      m_at_one_px[dock->objectName()] = size_px / currentScaleRatio();
  }
}

QStringList Docks::sizes() const {
  QStringList sizes;
  for (const auto& [id, size_px] : m_at_one_px) sizes << QStringLiteral("%1:%2").arg(id).arg(std::lround(size_px));
  return sizes;
}

void Docks::setSizes(const QStringList& sizes) {
  for (const QString& size : sizes) {
    const double at_one_px = size.section(QLatin1Char(':'), 1).toDouble();
    if (at_one_px >= kLeastPx && at_one_px <= kMostPx) m_at_one_px[size.section(QLatin1Char(':'), 0, 0)] = at_one_px;
  }
}

void Docks::reveal(QDockWidget* dock) { reveal(dock, dock->isHidden() ? Opened::kNow : Opened::kBefore); }

void Docks::reveal(QDockWidget* dock, Opened opened) {
  // What the others were dragged to, before they are given other sizes; its own is the layout's, not yet the user's.
  remember(opened == Opened::kByItsAction ? dock : nullptr);
  hideOthers(dock);
  dock->show();
  dock->raise();
  if (opened != Opened::kBefore) fit();
  dock->widget()->setFocus();
}

void Docks::reveal(const QString& id) {
  const auto wanted = std::ranges::find(m_docks, id, &QDockWidget::objectName);
  if (wanted != m_docks.end()) reveal(*wanted);
}

void Docks::serve(MapDocument& document) {
  connect(&PlaceDesk::of(document), &PlaceDesk::panelWanted, this, [this](const QString& id) { reveal(id); });
}

void Docks::bringForward(const QString& id) {
  const auto named = [&](const QDockWidget* dock) { return dock->objectName() == id; };
  const auto wanted = std::ranges::find_if(m_docks, named);
  const auto open =
      std::ranges::find_if(m_docks, [&](const QDockWidget* dock) { return sharesPlace(dock) && !dock->isHidden(); });
  if (wanted == m_docks.end() || !sharesPlace(*wanted) || open == m_docks.end() || open == wanted) return;
  if (m_staying.contains((*open)->objectName())) return;
  hideOthers(*wanted);
  (*wanted)->show();
  fit();
}

void Docks::putAway() {
  remember();
  for (QDockWidget* dock : m_docks)
    if (!dock->isHidden()) {
      m_put_away.push_back(dock);
      dock->hide();
    }
}

void Docks::bringBack() {
  if (m_put_away.empty()) return;
  for (QDockWidget* dock : std::exchange(m_put_away, {})) dock->show();
  fit();
}

}  // namespace app
