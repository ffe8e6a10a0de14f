// SPDX-License-Identifier: GPL-3.0-or-later
// What the window remembers from one run to the next.
#include <gtest/gtest.h>

#include <QAction>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "app/shell/jobs_panel.h"
#include "app/shell/layer_panel.h"
#include "app/shell/workspace_controller.h"
#include "gis/store/migration.h"
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
  QObject::connect(&window.workspaces(), &app::WorkspaceController::openFailed, &window,
                   [](const QString&, const gis::Error& error) {
                     ADD_FAILURE() << gis::errorName(error.code) << error.subject << error.detail;
                   });
  window.workspaces().open(folder);
  ASSERT_TRUE(QTest::qWaitFor([&] { return opened.count() == 1; }));
  ASSERT_TRUE(QTest::qWaitFor([&] { return window.idle(); }));
}

QDockWidget* dock(const app::MainWindow& window, const char* id) {
  return window.findChild<QDockWidget*>(QLatin1String(id));
}

void dropOn(QWidget& widget, const QString& path) {
  QMimeData files;
  files.setUrls({QUrl::fromLocalFile(path)});
  QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(&widget, &enter);
  EXPECT_TRUE(enter.isAccepted());
  QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(&widget, &drop);
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
    ASSERT_TRUE(QTest::qWaitFor([&] { return !window.isVisible(); })) << "after the workspace was copied";
    EXPECT_EQ(QDir(city + QStringLiteral("/backups")).entryList({QStringLiteral("*-exit.gpkg")}).size(), 1);
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

TEST(WindowState, ThePanelBelowKeepsItsHeightWhileRoomsAreOpened) {
  ShellProgram p;
  const QString city = makeWorkspace(p.folder);
  app::MainWindow window(p.context, p.translation, app::WindowMemory::kRestore);
  window.resize(1600, 1000);
  window.show();
  open(window, city);
  const auto opens = [&](const char* id) {
    dock(window, id)->toggleViewAction()->trigger();
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
  };
  opens("table");
  const int height_px = dock(window, "table")->height();
  EXPECT_GT(height_px, 200);
  for (const char* room : {"fire", "weather", "seismic", "exposure"}) {
    opens(room);
    EXPECT_NEAR(dock(window, "table")->height(), height_px, 3) << room;
  }
  window.resizeDocks({dock(window, "table")}, {height_px - 60}, Qt::Vertical);
  QCoreApplication::processEvents();
  for (const char* room : {"fire", "weather"}) {
    opens(room);
    EXPECT_NEAR(dock(window, "table")->height(), height_px - 60, 3) << "as the user dragged it: " << room;
  }
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
  dropOn(window, city + QStringLiteral("/workspace.gpkg"));
  EXPECT_TRUE(QTest::qWaitFor([&] { return opened.count() == 1; }));
}

TEST(WindowState, TheFullViewFollowsTheWindowAfterAChangeOfLook) {
  ShellProgram p;
  const QString city = makeWorkspace(p.folder);
  app::MainWindow window(p.context, p.translation, app::WindowMemory::kIgnore);
  window.resize(1200, 800);
  window.show();
  window.canvas().setMotion(app::Motion::kInstant);
  open(window, city);
  window.useLook(layers::Theme::kLight, 1);
  window.useLanguage(app::Language::kChinese);
  QCoreApplication::processEvents();
  window.resize(1200, 500);
  QCoreApplication::processEvents();
  const gis::MapBox extent = p.document.extent();
  EXPECT_TRUE(window.canvas().view().box().contains({extent.min_x_m, extent.min_y_m}));
  EXPECT_TRUE(window.canvas().view().box().contains({extent.max_x_m, extent.max_y_m}));
}

TEST(MainWindow, ADroppedFileIsSeenAndAskedAndItsCardStaysOpen) {
  ShellProgram p;
  const QString path = p.folder.filePath(QStringLiteral("points.geojson"));
  {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(
        R"({"type":"FeatureCollection","features":[)"
        R"({"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Point","coordinates":[114.0,36.0]}},)"
        R"({"type":"Feature","properties":{"name":"B"},"geometry":{"type":"Point","coordinates":[114.1,36.1]}}]})");
  }
  app::MainWindow window(p.context, p.translation, app::WindowMemory::kIgnore);
  window.resize(1200, 800);
  window.show();
  window.canvas().setMotion(app::Motion::kInstant);
  dropOn(window, path);
  ASSERT_TRUE(QTest::qWaitFor([&] { return p.document.layers().size() == 1 && window.idle(); }));
  EXPECT_TRUE(window.canvas().isVisible()) << "the start page gave way";
  const auto open_cards = [&] {
    int open = 0;
    for (const QToolButton* button : dock(window, "inspector")->findChildren<QToolButton*>())
      open += button->isVisible() && button->text() == QStringLiteral("Zoom to") ? 1 : 0;
    return open;
  };
  p.context.map.identify(*p.document.toMap({114.0, 36.0}));
  ASSERT_TRUE(QTest::qWaitFor([&] { return open_cards() == 1; }));
  window.useLook(layers::Theme::kLight, 1);
  QCoreApplication::processEvents();
  EXPECT_EQ(open_cards(), 1);
}

TEST(WindowState, PresentationSizeFitsTheWindowAndGoesBackToWhatItWas) {
  ShellProgram p;
  app::MainWindow window(p.context, p.translation, app::WindowMemory::kIgnore);
  window.resize(1366, 768);
  window.show();
  open(window, makeWorkspace(p.folder));
  dock(window, "messages")->show();
  QCoreApplication::processEvents();
  const int before_px = dock(window, "layers")->width();
  window.useLook(layers::Theme::kDark, 2);
  QCoreApplication::processEvents();
  EXPECT_EQ(window.size(), QSize(1366, 768)) << "the window must not grow beyond the screen";
  EXPECT_GT(dock(window, "layers")->width(), before_px);
  EXPECT_GE(window.canvas().width(), window.canvas().minimumSizeHint().width());
  window.useLook(layers::Theme::kDark, 1);
  QCoreApplication::processEvents();
  EXPECT_NEAR(dock(window, "layers")->width(), before_px, 8);
}

// One panel is open at a time on the right: the one that answers takes its place, unless all were closed.
TEST(MainWindow, WhatAnswersComesToTheFront) {
  ShellProgram p;
  app::MainWindow window(p.context, p.translation, app::WindowMemory::kIgnore);
  window.show();
  open(window, makeWorkspace(p.folder));
  const auto in_front = [&](const char* id) { return !dock(window, id)->visibleRegion().isEmpty(); };
  dock(window, "plotting")->toggleViewAction()->trigger();
  QCoreApplication::processEvents();
  ASSERT_FALSE(in_front("inspector"));
  emit window.canvas().identified({0, 0});
  QCoreApplication::processEvents();
  EXPECT_TRUE(in_front("inspector"));
  auto columns = std::make_shared<gis::MapColumns>(gis::MapColumns::from({}));
  app::FeatureSelection chosen;
  chosen.choose({QStringLiteral("any"), {}, columns, gis::FeatureSet::of({0})}, app::SelectHow::kReplace);
  p.document.choose(chosen);
  QCoreApplication::processEvents();
  EXPECT_TRUE(in_front("selection"));
  EXPECT_TRUE(dock(window, "inspector")->isHidden());
  dock(window, "selection")->close();
  emit window.canvas().identified({0, 0});
  QCoreApplication::processEvents();
  EXPECT_TRUE(dock(window, "inspector")->isHidden()) << "closed is closed";
}

// A workspace whose schema is `steps` migrations away from this program's.
QString makeWorkspaceOfAnotherTime(const QTemporaryDir& folder, int steps) {
  const QString path = folder.filePath(QStringLiteral("city"));
  std::filesystem::create_directories(path.toStdString());
  const gis::FixedClock clock{1'780'000'000'000};
  auto migrations = gis::ownMigrations().value();
  if (steps > 0) migrations.push_back({static_cast<int>(migrations.size()) + 1, "9999_later.sql", "SELECT 1;"});
  if (steps < 0) migrations.pop_back();
  const auto db = gis::Database::create(std::filesystem::path(path.toStdString()) / "workspace.gpkg");
  EXPECT_TRUE(db && gis::migrate(*db, migrations, clock));
  return path;
}

QPushButton* upgradeButton(const app::MainWindow& window) {
  for (auto* found : window.findChildren<QPushButton*>())
    if (found->text() == QStringLiteral("Bring up to date")) return found;
  return nullptr;
}

QString bannerText(const app::MainWindow& window) {
  const QWidget* banner = upgradeButton(window)->parentWidget();
  return banner->isVisible() ? banner->findChild<QLabel*>()->text() : QString();
}

TEST(Banner, AWorkspaceOfANewerProgramIsForReadingOnly) {
  ShellProgram p;
  app::MainWindow window(p.context, p.translation, app::WindowMemory::kIgnore);
  window.show();
  open(window, makeWorkspaceOfAnotherTime(p.folder, 1));
  EXPECT_TRUE(bannerText(window).contains(QStringLiteral("reading only"))) << bannerText(window).toStdString();
  EXPECT_FALSE(upgradeButton(window)->isVisible());
}

TEST(Banner, AnOlderWorkspaceIsBroughtUpToDateWhenAsked) {
  ShellProgram p;
  app::MainWindow window(p.context, p.translation, app::WindowMemory::kIgnore);
  window.show();
  const QString city = makeWorkspaceOfAnotherTime(p.folder, -1);
  open(window, city);
  EXPECT_TRUE(bannerText(window).contains(QStringLiteral("reading only"))) << bannerText(window).toStdString();
  ASSERT_TRUE(upgradeButton(window)->isVisible());
  QSignalSpy opened(&window.workspaces(), &app::WorkspaceController::opened);
  upgradeButton(window)->click();
  ASSERT_TRUE(QTest::qWaitFor([&] { return opened.count() == 1; }));
  EXPECT_EQ(bannerText(window), QString());
  EXPECT_EQ(QDir(city + QStringLiteral("/backups")).entryList(QDir::Files).size(), 1);
}

TEST(Jobs, TheCrossAndTheDeleteKeyCancel) {
  ShellProgram p;
  app::JobsPanel panel(p.jobs);
  panel.resize(500, 200);
  int cancelled = 0;
  p.jobs.add([] { return QStringLiteral("Reading"); }, [&] { ++cancelled; });
  panel.show();
  auto* view = panel.findChild<QListView*>();
  const QRect row = view->visualRect(view->model()->index(0, 0));
  QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, QPoint(row.right() - app::dp(20), row.top() + app::dp(16)));
  EXPECT_EQ(cancelled, 1);
  view->setCurrentIndex(view->model()->index(0, 0));
  QTest::keyClick(view, Qt::Key_Delete);
  EXPECT_EQ(cancelled, 2);
}

}  // namespace
