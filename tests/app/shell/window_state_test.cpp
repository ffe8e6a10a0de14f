// SPDX-License-Identifier: GPL-3.0-or-later
// What the window remembers from one run to the next.
#include <gtest/gtest.h>

#include <QDockWidget>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include "app/shell/layer_panel.h"
#include "app/shell/workspace_controller.h"
#include "gis/store/workspace.h"
#include "tests/app/shell/shell_program.h"

namespace {

using tests::ShellProgram;

// An empty census database of a place 60 km wide.
QString makeWorkspace(const QTemporaryDir& folder) {
  const QString path = folder.filePath(QStringLiteral("city"));
  const gis::FixedClock clock{1'780'000'000'000};
  auto made = gis::Workspace::create(path.toStdString(), clock);
  EXPECT_TRUE(made.has_value());
  EXPECT_TRUE(made->setFact("map_crs", "EPSG:4547"));
  EXPECT_TRUE(made->setFact("extent", "112.8,36.0,113.4,36.5"));
  return path;
}

void open(app::MainWindow& window, const QString& folder) {
  QSignalSpy opened(&window.workspaces(), &app::WorkspaceController::opened);
  window.workspaces().open(folder);
  ASSERT_TRUE(QTest::qWaitFor([&] { return opened.count() == 1; }));
  ASSERT_TRUE(QTest::qWaitFor([&] { return window.idle(); }));
}

QDockWidget* dock(const app::MainWindow& window, const char* id) {
  return window.findChild<QDockWidget*>(QLatin1String(id));
}

// The same settings file, as the next run finds it.
struct NextRun : ShellProgram {
  explicit NextRun(const ShellProgram& before)
      : own_settings(before.folder.filePath(QStringLiteral("settings.ini"))), own_context{pools,        jobs,
                                                                                          messages,     document,
                                                                                          own_settings, {}} {}
  app::AppSettings own_settings;
  app::PanelContext own_context;
};

TEST(WindowState, ViewLayersAndDocksComeBack) {
  ShellProgram first;
  const QString city = makeWorkspace(first.folder);
  gis::MapXY centre;
  {
    app::MainWindow window(first.context, first.translation, app::WindowMemory::kRestore);
    window.show();
    open(window, city);
    ASSERT_FALSE(first.document.layers().empty());
    const QString id = first.document.layers().front().id;
    first.document.setVisible(id, !first.document.layers().front().visible);
    first.document.setOpacity(id, 0.4);
    dock(window, "inspector")->hide();
    dock(window, "jobs")->show();
    centre = first.document.extent().centre();
    centre.x_m += 4000;
    window.canvas().goTo(centre, 8);
    window.close();
  }
  NextRun second(first);
  app::MainWindow window(second.own_context, second.translation, app::WindowMemory::kRestore);
  window.show();
  EXPECT_TRUE(dock(window, "layers")->isHidden()) << "no panels about a map that is not there";
  open(window, city);
  EXPECT_NEAR(window.canvas().view().centre.x_m, centre.x_m, 8);
  EXPECT_NEAR(window.canvas().view().centre.y_m, centre.y_m, 8);
  EXPECT_NEAR(window.canvas().view().metres_per_px, 8, 1e-6);
  const app::MapLayer& now = second.document.layers().front();
  const app::MapLayer& then = first.document.layers().front();
  EXPECT_EQ(now.id, then.id);
  EXPECT_EQ(now.visible, then.visible);
  EXPECT_NEAR(now.opacity_ratio, 0.4, 1e-9);
  EXPECT_FALSE(dock(window, "layers")->isHidden());
  EXPECT_TRUE(dock(window, "inspector")->isHidden());
  EXPECT_FALSE(dock(window, "jobs")->isHidden());
}

TEST(WindowState, TheFullViewIsNoneToComeBackTo) {
  ShellProgram p;
  const QString city = makeWorkspace(p.folder);
  app::MainWindow window(p.context, p.translation, app::WindowMemory::kRestore);
  window.show();
  open(window, city);
  window.canvas().goTo(p.document.extent().centre(), 8);
  window.workspaces().saveChoices();
  EXPECT_TRUE(p.settings.view(city).has_value());
  window.canvas().setMotion(app::Motion::kInstant);
  window.canvas().fullView();
  window.workspaces().saveChoices();
  EXPECT_FALSE(p.settings.view(city).has_value());
}

TEST(WindowState, AViewOfElsewhereIsNotRestored) {
  ShellProgram p;
  const QString city = makeWorkspace(p.folder);
  p.settings.setView(city, app::SavedView{1e7, 1e7, 8});
  app::MainWindow window(p.context, p.translation, app::WindowMemory::kRestore);
  window.show();
  open(window, city);
  EXPECT_TRUE(p.document.extent().contains(window.canvas().view().centre));
}

TEST(Settings, AFolderThatHasGoneAwayIsReplacedByWhatIsLeftOfIt) {
  ShellProgram p;
  const QString stays = p.folder.path();
  p.settings.setLastFolder(stays + QStringLiteral("/gone/deeper"));
  EXPECT_EQ(p.settings.lastFolder(), stays);
  p.settings.setFilesFolder(QStringLiteral("/no-such-stick/data"));
  EXPECT_EQ(p.settings.filesFolder(), QDir::homePath());
}

TEST(MainWindow, TheDatabaseOfAWorkspaceMayBeDroppedItself) {
  ShellProgram p;
  const QString city = makeWorkspace(p.folder);
  app::MainWindow window(p.context, p.translation, app::WindowMemory::kIgnore);
  window.show();
  QSignalSpy opened(&window.workspaces(), &app::WorkspaceController::opened);
  QMimeData files;
  files.setUrls({QUrl::fromLocalFile(city + QStringLiteral("/workspace.gpkg"))});
  QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(&window, &enter);
  EXPECT_TRUE(enter.isAccepted());
  QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(&window, &drop);
  EXPECT_TRUE(QTest::qWaitFor([&] { return opened.count() == 1; }));
}

}  // namespace
