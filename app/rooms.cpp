// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rooms.h"

#include <QCoreApplication>

#include "app/briefing/briefing_panel.h"
#include "app/callout/callout_standby.h"
#include "app/changes/changes_panel.h"
#include "app/danger/danger_panel.h"
#include "app/evacuation/evacuation_panel.h"
#include "app/exposure/exposure_panel.h"
#include "app/field/field_panel.h"
#include "app/fire/fire_panel.h"
#include "app/flood/flood_panel.h"
#include "app/geology/geology_panel.h"
#include "app/import/import_dialog.h"
#include "app/incident/incident_panel.h"
#include "app/inspect/go_to_bar.h"
#include "app/inspect/inspector_panel.h"
#include "app/journal/journal_panel.h"
#include "app/plotting/bookmark_panel.h"
#include "app/plotting/plot_panel.h"
#include "app/quality/check_panel.h"
#include "app/risk/risk_panel.h"
#include "app/seismic/seismic_panel.h"
#include "app/selection/selection_panel.h"
#include "app/shape/shape_panel.h"
#include "app/situation/situation_panel.h"
#include "app/stocks/stocks_panel.h"
#include "app/table/table_panel.h"
#include "app/weather/weather_panel.h"

namespace app {

namespace {

constexpr double kTableHeightPx = 300;

// A panel on the right that is there from the start.
template <class Panel>
PanelDefinition panel(const char* id, const char* icon, const char* name, PanelGroup group, const char* keys) {
  PanelDefinition made;
  made.id = QLatin1String(id);
  made.icon = QLatin1String(icon);
  made.name = name;
  made.group = group;
  made.keys = QLatin1String(keys);
  made.make = [](PanelContext& context) -> QWidget* { return new Panel(context); };
  return made;
}

PanelDefinition placed(PanelDefinition panel, PanelPlace place) {
  panel.place = place;
  return panel;
}

PanelDefinition hidden(PanelDefinition panel) {
  panel.shown = false;
  panel.height_px = kTableHeightPx;
  return panel;
}

// A room of its own work: made when it is opened, and it keeps its place when the map is clicked.
PanelDefinition later(PanelDefinition panel) {
  panel.shown = false;
  panel.birth = PanelBirth::kWhenOpened;
  panel.on_identify = OnIdentify::kStays;
  return panel;
}

// A room that works before it is opened, and makes itself when it is needed.
PanelDefinition standing(PanelDefinition panel) {
  panel.shown = false;
  panel.on_identify = OnIdentify::kStays;
  return panel;
}

}  // namespace

// clang-format off
std::vector<PanelDefinition> rooms() {
  return {
      placed(panel<GoToBar>("goto", "search", nullptr, PanelGroup::kMap, ""), PanelPlace::kToolBar),
      panel<InspectorPanel>("inspector", "identify", QT_TRANSLATE_NOOP("Rooms", "Here"), PanelGroup::kMap, "Alt+2"),
      panel<SelectionPanel>("selection", "select", QT_TRANSLATE_NOOP("Rooms", "Chosen"), PanelGroup::kMap, "Alt+3"),
      panel<PlotPanel>("plotting", "plot", QT_TRANSLATE_NOOP("Rooms", "Plot"), PanelGroup::kMap, "Alt+4"),
      panel<BookmarkPanel>("bookmarks", "bookmark", QT_TRANSLATE_NOOP("Rooms", "Bookmarks"), PanelGroup::kMap, "Alt+5"),
      later(panel<ExposurePanel>("exposure", "exposure", QT_TRANSLATE_NOOP("Rooms", "Exposure"), PanelGroup::kAnswer, "F7")),
      later(panel<SeismicPanel>("seismic", "seismic", QT_TRANSLATE_NOOP("Rooms", "Quake"), PanelGroup::kHazard, "Shift+F4")),
      later(panel<RiskPanel>("risk", "risk", QT_TRANSLATE_NOOP("Rooms", "Risk"), PanelGroup::kAnswer, "F9")),
      later(panel<ShapePanel>("shape", "shape", QT_TRANSLATE_NOOP("Rooms", "Edit"), PanelGroup::kData, "Alt+8")),
      hidden(panel<ChangesPanel>("changes", "history", QT_TRANSLATE_NOOP("Rooms", "Changes"), PanelGroup::kData, "Ctrl+H")),
      later(panel<FirePanel>("fire", "fire", QT_TRANSLATE_NOOP("Rooms", "Fire"), PanelGroup::kHazard, "Shift+F1")),
      later(panel<WeatherPanel>("weather", "weather", QT_TRANSLATE_NOOP("Rooms", "Weather"), PanelGroup::kHazard, "Shift+F5")),
      later(panel<FloodPanel>("flood", "flood", QT_TRANSLATE_NOOP("Rooms", "Flood"), PanelGroup::kHazard, "Shift+F3")),
      hidden(placed(panel<TablePanel>("table", "table", QT_TRANSLATE_NOOP("Rooms", "Table"), PanelGroup::kData, "Alt+6;F4"), PanelPlace::kBottom)),
      hidden(panel<CheckPanel>("check", "quality", QT_TRANSLATE_NOOP("Rooms", "Check"), PanelGroup::kData, "Alt+7;F6")),
      later(panel<GeologyPanel>("geology", "geology", QT_TRANSLATE_NOOP("Rooms", "Geology"), PanelGroup::kHazard, "Shift+F2")),
      later(panel<DangerPanel>("danger", "danger", QT_TRANSLATE_NOOP("Rooms", "Ledger"), PanelGroup::kAnswer, "F8")),
      later(panel<JournalPanel>("journal", "journal", QT_TRANSLATE_NOOP("Rooms", "Duty"), PanelGroup::kAction, "F12")),
      standing(panel<CalloutStandby>("callout", "beacon", QT_TRANSLATE_NOOP("Rooms", "Call-out"), PanelGroup::kAction, "F10")),
      later(panel<IncidentPanel>("incident", "incident", QT_TRANSLATE_NOOP("Rooms", "Incidents"), PanelGroup::kAction, "Shift+F8")),
      later(panel<EvacuationPanel>("evacuation", "evacuation", QT_TRANSLATE_NOOP("Rooms", "Evacuate"), PanelGroup::kAction, "Shift+F12")),
      later(panel<StocksPanel>("stocks", "stocks", QT_TRANSLATE_NOOP("Rooms", "Stocks"), PanelGroup::kAction, "Shift+F7")),
      later(panel<SituationPanel>("situation", "situation", QT_TRANSLATE_NOOP("Rooms", "Reports"), PanelGroup::kAction, "Shift+F9")),
      later(panel<BriefingPanel>("briefing", "briefing", QT_TRANSLATE_NOOP("Rooms", "Briefing"), PanelGroup::kAction, "Shift+F11")),
      hidden(panel<FieldPanel>("field", "field", QT_TRANSLATE_NOOP("Rooms", "Field"), PanelGroup::kData, "Shift+F6")),
  };
}
// clang-format on

QDialog* makeImportDialog(PanelContext& context, const QString& file, QWidget* window) {
  return new ImportDialog(context, file, window);
}

}  // namespace app
