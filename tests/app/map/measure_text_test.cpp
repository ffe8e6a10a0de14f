// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/measure_text.h"

#include <gtest/gtest.h>

namespace {

TEST(MeasureText, UnitsFollowTheSize) {
  EXPECT_EQ(app::lengthText(4.567), QStringLiteral("4.57 m"));
  EXPECT_EQ(app::lengthText(862.34), QStringLiteral("862.3 m"));
  EXPECT_EQ(app::lengthText(12345.6), QStringLiteral("12.35 km"));
  EXPECT_EQ(app::areaText(640), QStringLiteral("640 m²"));
  EXPECT_EQ(app::areaText(32000), QStringLiteral("3.20 ha"));
  EXPECT_EQ(app::areaText(-18.4e6), QStringLiteral("18.40 km²"));
}

TEST(ScaleText, ReadsWhatPeopleType) {
  for (const char* text : {"1:50000", "1:50,000", "50000", " 1 : 5万", "1：50000"})
    EXPECT_DOUBLE_EQ(app::scaleFromText(QString::fromUtf8(text)), 50000) << text;
  for (const char* text : {"", "abc", "1:0", "1:-5"})
    EXPECT_DOUBLE_EQ(app::scaleFromText(QString::fromUtf8(text)), 0) << text;
  EXPECT_EQ(app::scaleText(50000), QStringLiteral("1:50,000"));
}

}  // namespace
