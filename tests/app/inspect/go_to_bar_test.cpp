// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspect/go_to_bar.h"

#include <gtest/gtest.h>

namespace {

TEST(GoToBar, SaysThatGcj02WasUnderstood) {
  const auto typed = gis::parseCoordinate("GCJ02 113.120222,36.19128");
  ASSERT_TRUE(typed);
  EXPECT_TRUE(app::GoToBar::understood(*typed).contains(QStringLiteral("GCJ-02")));
}

}  // namespace
