// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/selection/selection_panel.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/settings/app_settings.h"
#include "tests/layers/vector/scene.h"

namespace {

using gis::GeometryKind;
using scene::Features;

class Chosen : public ::testing::Test {
 protected:
  Chosen() {
    context.map.show_box = [this](const gis::MapBox& box) { shown = box; };
    Features points(GeometryKind::kPoint);
    points.point(0, 0).point(1000, 0).point(5000, 9000);
    Features lines(GeometryKind::kLine);
    lines.add({{{0, 0}, {300, 0}}});
    add(QStringLiteral("points"), points);
    add(QStringLiteral("lines"), lines);
    panel = std::make_unique<app::SelectionPanel>(context);
    panel->show();
  }
  void add(const QString& id, const Features& features) {
    app::MapLayer layer;
    layer.id = id;
    layer.title = {id, id};
    layer.columns = features.columns();
    document.addLayer(std::move(layer));
  }
  void choose(const QString& id, std::vector<std::uint32_t> features) {
    app::FeatureSelection chosen = document.chosen();
    chosen.choose({id, {}, document.find(id)->columns, gis::FeatureSet::of(std::move(features))},
                  app::SelectHow::kReplace);
    document.choose(std::move(chosen));
  }
  QTreeWidget& list() { return *panel->findChild<QTreeWidget*>(); }
  QPushButton& button(const QString& text) {
    for (QPushButton* one : panel->findChildren<QPushButton*>())
      if (one->text() == text) return *one;
    throw std::runtime_error(text.toStdString());
  }

  QTemporaryDir folder;
  app::AppSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
  gis::FixedClock clock{1'780'000'000'000};
  app::JobPools pools;
  app::JobList jobs;
  app::MessageList messages{clock};
  app::MapDocument document;
  app::PanelContext context{pools, jobs, messages, document, settings, {}};
  std::unique_ptr<app::SelectionPanel> panel;
  gis::MapBox shown;
};

TEST_F(Chosen, SaysHowToChooseUntilSomethingIs) {
  EXPECT_TRUE(panel->findChild<QLabel*>()->text().contains(QStringLiteral("Ctrl+6")));
  EXPECT_FALSE(list().isVisible());
  choose(QStringLiteral("points"), {0, 2});
  EXPECT_TRUE(list().isVisible());
  EXPECT_EQ(list().topLevelItem(0)->text(1), QStringLiteral("2"));
}

TEST_F(Chosen, WalksFromOneToTheNextAndRoundAgain) {
  choose(QStringLiteral("points"), {0, 2});
  choose(QStringLiteral("lines"), {0});
  QTest::keyClick(&list(), Qt::Key_PageDown);
  ASSERT_TRUE(document.selection());
  EXPECT_EQ(document.selection()->fid, 1);
  EXPECT_TRUE(shown.contains({0, 0}));
  EXPECT_LT(shown.width_m(), 1000) << "near enough to see one point";
  QTest::keyClick(&list(), Qt::Key_PageDown);
  EXPECT_EQ(document.selection()->fid, 3);
  EXPECT_TRUE(shown.contains({5000, 9000}));
  QTest::keyClick(&list(), Qt::Key_PageDown);
  EXPECT_EQ(document.selection()->fid, 1) << "round again";
  QTest::keyClick(&list(), Qt::Key_PageUp);
  EXPECT_EQ(document.selection()->fid, 3);
}

TEST_F(Chosen, ShowsAllKeepsOneLayerOrNone) {
  choose(QStringLiteral("points"), {0, 1});
  choose(QStringLiteral("lines"), {0});
  QTest::mouseClick(&button(QStringLiteral("Show all")), Qt::LeftButton);
  EXPECT_TRUE(shown.contains({0, 0}) && shown.contains({1000, 0}));
  EXPECT_FALSE(shown.contains({5000, 9000}));
  list().setCurrentItem(list().topLevelItem(1));
  QTest::mouseClick(&button(QStringLiteral("Only this layer")), Qt::LeftButton);
  EXPECT_EQ(document.chosen().count(), 1U);
  EXPECT_TRUE(document.chosen().find(QStringLiteral("lines")));
  QTest::mouseClick(&button(QStringLiteral("Choose none")), Qt::LeftButton);
  EXPECT_TRUE(document.chosen().empty());
  EXPECT_FALSE(list().isVisible());
}

}  // namespace
