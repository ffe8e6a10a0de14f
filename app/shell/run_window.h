// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QSize>
#include <QString>
#include <optional>

#include "app/settings/app_settings.h"
#include "layers/core/layer_state.h"

class QApplication;

namespace app {

// How the window is to start. What is left out comes from the user's settings.
struct WindowOptions {
  QString workspace;  // folder to open; empty: the start page
  std::optional<layers::Theme> theme;
  std::optional<Language> language;
  std::optional<double> presentation_scale;
  QSize size;                   // empty: as last time
  QString screenshot_file;      // PNG to write instead of staying open
  bool wait_until_idle = true;  // take the picture only when everything is loaded and drawn
  QString settings_file;        // empty: the user's own
  bool timing = false;          // tell on stderr how long the start took
};

// Shows the main window and runs it until it is closed; with screenshot_file, until the picture is written. Returns the
// program's exit code: 0, or 1 when the workspace could not be opened for a screenshot or the file not be written.
// Works on any Qt platform, "offscreen" included.
int runWindow(QApplication& application, const WindowOptions& options);

}  // namespace app
