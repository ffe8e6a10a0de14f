// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/stocks_panel.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QLabel>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include "app/stocks/count_page.h"
#include "app/stocks/entry_page.h"
#include "app/stocks/grid_model.h"
#include "app/stocks/levels_page.h"
#include "app/stocks/movements_page.h"
#include "app/stocks/overview_page.h"
#include "app/stocks/requisition_form.h"
#include "app/stocks/requisition_page.h"
#include "app/stocks/requisition_step.h"
#include "app/stocks/stock_grid.h"
#include "app/stocks/stocks_words.h"
#include "gis/stocks/levels_store.h"
#include "tests/app/stocks/stocks_room.h"

namespace {

namespace stocks = gis::stocks;
using stocks::RequisitionStep;

struct StocksPanelTest : tests::StocksRoom {
  void SetUp() override {
    standStill();
    stocks::LevelBasis basis;
    basis.depot_id = world.county, basis.people = 100, basis.source = "test";
    ASSERT_TRUE(stocks::LevelsStore(world.db()).setBasis(basis, "test", stocks::kNoon_utc_ms));
    bring(world.county, world.quilt, "L1", "2026-08-01", 20);
    bring(world.county, world.quilt, "L2", "2027-08-01", 10);
    bring(world.city, world.torch, "-", "", 50);
    openRoom();
  }
  void bring(std::int64_t depot, const stocks::Item& item, const std::string& lot, const std::string& until,
             std::int64_t quantity) {
    stocks::MoveDraft draft;
    draft.kind = stocks::MoveKind::kOpening, draft.author = "test",
    draft.at_utc_ms = stocks::kNoon_utc_ms - stocks::kDay_ms;
    draft.lines = {{world.lot(item, lot, until),
                    world.owner,
                    quantity,
                    {0, stocks::State::kOpening},
                    {depot, stocks::State::kUsable}}};
    const auto done = world.ledger->book(draft);
    ASSERT_TRUE(done.has_value()) << gis::say(done);
  }
  std::int64_t usable(std::int64_t depot, std::int64_t item) {
    const app::StockViewPtr view = panel->view();
    const stocks::Coverage* one = view ? view->coverageOf(depot, item) : nullptr;
    return one ? one->usable : 0;
  }
  void type(int row, const char* depot, const char* item, const char* quantity, const char* lot = "") {
    app::GridModel* grid = panel->entry()->model();
    const char* const texts[] = {depot, item, quantity, lot};
    for (int column = 0; column < 4; ++column)
      grid->setData(grid->index(row, column), QString::fromUtf8(texts[column]));
  }
  QString said(int row) { return panel->entry()->model()->text(row, app::EntryPage::kSays); }
};

TEST_F(StocksPanelTest, WhatIsShortComesFirstAndOpensItsMovements) {
  const app::CoverageModel& model = panel->overview()->model();
  ASSERT_GT(model.rowCount(), 0);
  const stocks::Coverage* first = model.at(0);
  ASSERT_NE(first, nullptr);
  EXPECT_GT(first->shortOf(), 0);
  panel->overview()->search(QStringLiteral("mb"));  // 棉被
  ASSERT_EQ(model.rowCount(), 1);
  EXPECT_EQ(model.at(0)->usable, 30);
  EXPECT_EQ(model.at(0)->level->minimum, 100);
  panel->openMovements(world.county, world.quilt.id);
  wait();
  EXPECT_EQ(panel->movements()->table()->rowCount(), 2);
}

TEST_F(StocksPanelTest, LinesAreBookedWholeOrNotAtAll) {
  type(0, "沁源县库", "棉被", "2包");
  type(1, "市库", "手电筒", "60");
  EXPECT_TRUE(said(1).contains(QStringLiteral("50"))) << said(1).toStdString();
  panel->entry()->book();
  wait();
  EXPECT_EQ(usable(world.county, world.quilt.id), 30);
  panel->entry()->model()->setData(panel->entry()->model()->index(1, app::EntryPage::kQuantity), QStringLiteral("50"));
  panel->entry()->book();
  wait();
  EXPECT_EQ(usable(world.county, world.quilt.id), 10);
  EXPECT_EQ(usable(world.city, world.torch.id), 0);
  EXPECT_EQ(panel->entry()->model()->rowCount(), 1);
}

TEST_F(StocksPanelTest, ALaterLotNeedsAReason) {
  type(0, "沁源县库", "棉被", "5", "L2");
  panel->entry()->book();
  wait();
  EXPECT_EQ(usable(world.county, world.quilt.id), 30);
  panel->entry()->setReason(QStringLiteral("L1 压在最里面"));
  panel->entry()->book();
  wait();
  EXPECT_EQ(usable(world.county, world.quilt.id), 25);
}

TEST_F(StocksPanelTest, TheSecondWindowIsToldHowManyAreLeft) {
  type(0, "沁源县库", "棉被", "30");
  // Meanwhile somebody else takes most of them.
  stocks::MoveDraft draft;
  draft.author = "another window", draft.at_utc_ms = stocks::kNoon_utc_ms;
  draft.lines = {{world.lot(world.quilt, "L1", "2026-08-01"),
                  world.owner,
                  15,
                  {world.county, stocks::State::kUsable},
                  {0, stocks::State::kUsed}}};
  ASSERT_TRUE(world.ledger->book(draft).has_value());
  panel->entry()->book();
  wait();
  EXPECT_TRUE(said(0).contains(QStringLiteral("15"))) << said(0).toStdString();
  EXPECT_EQ(usable(world.county, world.quilt.id), 15);
}

TEST_F(StocksPanelTest, KeysGoOnFromCellToCell) {
  app::StockGrid* grid = panel->entry()->grid();
  app::GridModel* model = panel->entry()->model();
  EXPECT_EQ(grid->after(model->index(0, app::EntryPage::kDepot)), model->index(0, app::EntryPage::kItem));
  EXPECT_EQ(grid->after(model->index(0, app::EntryPage::kItem)), model->index(0, app::EntryPage::kQuantity));
  EXPECT_FALSE(grid->after(model->index(0, app::EntryPage::kQuantity)).isValid());
  type(0, "沁源县库", "mb", "1");
  EXPECT_EQ(model->text(0, app::EntryPage::kItem), app::itemName(world.quilt));
  // The depot of the line above is there already.
  EXPECT_EQ(grid->after(model->index(0, app::EntryPage::kQuantity)), model->index(1, app::EntryPage::kItem));
  // Ctrl+Del takes a line away, Ctrl+Enter books the rest.
  type(1, "市库", "手电筒", "7");
  grid->setCurrentIndex(model->index(0, app::EntryPage::kItem));
  QTest::keyClick(grid, Qt::Key_Delete, Qt::ControlModifier);
  EXPECT_EQ(model->text(0, app::EntryPage::kQuantity), QStringLiteral("7"));
  QTest::keyClick(grid, Qt::Key_Return, Qt::ControlModifier);
  wait();
  EXPECT_EQ(usable(world.city, world.torch.id), 43);
  EXPECT_EQ(usable(world.county, world.quilt.id), 30);
}

TEST_F(StocksPanelTest, AReversalNeedsAReasonAndASecondPress) {
  panel->openMovements(world.city, world.torch.id);
  wait();
  panel->movements()->table()->selectRow(0);
  panel->movements()->reverse();
  wait();
  EXPECT_EQ(usable(world.city, world.torch.id), 50);
  panel->movements()->setReason(QStringLiteral("录错"));
  panel->movements()->reverse();
  wait();
  EXPECT_EQ(usable(world.city, world.torch.id), 50);
  panel->movements()->reverse();
  wait();
  EXPECT_EQ(usable(world.city, world.torch.id), 0);
  EXPECT_EQ(panel->movements()->table()->rowCount(), 2);
}

TEST_F(StocksPanelTest, ARequisitionGoesFromAskingToReceiptWithLoss) {
  app::RequisitionPage* page = panel->requisitions();
  page->enterNew();
  page->form()->setHead(QStringLiteral("王和镇"), QStringLiteral("李梅"), QStringLiteral("王和小学"));
  app::GridModel* lines = page->form()->model();
  lines->setData(lines->index(0, 0), QStringLiteral("棉被"));
  lines->setData(lines->index(0, 1), QStringLiteral("24"));
  page->form()->save();
  wait();
  ASSERT_EQ(panel->view()->requisitions.size(), 1U);
  const auto state = [&] { return panel->view()->requisitions.front().standing.state; };
  EXPECT_EQ(state(), stocks::RequisitionState::kRequested);
  page->choose(panel->view()->requisitions.front().paper.uuid);
  wait();
  app::RequisitionStepView* step = page->step();
  // Who asked does not approve.
  ASSERT_EQ(step->step(), RequisitionStep::kApproved);
  step->setActor(QStringLiteral("李梅"));
  step->doIt();
  wait();
  EXPECT_EQ(state(), stocks::RequisitionState::kRequested);
  for (const RequisitionStep next :
       {RequisitionStep::kApproved, RequisitionStep::kPicked, RequisitionStep::kDispatched}) {
    ASSERT_EQ(step->step(), next);
    step->setActor(QStringLiteral("王建国"));
    step->doIt();
    wait();
  }
  EXPECT_EQ(state(), stocks::RequisitionState::kDispatched);
  EXPECT_EQ(usable(world.county, world.quilt.id), 6);
  ASSERT_EQ(step->step(), RequisitionStep::kReceived);
  const auto cell = [&](int column) { return step->model()->index(0, column); };
  const auto type = [&](int column, const char* text) {
    step->model()->setData(cell(column), QString::fromLatin1(text));
  };
  // What arrived whole follows from what was lost, unless it is typed; together they are not more than was sent.
  const auto shown = [&] { return step->model()->data(cell(4), Qt::DisplayRole).toString().toStdString(); };
  EXPECT_EQ(shown(), "20") << "of the first of two lots";
  type(5, "2");  // lost
  EXPECT_EQ(shown(), "18");
  for (const char* whole : {"19", "-1", "2.5"}) {
    type(4, whole);
    step->doIt();
    wait();
    EXPECT_EQ(state(), stocks::RequisitionState::kDispatched) << whole;
  }
  type(4, "");
  step->doIt();
  wait();
  EXPECT_EQ(state(), stocks::RequisitionState::kReceived);
  const stocks::RequisitionProgress& items = panel->view()->requisitions.front().standing.items.front();
  EXPECT_EQ(items.received, 22);
  EXPECT_EQ(items.lost, 2);
  const QString file = folder.filePath(QStringLiteral("order.pdf"));
  page->savePaper(file);
  wait();
  EXPECT_TRUE(QFile::exists(file));
}

TEST_F(StocksPanelTest, ABlindCountTellsTheBooksWhenAllIsCounted) {
  app::CountPage* page = panel->counting();
  page->begin(world.county, true);
  wait();
  ASSERT_TRUE(page->sheet().has_value());
  ASSERT_EQ(page->sheet()->rows.size(), 2U);
  app::GridModel* grid = page->model();
  // Counting begins at once, and a number typed there is no search for another row.
  auto* table = page->findChild<app::StockGrid*>();
  EXPECT_EQ(table->currentIndex(), grid->index(0, app::CountPage::kCounted)) << "after the stocks were read again";
  table->keyboardSearch(grid->text(1, app::CountPage::kItem));
  EXPECT_EQ(table->currentIndex().row(), 0);
  EXPECT_TRUE(grid->text(0, app::CountPage::kBooked).isEmpty());
  grid->setData(grid->index(0, app::CountPage::kCounted), QString::number(19));
  wait();
  EXPECT_TRUE(grid->text(0, app::CountPage::kBooked).isEmpty());
  grid->setData(grid->index(1, app::CountPage::kCounted), QString::number(10));
  wait();
  EXPECT_FALSE(grid->text(0, app::CountPage::kBooked).isEmpty());
  page->finish(QString(), QStringLiteral("少一床"));
  wait();
  EXPECT_EQ(usable(world.county, world.quilt.id), 30);
  page->finish(QStringLiteral("赵强"), QStringLiteral("少一床"));
  wait();
  EXPECT_TRUE(panel->view()->counts.front().is_booked);
  EXPECT_NE(usable(world.county, world.quilt.id), 30);
}

TEST_F(StocksPanelTest, LevelsShowWhatIsShortAndTheReportIsWritten) {
  panel->tabs()->setCurrentWidget(panel->levels());
  panel->levels()->choose(world.county, world.quilt.id);
  wait();
  EXPECT_GT(panel->levels()->shortages()->rowCount(), 0);
  for (const char* name : {"stocks.xlsx", "stocks.pdf"}) {
    const QString file = folder.filePath(QString::fromLatin1(name));
    panel->saveReport(file);
    wait();
    EXPECT_TRUE(QFile::exists(file)) << name;
  }
}

TEST_F(StocksPanelTest, WithoutAWorkspaceItSaysWhatToDo) {
  document.setWorkspace({});
  wait();
  bool says = false;
  for (const QLabel* label : panel->findChildren<QLabel*>())
    says |= label->isVisible() && label->text().contains(QStringLiteral("Open a workspace"));
  EXPECT_TRUE(says);
}

}  // namespace
