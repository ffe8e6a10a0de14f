// SPDX-License-Identifier: GPL-3.0-or-later
// One truth about keys: what the help says is what the window does.
#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QShortcut>

#include "app/shell/main_actions.h"
#include "tests/app/shell/shell_program.h"

namespace {

QString readAll(const QString& path) {
  QFile file(path);
  EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
  return QString::fromUtf8(file.readAll());
}

// A file, or all pages of a folder as one text.
QString textOf(const char* name) {
  const QString path = QStringLiteral(FENGSUI_SOURCE_DIR "/") + QLatin1String(name);
  if (!QFileInfo(path).isDir()) return readAll(path);
  QString text;
  for (const QString& page : QDir(path).entryList({QStringLiteral("*.md")}))
    text += readAll(path + QLatin1Char('/') + page);
  return text;
}

// Arrows are written as arrows; "Ctrl+1 … Ctrl+5" names its ends.
QSet<QString> combinationsIn(QString text) {
  text.replace(QChar(0x2190), QStringLiteral("Left")).replace(QChar(0x2192), QStringLiteral("Right"));
  text.replace(QChar(0x2191), QStringLiteral("Up")).replace(QChar(0x2193), QStringLiteral("Down"));
  static const QRegularExpression combination(QStringLiteral("`((?:Ctrl|Alt)\\+[A-Za-z0-9+]+|F\\d+)`"));
  QSet<QString> keys;
  for (auto it = combination.globalMatch(text); it.hasNext();) keys << it.next().captured(1);
  return keys;
}

TEST(Keys, HelpAndReadmeNameOnlyKeysThatWork) {
  tests::ShellProgram p;
  app::MainWindow window(p.context, p.translation, app::WindowMemory::kIgnore);
  // The map's own, while two pictures are compared: tests/app/map/swipe_test.cpp presses them. The grid's of the stocks
  // room: tests/app/stocks/stocks_panel_test.cpp does. Pasting into the figures of an incident:
  // incident_panel_test.cpp. The wall's from this window, while it is open: app/shell/map_dialogs.cpp.
  QSet<QString> working = {QStringLiteral("Ctrl+Left"), QStringLiteral("Ctrl+Right"), QStringLiteral("Ctrl+Enter"),
                           QStringLiteral("Ctrl+Del"), QStringLiteral("Ctrl+V")};
  for (const QAction* action : window.findChildren<QAction*>())
    for (const QKeySequence& key : action->shortcuts()) working << key.toString(QKeySequence::PortableText);
  for (const QShortcut* shortcut : window.findChildren<QShortcut*>())
    working << shortcut->key().toString(QKeySequence::PortableText);
  for (const QAbstractButton* button : window.findChildren<QAbstractButton*>())
    if (!button->shortcut().isEmpty()) working << button->shortcut().toString(QKeySequence::PortableText);
  for (const char* file : {"resources/help/zh", "resources/help/en", "README.md"}) {
    const QSet<QString> told = combinationsIn(textOf(file));
    EXPECT_GE(told.size(), 3) << file;
    for (const QString& key : told) EXPECT_TRUE(working.contains(key)) << file << ": " << key.toStdString();
  }
}

TEST(Keys, HelpTellsOfEveryCommandOfTheMenus) {
  tests::ShellProgram p;
  app::MainWindow window(p.context, p.translation, app::WindowMemory::kIgnore);
  for (const char* file : {"resources/help/zh", "resources/help/en"}) {
    const QSet<QString> told = combinationsIn(textOf(file));
    for (int id = 0; id < app::MainActions::kCount; ++id) {
      const QAction* action = window.actions()[static_cast<app::MainActions::Id>(id)];
      const QString key = action->shortcut().toString(QKeySequence::PortableText);
      // Zooming and the tools in a row are told in one line each.
      if (key.isEmpty() || key.startsWith(QStringLiteral("Ctrl++")) || key == QStringLiteral("Ctrl+-")) continue;
      if (id > app::MainActions::kIdentify && id < app::MainActions::kMeasureArea) continue;
      EXPECT_TRUE(told.contains(key)) << file << ": " << key.toStdString();
    }
  }
}

TEST(Keys, ArrowsAreArrowsInChineseMenus) {
  tests::ShellProgram p;
  p.translation.use(app::Language::kChinese);
  EXPECT_EQ(QKeySequence(QStringLiteral("Alt+Left")).toString(QKeySequence::NativeText), QStringLiteral("Alt+←"));
}

}  // namespace
