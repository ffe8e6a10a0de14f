// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/map_dialogs.h"

#include "app/map/map_canvas.h"
#include "app/online/online_map_dialog.h"
#include "app/online/online_maps.h"
#include "app/past/past_banner.h"
#include "app/past/past_keeper.h"
#include "app/print/print_dialog.h"
#include "app/shell/main_actions.h"

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

QWidget* MapDialogs::makeBanner() {
  auto* banner = new PastBanner(m_context, *m_past);
  connect(banner, &PastBanner::dialogWanted, this, [this] { m_past->showDialog(&m_window); });
  return banner;
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
  // The same key back to now.
  connect(actions[MainActions::kPast], &QAction::triggered, this, [this] {
    if (m_context.document.past()) return m_past->backToNow();
    m_past->showDialog(&m_window);
  });
}

}  // namespace app
