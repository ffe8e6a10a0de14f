// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/map_dialogs.h"

#include <QShortcut>
#include <QVBoxLayout>

#include "app/drill/drill_dialog.h"
#include "app/map/map_canvas.h"
#include "app/online/online_map_dialog.h"
#include "app/online/online_maps.h"
#include "app/past/past_banner.h"
#include "app/past/past_keeper.h"
#include "app/past/replay_bar.h"
#include "app/print/print_dialog.h"
#include "app/shell/main_actions.h"
#include "app/wall/wall_window.h"

namespace app {

MapDialogs::MapDialogs(PanelContext& context, MapCanvas& canvas, QWidget& window)
    : QObject(&window),
      m_context(context),
      m_window(window),
      m_past(new PastKeeper(context, this)),
      m_online(new OnlineMaps(context, this)) {
  connect(&canvas, &MapCanvas::viewChanged, m_online,
          [this, &canvas] { m_online->look(canvas.view().box(), canvas.view().metres_per_px); });
}

MapDialogs::~MapDialogs() { delete m_wall; }

QWidget* MapDialogs::makeBanner() {
  auto* both = new QWidget;
  auto* column = new QVBoxLayout(both);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* banner = new PastBanner(m_context, *m_past);
  column->addWidget(banner);
  column->addWidget(new ReplayBar(m_context, *m_past));
  connect(banner, &PastBanner::dialogWanted, this, [this] { m_past->showDialog(&m_window); });
  return both;
}

void MapDialogs::showDrill() {
  if (!m_drill) {
    m_drill = new DrillDialog(m_context, &m_window);
    connect(m_drill, &DrillDialog::showWanted, this, [this](const QString& folder) {
      if (m_open) m_open(folder);
    });
  }
  m_drill->show();
  m_drill->raise();
}

void MapDialogs::showWall() {
  if (!m_wall) {
    m_wall = new WallWindow(m_context);
    m_wall->setAttribute(Qt::WA_DeleteOnClose);
  }
  m_wall->showBeside(m_window);
}

void MapDialogs::addWallKeys() {
  const std::pair<const char*, std::function<void(WallWindow&)>> keys[] = {
      {"Ctrl+Alt+Right", [](WallWindow& wall) { wall.turn(1); }},
      {"Ctrl+Alt+Left", [](WallWindow& wall) { wall.turn(-1); }},
      {"Ctrl+Alt+Space", [](WallWindow& wall) { wall.setTurning(!wall.isTurning()); }},
      {"Ctrl+Alt+F", [](WallWindow& wall) { wall.toggleFrozen(); }}};
  for (const auto& [key, work] : keys) {
    auto* shortcut = new QShortcut(QKeySequence(QString::fromLatin1(key)), &m_window);
    connect(shortcut, &QShortcut::activated, this, [this, work] {
      if (m_wall) work(*m_wall);
    });
  }
}

void MapDialogs::connectActions(MainActions& actions) {
  connect(actions[MainActions::kOnlineMaps], &QAction::triggered, this, [this] {
    auto* dialog = new OnlineMapDialog(m_context, *m_online, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
  });
  connect(actions[MainActions::kPrint], &QAction::triggered, this, [this] {
    if (!m_print) m_print = new PrintDialog(m_context, &m_window);
    m_print->show();
    m_print->raise();
    m_print->begin();
  });
  connect(actions[MainActions::kDrill], &QAction::triggered, this, [this] { showDrill(); });
  connect(actions[MainActions::kWall], &QAction::triggered, this, [this] { showWall(); });
  addWallKeys();
  // The same key back to now.
  connect(actions[MainActions::kPast], &QAction::triggered, this, [this] {
    if (m_context.document.past()) return m_past->backToNow();
    m_past->showDialog(&m_window);
  });
}

}  // namespace app
