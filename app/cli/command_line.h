// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace app {

// What the command line asked of the window. Empty strings mean: as the user left it.
struct WindowRequest {
  std::filesystem::path workspace;   // empty: the start page
  std::filesystem::path screenshot;  // set: draw the window once all layers stand, write it there, and leave
  int width_px = 0;                  // 0: as it was
  int height_px = 0;
  std::string theme;     // "dark", "light"
  std::string language;  // "zh", "en"
  bool timing = false;   // tell on stderr how long the start took
};

// Opens the window and runs it; yields the exit code. Given by main(), because the window lies in a room of its own.
using WindowRunner = std::function<int(int& argc, char** argv, const WindowRequest& request)>;

// Where a command reads and writes; tests give their own.
struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
};

// Runs `fengsui ...`: no command opens the window, the others work without a display. Makes the one Qt application that
// the command needs, so one call a process. Yields the exit code: 0 done, 1 failed (the reason is on `err`, with --json
// also on `out`), 2 wrong usage.
int runCommandLine(int& argc, char** argv, const Streams& streams, const WindowRunner& window);

}  // namespace app
