// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "run_program.h"

using cli_test::runProgram;

TEST(Bench, MeasuresEveryViewThatIsNamed) {
  const QString workspace = cli_test::demoWorkspace();
  ASSERT_FALSE(workspace.isEmpty());
  const auto outcome = runProgram({"bench", "map", "--workspace", workspace, "--view", "full", "--view", "140403",
                                   "--size", "600x400", "--repeat", "2", "--threads", "2", "--json"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const auto json = outcome.json();
  EXPECT_EQ(json["threads"], 2);
  EXPECT_GT(json["features"].get<long long>(), 1000);
  EXPECT_GT(json["load_ms"].get<double>(), 0);
  ASSERT_EQ(json["views"].size(), 2U);
  for (const auto& view : json["views"]) {
    EXPECT_GE(view["tiles"].get<int>(), 6) << "600 x 400 pixels are at least three by two tiles";
    EXPECT_GT(view["warm_median_ms"].get<double>(), 0);
    EXPECT_LE(view["warm_median_ms"].get<double>(), view["warm_p95_ms"].get<double>());
    EXPECT_FALSE(view["thread_ms_by_layer"].empty());
  }
  EXPECT_GT(json["views"][0]["scale_denominator"].get<double>(), json["views"][1]["scale_denominator"].get<double>());
}

TEST(Bench, AnUnknownViewIsAReason) {
  const QString workspace = cli_test::demoWorkspace();
  const auto outcome = runProgram({"bench", "map", "--workspace", workspace, "--view", "Atlantis", "--json"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.json()["error"]["code"], "unknown_name");
}
