// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QApplication>
#include <ctime>

// A QApplication on the offscreen platform around GoogleTest: no display is needed, mouse and keys work.
int main(int argc, char** argv) {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  // As the program does: times are shown in Beijing's.
  qputenv("TZ", "CST-8");
  tzset();
  ::testing::InitGoogleTest(&argc, argv);
  QApplication application(argc, argv);
  QApplication::setApplicationName(QStringLiteral("fengsui-tests"));
  return RUN_ALL_TESTS();
}
