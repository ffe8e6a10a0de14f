// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/crs_dialog.h"

#include <gtest/gtest.h>

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace {
constexpr gis::LonLatBox kCity{111.95, 35.8, 113.75, 37.15};
}

TEST(CrsDialog, MetresWithAZoneNumberChooseThatZone) {
  auto* dialog = new app::CrsDialog(QStringLiteral("a.shp"), {38'405'000, 3'990'000, 38'430'000, 4'020'000}, kCity);
  EXPECT_EQ(dialog->crs(), "EPSG:4526");
  delete dialog;
  dialog = new app::CrsDialog(QStringLiteral("a.shp"), {405'000, 3'990'000, 430'000, 4'020'000}, kCity);
  EXPECT_EQ(dialog->crs(), "EPSG:4547");
  for (int row = 0; row < dialog->list()->count(); ++row)
    EXPECT_NE(dialog->list()->item(row)->data(Qt::UserRole).toString(), QStringLiteral("EPSG:4490"))
        << "metres are no degrees";
  delete dialog;
}

TEST(CrsDialog, SearchFindsByMeridianAndNothingCannotBeAccepted) {
  auto* dialog = new app::CrsDialog(QStringLiteral("a.shp"), {}, kCity);
  EXPECT_EQ(dialog->crs(), "EPSG:4490");
  auto* search = dialog->findChild<QLineEdit*>();
  search->setText(QStringLiteral("117°"));
  ASSERT_GT(dialog->list()->count(), 0);
  for (int row = 0; row < dialog->list()->count(); ++row)
    EXPECT_TRUE(dialog->list()->item(row)->text().contains(QStringLiteral("117°")));
  search->setText(QStringLiteral("no such system"));
  ASSERT_EQ(dialog->list()->count(), 1) << "a line says that there is none";
  EXPECT_FALSE(dialog->list()->item(0)->flags() & Qt::ItemIsSelectable);
  EXPECT_EQ(dialog->crs(), "");
  EXPECT_FALSE(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->isEnabled());
  delete dialog;
}

TEST(CrsDialog, WhoSearchesForASystemFindsItEvenIfItDoesNotFit) {
  auto* dialog = new app::CrsDialog(QStringLiteral("a.shp"), {405'000, 3'990'000, 430'000, 4'020'000}, kCity);
  EXPECT_TRUE(dialog->list()->item(0)->text().contains(QStringLiteral("in this city")));
  dialog->findChild<QLineEdit*>()->setText(QStringLiteral("4490"));
  ASSERT_EQ(dialog->list()->count(), 1);
  EXPECT_EQ(dialog->crs(), "EPSG:4490");
  EXPECT_TRUE(dialog->list()->item(0)->text().contains(QStringLiteral("far outside")));
  delete dialog;
}
