// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QDateTimeEdit>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/core/moment_edit.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/past/past_banner.h"
#include "app/past/past_dialog.h"
#include "app/past/past_keeper.h"
#include "app/settings/app_settings.h"
#include "gis/store/code_store.h"
#include "layers/vector/layer_source.h"
#include "tests/gis/edit/edit_test_support.h"

namespace {

using gis::RowEditor;

// An office whose one depot was moved once; the map shows depots.
class PastTest : public gis::EditTest {
 protected:
  PastTest() {
    context.map.compare_past = [this](app::PastMapPtr past) { compared = std::move(past); };
    move({113.15, 36.2});
    EXPECT_TRUE(office.workspace->setFact("map_crs", "EPSG:4547"));
    facts = office.workspace->facts();
    document.setWorkspace(app::OpenWorkspace{office.workspace->folder(), facts, {}, {}, {}, {}, {}});
    app::MapLayer layer;
    layer.id = QStringLiteral("depots");
    layer.table = "depot";
    layer.state = depots();
    layer.entry = entry;  // found by depots()
    layer.load = app::LoadState::kReady;
    document.addLayer(std::move(layer));
  }
  void move(gis::LonLat to) {
    office.clock->now += 60'000;
    const auto done = office.edit([&](RowEditor& rows) {
      return rows.set("depot", depot, {{"geom", gis::pointBlob(to)}});
    });
    EXPECT_TRUE(done.has_value()) << gis::say(done);
  }
  layers::LayerStatePtr depots() {
    const auto catalogue = layers::loadCatalogue();
    EXPECT_TRUE(catalogue.has_value());
    for (const layers::CatalogueEntry& one : catalogue->entries)
      if (one.table == "depot" && !entry) entry = std::make_shared<layers::CatalogueEntry>(one);
    auto made = layers::layerFromTable(*entry, office.db(), {}, "EPSG:4547");
    EXPECT_TRUE(made.has_value()) << gis::say(made);
    return made ? made->value.state : nullptr;
  }
  // How many depots lie at a place on the map as it is shown.
  std::size_t at(gis::LonLat where) const {
    const auto frame = document.frame();
    const auto on_map = document.toMap(where);
    return frame.layers.empty() || !on_map ? 0 : frame.layers.front().state->identify(*on_map, 50, 5).size();
  }
  void settle(const app::PastKeeper& keeper) {
    ASSERT_TRUE(QTest::qWaitFor([&] { return !keeper.busy(); }));
  }
  static QPushButton& button(QWidget& of, const char* text) {
    for (QPushButton* one : of.findChildren<QPushButton*>())
      if (one->text().remove(QLatin1Char('&')) == QLatin1String(text)) return *one;
    throw std::runtime_error(text);
  }

  const gis::LonLat first{113.1, 36.2}, second{113.15, 36.2};
  gis::WorkspaceFacts facts;
  QTemporaryDir folder;
  app::AppSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
  gis::FixedClock fixed{1'780'000'000'000};
  app::JobPools pools;
  app::JobList jobs;
  app::MessageList messages{fixed};
  app::MapDocument document;
  app::PanelContext context{pools, jobs, messages, document, settings, {}};
  std::shared_ptr<const layers::CatalogueEntry> entry;
  app::PastMapPtr compared;
};

TEST_F(PastTest, TheMapShowsWhereTheDepotStood) {
  app::PastKeeper keeper(context);
  EXPECT_EQ(at(second), 1U);
  keeper.ask(office.clock->now - 1, app::PastUse::kShow);
  settle(keeper);
  EXPECT_EQ(at(first), 1U);
  EXPECT_EQ(at(second), 0U);
  keeper.backToNow();
  EXPECT_EQ(at(first), 0U);
  EXPECT_EQ(at(second), 1U);
}

TEST_F(PastTest, WhatChangesMeanwhileDoesNotReachThePast) {
  app::PastKeeper keeper(context);
  keeper.ask(office.clock->now, app::PastUse::kShow);
  settle(keeper);
  EXPECT_TRUE(document.past()->states.empty()) << "nothing has changed since";
  const std::int64_t shown_utc_ms = document.past()->utc_ms;
  move({113.2, 36.2});
  document.setState(QStringLiteral("depots"), depots());
  settle(keeper);
  EXPECT_EQ(document.past()->utc_ms, shown_utc_ms);
  EXPECT_EQ(at(second), 1U);
  EXPECT_EQ(at({113.2, 36.2}), 0U);
}

TEST_F(PastTest, TheDialogListsTheChangesAndComparesBeforeOne) {
  app::PastKeeper keeper(context);
  app::PastDialog dialog(context, keeper);
  dialog.show();
  dialog.reload();
  ASSERT_TRUE(QTest::qWaitFor([&] { return !dialog.busy(); }));
  auto& list = *dialog.findChild<QTreeWidget*>();
  ASSERT_EQ(list.topLevelItemCount(), 1);
  EXPECT_EQ(list.topLevelItem(0)->text(1), QStringLiteral("李"));
  list.setCurrentItem(list.topLevelItem(0));
  QTest::mouseClick(&button(dialog, "Compare with the map now shown"), Qt::LeftButton);
  settle(keeper);
  ASSERT_NE(compared, nullptr);
  EXPECT_LT(compared->utc_ms, office.clock->now);
  EXPECT_EQ(compared->states.size(), 1U);
  EXPECT_EQ(document.past(), nullptr) << "the map itself stays";
  EXPECT_FALSE(dialog.isVisible());
}

TEST_F(PastTest, TheDialogShowsTheWholeMapWithTheEnterKey) {
  app::PastKeeper keeper(context);
  app::PastDialog dialog(context, keeper);
  dialog.show();
  dialog.reload();
  ASSERT_TRUE(QTest::qWaitFor([&] { return !dialog.busy(); }));
  app::showMoment(*dialog.findChild<QDateTimeEdit*>(), office.clock->now - 30'000);
  QTest::keyClick(&dialog, Qt::Key_Return);
  settle(keeper);
  ASSERT_NE(document.past(), nullptr);
  EXPECT_EQ(at(first), 1U);
}

TEST_F(PastTest, TheBannerTellsTheMomentAndGoesBack) {
  app::PastKeeper keeper(context);
  app::PastBanner banner(context, keeper);
  EXPECT_TRUE(banner.isHidden());
  keeper.ask(office.clock->now - 1, app::PastUse::kShow);
  settle(keeper);
  EXPECT_FALSE(banner.isHidden());
  const QString when = QDateTime::fromMSecsSinceEpoch(office.clock->now - 1, Qt::OffsetFromUTC, 8 * 3600)
                           .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
  EXPECT_TRUE(banner.findChild<QLabel*>()->text().contains(when));
  button(banner, "Compare with now").click();
  ASSERT_NE(compared, nullptr);
  EXPECT_EQ(document.past(), nullptr);
  keeper.ask(office.clock->now - 1, app::PastUse::kShow);
  settle(keeper);
  button(banner, "Back to now").click();
  EXPECT_EQ(document.past(), nullptr);
  EXPECT_TRUE(banner.isHidden());
}

TEST_F(PastTest, AWorkspaceThatHasGoneAwayIsToldAndTheMapStays) {
  app::PastKeeper keeper(context);
  QSignalSpy failed(&keeper, &app::PastKeeper::failed);
  document.setWorkspace(app::OpenWorkspace{folder.path().toStdString() + "/nowhere", facts, {}, {}, {}, {}, {}});
  keeper.ask(0, app::PastUse::kShow);
  settle(keeper);
  EXPECT_EQ(failed.count(), 1);
  EXPECT_EQ(messages.messages().size(), 1U);
  EXPECT_EQ(document.past(), nullptr);
}

}  // namespace
