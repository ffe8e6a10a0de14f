// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/people_form.h"

#include <gtest/gtest.h>

#include <QLineEdit>
#include <QTest>

#include "app/stocks/levels_page.h"
#include "gis/stocks/levels_store.h"
#include "tests/app/stocks/stocks_room.h"

namespace {

namespace stocks = gis::stocks;

struct PeopleFormTest : tests::StocksRoom {
  void SetUp() override {
    stocks::LevelBasis basis;
    basis.depot_id = world.county, basis.people = 900, basis.source = "普查";
    basis.target_ratio = 1.3;
    ASSERT_TRUE(stocks::LevelsStore(world.db()).setBasis(basis, "赵强", stocks::kNoon_utc_ms).has_value());
    openRoom();
    panel->tabs()->setCurrentWidget(panel->levels());
    panel->levels()->choose(world.county, 0);
    wait();
  }
  app::PeopleForm& form() { return *panel->levels()->people(); }
  stocks::LevelBasis stands() {
    const auto input = stocks::LevelsStore(world.db()).input();
    for (const stocks::LevelBasis& one : input->bases)
      if (one.depot_id == world.county) return one;
    return {};
  }
  std::int64_t minimum() { return panel->view()->coverageOf(world.county, world.quilt.id)->level->minimum; }
  static void type(QLineEdit* field, const char* text) {
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QString::fromUtf8(text));
  }
};

TEST_F(PeopleFormTest, PeopleAreSetByKeysAndTheLevelsFollow) {
  EXPECT_TRUE(form().said().contains(QStringLiteral("900")) && form().said().contains(QStringLiteral("普查")) &&
              form().said().contains(QStringLiteral("赵强")))
      << form().said().toStdString();
  EXPECT_EQ(minimum(), 900);
  form().unfold(true);
  wait();
  EXPECT_TRUE(form().people()->hasFocus()) << "typing begins at once";
  type(form().people(), "1,250");
  type(form().days(0), "5");
  type(form().source(), "2026");
  QTest::keyClick(form().source(), Qt::Key_Return);
  wait();
  EXPECT_TRUE(form().troubleText().isEmpty()) << form().troubleText().toStdString();
  EXPECT_FALSE(form().isUnfolded());
  EXPECT_EQ(stands().people, 1250);
  EXPECT_EQ(stands().minimum_days, 5);
  EXPECT_EQ(stands().source, "2026");
  EXPECT_DOUBLE_EQ(stands().target_ratio, 1.3) << "what is not on the form stays";
  EXPECT_EQ(minimum(), 1250);
  EXPECT_TRUE(form().said().contains(QStringLiteral("王建国"))) << form().said().toStdString();
  // Taken back, and taken back again.
  ASSERT_TRUE(form().canPutBack());
  form().putBack();
  wait();
  EXPECT_EQ(stands().people, 900);
  EXPECT_EQ(stands().source, "普查");
  EXPECT_EQ(minimum(), 900);
  form().putBack();
  wait();
  EXPECT_EQ(stands().people, 1250);
}

TEST_F(PeopleFormTest, WhatIsWrongIsSaidAtItsFieldAndNothingIsSaved) {
  form().unfold(true);
  wait();
  const auto refused = [&](QLineEdit* field, const char* text) {
    const QString before = field->text();
    field->setText(QString::fromUtf8(text));
    form().save();
    wait();
    EXPECT_FALSE(form().troubleText().isEmpty()) << text;
    EXPECT_TRUE(field->hasFocus()) << text;
    EXPECT_EQ(stands().people, 900) << text;
    field->setText(before);
  };
  for (const char* people : {"-5", "", "2.5", "many", "200000000"}) refused(form().people(), people);
  for (const char* days : {"0", "-1", "366", "x"}) refused(form().days(0), days);
  form().people()->setText(QStringLiteral("1000"));
  refused(form().days(1), "2");  // below the minimum of 3
  refused(form().source(), " ");
  form().people()->setText(QStringLiteral("900"));
  refused(form().people(), "900");  // as it is: nothing to save
  // Esc leaves it as it was.
  form().people()->setText(QStringLiteral("77"));
  QTest::keyClick(form().people(), Qt::Key_Escape);
  EXPECT_FALSE(form().isUnfolded());
  form().unfold(true);
  EXPECT_EQ(form().people()->text(), QStringLiteral("900"));
  EXPECT_EQ(world.rows("stock_level_change"), 1);
}

TEST_F(PeopleFormTest, ADepotOfNobodyTakesWhatIsOnRecordAndAllTogetherAreOnlyAddedUp) {
  panel->levels()->choose(world.city, 0);
  wait();
  EXPECT_FALSE(form().canPutBack());
  form().unfold(true);
  wait();
  const auto counted = stocks::LevelsStore(world.db()).peopleAtRisk("140400000000");
  ASSERT_TRUE(counted.has_value());
  form().takeCounted();
  EXPECT_EQ(form().people()->text(), QString::number(*counted));
  EXPECT_FALSE(form().source()->text().isEmpty());
  form().people()->setText(QStringLiteral("300"));
  form().save();
  wait();
  EXPECT_TRUE(form().said().contains(QStringLiteral("300"))) << form().said().toStdString();
  panel->levels()->choose(0, 0);
  wait();
  EXPECT_FALSE(form().isUnfolded());
  EXPECT_FALSE(form().said().contains(QStringLiteral("300"))) << "of no single depot: " << form().said().toStdString();
  form().save();
  wait();
  EXPECT_EQ(world.rows("stock_level_change"), 2);
}

}  // namespace
