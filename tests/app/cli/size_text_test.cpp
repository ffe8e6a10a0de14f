// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/size_text.h"

#include <gtest/gtest.h>

TEST(SizeText, ReadsWhatPeopleWrite) {
  for (const char* text : {"1366x768", "1366X768", "1366*768", "1366×768"}) {
    const auto size = app::parseSize(text);
    ASSERT_TRUE(size) << text;
    EXPECT_EQ(size->width_px, 1366);
    EXPECT_EQ(size->height_px, 768);
  }
}

TEST(SizeText, RefusesWhatIsNoSize) {
  for (const char* text :
       {"", "x", "1366", "1366x", "x768", "-5x10", "0x0", "1e3x10", "1366x768x3", "99999x100", "15x15"})
    EXPECT_FALSE(app::parseSize(text)) << text;
}
