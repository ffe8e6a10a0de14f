// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/map/map_tool.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/shell/layer_panel.h"
#include "app/shell/main_actions.h"
#include "app/shell/main_window.h"
#include "app/shell/map_status_bar.h"
#include "app/shell/messages_panel.h"
#include "app/shell/start_page.h"
#include "app/shell/workspace_controller.h"
#include "gis/core/clock.h"
#include "tests/app/map/fake_layer.h"
#include "tests/app/shell/shell_program.h"

namespace {

// A program without a workspace, in English, with settings of its own.
struct Program {
  QTemporaryDir folder;
  app::AppSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
  app::Translation translation{*qApp};
  gis::FixedClock clock{1'780'000'000'000};
  app::JobPools pools;
  app::JobList jobs;
  app::MessageList messages{clock};
  app::MapDocument document;
  app::PanelContext context{pools, jobs, messages, document, settings, {}};
  Program() {
    translation.use(app::Language::kEnglish);
    context.map.show_box = [](const gis::MapBox&) {};
  }
  void addFake(const char* id, const char* group, QColor colour) {
    app::MapLayer layer;
    layer.id = QLatin1String(id);
    layer.group = QLatin1String(group);
    layer.title = {QStringLiteral("图层 ") + QLatin1String(id), QStringLiteral("Layer ") + QLatin1String(id)};
    layer.state = std::make_shared<tests::FakeLayer>(colour);
    layer.load = app::LoadState::kReady;
    document.addLayer(std::move(layer));
  }
  QStringList order() const {
    QStringList ids;
    for (const app::MapLayer& layer : document.layers()) ids << layer.id;
    return ids;
  }
};

TEST(LayerPanel, ChecksChangeTheDocumentAndBack) {
  Program p;
  app::LayerPanel panel(p.context);
  p.addFake("a", "fire", Qt::red);
  p.addFake("b", "fire", Qt::blue);
  ASSERT_NE(panel.itemOf(QStringLiteral("a")), nullptr);
  panel.itemOf(QStringLiteral("a"))->setCheckState(0, Qt::Unchecked);
  EXPECT_FALSE(p.document.find(QStringLiteral("a"))->visible);
  QTreeWidgetItem* group = panel.itemOf(QStringLiteral("a"))->parent();
  EXPECT_EQ(group->checkState(0), Qt::PartiallyChecked);
  p.document.setVisible(QStringLiteral("b"), false);
  EXPECT_EQ(panel.itemOf(QStringLiteral("b"))->checkState(0), Qt::Unchecked);
  EXPECT_EQ(group->checkState(0), Qt::Unchecked);
  group->setCheckState(0, Qt::Checked);
  EXPECT_TRUE(p.document.find(QStringLiteral("a"))->visible && p.document.find(QStringLiteral("b"))->visible);
}

TEST(LayerPanel, TopOfTheListIsTopOfTheMap) {
  Program p;
  app::LayerPanel panel(p.context);
  for (const char* id : {"a", "b", "c"}) p.addFake(id, "fire", Qt::red);
  QTreeWidgetItem* group = panel.itemOf(QStringLiteral("a"))->parent();
  EXPECT_EQ(group->indexOfChild(panel.itemOf(QStringLiteral("c"))), 0);
  auto* tree = dynamic_cast<app::LayerTree*>(panel.tree());
  emit tree->moved(QStringLiteral("a"), QStringLiteral("c"), true);
  EXPECT_EQ(p.order(), (QStringList{QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("a")}));
  emit tree->moved(QStringLiteral("a"), QStringLiteral("b"), false);
  EXPECT_EQ(p.order(), (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
}

TEST(MessagesPanel, NamesTheThingAndFollowsTheLanguage) {
  Program p;
  app::MessagesPanel panel(p.messages);
  p.messages.add(gis::Error{gis::ErrorCode::kCancelled, "x", {}, {}});
  EXPECT_EQ(panel.rowCount(), 0) << "cancelled is a result, not trouble";
  p.messages.add(gis::Error{gis::ErrorCode::kDamagedFile, "/data/roads.shp", "bad header", {}});
  p.messages.add(gis::Error{gis::ErrorCode::kDamagedFile, "/data/roads.shp", "bad header", {}});
  ASSERT_EQ(panel.rowCount(), 1) << "the same trouble twice in a row is counted, not repeated";
  EXPECT_EQ(p.messages.messages().front().times, 2);
  EXPECT_TRUE(app::MessagesPanel::sentence(p.messages.messages().front()).contains(QStringLiteral("roads.shp")));
  p.translation.use(app::Language::kChinese);
  EXPECT_TRUE(app::MessagesPanel::sentence(p.messages.messages().front()).contains(QStringLiteral("损坏")));
  EXPECT_EQ(p.messages.unreadCount(), 1);
  panel.show();
  EXPECT_EQ(p.messages.unreadCount(), 0);
}

TEST(StatusBar, NamesTheZone) {
  EXPECT_EQ(app::MapStatusBar::crsName("EPSG:4547"), QStringLiteral("CGCS2000 / 3° GK CM 114°E"));
  EXPECT_EQ(app::MapStatusBar::crsName("EPSG:3857"), QStringLiteral("EPSG:3857"));
}

TEST(StartPage, SaysWhatFailedAndOffersTheOtherWays) {
  Program p;
  app::StartPage page(p.settings);
  page.show();
  page.showError(QStringLiteral("/data/city"),
                 gis::Error{gis::ErrorCode::kNotFound, "/data/city/workspace.gpkg", {}, {}});
  bool said = false;
  for (const QLabel* label : page.findChildren<QLabel*>())
    said = said || (label->isVisible() && label->text().contains(QStringLiteral("workspace.gpkg was not found")));
  EXPECT_TRUE(said);
}

TEST(MainWindow, LanguageSwitchesLive) {
  Program p;
  app::MainWindow window(p.context, p.translation, app::WindowMemory::kIgnore);
  window.show();
  EXPECT_EQ(window.windowTitle(), QStringLiteral("Fengsui"));
  window.useLanguage(app::Language::kChinese);
  QCoreApplication::processEvents();
  EXPECT_EQ(window.windowTitle(), QStringLiteral("烽燧"));
  EXPECT_EQ(window.actions()[app::MainActions::kFullView]->text(), QStringLiteral("全图(&F)"));
  EXPECT_EQ(window.layerPanel().windowTitle(), QStringLiteral("图层"));
  window.useLanguage(app::Language::kEnglish);
  QCoreApplication::processEvents();
  EXPECT_EQ(window.layerPanel().windowTitle(), QStringLiteral("Layers"));
}

TEST(MainWindow, AMissingWorkspaceIsExplainedNotThrown) {
  Program p;
  app::MainWindow window(p.context, p.translation, app::WindowMemory::kIgnore);
  window.show();
  QSignalSpy failed(&window.workspaces(), &app::WorkspaceController::openFailed);
  window.workspaces().open(p.folder.filePath(QStringLiteral("nothing-here")));
  ASSERT_TRUE(QTest::qWaitFor([&] { return failed.count() == 1; }));
  ASSERT_FALSE(p.messages.messages().empty());
  EXPECT_EQ(std::get<gis::Error>(p.messages.messages().front().what).code, gis::ErrorCode::kNotFound);
}

TEST(Theme, StyleSheetsAreWholeInBothThemes) {
  for (const auto theme : {layers::Theme::kDark, layers::Theme::kLight}) {
    const QString sheet = app::styleSheetFor(theme, 1.5);
    EXPECT_GT(sheet.size(), 1000);
    EXPECT_FALSE(sheet.contains(QLatin1Char('@'))) << "a name was not replaced";
    EXPECT_FALSE(sheet.contains(QRegularExpression(QStringLiteral("\\ddp")))) << "a measure was not replaced";
  }
}

TEST(Theme, TextIsReadableOnEverySurface) {
  // WCAG 2.1 contrast, success criterion 1.4.3: at least 4.5 for text.
  const auto luminance = [](const QColor& c) {
    const auto part = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(c.redF()) + 0.7152 * part(c.greenF()) + 0.0722 * part(c.blueF());
  };
  const auto contrast = [&](const QColor& a, const QColor& b) {
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
  };
  for (const auto theme : {layers::Theme::kDark, layers::Theme::kLight}) {
    const app::ThemeColours& c = app::themeColours(theme);
    for (const QColor& ground : {c.ground, c.surface, c.raised}) {
      EXPECT_GE(contrast(c.text, ground), 7);
      EXPECT_GE(contrast(c.text_second, ground), 4.5);
      EXPECT_GE(contrast(c.accent, ground), 4.5);
    }
    EXPECT_GE(contrast(c.on_accent, c.accent), 4.5);
  }
}

TEST(Icons, EveryActionHasItsDrawing) {
  for (const char* name :
       {"open", "demo", "plus", "full-view", "identify", "hand", "zoom-box", "ruler", "area", "help"})
    EXPECT_FALSE(app::themedIcon(QLatin1String(name)).isNull()) << name;
  EXPECT_TRUE(app::themedIcon(QStringLiteral("no-such-icon")).isNull());
}

TEST(Settings, SurviveNonsense) {
  QTemporaryDir folder;
  const QString file = folder.filePath(QStringLiteral("broken.ini"));
  {
    QSettings raw(file, QSettings::IniFormat);
    raw.setValue(QStringLiteral("look/theme"), QStringLiteral("pink"));
    raw.setValue(QStringLiteral("look/presentation_scale"), QStringLiteral("a lot"));
    raw.setValue(QStringLiteral("look/language"), 17);
  }
  const app::AppSettings settings(file);
  EXPECT_EQ(settings.theme(), layers::Theme::kDark);
  EXPECT_EQ(settings.language(), app::Language::kChinese);
  EXPECT_DOUBLE_EQ(settings.presentationScale(), 1.0);
}

// Rows are made anew while the window tells its widgets of the new look.
TEST(Window, LookAndLanguageChangeWhilePanelsHoldRows) {
  Program p;
  app::MainWindow window(p.context, p.translation, app::WindowMemory::kIgnore);
  p.addFake("a", "fire", Qt::red);
  p.messages.add(gis::Error{gis::ErrorCode::kNoData, "a.tif", "nothing there", {"reading"}});
  p.messages.add(
      gis::Error{gis::ErrorCode::kMissingCrs, "b.shp", {}, {}}, [] { return QStringLiteral("Try again"); }, [] {});
  p.jobs.add([] { return QStringLiteral("Reading"); }, [] {});
  window.show();
  auto* messages = window.findChild<app::MessagesPanel*>();
  ASSERT_NE(messages, nullptr);
  using layers::Theme;
  for (const auto& [theme, scale_ratio] :
       {std::pair{Theme::kLight, 1.0}, {Theme::kLight, 1.6}, {Theme::kDark, 1.6}, {Theme::kDark, 1.0}}) {
    window.useLook(theme, scale_ratio);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_EQ(messages->rowCount(), 2);
  }
}

TEST(Panels, WhatAClickIsForIsToldAsLongAsTheToolIsInHand) {
  tests::ShellProgram p;
  const app::MainWindow window(p.context, p.translation, app::WindowMemory::kIgnore);
  const auto* bar = window.findChild<app::MapStatusBar*>();
  const auto told = [&](const char* text) {
    return std::ranges::any_of(bar->findChildren<QLabel*>(),
                               [&](const QLabel* label) { return label->text() == QLatin1String(text); });
  };
  const auto take = [&] {
    auto tool = std::make_unique<app::PanTool>();
    tool->setHint(QStringLiteral("Click where it is."));
    p.context.map.use_tool(std::move(tool));
  };
  take();
  EXPECT_TRUE(told("Click where it is."));
  p.context.map.use_tool({});
  EXPECT_FALSE(told("Click where it is."));
  take();
  p.context.map.say(QStringLiteral("Saved."));
  p.context.map.use_tool({});
  EXPECT_TRUE(told("Saved.")) << "what came of it stays";
}

}  // namespace
