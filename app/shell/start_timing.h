// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <set>
#include <string>

namespace app {

class MainWindow;

// Tells on stderr how long after the start of the process the window was painted, the workspace stood open, the map was
// painted with all that it shows, and everything was loaded and drawn, and how much processor time all threads had
// spent by then: "timing window_painted_ms 142 cpu_ms 160". Each line once. Window's thread.
class StartTiming : public QObject {
 public:
  explicit StartTiming(MainWindow& window);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void note(const char* what);
  MainWindow& m_window;
  std::set<std::string> m_noted;
};

}  // namespace app
