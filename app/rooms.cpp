// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rooms.h"

#include "app/inspect/go_to_bar.h"
#include "app/inspect/inspector_panel.h"
#include "app/plotting/bookmark_panel.h"
#include "app/plotting/plot_panel.h"
#include "app/quality/check_panel.h"

namespace app {

namespace {

template <class Panel>
PanelDefinition room(const char* id, const char* icon, PanelPlace place) {
  return {QLatin1String(id), QLatin1String(icon), place,
          [](PanelContext& context) -> QWidget* { return new Panel(context); }};
}

}  // namespace

std::vector<PanelDefinition> rooms() {
  return {
      room<GoToBar>("goto", "search", PanelPlace::kToolBar),
      room<InspectorPanel>("inspector", "identify", PanelPlace::kRight),
      room<PlotPanel>("plotting", "plot", PanelPlace::kRight),
      room<BookmarkPanel>("bookmarks", "bookmark", PanelPlace::kRight),
      room<CheckPanel>("check", "quality", PanelPlace::kRight),
  };
}

}  // namespace app
