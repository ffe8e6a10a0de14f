// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/seismic/bulletin.h"

#include <gtest/gtest.h>

namespace gis::seismic {

TEST(Bulletin, OfficialAsItIsSentRound) {
  const auto b = parseBulletin(
      "据中国地震台网正式测定：11月29日20时46分在山西长治市沁源县（北纬36.50度，东经112.33度）发生4."
      "5级地震，震源深度10千米。");
  ASSERT_TRUE(b.has_value());
  EXPECT_EQ(b->kind, BulletinKind::kOfficial);
  EXPECT_EQ(b->month, 11);
  EXPECT_EQ(b->day, 29);
  EXPECT_EQ(b->hour, 20);
  EXPECT_EQ(b->minute, 46);
  EXPECT_EQ(b->place, "山西长治市沁源县");
  EXPECT_DOUBLE_EQ(b->epicentre.lat_deg, 36.50);
  EXPECT_DOUBLE_EQ(b->epicentre.lon_deg, 112.33);
  EXPECT_DOUBLE_EQ(b->magnitude, 4.5);
  EXPECT_DOUBLE_EQ(*b->depth_km, 10);
  // 2026-12-01: this year; 2026-06-01: the year before.
  EXPECT_EQ(*bulletinTime(*b, 1796083200000), 1795956360000);
  EXPECT_EQ(*bulletinTime(*b, 1780272000000), 1795956360000 - std::int64_t{365} * 86'400'000);
}

TEST(Bulletin, FullWidthDigitsAnAutomaticOneAndAYear) {
  const auto b = parseBulletin(
      "中国地震台网自动测定:2026年3月5日6时7分在黎城县附近(北纬３６．５度,东经１１３．４度)发生5.1级左右地震");
  ASSERT_TRUE(b.has_value());
  EXPECT_EQ(b->kind, BulletinKind::kAutomatic);
  EXPECT_EQ(b->year, 2026);
  EXPECT_DOUBLE_EQ(b->epicentre.lon_deg, 113.4);
  EXPECT_DOUBLE_EQ(b->magnitude, 5.1);
  EXPECT_FALSE(b->depth_km.has_value());
}

TEST(Bulletin, SaysWhatIsMissing) {
  EXPECT_EQ(parseBulletin("").error().detail, "latitude");
  EXPECT_EQ(parseBulletin("北纬36度 发生5级地震").error().detail, "longitude");
  EXPECT_EQ(parseBulletin("北纬36度 东经113度").error().detail, "magnitude");
  EXPECT_EQ(parseBulletin("北纬96度 东经113度 发生5级地震").error().detail, "latitude");
}

}  // namespace gis::seismic
