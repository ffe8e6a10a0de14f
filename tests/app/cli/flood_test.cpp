// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "run_program.h"

using cli_test::Folder;
using cli_test::runProgram;

namespace {

class FloodCommands : public ::testing::Test {
 protected:
  void SetUp() override {
    demo = cli_test::demoWorkspace();
    ASSERT_FALSE(demo.isEmpty());
  }
  cli_test::Outcome run(QStringList words) const {
    return runProgram(words << QStringLiteral("--workspace") << demo << QStringLiteral("--json"));
  }
  QString demo;
  Folder folder;
};

TEST_F(FloodCommands, NowIsWorstFirst) {
  const auto now = run({"flood", "now"});
  ASSERT_EQ(now.exit_code, 0) << now.err;
  const auto json = now.json();
  EXPECT_EQ(json["as_of_utc"], "2026-07-30T20:00:00.000Z");
  ASSERT_GT(json["alerts"].size(), 0U);
  for (std::size_t i = 1; i < json["alerts"].size(); ++i)
    EXPECT_GE(json["alerts"][i - 1]["severity"], json["alerts"][i]["severity"]);
  EXPECT_EQ(json["drought"].size(), 12U);
  // A quiet day: no rain threshold is reached.
  const auto quiet = run({"flood", "now", "--at", "2026-07-15 12:00"}).json();
  for (const auto& alert : quiet["alerts"]) EXPECT_NE(alert["kind"], "section");
  EXPECT_EQ(run({"flood", "now", "--at", "yesterday"}).json()["error"]["code"], "invalid_argument");
}

TEST_F(FloodCommands, StationsAndTheirAge) {
  const auto all = run({"flood", "stations", "--kind", "PP"}).json()["stations"];
  const auto old = run({"flood", "stations", "--kind", "PP", "--stale"}).json()["stations"];
  EXPECT_GT(all.size(), old.size());
  for (const auto& station : old) EXPECT_NE(station["freshness"], "fresh");
}

TEST_F(FloodCommands, RainFileIsTriedAndRefusedInWords) {
  const QString good = folder.write(
      "rain.csv", "STCD,TM,DRP,INTV\nD0000001,2026-07-31 05:00,3.5,1.00\nD0000001,2026-07-31 06:00,-1,1.00\n");
  const auto tried = run({"flood", "rain", "--csv", good, "--dry-run"}).json();
  EXPECT_EQ(tried["rain_hours"], 1);
  EXPECT_EQ(tried["warnings"].size(), 1U);
  EXPECT_FALSE(tried["written"].get<bool>());
  const QString bad = folder.write("bad.csv", "a,b\n1,2\n");
  EXPECT_EQ(run({"flood", "rain", "--csv", bad}).json()["error"]["code"], "invalid_argument");
  const auto frames = run({"flood", "frames", bad}).json()["error"];
  EXPECT_EQ(frames["code"], "invalid_argument");  // it is whole, but holds something else
  EXPECT_NE(frames["detail"].get<std::string>().find("SL 651"), std::string::npos);
}

TEST_F(FloodCommands, UpAndDownAgree) {
  const auto up = run({"catchment", "upstream", "1404W0001"});
  ASSERT_EQ(up.exit_code, 0) << up.err;
  EXPECT_GT(up.json()["area_km2"], 0);
  const auto down = run({"catchment", "downstream", "1404W0001"}).json();
  EXPECT_GE(down["area_km2"].get<double>(), up.json()["area_km2"].get<double>());
  EXPECT_GT(down["wave_travel_h"]["slow_h"], down["wave_travel_h"]["quick_h"]);
  EXPECT_TRUE(down["network"]["loops"].empty());
  EXPECT_EQ(run({"catchment", "upstream", "no-such"}).json()["error"]["code"], "unknown_name");
}

TEST_F(FloodCommands, EstimatesAreCalledSo) {
  const auto proposal = run({"flood", "suggest", "1404X0001"}).json();
  EXPECT_TRUE(proposal["estimate"].get<bool>());
  EXPECT_GT(proposal["thresholds"].size(), 0U);
  EXPECT_EQ(proposal["written"], 0);
  const auto wave =
      runProgram({"flood", "dam-break", "--volume_m3", "310000000", "--depth_m", "77.4", "--json"}).json();
  EXPECT_LT(wave["peak_m3_per_s"]["low"], 65120);
  EXPECT_GT(wave["peak_m3_per_s"]["high"], 65120);
  EXPECT_EQ(runProgram({"flood", "dam-break", "--volume_m3", "5", "--depth_m", "1", "--json"}).json()["error"]["code"],
            "out_of_range");
}

}  // namespace
