// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/map_menu.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include "app/settings/icons.h"
#include "app/shell/main_window.h"

namespace app {

void showMapMenu(MapCanvas& canvas, const MapDocument& document, gis::MapXY where, QPoint global,
                 const std::function<void(gis::MapXY)>& identify) {
  QMenu menu(&canvas);
  menu.addAction(themedIcon(QStringLiteral("identify")), MainWindow::tr("What is here"), &canvas,
                 [&] { identify(where); });
  menu.addAction(themedIcon(QStringLiteral("copy")), MainWindow::tr("Copy coordinates"), &canvas, [&] {
    if (const auto p = document.toLonLat(where))
      QGuiApplication::clipboard()->setText(
          QStringLiteral("%1, %2").arg(p->lon_deg, 0, 'f', 6).arg(p->lat_deg, 0, 'f', 6));
  });
  menu.addAction(themedIcon(QStringLiteral("target")), MainWindow::tr("Centre the map here"), &canvas,
                 [&] { canvas.goTo(where, canvas.view().metres_per_px); });
  menu.exec(global);
}

}  // namespace app
