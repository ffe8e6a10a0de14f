// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/table_panel.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <QAbstractItemModel>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/fields/field_note.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/settings/app_settings.h"
#include "app/table/column_menu.h"
#include "app/table/past_bar.h"
#include "app/table/row_form.h"
#include "app/table/table_exporter.h"
#include "app/table/table_watch.h"
#include "tests/gis/store/store_test_support.h"

namespace {

constexpr int kBuildings = 700;

// A window's worth of program around the panel, over a workspace of a small city.
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
  std::vector<gis::MapBox> boxes;
  std::vector<gis::MapXY> flights;

  Program() {
    context.map.say = [this](const QString& text) { said = text; };
    context.map.fly_to = [this](gis::MapXY where, double) { flights.push_back(where); };
    context.map.show_box = [this](const gis::MapBox& box) { boxes.push_back(box); };
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
    auto catalogue = layers::loadCatalogue();
    ASSERT_TRUE(catalogue.has_value());
    std::vector<app::MapLayer> shown;
    for (layers::CatalogueEntry& entry : catalogue->entries) {
      app::MapLayer layer;
      layer.id = QString::fromStdString(entry.id);
      layer.title = entry.title;
      layer.table = entry.table;
      layer.entry = std::make_shared<const layers::CatalogueEntry>(std::move(entry));
      shown.push_back(std::move(layer));
    }
    document.addLayers(std::move(shown));
  }
};

struct TablePanelTest : ::testing::Test {
  Program p;
  app::TablePanel panel{p.context};
  QLineEdit* filter = panel.findChild<QLineEdit*>();
  QTableView* view = panel.findChild<QTableView*>();

  void SetUp() override {
    p.open();
    panel.resize(900, 400);
    panel.show();
    wait();
  }
  void wait() {
    ASSERT_TRUE(QTest::qWaitFor([&] { return !panel.busy(); }, 20000));
  }
  void openTable(const std::string& table) {
    panel.open(table);
    wait();
  }
  int columnOf(const QString& heading) const {
    for (int i = 0; i < panel.model().columnCount(); ++i)
      if (panel.model().headerData(i, Qt::Horizontal, Qt::DisplayRole).toString().startsWith(heading)) return i;
    return -1;
  }
  QString cell(int row, const QString& heading) {
    const QModelIndex index = panel.model().index(row, columnOf(heading));
    EXPECT_TRUE(QTest::qWaitFor([&] { return index.data().toString() != QStringLiteral("…"); }, 20000));
    return index.data().toString();
  }
  bool says(const QString& words) const {
    for (const QLabel* label : panel.findChildren<QLabel*>())
      if (label->isVisible() && label->text().contains(words)) return true;
    return false;
  }
};

TEST_F(TablePanelTest, ShowsTheRowsWithTheNamesOfCodes) {
  EXPECT_TRUE(says(QStringLiteral("Choose a table")));
  openTable("building");
  EXPECT_EQ(panel.model().rowCount(), kBuildings);
  EXPECT_EQ(cell(0, QStringLiteral("Structure")), QStringLiteral("Masonry"));
  EXPECT_EQ(cell(600, QStringLiteral("Structure")), QStringLiteral("Mixed"));  // 1 + 600 % 7 = 6
  EXPECT_TRUE(says(QStringLiteral("700 rows")));
  EXPECT_EQ(columnOf(QStringLiteral("UUID")), -1);
}

TEST_F(TablePanelTest, FiltersAsOneTypes) {
  openTable("building");
  filter->setFocus();
  QTest::keyClicks(filter, QStringLiteral("steel storeys=3"));
  wait();
  const int found = panel.model().rowCount();
  EXPECT_EQ(found, 34);  // every seventh is of steel, every third of three storeys: 2, 23, 44 ... of 700
  EXPECT_TRUE(says(QStringLiteral("%1 of 700 rows").arg(found)));
  EXPECT_EQ(cell(found - 1, QStringLiteral("Structure")), QStringLiteral("Steel"));
  QTest::keyClick(filter, Qt::Key_Escape);
  wait();
  EXPECT_EQ(panel.model().rowCount(), kBuildings);
}

TEST_F(TablePanelTest, AFilterThatIsWrongIsSaidAndTheRowsStay) {
  openTable("building");
  panel.setFilter(QStringLiteral("colour=red"));
  wait();
  EXPECT_TRUE(says(QStringLiteral("“colour”")));
  EXPECT_EQ(panel.model().rowCount(), kBuildings);
  panel.setFilter(QStringLiteral("storeys>"));
  wait();
  EXPECT_TRUE(says(QStringLiteral("storeys>")));
  panel.setFilter(QStringLiteral("nobody has this"));
  wait();
  EXPECT_TRUE(says(QStringLiteral("No row fits the filter")));
}

TEST_F(TablePanelTest, AHeadingSorts) {
  openTable("building");
  const int storeys = columnOf(QStringLiteral("Storeys"));
  ASSERT_GE(storeys, 0);
  view->sortByColumn(storeys, Qt::DescendingOrder);
  wait();
  EXPECT_EQ(cell(0, QStringLiteral("Storeys")), QStringLiteral("3"));
  EXPECT_EQ(cell(kBuildings - 1, QStringLiteral("Storeys")), QStringLiteral("1"));
  view->sortByColumn(storeys, Qt::AscendingOrder);
  wait();
  EXPECT_EQ(cell(0, QStringLiteral("Storeys")), QStringLiteral("1"));
}

TEST_F(TablePanelTest, RowsGoToTheClipboardAsASpreadsheetTakesThem) {
  openTable("division");
  view->setFocus();
  view->selectAll();
  QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
  wait();
  const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
  ASSERT_EQ(lines.size(), 6);
  EXPECT_EQ(lines[0].count(QLatin1Char('\t')), panel.model().columnCount() - 1);
  EXPECT_TRUE(lines[2].contains(QStringLiteral("沁源县")));
  EXPECT_FALSE(p.said.isEmpty());
}

TEST_F(TablePanelTest, EnterShowsTheRowOnTheMap) {
  openTable("building");
  view->setFocus();
  view->selectRow(0);
  QTest::keyClick(view, Qt::Key_Return);
  wait();
  ASSERT_EQ(p.flights.size(), 1u);
  const auto where = p.document.toLonLat(p.flights[0]);
  ASSERT_TRUE(where.has_value());
  EXPECT_NEAR(where->lon_deg, 112.30005, 1e-6);
  EXPECT_NEAR(where->lat_deg, 36.50005, 1e-6);
  view->selectAll();
  QTest::keyClick(view, Qt::Key_Return);
  wait();
  EXPECT_EQ(p.boxes.size(), 1u);
}

TEST_F(TablePanelTest, TheRowPickedOnTheMapIsTheCurrentOne) {
  openTable("building");
  p.document.select(app::Selection{QStringLiteral("building"), "building", 321, 0, {}});
  EXPECT_EQ(view->currentIndex().row(), 320);
  view->sortByColumn(columnOf(QStringLiteral("Storeys")), Qt::DescendingOrder);
  wait();
  EXPECT_EQ(panel.model().fids()[static_cast<std::size_t>(view->currentIndex().row())], 321);
}

TEST_F(TablePanelTest, ItFitsIntoTheMiddleOfASmallWindow) {
  EXPECT_LE(panel.minimumWidth(), 480) << "more would make a window of 1366 wider than the screen";
  const auto button = [this](const char* text) -> QToolButton* {
    for (QToolButton* one : panel.findChildren<QToolButton*>())
      if (one->text() == QLatin1String(text)) return one;
    return nullptr;
  };
  ASSERT_NE(button("Delete"), nullptr);
  const auto below = [&] {
    QCoreApplication::processEvents();
    return button("Delete")->mapTo(&panel, QPoint()).y() >= filter->mapTo(&panel, QPoint()).y() + filter->height();
  };
  panel.resize(1400, 400);
  EXPECT_FALSE(below());
  panel.resize(660, 400);
  EXPECT_TRUE(below());
  EXPECT_GE(filter->width(), 150);
  EXPECT_LE(button("Delete")->mapTo(&panel, QPoint()).x() + button("Delete")->width(), 660);
}

TEST_F(TablePanelTest, ChosenColumnsAreRemembered) {
  openTable("building");
  auto* menu = panel.findChild<app::ColumnMenu*>();
  ASSERT_NE(menu, nullptr);
  const int before = panel.model().columnCount();
  for (QAction* action : menu->actions())
    if (action->text() == QStringLiteral("UUID")) action->trigger();
  EXPECT_EQ(panel.model().columnCount(), before + 1);
  app::TablePanel second(p.context);
  second.show();
  second.open("building");
  ASSERT_TRUE(QTest::qWaitFor([&] { return !second.busy(); }, 20000));
  EXPECT_EQ(second.model().columnCount(), before + 1);
}

TEST_F(TablePanelTest, WhatIsChosenOnTheMapIsSelectedAndAlone) {
  openTable("building");
  auto columns = std::make_shared<gis::MapColumns>(gis::MapColumns::from({}));
  auto features = std::make_shared<gis::FeatureColumns>();
  for (int fid = 1; fid <= kBuildings; ++fid) features->fid.push_back(kBuildings + 1 - fid);
  columns->features = features;
  app::FeatureSelection chosen;
  chosen.choose({QStringLiteral("building"), "building", columns, gis::FeatureSet::of({0, 1, 699})},
                app::SelectHow::kReplace);
  p.document.choose(chosen);
  wait();
  QList<int> rows;
  for (const QModelIndex& index : view->selectionModel()->selectedRows()) rows << index.row();
  std::ranges::sort(rows);
  EXPECT_EQ(rows, (QList<int>{0, 698, 699}));
  EXPECT_TRUE(says(QStringLiteral("3 chosen")));
  for (QToolButton* button : panel.findChildren<QToolButton*>())
    if (button->text() == QStringLiteral("Chosen only")) button->click();
  wait();
  EXPECT_EQ(panel.model().fids(), (std::vector<std::int64_t>{1, 699, 700}));
}

TEST_F(TablePanelTest, ARoomShowsTheRowsThatItChoseAndNoOthers) {
  auto columns = std::make_shared<gis::MapColumns>(gis::MapColumns::from({}));
  auto features = std::make_shared<gis::FeatureColumns>();
  for (int fid = 1; fid <= kBuildings; ++fid) features->fid.push_back(fid);
  columns->features = features;
  app::FeatureSelection chosen;
  chosen.choose({QStringLiteral("building"), "building", columns, gis::FeatureSet::of({4, 8})},
                app::SelectHow::kReplace);
  p.document.choose(chosen);
  QString id;
  for (const app::MapLayer& layer : p.document.layers())
    if (layer.table == "building" && id.isEmpty()) id = layer.id;
  ASSERT_FALSE(id.isEmpty());
  p.context.map.show_chosen_rows(id);
  wait();
  EXPECT_EQ(panel.model().fids(), (std::vector<std::int64_t>{5, 9}));
}

TEST_F(TablePanelTest, AnExportIsAJobAndSaysHowItEnded) {
  openTable("building");
  app::TableExporter exporter(p.context, nullptr);
  const QString file = p.folder.filePath(QStringLiteral("rows.csv"));
  exporter.write(file, panel.model().table(), panel.model().columns(), {3, 1});
  ASSERT_TRUE(QTest::qWaitFor([&] { return !exporter.busy(); }, 20000));
  QFile written(file);
  ASSERT_TRUE(written.open(QIODevice::ReadOnly));
  EXPECT_EQ(written.readAll().count('\n'), 3);
  EXPECT_EQ(p.jobs.data(p.jobs.index(0), app::JobList::kStateRole).toInt(), static_cast<int>(app::JobState::kDone));
  exporter.write(p.folder.filePath(QStringLiteral("no/rows.csv")), panel.model().table(), panel.model().columns(), {3});
  ASSERT_TRUE(QTest::qWaitFor([&] { return !exporter.busy(); }, 20000));
  EXPECT_EQ(p.messages.messages().size(), 1u);
  exporter.write(p.folder.filePath(QStringLiteral("rows.docx")), panel.model().table(), panel.model().columns(), {3});
  EXPECT_EQ(p.messages.messages().size(), 2u);
}

TEST_F(TablePanelTest, WhatAnotherProgramChangesIsSeen) {
  openTable("building");
  auto* watch = panel.findChild<app::TableWatch*>();
  ASSERT_NE(watch, nullptr);
  ASSERT_TRUE(QTest::qWaitFor([&] { return !watch->looking(); }, 20000));
  {
    const auto workspace = gis::Workspace::open(p.path(), gis::OpenMode::kReadWrite);
    ASSERT_TRUE(workspace.has_value());
    workspace->db().sql().exec("DELETE FROM building WHERE fid>690");
    workspace->db().sql().exec("UPDATE building SET storeys=77 WHERE fid=1");
  }
  watch->look();
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel.model().rowCount() == 690; }, 20000));
  EXPECT_EQ(cell(0, QStringLiteral("Storeys")), QStringLiteral("77"));
}

struct RowFormTest : TablePanelTest {
  app::RowForm* form = panel.findChild<app::RowForm*>();

  void openForm(const std::string& table, int row) {
    openTable(table);
    for (QToolButton* button : panel.findChildren<QToolButton*>())
      if (button->text() == QStringLiteral("Form")) button->click();
    view->setCurrentIndex(panel.model().index(row, 0));
    wait();
    ASSERT_TRUE(form->record().has_value());
  }
  template <class Widget>
  Widget* field(const QString& heading) {
    for (Widget* widget : form->findChildren<Widget*>())
      if (widget->accessibleName().startsWith(heading)) return widget;
    return nullptr;
  }
  void type(const QString& heading, const QString& text) {
    auto* line = field<QLineEdit>(heading);
    ASSERT_NE(line, nullptr);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
    QTest::keyClick(line, Qt::Key_Return);
    wait();
  }
  std::string stored(const std::string& what) {
    const auto workspace = gis::Workspace::open(p.path(), gis::OpenMode::kRead);
    return workspace->db().sql().execAndGet(what).getString();
  }
};

TEST_F(RowFormTest, AFieldIsSavedWhenItSaysSoAndCanBePutBack) {
  openForm("building", 4);
  const std::string before = stored("SELECT storeys FROM building WHERE fid=5");
  type(QStringLiteral("Storeys"), QStringLiteral("12"));
  EXPECT_TRUE(says(QStringLiteral("Saved")));
  EXPECT_EQ(stored("SELECT storeys FROM building WHERE fid=5"), "12");
  EXPECT_EQ(cell(4, QStringLiteral("Storeys")), QStringLiteral("12"));
  ASSERT_EQ(form->record()->history.size(), 1u);
  for (QPushButton* button : form->findChildren<QPushButton*>())
    if (button->text() == QStringLiteral("Put back")) button->click();
  wait();
  EXPECT_EQ(stored("SELECT storeys FROM building WHERE fid=5"), before);
  EXPECT_EQ(form->record()->history.size(), 2u);
}

TEST_F(RowFormTest, WhatIsWrongIsSaidBesideTheFieldAndNotSaved) {
  openForm("building", 4);
  const std::string before = stored("SELECT storeys||' '||division_code FROM building WHERE fid=5");
  type(QStringLiteral("Storeys"), QStringLiteral("many"));
  EXPECT_TRUE(says(QStringLiteral("a number is expected")));
  type(QStringLiteral("Storeys"), QStringLiteral("2.5"));
  EXPECT_TRUE(says(QStringLiteral("a whole number is expected")));
  type(QStringLiteral("Storeys"), QStringLiteral("999"));
  EXPECT_TRUE(says(QStringLiteral("it must be between 1 and 120")));
  type(QStringLiteral("Division code"), QStringLiteral("999999999999"));
  EXPECT_TRUE(says(QStringLiteral("nothing with this code")));
  for (const auto* note : form->findChildren<app::FieldNote*>())
    if (note->isVisible()) {
      EXPECT_GE(note->minimumHeight(), note->heightForWidth(note->width())) << "all its lines";
    }
  EXPECT_EQ(stored("SELECT storeys||' '||division_code FROM building WHERE fid=5"), before);
  EXPECT_EQ(stored("SELECT count(*) FROM edit_step"), "0");
}

TEST_F(RowFormTest, ACodeIsChosenFromItsList) {
  openForm("building", 4);
  auto* list = field<QComboBox>(QStringLiteral("Structure"));
  ASSERT_NE(list, nullptr);
  const int steel = list->findText(QStringLiteral("Steel"));
  ASSERT_GE(steel, 0);
  list->setCurrentIndex(steel);
  emit list->activated(steel);
  wait();
  EXPECT_EQ(stored("SELECT structure FROM building WHERE fid=5"), "3");
}

TEST_F(RowFormTest, EscapeDropsWhatWasTyped) {
  openForm("building", 4);
  const std::string before = stored("SELECT storeys FROM building WHERE fid=5");
  auto* line = field<QLineEdit>(QStringLiteral("Storeys"));
  line->setFocus();
  line->selectAll();
  QTest::keyClicks(line, QStringLiteral("77"));
  QTest::keyClick(line, Qt::Key_Escape);
  QApplication::processEvents();
  wait();
  EXPECT_EQ(stored("SELECT storeys FROM building WHERE fid=5"), before);
  EXPECT_EQ(field<QLineEdit>(QStringLiteral("Storeys"))->text().toStdString(), before);
}

// Another window writes between two keys.
struct TwoPeopleTest : RowFormTest {
  void theyChange(const std::string& column, std::int64_t value) {
    auto workspace = gis::Workspace::open(p.path(), gis::OpenMode::kReadWrite);
    const auto now = std::make_shared<gis::SystemClock>();
    gis::UuidSource uuids(now);
    const auto done = gis::RowEditor::edit(
        workspace->db(), uuids, *now, {{"李", "next door"}, gis::StepKind::kEdit, "theirs"}, [&](gis::RowEditor& rows) {
          return rows.set("building", gis::uuidOf(1004), {{column, value}});
        });
    ASSERT_TRUE(done.has_value()) << gis::say(done);
  }
  QPushButton* button(const QString& text) {
    for (QPushButton* each : form->findChildren<QPushButton*>())
      if (each->text() == text) return each;
    return nullptr;
  }
};

TEST_F(TwoPeopleTest, OneCellAtOnceIsAQuestionAndNothingIsLost) {
  openForm("building", 4);
  theyChange("storeys", 7);
  type(QStringLiteral("Storeys"), QStringLiteral("12"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return button(QStringLiteral("Put mine in")) != nullptr; }, 20000));
  EXPECT_TRUE(says(QStringLiteral("changed meanwhile (李")));
  EXPECT_TRUE(says(QStringLiteral("yours is 12")));
  EXPECT_EQ(field<QLineEdit>(QStringLiteral("Storeys"))->text(), QStringLiteral("7"));
  EXPECT_EQ(stored("SELECT storeys FROM building WHERE fid=5"), "7");
  button(QStringLiteral("Put mine in"))->click();
  wait();
  EXPECT_EQ(stored("SELECT storeys FROM building WHERE fid=5"), "12");
}

TEST_F(TwoPeopleTest, OrTheirsStays) {
  openForm("building", 4);
  theyChange("storeys", 7);
  type(QStringLiteral("Storeys"), QStringLiteral("12"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return button(QStringLiteral("Leave the other")) != nullptr; }, 20000));
  button(QStringLiteral("Leave the other"))->click();
  EXPECT_TRUE(QTest::qWaitFor([&] { return button(QStringLiteral("Leave the other")) == nullptr; }, 20000));
  EXPECT_EQ(stored("SELECT storeys FROM building WHERE fid=5"), "7");
}

TEST_F(TwoPeopleTest, TwoCellsOfOneRowNeedNoQuestion) {
  openForm("building", 4);
  theyChange("residents", 3);
  type(QStringLiteral("Storeys"), QStringLiteral("12"));
  EXPECT_EQ(stored("SELECT storeys||' '||residents FROM building WHERE fid=5"), "12 3");
}

TEST_F(TwoPeopleTest, TheTableShowsWhatTheOtherWindowWrote) {
  openTable("building");
  EXPECT_NE(cell(4, QStringLiteral("Storeys")), QStringLiteral("77"));
  auto* watch = panel.findChild<app::TableWatch*>();
  ASSERT_TRUE(QTest::qWaitFor([&] { return !watch->looking(); }, 20000));
  theyChange("storeys", 77);
  p.document.tellTables();
  EXPECT_TRUE(QTest::qWaitFor([&] { return cell(4, QStringLiteral("Storeys")) == QStringLiteral("77"); }, 1000));
}

TEST_F(TwoPeopleTest, ARowIsComparedWithWhatItWasAndPutBack) {
  openForm("building", 4);
  const std::string before = stored("SELECT storeys||' '||residents FROM building WHERE fid=5");
  theyChange("storeys", 7);
  theyChange("residents", 9);
  form->refresh();
  wait();
  ASSERT_EQ(form->record()->history.size(), 2U);
  QPushButton* oldest = nullptr;
  for (QPushButton* each : form->findChildren<QPushButton*>())
    if (each->text() == QStringLiteral("Compare")) oldest = each;
  ASSERT_NE(oldest, nullptr);
  oldest->click();
  ASSERT_TRUE(QTest::qWaitFor([&] { return button(QStringLiteral("Put the row back")) != nullptr; }, 20000));
  EXPECT_TRUE(says(QStringLiteral("then: 2")));
  button(QStringLiteral("Put the row back"))->click();
  wait();
  EXPECT_EQ(stored("SELECT storeys||' '||residents FROM building WHERE fid=5"), before);
}

TEST_F(TwoPeopleTest, TheReasonGoesIntoTheHistory) {
  openForm("building", 4);
  form->findChild<QLineEdit*>(QStringLiteral("reason"))->setText(QStringLiteral("survey of May"));
  type(QStringLiteral("Storeys"), QStringLiteral("12"));
  EXPECT_EQ(stored("SELECT reason FROM edit_step"), "survey of May");
  EXPECT_TRUE(says(QStringLiteral("韩家沟村")));  // the district's name beside its code
}

TEST_F(TwoPeopleTest, TheTableAsItWas) {
  openTable("building");
  theyChange("storeys", 7);
  auto* as_it_was = panel.findChild<app::PastBar*>();
  for (QToolButton* each : panel.findChildren<QToolButton*>())
    if (each->text() == QStringLiteral("As it was…")) each->click();
  ASSERT_TRUE(as_it_was->isVisible());
  emit as_it_was->momentChosen();
  wait();
  ASSERT_NE(panel.model().table()->past, nullptr);
  EXPECT_EQ(panel.model().rowCount(), kBuildings);
  EXPECT_EQ(cell(4, QStringLiteral("Storeys")), QStringLiteral("2"));  // 1 + 4 % 3
  EXPECT_TRUE(panel.model().index(4, columnOf(QStringLiteral("Storeys"))).data(Qt::BackgroundRole).isValid());
  EXPECT_TRUE(says(QStringLiteral("1 changed, 0 removed, 0 added")));
  for (QCheckBox* each : as_it_was->findChildren<QCheckBox*>()) each->setChecked(true);
  EXPECT_EQ(panel.model().rowCount(), 1);
  emit as_it_was->leave();
  wait();
  EXPECT_EQ(panel.model().rowCount(), kBuildings);
  EXPECT_EQ(cell(4, QStringLiteral("Storeys")), QStringLiteral("7"));
}

TEST_F(TablePanelTest, ChosenRowsAreRemovedAndANewOneIsEntered) {
  openTable("building");
  view->selectRow(0);
  QTest::keyClick(view, Qt::Key_Delete);
  wait();
  EXPECT_EQ(panel.model().rowCount(), kBuildings - 1);
  EXPECT_EQ(p.said, QStringLiteral("1 rows removed. Ctrl+Z brings them back."));
  openTable("population_village");
  for (QToolButton* each : panel.findChildren<QToolButton*>())
    if (each->text() == QStringLiteral("New row")) each->click();
  for (const auto& [column, text] : {std::pair{"division_code", "140431100201"},
                                     {"population", "100"},
                                     {"households", "40"},
                                     {"age_0_14", "10"},
                                     {"age_15_64", "60"},
                                     {"age_65_up", "31"},
                                     {"as_of", "2026-05-01"}}) {
    auto* line = panel.findChild<QLineEdit*>(QLatin1String(column));
    ASSERT_NE(line, nullptr) << column;
    line->setText(QLatin1String(text));
  }
  const auto save = [&] {
    for (QPushButton* each : panel.findChildren<QPushButton*>())
      if (each->text() == QStringLiteral("Save the new row")) each->click();
    wait();
  };
  save();
  EXPECT_TRUE(says(QStringLiteral("Not saved")));  // the ages do not add up
  panel.findChild<QLineEdit*>(QStringLiteral("age_65_up"))->setText(QStringLiteral("30"));
  save();
  EXPECT_EQ(panel.model().rowCount(), 1);
}

TEST(ColumnShade, FiveClassesOfAsManyRows) {
  gis::TableData data;
  gis::ColumnBuilder numbers(gis::CellKind::kInteger);
  for (std::int64_t i = 1; i <= 10; ++i) data.fids.push_back(i), numbers.add(i * i);
  data.columns.push_back(std::make_shared<const gis::ColumnData>(*numbers.finish()));
  const app::ColumnShade shade = app::makeShade(data, 0, app::ShadeRule::kByValue);
  EXPECT_EQ(shade.strength(1, false, 1), 1);
  EXPECT_EQ(shade.strength(100, false, 10), 5);
  EXPECT_EQ(shade.strength(1, true, 1), 0);
  EXPECT_EQ(app::makeShade(data, 0, app::ShadeRule::kRepeated).strength(1, false, 1), 0);
}

TEST_F(TablePanelTest, AnEmptyTableAndALostWorkspaceAreSaid) {
  openTable("depot");
  EXPECT_TRUE(says(QStringLiteral("This table has no rows")));
  std::filesystem::remove_all(p.path());
  panel.open("building");
  wait();
  EXPECT_TRUE(says(QStringLiteral("was not found")));
  p.document.setWorkspace({});
  EXPECT_TRUE(says(QStringLiteral("Open a workspace")));
}

}  // namespace
