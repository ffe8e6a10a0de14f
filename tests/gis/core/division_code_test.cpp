// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/core/division_code.h"

#include <gtest/gtest.h>

namespace {

TEST(DivisionPrefix, IsWhatAllInsideBeginWith) {
  EXPECT_EQ(gis::divisionPrefix("140000000000"), "14");
  EXPECT_EQ(gis::divisionPrefix("140400000000"), "1404");
  EXPECT_EQ(gis::divisionPrefix("140431000000"), "140431");
  EXPECT_EQ(gis::divisionPrefix("140431100000"), "140431100");
  EXPECT_EQ(gis::divisionPrefix("140431100201"), "140431100201");
  EXPECT_EQ(gis::divisionPrefix("140430"), "140430") << "not the end of a county's own digits";
  EXPECT_EQ(gis::divisionPrefix(""), "");
}

}  // namespace
