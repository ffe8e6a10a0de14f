// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app {

class MainActions;
class MapCanvas;
class MapStatusBar;

// The commands that move the map and choose its tool, connected to the canvas; the tool in use is the one checked, and
// the status bar says how it is used. All three live as long as the window.
void connectMapActions(MainActions& actions, MapCanvas& canvas, MapStatusBar& status);

}  // namespace app
