// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rooms.h"

#include "app/import/import_dialog.h"
#include "app/inspect/go_to_bar.h"
#include "app/inspect/inspector_panel.h"
#include "app/plotting/bookmark_panel.h"
#include "app/plotting/plot_panel.h"
#include "app/quality/check_panel.h"
#include "app/selection/selection_panel.h"
#include "app/table/table_panel.h"

namespace app {

namespace {

template <class Panel>
PanelDefinition room(const char* id, const char* icon, PanelPlace place) {
  return {QLatin1String(id), QLatin1String(icon), place,
          [](PanelContext& context) -> QWidget* { return new Panel(context); }};
}

constexpr double kTableHeightPx = 300;

// A panel that is not there before somebody asks for it.
PanelDefinition hidden(PanelDefinition panel, const char* key) {
  panel.shown = false;
  panel.key = QLatin1String(key);
  panel.height_px = kTableHeightPx;
  return panel;
}

}  // namespace

std::vector<PanelDefinition> rooms() {
  return {
      room<GoToBar>("goto", "search", PanelPlace::kToolBar),
      room<InspectorPanel>("inspector", "identify", PanelPlace::kRight),
      room<SelectionPanel>("selection", "select", PanelPlace::kRight),
      room<PlotPanel>("plotting", "plot", PanelPlace::kRight),
      room<BookmarkPanel>("bookmarks", "bookmark", PanelPlace::kRight),
      hidden(room<TablePanel>("table", "table", PanelPlace::kBottom), "F4"),
      hidden(room<CheckPanel>("check", "quality", PanelPlace::kRight), "F6"),
  };
}

QDialog* makeImportDialog(PanelContext& context, const QString& file, QWidget* window) {
  return new ImportDialog(context, file, window);
}

}  // namespace app
