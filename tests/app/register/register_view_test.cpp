// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/register/register_view.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/settings/app_settings.h"
#include "app/table/row_form.h"
#include "gis/store/layer_revision.h"
#include "tests/gis/store/store_test_support.h"

namespace {

constexpr int kBuildings = 210;

struct Program {
  QTemporaryDir folder;
  app::AppSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
  gis::FixedClock clock{1'780'000'000'000};
  app::JobPools pools;
  app::JobList jobs;
  app::MessageList messages{clock};
  app::MapDocument document;
  app::PanelContext context{pools, jobs, messages, document, settings, {}};
  QString said;
  std::string table_opened;
  std::vector<std::pair<gis::MapXY, double>> flights;
  std::vector<gis::MapXY> marks, identified;

  Program() {
    context.map.say = [this](const QString& text) { said = text; };
    context.map.fly_to = [this](gis::MapXY where, double span_m) { flights.emplace_back(where, span_m); };
    context.map.mark = [this](gis::MapXY where) { marks.push_back(where); };
    context.map.identify = [this](gis::MapXY where) { identified.push_back(where); };
    context.map.show_table = [this](const QString& table) { table_opened = table.toStdString(); };
    document.setLook(layers::Theme::kDark, 1, QStringLiteral("en"));
  }
  std::filesystem::path path() const { return folder.filePath(QStringLiteral("w")).toStdString(); }
  void open() {
    auto made = gis::Workspace::create(path(), clock);
    ASSERT_TRUE(made.has_value());
    ASSERT_TRUE(made->setFact("map_crs", "EPSG:4547"));
    gis::fillSmallCity(made->db(), kBuildings);
    auto codes = gis::CodeStore(made->db()).all();
    ASSERT_TRUE(codes.has_value());
    document.setWorkspace(app::OpenWorkspace{path(), made->facts(), *codes, {}, {}, {}, {}});
  }
};

app::RegisterSpec buildings() {
  app::RegisterSpec spec;
  spec.table = "building";
  spec.columns = {"structure", "storeys", "no_such_column", "division_code"};
  spec.chips = {{{QStringLiteral("结构"), QStringLiteral("Structure")}, "structure", {}},
                {{},
                 {},
                 {{{QStringLiteral("三层"), QStringLiteral("Three")}, QStringLiteral("storeys=3"), {}},
                  {{QStringLiteral("高"), QStringLiteral("Tall")}, QStringLiteral("storeys>9"), {}}}}};
  spec.county_column = "division_code";
  spec.sort_column = "storeys";
  spec.sort_down = true;
  return spec;
}

struct RegisterViewTest : ::testing::Test {
  Program p;
  app::RegisterView view{p.context, buildings()};
  QLineEdit* filter = view.findChild<QLineEdit*>();
  QTableView* rows = view.findChild<QTableView*>();

  void SetUp() override {
    p.open();
    view.resize(400, 600);
    view.show();
    wait();
  }
  void wait() {
    ASSERT_TRUE(QTest::qWaitFor([&] { return !view.busy(); }, 20000));
  }
  QToolButton* button(const QString& begins) {
    for (QToolButton* found : view.findChildren<QToolButton*>())
      if (found->text().startsWith(begins)) return found;
    return nullptr;
  }
  bool says(const QString& words) const {
    for (const QLabel* label : view.findChildren<QLabel*>())
      if (label->isVisible() && label->text().contains(words)) return true;
    return false;
  }
};

TEST_F(RegisterViewTest, ShowsItsColumnsSortedAndCounts) {
  EXPECT_EQ(view.model().columnCount(), 3);
  EXPECT_EQ(view.model().rowCount(), kBuildings);
  EXPECT_TRUE(says(QStringLiteral("210 rows")));
  EXPECT_TRUE(
      QTest::qWaitFor([&] { return view.model().index(0, 1).data().toString() == QStringLiteral("3"); }, 20000));
}

TEST_F(RegisterViewTest, ChipsNarrowAndSayHowManyThereWouldBe) {
  // Every seventh building has one structure, every third three storeys.
  QToolButton* three = button(QStringLiteral("Three"));
  ASSERT_NE(three, nullptr);
  EXPECT_EQ(three->text(), QStringLiteral("Three 70"));
  QToolButton* steel = button(QStringLiteral("Steel"));
  ASSERT_NE(steel, nullptr);
  EXPECT_EQ(steel->text(), QStringLiteral("Steel 30"));
  three->click();
  wait();
  EXPECT_EQ(view.model().rowCount(), 70);
  EXPECT_EQ(steel->text(), QStringLiteral("Steel 10"));
  EXPECT_EQ(three->text(), QStringLiteral("Three 70"));
  steel->click();
  wait();
  EXPECT_EQ(view.model().rowCount(), 10);
  EXPECT_TRUE(says(QStringLiteral("10 of 210 rows")));
  // Of one question any may hold.
  button(QStringLiteral("Masonry"))->click();
  wait();
  EXPECT_EQ(view.model().rowCount(), 20);
  // With nothing left it says so, and Esc takes everything away.
  three->click();
  button(QStringLiteral("Tall"))->click();
  wait();
  EXPECT_EQ(view.model().rowCount(), 0);
  EXPECT_TRUE(says(QStringLiteral("No row fits")));
  QTest::keyClick(filter, Qt::Key_Escape);
  wait();
  EXPECT_EQ(view.model().rowCount(), kBuildings);
}

TEST_F(RegisterViewTest, WordsAndARoomsOwnConditionHoldTogether) {
  view.setAlso(QStringLiteral("storeys=3"));
  wait();
  QTest::keyClicks(filter, QStringLiteral("steel"));
  wait();
  EXPECT_EQ(view.model().rowCount(), 10);
  filter->setText(QStringLiteral("colour=red"));
  wait();
  EXPECT_TRUE(says(QStringLiteral("“colour”")));
  EXPECT_EQ(view.model().rowCount(), 10);
}

TEST_F(RegisterViewTest, ARowIsShownOnTheMapAndStaysInTheKeyboard) {
  rows->setFocus();
  rows->setCurrentIndex(view.model().index(4, 0));
  wait();
  ASSERT_EQ(p.flights.size(), 1u);
  EXPECT_EQ(p.flights[0].second, 0);  // at the scale it has
  ASSERT_EQ(p.marks.size(), 1u);
  EXPECT_TRUE(p.identified.empty());
  ASSERT_TRUE(view.currentFid().has_value());
  const QRect cell = rows->visualRect(view.model().index(6, 0));
  QTest::mouseClick(rows->viewport(), Qt::LeftButton, {}, cell.center());
  QTest::mouseDClick(rows->viewport(), Qt::LeftButton, {}, cell.center());
  wait();
  EXPECT_GT(p.flights.back().second, 0);
  EXPECT_EQ(p.identified.size(), 1u);
}

TEST_F(RegisterViewTest, EnterOpensTheFormWhichIsWalkedThroughAndLeft) {
  rows->setFocus();
  rows->setCurrentIndex(view.model().index(0, 0));
  QTest::keyClick(rows, Qt::Key_Return);
  wait();
  EXPECT_TRUE(view.formShown());
  EXPECT_TRUE(says(QStringLiteral("1 of 210")));
  auto* form = view.findChild<app::RowForm*>();
  ASSERT_TRUE(form->record().has_value());
  const std::int64_t first = form->record()->fid;
  for (QToolButton* next : view.findChildren<QToolButton*>())
    if (next->isVisible() && next->toolTip().startsWith(QStringLiteral("Next"))) next->click();
  wait();
  EXPECT_NE(form->record()->fid, first);
  EXPECT_TRUE(says(QStringLiteral("2 of 210")));
  QTest::keyClick(form, Qt::Key_Escape);
  EXPECT_FALSE(view.formShown());
}

TEST_F(RegisterViewTest, TheFormOfAnotherTableOpensWhenItIsRead) {
  app::RegisterSpec places;
  places.table = "division";
  places.columns = {"name"};
  view.setSpec(places);
  view.openForm(2);
  EXPECT_FALSE(view.formShown());
  wait();
  EXPECT_TRUE(view.formShown());
  EXPECT_EQ(view.findChild<app::RowForm*>()->record()->fid, 2);
}

TEST_F(RegisterViewTest, ACountyIsAList) {
  auto* county = view.findChild<QComboBox*>();
  ASSERT_EQ(county->count(), 3);  // all of them, two
  int most = 0;
  for (int i = 1; i < 3; ++i) {
    county->setCurrentIndex(i);
    emit county->activated(i);
    wait();
    most += view.model().rowCount();
  }
  EXPECT_EQ(most, kBuildings);
}

TEST_F(RegisterViewTest, RowsThatChangedAreReadAgain) {
  {
    const auto workspace = gis::Workspace::open(p.path(), gis::OpenMode::kReadWrite);
    ASSERT_TRUE(workspace.has_value());
    workspace->db().sql().exec("DELETE FROM building WHERE fid>200");
  }
  p.document.setMarks({{"building", 987654}});
  wait();
  EXPECT_EQ(view.model().rowCount(), 200);
}

TEST_F(RegisterViewTest, TheOpenFormFollowsAnUndo) {
  rows->setFocus();
  rows->setCurrentIndex(view.model().index(0, 0));
  QTest::keyClick(rows, Qt::Key_Return);
  wait();
  auto* form = view.findChild<app::RowForm*>();
  ASSERT_TRUE(form->record().has_value());
  {
    const auto workspace = gis::Workspace::open(p.path(), gis::OpenMode::kReadWrite);
    ASSERT_TRUE(workspace.has_value());
    workspace->db().sql().exec("UPDATE building SET storeys=77");
  }
  p.document.setMarks({{"building", 987655}});
  wait();
  EXPECT_EQ(form->record()->cells.at("storeys"), gis::CellValue(std::int64_t{77}));
}

TEST_F(RegisterViewTest, EmptyTablesLostFilesAndTheWholeTable) {
  for (QToolButton* table : view.findChildren<QToolButton*>())
    if (table->toolTip().startsWith(QStringLiteral("Open the whole"))) table->click();
  EXPECT_EQ(p.table_opened, "table:building");
  app::RegisterSpec depots;
  depots.table = "depot";
  depots.columns = {"name"};
  depots.empty = {QStringLiteral("导入"), QStringLiteral("Import the depots.")};
  view.setSpec(depots);
  wait();
  EXPECT_TRUE(says(QStringLiteral("Import the depots.")));
  depots.table = "nothing_of_the_kind";
  view.setSpec(depots);
  wait();
  EXPECT_TRUE(says(QStringLiteral("nothing_of_the_kind")));
  p.document.setWorkspace({});
  EXPECT_TRUE(says(QStringLiteral("Open a workspace")));
}

}  // namespace
