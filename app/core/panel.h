// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <functional>
#include <memory>
#include <vector>

#include "gis/core/coords.h"

class QWidget;

namespace gis {
struct StepDone;
}

namespace app {

class AppSettings;
class JobList;
class JobPools;
class MapDocument;
class MapTool;
class MessageList;
struct PastMap;

// What the map offers to panels, without their knowing the canvas.
struct MapControl {
  std::function<void(gis::MapXY where, double span_m)> fly_to;  // span_m 0: keep the scale
  std::function<void(const gis::MapBox& box)> show_box;
  std::function<void(gis::MapXY where)> mark;  // a mark on the map, until the next
  std::function<double()> metres_per_px;
  std::function<gis::MapXY()> centre;
  std::function<void(gis::MapXY centre, double metres_per_px)> go_to;
  std::function<void(std::function<void(gis::MapXY)>)> on_identify;  // the user asked what is here
  std::function<void(gis::MapXY where)> identify;                    // ask it for the user
  std::function<gis::MapBox()> shown_box;                            // what the window shows
  std::function<void(const QString& layer_id)> swipe;                // compare with and without it; empty: no more
  std::function<void(const QString& left_id, const QString& right_id)> compare_layers;
  std::function<void(std::shared_ptr<const PastMap>)> compare_past;  // that moment left, the map as it is shown right
  std::function<void(std::unique_ptr<MapTool>)>
      use_tool;                                  // the room's own tool, until another is chosen; none: the usual
  std::function<QString()> swiped;               // the layer that is compared
  std::function<void(const QString& text)> say;  // a short line in the status bar
  std::function<void(const QString& layer_id)> show_table;        // the rows behind a layer of the workspace
  std::function<void(const QString& layer_id)> show_chosen_rows;  // of these, those that are chosen and no others
  std::function<void()> undo, redo;                               // this seat's last change, of whatever
  // Rows of the open workspace were written by this window: the map shows them at once, whatever the layer's size.
  std::function<void(const gis::StepDone& done)> rows_changed;
};

// Everything a room's panel may use; owned by the program, outlives the panels.
struct PanelContext {
  JobPools& pools;
  JobList& jobs;
  MessageList& messages;
  MapDocument& document;
  AppSettings& settings;
  MapControl map;
};

enum class PanelPlace { kLeft, kRight, kBottom, kToolBar };

// Where a room's button stands on the room bar, from top to bottom.
enum class PanelGroup { kMap, kHazard, kAnswer, kAction, kData };

// A room that is not there at the start is made when it is first opened: the window must stand at once.
enum class PanelBirth { kAtStart, kWhenOpened };

// What a click on the map does to the panel on the right: kYields makes place for "what is here", kStays keeps its
// place (a room that works with clicks itself).
enum class OnIdentify { kYields, kStays };

// One panel as a room registers it in app/rooms.cpp. The panel's windowTitle() is its title in the current language.
struct PanelDefinition {
  QString id;        // stable, for the saved window state
  QString icon;      // name in resources/icons/ui
  const char* name;  // short, for its button: QT_TRANSLATE_NOOP("Rooms", "Fire"); null: no button
  PanelPlace place = PanelPlace::kRight;
  PanelGroup group = PanelGroup::kMap;
  std::function<QWidget*(PanelContext&)> make;
  QString keys = {};  // open and close it, separated by ";": "F4;Alt+7"
  bool shown = true;  // from the first start on
  PanelBirth birth = PanelBirth::kAtStart;
  OnIdentify on_identify = OnIdentify::kYields;
  double height_px = 0;  // of a panel below, at scale one; 0: the usual
};

}  // namespace app
