// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/run_window.h"

#include <QAccessible>
#include <QApplication>
#include <QTimer>
#include <cstdio>

#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/settings/theme.h"
#include "app/shell/early_reading.h"
#include "app/shell/main_window.h"
#include "app/shell/start_timing.h"
#include "app/shell/workspace_controller.h"
#include "app/text/error_text.h"

namespace app {

namespace {

constexpr int kIdlePollMs = 50;
constexpr int kIdleRounds = 4;  // idle this many times in a row: nothing is about to start either

class Screenshot : public QObject {
 public:
  Screenshot(MainWindow& window, const WindowOptions& options) : m_window(window), m_options(options) {
    connect(&m_timer, &QTimer::timeout, this, [this] { poll(); });
    m_timer.start(kIdlePollMs);
  }

 private:
  void poll() {
    m_quiet = m_window.idle() ? m_quiet + 1 : 0;
    if (m_options.wait_until_idle && m_quiet < kIdleRounds) return;
    m_timer.stop();
    const bool written = m_window.grab().save(m_options.screenshot_file, "PNG");
    if (!written) std::fprintf(stderr, "fengsui: cannot write %s\n", qPrintable(m_options.screenshot_file));
    QCoreApplication::exit(written ? 0 : 1);
  }
  MainWindow& m_window;
  const WindowOptions& m_options;
  QTimer m_timer;
  int m_quiet = 0;
};

}  // namespace

int runWindow(QApplication& application, const WindowOptions& options) {
  AppSettings settings(options.settings_file);
  // Qt looks for the bus of assistive technology when the first name is set, and starts one where there is none: a
  // fork, which must not find other threads at work (the child hung on a lock that one of them held).
  QAccessible::isActive();
  // Order matters: the pools outlive everything that owns a slot.
  JobPools pools;
  std::shared_ptr<EarlyReading> early;
  if (!options.workspace.isEmpty())
    early = std::make_shared<EarlyReading>(pools, std::filesystem::path(options.workspace.toStdString()),
                                           settings.layerChoices(options.workspace));
  Translation translation(application);
  translation.use(options.language.value_or(settings.language()));
  applyTheme(application, options.theme.value_or(settings.theme()),
             options.presentation_scale.value_or(settings.presentationScale()));

  const gis::SystemClock clock;
  JobList jobs;
  MessageList messages(clock);
  MapDocument document;
  document.setLook(currentTheme(), currentScaleRatio(), languageCode(translation.language()));
  PanelContext context{pools, jobs, messages, document, settings, {}};
  const bool picture = !options.screenshot_file.isEmpty();
  // Each widget that is put into another one would be polished again with all in it; the sheet comes when they stand.
  const QString sheet = application.styleSheet();
  application.setStyleSheet({});
  MainWindow window(context, translation, picture ? WindowMemory::kIgnore : WindowMemory::kRestore,
                    options.workspace.isEmpty() ? FirstPage::kStart : FirstPage::kMap);
  application.setStyleSheet(sheet);
  if (!options.size.isEmpty()) window.resize(options.size);
  if (options.timing) new StartTiming(window);
  if (options.workspace.isEmpty()) window.show();

  if (!options.workspace.isEmpty()) {
    if (picture)
      QObject::connect(&window.workspaces(), &WorkspaceController::openFailed, &window,
                       [](const QString&, const gis::Error& error) {
                         std::fprintf(stderr, "fengsui: %s\n", qPrintable(errorSentence(error)));
                         QCoreApplication::exit(1);
                       });
    // Workers read while the window is put on the screen, which does not wait for them.
    window.workspaces().openWith(options.workspace, std::move(early));
    window.show();
  }
  std::unique_ptr<Screenshot> screenshot;
  if (picture) screenshot = std::make_unique<Screenshot>(window, options);
  return QApplication::exec();
}

}  // namespace app
