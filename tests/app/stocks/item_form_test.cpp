// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include "app/stocks/books_exchange.h"
#include "app/stocks/catalogue_exchange.h"
#include "app/stocks/count_page.h"
#include "app/stocks/grid_model.h"
#include "app/stocks/item_tables.h"
#include "app/stocks/lists_page.h"
#include "app/stocks/stock_grid.h"
#include "gis/stocks/levels_store.h"
#include "gis/stocks/master_data.h"
#include "tests/app/stocks/stocks_room.h"

namespace {

namespace stocks = gis::stocks;

enum PackColumn { kUnit, kHolds, kBarcode, kPackSays };
enum PartColumn { kPart, kQuantity, kPartSays };

struct ItemFormTest : tests::StocksRoom {
  void SetUp() override {
    openRoom();
    panel->openLists();
    lists().open(app::StockList::kItems);
  }
  app::ListsPage& lists() { return *panel->lists(); }
  app::GridModel& packs() { return *lists().tables()->packs(); }
  app::GridModel& parts() { return *lists().tables()->parts(); }
  app::StockGrid* gridOf(const app::GridModel& model) {
    for (app::StockGrid* grid : lists().tables()->findChildren<app::StockGrid*>())
      if (grid->model() == &model) return grid;
    return nullptr;
  }
  void choose(const char* code) {
    QTableWidget* table = lists().table();
    for (int row = 0; row < table->rowCount(); ++row)
      if (table->item(row, 1)->text() == QString::fromUtf8(code)) return lists().choose(row);
    FAIL() << code;
  }
  static void type(app::GridModel& model, int row, std::initializer_list<const char*> texts) {
    int column = 0;
    for (const char* text : texts) model.setData(model.index(row, column++), QString::fromUtf8(text));
  }
  stocks::Item item(const char* code) { return *world.directory().itemNamed(code); }
  QString says(app::GridModel& model, int row) { return model.text(row, model.columnCount() - 1); }
};

TEST_F(ItemFormTest, PacksAndBarcodesAreTypedByKeysAndSaved) {
  choose("F");
  ASSERT_EQ(packs().rowCount(), 1) << "the line to type in";
  app::StockGrid* grid = gridOf(packs());
  grid->setCurrentIndex(packs().index(0, kUnit));
  // 箱, Enter, 12, Enter, a scanned code (its scanner ends with Enter), and the next line is there.
  const auto typeCell = [&](const char* text) {
    grid->edit(grid->currentIndex());
    QWidget* edit = nullptr;  // not the one that was left and is still to be deleted
    for (QLineEdit* one : grid->findChildren<QLineEdit*>())
      if (one->isVisible()) edit = one;
    ASSERT_NE(edit, nullptr);
    QTest::keyClicks(edit, QString::fromUtf8(text));
    QTest::keyClick(edit, Qt::Key_Return);
    QApplication::processEvents();
  };
  packs().setData(packs().index(0, kUnit), QStringLiteral("箱"));
  grid->setCurrentIndex(packs().index(0, kHolds));
  typeCell("12");
  EXPECT_EQ(grid->currentIndex(), packs().index(0, kBarcode));
  EXPECT_EQ(says(packs(), 0), QStringLiteral("1 箱 = 12 份"));
  typeCell("6900000000024");
  EXPECT_EQ(grid->currentIndex(), packs().index(1, kUnit));
  lists().save();
  wait();
  EXPECT_TRUE(lists().troubleText().isEmpty()) << lists().troubleText().toStdString();
  const stocks::Item food = item("F");
  ASSERT_EQ(food.packs.size(), 1U);
  EXPECT_EQ(food.packs[0].units, 12);
  EXPECT_EQ(food.packs[0].barcode, "6900000000024");
  EXPECT_EQ(food.norm->per_1000_count, 3000) << "the rest stays";
  EXPECT_EQ(world.rows("stock_item WHERE code='F' AND author='王建国'"), 1);
  // A spreadsheet's lines, then one is taken away again.
  packs().paste(1, kUnit, QStringLiteral("托\t480\n车\t9600\n"));
  gridOf(packs())->setCurrentIndex(packs().index(1, kUnit));
  QTest::keyClick(gridOf(packs()), Qt::Key_Delete, Qt::ControlModifier);
  QTest::keyClick(gridOf(packs()), Qt::Key_Return, Qt::ControlModifier);  // Ctrl+Enter saves
  wait();
  ASSERT_EQ(item("F").packs.size(), 2U);
  EXPECT_EQ(item("F").packs[1].unit_zh, "车");
}

TEST_F(ItemFormTest, WhatIsWrongStandsBesideItsLineAndNothingIsSaved) {
  choose("F");
  const auto saved = [&] { return item("F").packs.size(); };
  type(packs(), 0, {"箱"});
  EXPECT_FALSE(says(packs(), 0).isEmpty());
  EXPECT_FALSE(lists().tables()->isRight()) << "a number is missing";
  for (const char* units : {"0", "-5", "1", "2.5", "much"}) {
    type(packs(), 0, {"箱", units});
    EXPECT_FALSE(lists().tables()->isRight()) << units;
    lists().save();
    wait();
    EXPECT_FALSE(lists().troubleText().isEmpty()) << units;
    EXPECT_EQ(saved(), 0U) << units;
  }
  type(packs(), 0, {"箱", "12", "6900000000017"});
  EXPECT_TRUE(says(packs(), 0).contains(QStringLiteral("棉被"))) << says(packs(), 0).toStdString();
  type(packs(), 0, {"箱", "12", "1"});
  type(packs(), 1, {"托", "480", "1"});
  EXPECT_FALSE(lists().tables()->isRight()) << "one barcode on two packs";
  type(packs(), 1, {"箱", "480", "2"});
  EXPECT_FALSE(lists().tables()->isRight()) << "one pack twice";
  type(packs(), 1, {"份", "480", "2"});
  EXPECT_FALSE(lists().tables()->isRight()) << "the item's own unit";
  type(packs(), 1, {"托", "480", "2"});
  EXPECT_TRUE(lists().tables()->isRight());
  lists().setField("unit_zh", QStringLiteral("托"));
  EXPECT_FALSE(lists().tables()->isRight()) << "what is typed above counts";
}

TEST_F(ItemFormTest, AKitIsComposedAndCannotHoldItself) {
  lists().choose(-1);
  for (const auto& [key, text] :
       {std::pair{"code", "V"}, {"name_zh", "村级应急包"}, {"class", "103"}, {"unit_zh", "套"}, {"source", "合同"}})
    lists().setField(key, QString::fromUtf8(text));
  type(parts(), 0, {"家庭应急包", "20"});
  EXPECT_TRUE(says(parts(), 0).contains(QStringLiteral("20"))) << says(parts(), 0).toStdString();
  type(parts(), 1, {"手电筒", "3"});
  lists().save();
  wait();
  ASSERT_TRUE(lists().troubleText().isEmpty()) << lists().troubleText().toStdString();
  ASSERT_EQ(item("V").parts.size(), 2U);
  EXPECT_EQ(lists().table()->item(lists().table()->currentRow(), 1)->text(), QStringLiteral("V"))
      << "what was entered is shown";
  // The family kit in the village kit: not the other way round as well.
  choose("K");
  type(parts(), 2, {"村级应急包", "1"});
  EXPECT_TRUE(says(parts(), 2).contains(QStringLiteral("村级应急包"))) << says(parts(), 2).toStdString();
  type(parts(), 2, {"K", "1"});
  EXPECT_FALSE(lists().tables()->isRight()) << "itself";
  type(parts(), 2, {"飞艇", "1"});
  EXPECT_FALSE(lists().tables()->isRight()) << "no such item";
  type(parts(), 2, {"棉被", "0"});
  EXPECT_FALSE(lists().tables()->isRight());
  type(parts(), 2, {"棉被", "2"});
  lists().save();
  wait();
  ASSERT_EQ(item("K").parts.size(), 3U);
  // All lines away: it is a single item again.
  choose("V");
  for (int i = 0; i < 2; ++i) parts().removeLine(0);
  lists().save();
  wait();
  EXPECT_FALSE(item("V").isKit());
}

TEST_F(ItemFormTest, TheBarcodeOfAPieceIsScannedIntoItsFieldAndFindsTheItem) {
  choose("T");
  QLineEdit* field = nullptr;
  for (QLineEdit* one : lists().findChildren<QLineEdit*>())
    if (one->accessibleName() == QStringLiteral("Barcode of one")) field = one;
  ASSERT_NE(field, nullptr);
  // A code another one has is told at once, by the name of that one.
  field->setText(QStringLiteral("6900000000017"));
  EXPECT_FALSE(lists().tables()->isRight());
  lists().save();
  wait();
  EXPECT_FALSE(lists().troubleText().isEmpty());
  EXPECT_EQ(item("T").barcode, "");
  bool named = false;
  for (const QLabel* label : lists().tables()->findChildren<QLabel*>())
    named |= label->isVisible() && label->text().contains(QStringLiteral("棉被"));
  EXPECT_TRUE(named);
  // The Enter of the scanner goes on and does not save.
  field->clear();
  field->setFocus();
  QTest::keyClicks(field, QStringLiteral("6900000000062"));
  QTest::keyClick(field, Qt::Key_Return);
  wait();
  EXPECT_EQ(item("T").barcode, "") << "not saved yet";
  QTest::keyClick(&lists(), Qt::Key_Return, Qt::ControlModifier);
  wait();
  EXPECT_TRUE(lists().troubleText().isEmpty()) << lists().troubleText().toStdString();
  EXPECT_EQ(item("T").barcode, "6900000000062");
  // On the entry page the scanned code becomes the item's name; one digit less is nobody's.
  const auto& words = panel->view()->item_words;
  EXPECT_TRUE(words.at(world.torch.id).contains("6900000000062"));
  EXPECT_EQ(app::wordFor({{QStringLiteral("手电筒"), QString::fromStdString(words.at(world.torch.id))}},
                         QStringLiteral("6900000000062")),
            QStringLiteral("手电筒"));
  EXPECT_EQ(app::wordFor({{QStringLiteral("手电筒"), QString::fromStdString(words.at(world.torch.id))}},
                         QStringLiteral("690000000006")),
            QStringLiteral("690000000006"));
  // And on the count page it leads to its row.
  ASSERT_TRUE(world.ledger->book(world.purchase(world.county, world.lot(world.quilt, "L"), 5)).has_value());
  ASSERT_TRUE(world.ledger->book(world.purchase(world.county, world.lot(world.torch, "-"), 7)).has_value());
  emit panel->counting()->changed();
  wait();
  app::CountPage* count = panel->counting();
  count->begin(world.county, true);
  wait();
  ASSERT_TRUE(count->sheet().has_value());
  count->scan(QStringLiteral("6900000000062"));
  const app::StockGrid* sheet = count->findChild<app::StockGrid*>();
  const auto row = static_cast<std::size_t>(sheet->currentIndex().row());
  EXPECT_EQ(count->sheet()->rows.at(row).item_id, world.torch.id);
  EXPECT_EQ(sheet->currentIndex().column(), int{app::CountPage::kCounted});
}

TEST_F(ItemFormTest, TheCatalogueGoesToASheetAndBackAfterASecondPress) {
  const QString file = folder.filePath(QStringLiteral("items.xlsx"));
  lists().catalogue()->saveSheet(file);
  wait();
  ASSERT_TRUE(QFile::exists(file));
  lists().catalogue()->readSheet(file);
  wait();
  EXPECT_TRUE(lists().troubleText().isEmpty()) << lists().troubleText().toStdString();
  EXPECT_TRUE(lists().catalogue()->taking()->isHidden()) << "nothing to take over";
  const QString other = folder.filePath(QStringLiteral("new.csv"));
  gis::writeBytes(other.toStdString(), "code,barcode\nT,6900000000017\n");
  lists().catalogue()->readSheet(other);
  wait();
  EXPECT_TRUE(lists().troubleText().contains(QStringLiteral("Row 2")) &&
              lists().troubleText().contains(QStringLiteral("棉被")))
      << lists().troubleText().toStdString();
  EXPECT_TRUE(lists().catalogue()->taking()->isHidden());
  gis::writeBytes(other.toStdString(), "code,barcode\nT,6900000000062\n");
  lists().catalogue()->readSheet(other);
  wait();
  EXPECT_EQ(item("T").barcode, "") << "only told";
  ASSERT_FALSE(lists().catalogue()->taking()->isHidden());
  QTest::mouseClick(lists().catalogue()->taking(), Qt::LeftButton);
  wait();
  EXPECT_EQ(item("T").barcode, "6900000000062");
}

TEST_F(ItemFormTest, AnEditOnBothSidesIsAQuestionInWords) {
  const QString file = folder.filePath(QStringLiteral("laptop.ledger"));
  world.workspace->db().sql().exec("PRAGMA wal_checkpoint(TRUNCATE)");
  std::filesystem::copy(world.folder / "w", world.folder / "laptop", std::filesystem::copy_options::recursive);
  ASSERT_TRUE(stocks::setItems(world.db(), R"({"code":"Q","weight_kg":2.5})", "王建国", stocks::kNoon_utc_ms));
  {
    const auto laptop = gis::Workspace::open(world.folder / "laptop", gis::OpenMode::kReadWrite);
    ASSERT_TRUE(laptop.has_value());
    ASSERT_TRUE(stocks::setItems(laptop->db(), R"({"code":"Q","weight_kg":3})", "李梅",
                                 stocks::kNoon_utc_ms + stocks::kDay_ms));
    const auto copy = stocks::LedgerCopyStore(laptop->db(), *world.clock, world.uuids).copySince(0, "外业");
    ASSERT_TRUE(copy.has_value());
    gis::writeBytes(file.toStdString(), *copy);
  }
  lists().open(app::StockList::kQuestions);
  lists().books()->takeBooks(file);
  wait();
  EXPECT_DOUBLE_EQ(item("Q").weight_kg, 3);
  ASSERT_EQ(lists().table()->rowCount(), 1);
  const QString why = lists().table()->item(0, 2)->text();
  EXPECT_TRUE(why.contains(QStringLiteral("weight in kg 2.5")) && why.contains(QStringLiteral("李梅")))
      << why.toStdString();
  EXPECT_FALSE(why.contains(QStringLiteral("weight_kg"))) << why.toStdString();
}

TEST_F(ItemFormTest, ARefusalNamesTheFieldAsTheFormCallsIt) {
  lists().choose(-1);
  lists().setField("code", QStringLiteral("N"));
  lists().setField("name_zh", QStringLiteral("毛毯"));
  lists().setField("class", QStringLiteral("103"));
  lists().setField("unit_zh", QStringLiteral("条"));
  lists().save();
  wait();
  EXPECT_TRUE(lists().troubleText().contains(QStringLiteral("Source"))) << lists().troubleText().toStdString();
  EXPECT_FALSE(lists().troubleText().contains(QStringLiteral("source"))) << lists().troubleText().toStdString();
}

TEST_F(ItemFormTest, LevelsComeWithTheBooksAndAQuestionIsReadable) {
  world.workspace->db().sql().exec("PRAGMA wal_checkpoint(TRUNCATE)");
  std::filesystem::copy(world.folder / "w", world.folder / "laptop", std::filesystem::copy_options::recursive);
  stocks::Level level;
  level.minimum = 100, level.target = 120, level.maximum = 150, level.reason = "山区";
  ASSERT_TRUE(stocks::LevelsStore(world.db())
                  .setLevel(world.county, world.quilt.id, level, "王建国", stocks::kNoon_utc_ms)
                  .has_value());
  const QString file = folder.filePath(QStringLiteral("laptop.ledger"));
  {
    const auto laptop = gis::Workspace::open(world.folder / "laptop", gis::OpenMode::kReadWrite);
    ASSERT_TRUE(laptop.has_value());
    level.minimum = 90;
    ASSERT_TRUE(stocks::LevelsStore(laptop->db())
                    .setLevel(world.county, world.quilt.id, level, "李梅", stocks::kNoon_utc_ms + stocks::kDay_ms)
                    .has_value());
    const auto copy = stocks::LedgerCopyStore(laptop->db(), *world.clock, world.uuids).copySince(0, "外业");
    ASSERT_TRUE(copy.has_value());
    gis::writeBytes(file.toStdString(), *copy);
  }
  lists().open(app::StockList::kQuestions);
  lists().books()->takeBooks(file);
  wait();
  EXPECT_EQ(stocks::LevelsStore(world.db()).input()->typed.at({world.county, world.quilt.id}).minimum, 90);
  ASSERT_EQ(lists().table()->rowCount(), 1);
  const QString why = lists().table()->item(0, 2)->text();
  EXPECT_TRUE(why.contains(QStringLiteral("90/120/150")) && why.contains(QStringLiteral("李梅"))) << why.toStdString();
  lists().setField("decision", QStringLiteral("按外业的 90 床"));
  lists().save();
  wait();
  EXPECT_EQ(lists().table()->rowCount(), 0);
}

}  // namespace
