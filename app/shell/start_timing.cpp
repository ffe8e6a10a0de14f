// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/start_timing.h"

#include <time.h>
#include <unistd.h>

#include <QEvent>
#include <QFile>
#include <QTimer>
#include <cstdio>

#include "app/shell/main_window.h"
#include "app/shell/workspace_controller.h"

namespace app {

namespace {

constexpr int kStartTimeField = 22;  // of /proc/self/stat, counted from 1: clock ticks since boot (proc(5))

// Since the process was started, loading of libraries included; to the kernel's 10 ms.
double processAgeMs() {
  QFile file(QStringLiteral("/proc/self/stat"));
  if (!file.open(QIODevice::ReadOnly)) return -1;
  const QByteArray stat = file.readAll();
  // The name, field 2, is in brackets and may hold spaces.
  const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
  const double started_s = fields.value(kStartTimeField - 3).toDouble() / static_cast<double>(sysconf(_SC_CLK_TCK));
  timespec now{};
  clock_gettime(CLOCK_BOOTTIME, &now);
  return (static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9 - started_s) * 1000;
}

// Spent by all threads so far; what else the machine does is not in it.
double processCpuMs() {
  timespec spent{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
  return static_cast<double>(spent.tv_sec) * 1000 + static_cast<double>(spent.tv_nsec) * 1e-6;
}

}  // namespace

StartTiming::StartTiming(MainWindow& window) : QObject(&window), m_window(window) {
  note("window_made_ms");
  window.installEventFilter(this);
  connect(&window.workspaces(), &WorkspaceController::opened, this, [this] { note("workspace_open_ms"); });
  window.canvas().installEventFilter(this);
  connect(&window.canvas(), &MapCanvas::becameIdle, this, [this] {
    if (m_window.idle() && !m_window.canvas().view().box().empty() && m_noted.contains("workspace_open_ms"))
      note("map_complete_ms");
  });
}

void StartTiming::note(const char* what) {
  if (m_noted.insert(what).second)
    std::fprintf(stderr, "timing %s %.0f cpu_ms %.0f\n", what, processAgeMs(), processCpuMs());
}

bool StartTiming::eventFilter(QObject* watched, QEvent* event) {
  // When the paint that has just begun is done.
  if (event->type() == QEvent::Paint && !m_noted.contains("window_painted_ms"))
    QTimer::singleShot(0, this, [this] { note("window_painted_ms"); });
  // The same for the first paint that has everything.
  if (event->type() == QEvent::Paint && watched == &m_window.canvas() && !m_noted.contains("view_complete_ms") &&
      m_noted.contains("workspace_open_ms") && m_window.canvas().viewComplete() &&
      m_window.workspaces().shownLayersLoaded())
    QTimer::singleShot(0, this, [this] { note("view_complete_ms"); });
  return QObject::eventFilter(watched, event);
}

}  // namespace app
