// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/dispatch_page.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QListWidget>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include "app/stocks/closed_roads_view.h"
#include "app/stocks/lists_page.h"
#include "app/stocks/reach_view.h"
#include "app/stocks/requisition_paper.h"
#include "gis/store/table_writer.h"
#include "tests/app/stocks/stocks_room.h"

namespace {

namespace stocks = gis::stocks;

//  city depot 112.30 ---- school 112.40 ---- county depot 112.50, a road along 36.5 N
struct DispatchPageTest : tests::StocksRoom {
  void SetUp() override {
    standStill();
    place(world.city, 112.30);
    place(world.county, 112.50);
    writeRoad();
    ASSERT_TRUE(world.ledger->book(world.purchase(world.city, world.lot(world.quilt, "L1", "2026-09-01"), 60)));
    ASSERT_TRUE(world.ledger->book(world.purchase(world.county, world.lot(world.quilt, "L1", "2026-09-01"), 40)));
    openRoom();
  }
  void place(std::int64_t id, double lon_deg) {
    stocks::Depot depot = *world.directory().depot(id);
    depot.where = gis::LonLat{lon_deg, 36.5};
    ASSERT_TRUE(world.catalogue->putDepot(world.uuids, depot).has_value());
  }
  void writeRoad() {
    auto roads = gis::TableWriter::open(world.db(), "road",
                                        {"division_code", "class", "length_m", "width_m", "from_node", "to_node",
                                         "uuid", "created_utc", "changed_utc", "source"},
                                        gis::kMayDay);
    ASSERT_TRUE(roads.has_value());
    gis::GeometryBuffer buffer;
    buffer.start(gis::GeometryKind::kLine);
    buffer.beginPart();
    buffer.add({112.28, 36.5});
    buffer.add({112.52, 36.5});
    ASSERT_TRUE(roads->append(buffer.view(), {"140431100201", 3, 21500.0, 6.5, 1, 2, gis::uuidOf(8000),
                                              gis::kMayDayText, gis::kMayDayText, "test"}));
    ASSERT_TRUE(roads->finish());
  }
  QString write(const char* name, const char* text) {
    const QString path = folder.filePath(QString::fromLatin1(name));
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(text);
    return path;
  }
  QString requests(int quantity) {
    return write("requests.json", QStringLiteral(R"([{"id":"R1","place":"王和小学","lon":112.4,"lat":36.5,"item":"棉被",
        "quantity":%1,"person":"李梅"}])")
                                      .arg(quantity)
                                      .toUtf8()
                                      .constData());
  }
  app::DispatchPage& page() { return *panel->dispatch(); }
  std::int64_t everywhere(stocks::State state) {
    return world.held(world.city, world.quilt, state) + world.held(world.county, world.quilt, state);
  }
  static constexpr const char* kFlood =
      R"({"type":"Feature","properties":{"name":"沁河洪水","reach_m":300},
          "geometry":{"type":"Point","coordinates":[112.35,36.5]}})";
};

TEST_F(DispatchPageTest, PlanAcceptPrintAndLeave) {
  page().setRequests(requests(80));
  wait();
  ASSERT_NE(page().planned(), nullptr) << page().troubleText().toStdString();
  EXPECT_EQ(page().needs()->rowCount(), 1);
  EXPECT_EQ(page().planned()->plan.shipments.size(), 2U);
  page().needs()->selectRow(0);
  EXPECT_TRUE(page().whyText().contains(QStringLiteral("沁源县库"))) << page().whyText().toStdString();
  EXPECT_NE(document.find(QStringLiteral("stocks-dispatch")), nullptr);
  page().accept(QString());
  EXPECT_FALSE(page().troubleText().isEmpty()) << "somebody has to approve";
  page().accept(QStringLiteral("王建国"));
  wait();
  EXPECT_EQ(everywhere(stocks::State::kReserved), 0) << "another person than the one who plans";
  page().accept(QStringLiteral("赵局长"));
  wait();
  EXPECT_EQ(everywhere(stocks::State::kReserved), 80);
  page().saveForms(folder.path());
  wait();
  EXPECT_EQ(QDir(folder.path()).entryList({QStringLiteral("*.pdf")}).size(), 3) << "the plan and two depots' sheets";
  const auto sheetsNow = [&] {
    const auto view = app::readStocks(world.folder / "w", {});
    return view ? app::orderSheets(**view, (*view)->requisitions.front(), QStringLiteral("长治市"), true)
                : std::vector<app::Report>();
  };
  const auto expectOwnRoads = [](const std::vector<app::Report>& sheets) {
    ASSERT_EQ(sheets.size(), 2U);
    for (const app::Report& sheet : sheets) {
      const QStringList lines = sheet.sections.front().paragraphs;
      EXPECT_EQ(lines.filter(QStringLiteral("km")).size(), 1) << lines.join('\n').toStdString();
      EXPECT_FALSE(lines.join('\n').contains(QStringLiteral(" | "))) << "a driver reads the roads of one depot";
    }
  };
  expectOwnRoads(sheetsNow());
  const auto leave = [&] {
    for (const QPushButton* button : page().findChildren<QPushButton*>())
      if (button->text() == QStringLiteral("All leave") || button->text() == QStringLiteral("全部出库")) return button;
    return static_cast<const QPushButton*>(nullptr);
  };
  ASSERT_NE(leave(), nullptr);
  EXPECT_TRUE(leave()->isEnabled());
  page().depart();
  wait();
  EXPECT_FALSE(leave()->isEnabled()) << "all have left";
  expectOwnRoads(sheetsNow());
  EXPECT_EQ(everywhere(stocks::State::kInTransit), 80);
  EXPECT_EQ(everywhere(stocks::State::kUsable), 20);
}

TEST_F(DispatchPageTest, AClosurePlansAgainAndIsThereAfterARestart) {
  page().setRequests(requests(80));
  wait();
  page().closedRoads()->addFile(write("flood.geojson", kFlood));
  wait();
  ASSERT_NE(page().planned(), nullptr);
  EXPECT_EQ(page().planned()->plan.answers[0].sent, 40);
  page().needs()->selectRow(0);
  EXPECT_TRUE(page().whyText().contains(QStringLiteral("沁河洪水")));
  // The other panel of a later start reads it again.
  app::StocksPanel later(context);
  later.show();
  ASSERT_TRUE(QTest::qWaitFor([&] { return !later.busy() && later.view(); }, 20000));
  EXPECT_EQ(later.dispatch()->closedRoads()->closed(), 1);
  page().closedRoads()->list()->item(0)->setCheckState(Qt::Unchecked);
  wait();
  EXPECT_EQ(page().planned()->plan.answers[0].sent, 80) << "open again";
}

TEST_F(DispatchPageTest, BadRequestsAreTold) {
  page().setRequests(write("bad.json", R"([{"place":"x","lon":112.4,"lat":36.5,"item":"棉被","quantity":-3}])"));
  wait();
  EXPECT_EQ(page().planned(), nullptr);
  EXPECT_FALSE(page().troubleText().isEmpty());
  page().setRequests(write("airship.json", R"([{"place":"x","lon":112.4,"lat":36.5,"item":"飞艇","quantity":1}])"));
  wait();
  ASSERT_NE(page().planned(), nullptr);
  EXPECT_EQ(page().planned()->plan.answers[0].short_reason, gis::dispatch::ShortReason::kNobodyHas);
  page().closedRoads()->addFile(write("broken.geojson", "{"));
  EXPECT_EQ(page().closedRoads()->closed(), 0);
}

TEST_F(DispatchPageTest, WhatCanBeThereInTwoHours) {
  app::ReachView* reach = page().reachable();
  reach->chooseItem(world.quilt.id);
  reach->askAt(*document.toMap({112.4, 36.5}));
  wait();
  ASSERT_NE(reach->answer(), nullptr);
  EXPECT_EQ(reach->answer()->reach.bands[1].units, 100);
  page().closedRoads()->addFile(write("flood.geojson", kFlood));
  wait();
  EXPECT_EQ(reach->answer()->reach.bands[1].units, 40) << "asked again with the road closed";
}

TEST_F(DispatchPageTest, ListsAreSetByHand) {
  app::ListsPage* lists = panel->lists();
  panel->openLists();
  lists->open(app::StockList::kDepots);
  lists->choose(0);
  lists->setField("keeper", QStringLiteral("李梅"));
  lists->setField("trucks", QStringLiteral("5 t, 2, 5000, 20"));
  lists->save();
  wait();
  const stocks::Depot* first = &panel->view()->directory.depots.front();
  EXPECT_EQ(first->keeper, "李梅") << lists->troubleText().toStdString();
  EXPECT_EQ(panel->view()->trucks.at(first->id).front().trucks, 2);
  lists->setField("trucks", QStringLiteral("much"));
  lists->save();
  EXPECT_FALSE(lists->troubleText().isEmpty());
  lists->open(app::StockList::kItems);
  lists->choose(-1);
  lists->setField("code", QStringLiteral("N1"));
  lists->save();
  wait();
  EXPECT_FALSE(lists->troubleText().isEmpty()) << "a new item needs more than a code";
  const QString file = folder.filePath(QStringLiteral("labels.pdf"));
  lists->saveLabels(file);
  wait();
  EXPECT_TRUE(QFile::exists(file));
}

}  // namespace
