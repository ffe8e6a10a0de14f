// SPDX-License-Identifier: GPL-3.0-or-later
#include <malloc.h>

#include <QApplication>
#include <algorithm>
#include <ctime>
#include <iostream>
#include <thread>

#include "app/cli/command_line.h"
#include "app/shell/run_window.h"

namespace {

int openWindow(int& argc, char** argv, const app::WindowRequest& request) {
  QApplication application(argc, argv);
  app::WindowOptions options;
  options.workspace = QString::fromStdString(request.workspace.string());
  options.screenshot_file = QString::fromStdString(request.screenshot.string());
  options.size = QSize(request.width_px, request.height_px);
  options.timing = request.timing;
  if (request.theme == "dark") options.theme = layers::Theme::kDark;
  if (request.theme == "light") options.theme = layers::Theme::kLight;
  if (request.language == "zh") options.language = app::Language::kChinese;
  if (request.language == "en") options.language = app::Language::kEnglish;
  return app::runWindow(application, options);
}

// Tiles are a quarter of a megabyte and come and go by the hundred: memory that is fetched from the system and given
// back each time costs more than drawing them.
void keepFreedMemory() {
  constexpr int kLargestKept = 8 << 20, kMostKept = 64 << 20;
  mallopt(M_MMAP_THRESHOLD, kLargestKept);
  mallopt(M_TRIM_THRESHOLD, kMostKept);
  // Eight pools of freed memory for each core are the usual: none of them ever gives back what a layer left there.
  mallopt(M_ARENA_MAX, static_cast<int>(std::max(2U, std::thread::hardware_concurrency())));
}

// The bureau's clock is Beijing time, whatever zone the machine was set up with; "CST-8" needs no database of zones.
void keepBeijingTime() {
  qputenv("TZ", "CST-8");
  tzset();
}

}  // namespace

int main(int argc, char** argv) {
  keepFreedMemory();
  keepBeijingTime();
  QCoreApplication::setApplicationName(QStringLiteral("fengsui"));
  QCoreApplication::setOrganizationName(QStringLiteral("fengsui"));
  // The desktop finds name and icon of the window by this file.
  QGuiApplication::setDesktopFileName(QStringLiteral("cn.fengsui.Fengsui"));
  return app::runCommandLine(argc, argv, {std::cin, std::cout, std::cerr}, openWindow);
}
