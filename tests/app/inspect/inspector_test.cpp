// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QTemporaryDir>
#include <QTest>

#include "app/core/message_list.h"
#include "app/inspect/go_to_bar.h"
#include "app/inspect/inspector_card.h"
#include "app/inspect/inspector_panel.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/settings/app_settings.h"
#include "gis/core/clock.h"
#include "tests/gis/store/store_test_support.h"
#include "tests/layers/vector/scene.h"

namespace {

// A map that only remembers what panels asked of it.
struct Program {
  QTemporaryDir folder;
  app::AppSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
  gis::FixedClock clock{1'780'000'000'000};
  app::JobPools pools;
  app::JobList jobs;
  app::MessageList messages{clock};
  app::MapDocument document;
  app::PanelContext context{pools, jobs, messages, document, settings, {}};
  std::vector<gis::MapXY> flights, marks, questions;
  std::function<void(gis::MapXY)> identify_handler;

  Program() {
    context.map.fly_to = [this](gis::MapXY where, double) { flights.push_back(where); };
    context.map.mark = [this](gis::MapXY where) { marks.push_back(where); };
    context.map.show_box = [](const gis::MapBox&) {};
    context.map.metres_per_px = [] { return 10.0; };
    context.map.on_identify = [this](std::function<void(gis::MapXY)> handler) {
      identify_handler = std::move(handler);
    };
    context.map.identify = [this](gis::MapXY where) {
      questions.push_back(where);
      if (identify_handler) identify_handler(where);
    };
  }
  // A file from elsewhere with one point.
  void addFile(gis::MapXY at, const std::map<std::string, std::string>& attributes) {
    scene::Features features(gis::GeometryKind::kPoint);
    features.point(at.x_m, at.y_m, attributes);
    app::MapLayer layer;
    layer.id = QStringLiteral("file");
    layer.title = {QStringLiteral("外来文件"), QStringLiteral("A file")};
    layer.columns = features.columns();
    layer.entry = std::make_shared<const layers::CatalogueEntry>(
        layers::genericEntry("file", "外来文件", *layer.columns->features));
    auto state = layers::buildVectorLayer(*layer.entry, layer.columns, {});
    ASSERT_TRUE(state.has_value()) << state.error().detail;
    layer.state = *state;
    layer.load = app::LoadState::kReady;
    document.addLayer(std::move(layer));
  }
  app::InspectAnswer ask(gis::MapXY where) const {
    return app::inspect(app::inspectRequest(document, where, 50, 10), {});
  }
};

TEST(Inspect, ForeignFeatureIsCalledByItsName) {
  for (const char* column : {"name", "NAME_1", "XZQMC", "道路名称", "Title"}) {
    Program p;
    p.addFile({1000, 1000}, {{"a_note", "不是名字"}, {column, "东关大桥"}});
    const app::InspectAnswer answer = p.ask({1000, 1000});
    ASSERT_EQ(answer.cards.size(), 1U) << column;
    EXPECT_EQ(answer.cards[0].title.text("zh"), QStringLiteral("东关大桥")) << column;
    EXPECT_EQ(answer.cards[0].title.text("en"), QStringLiteral("东关大桥")) << column;
    EXPECT_EQ(answer.cards[0].fields.size(), 2U) << column;
  }
  Program p;
  p.addFile({1000, 1000}, {{"remark", "无"}});
  EXPECT_EQ(p.ask({1000, 1000}).cards.at(0).title.text("zh"), QStringLiteral("外来文件")) << "no name: the layer's";
}

TEST(InspectorPanel, TellsOfTheNewPlaceAndForgetsTheOldOne) {
  Program p;
  p.addFile({1000, 1000}, {{"name", "东关大桥"}});
  app::InspectorPanel panel(p.context);
  panel.inspectAt({1000, 1000});
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel.cardCount() == 1; }));
  EXPECT_TRUE(p.document.selection().has_value());
  panel.inspectAt({90000, 90000});
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel.cardCount() == 0; }));
  EXPECT_FALSE(p.document.selection().has_value());
  EXPECT_EQ(p.marks.back().x_m, 90000);
}

TEST(GoToBar, GoingThereAsksWhatIsThereAndIsReadyForTheNextPlace) {
  Program p;
  QWidget window;
  window.resize(900, 600);
  app::InspectorPanel panel(p.context, &window);
  auto* bar = new app::GoToBar(p.context, &window);
  window.show();
  bar->setFocus();
  QTest::keyClicks(bar, QStringLiteral("113.11, 36.19"));
  QTest::keyClick(bar, Qt::Key_Return);
  ASSERT_EQ(p.flights.size(), 1U);
  const auto expected = p.document.toMap({113.11, 36.19});
  ASSERT_TRUE(expected.has_value());
  EXPECT_NEAR(p.flights[0].x_m, expected->x_m, 0.01);
  ASSERT_EQ(p.questions.size(), 1U) << "the inspector must not go on telling of the place before";
  EXPECT_NEAR(p.questions[0].y_m, expected->y_m, 0.01);
  EXPECT_EQ(bar->selectedText(), bar->text()) << "the next letter begins the next place";
  QTest::keyClicks(bar, QStringLiteral("36.5 112.5"));
  EXPECT_EQ(bar->text(), QStringLiteral("36.5 112.5"));
}

TEST(GoToBar, FindsNamesOfTheWorkspaceByKind) {
  Program p;
  const auto path = std::filesystem::path(p.folder.filePath(QStringLiteral("w")).toStdString());
  {
    auto made = gis::Workspace::create(path, p.clock);
    ASSERT_TRUE(made.has_value());
    ASSERT_TRUE(made->setFact("map_crs", "EPSG:4547"));
    gis::fillSmallCity(made->db(), 1);
    p.document.setWorkspace(app::OpenWorkspace{path, made->facts(), {}, {}, {}, {}, {}});
  }
  QWidget window;
  window.resize(900, 600);
  auto* bar = new app::GoToBar(p.context, &window);
  p.document.setWorkspace(app::OpenWorkspace{path, p.document.workspace()->facts, {}, {}, {}, {}, {}});
  window.show();
  bar->setFocus();
  QTest::keyClicks(bar, QStringLiteral("jiagou"));  // inside 韩家沟村, which no column of the table holds
  const auto rows = [&] {
    const auto* list = window.findChild<QListWidget*>();
    QStringList texts;
    for (int i = 0; list && i < list->count(); ++i) texts << list->item(i)->text();
    return texts;
  };
  ASSERT_TRUE(QTest::qWaitFor([&] { return rows().size() == 2; }, 20000)) << qPrintable(rows().join(" | "));
  EXPECT_TRUE(rows()[1].startsWith(QStringLiteral("韩家沟村"))) << qPrintable(rows()[1]);
  QTest::keyClick(bar, Qt::Key_Return);
  ASSERT_EQ(p.flights.size(), 1U);
  const auto where = p.document.toLonLat(p.flights[0]);
  ASSERT_TRUE(where.has_value());
  EXPECT_NEAR(where->lon_deg, 112.31, 1e-6);
}

// Labels stand in a column as wide as the longest of them, however narrow the panel: none breaks in the middle.
TEST(InspectorCard, LabelsNeverBreak) {
  app::InspectCard card;
  card.title = {QStringLiteral("某处"), QStringLiteral("Somewhere")};
  for (const char* label : {"Households threatened", "Name"})
    card.fields.push_back(
        {{QStringLiteral("威胁户数"), QString::fromLatin1(label)},
         {QStringLiteral("很长的一段文字").repeated(6), QStringLiteral("many words in a row ").repeated(6)}});
  app::InspectorCard shown(card, QStringLiteral("en"), {});
  shown.setState(app::CardState::kOpen);
  shown.resize(260, 400);
  shown.show();
  const QLabel* table = nullptr;
  for (const QLabel* label : shown.findChildren<QLabel*>())
    if (label->text().contains(QStringLiteral("<table"))) table = label;
  ASSERT_NE(table, nullptr);
  EXPECT_EQ(table->text().count(QStringLiteral("white-space:nowrap")), 2);
  EXPECT_LE(table->width(), shown.width()) << "values wrap instead of widening the card";
}

}  // namespace
