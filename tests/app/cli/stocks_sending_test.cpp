// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>

#include "run_program.h"

namespace {

using cli_test::runProgram;

// The exercise of the demo: a flood that cuts roads, thirty requests.
class SendingExercise : public ::testing::Test {
 protected:
  void SetUp() override {
    const QString demo = cli_test::demoWorkspace();
    ASSERT_FALSE(demo.isEmpty());
    std::filesystem::copy(demo.toStdString(), folder.file("w"), std::filesystem::copy_options::recursive);
  }
  QString path(const char* name) { return QString::fromStdString((folder.file("w") / "dispatch" / name).string()); }
  nlohmann::json run(QStringList arguments) {
    arguments.prepend(QStringLiteral("stocks"));
    arguments << QStringLiteral("--workspace") << QString::fromStdString(folder.file("w").string())
              << QStringLiteral("--json");
    return runProgram(arguments).json();
  }
  cli_test::Folder folder;
};

TEST_F(SendingExercise, ThePlanKeepsToTheStockAndTheFloodCutsRoads) {
  const auto dry = run({"plan", "--requests", path("requests.json")});
  const auto wet = run({"plan", "--requests", path("requests.json"), "--footprint", path("flood.geojson")});
  ASSERT_EQ(wet["requests"].size(), 30U) << wet.dump().substr(0, 400);
  EXPECT_LT(wet["closures_ms"].get<double>() + wet["plan_ms"].get<double>(), 1000);
  std::map<std::string, std::int64_t> sent;
  for (const auto& one : wet["shipments"]) sent[one["item"]] += one["units"].get<std::int64_t>();
  std::set<std::string> reasons;
  for (const auto& one : wet["requests"]) reasons.insert(one["short_reason"]);
  for (const auto& item : wet["items"]) {
    EXPECT_LE(item["sent"], item["usable"]);
    EXPECT_EQ(item["sent"], sent[item["item"]]);
  }
  EXPECT_TRUE(reasons.contains("nobody_has")) << "one asks for what nobody has";
  // Closed roads are driven round or not at all.
  const auto minutes = [](const nlohmann::json& plan) {
    double sum = 0;
    for (const auto& way : plan["ways"]) sum += way["road_min"].get<double>();
    return sum;
  };
  EXPECT_NE(minutes(dry), minutes(wet));
  bool named = false;
  for (const auto& one : wet["requests"])
    for (const auto& depot : one["depots"]) named |= depot.contains("closures");
  EXPECT_TRUE(named) << "somebody is told which flood it is";
}

TEST_F(SendingExercise, WhatIsSetIsThereAndKitsBalance) {
  const QString file = folder.write("item.json", R"({"code":"10301","weight_kg":2.75})");
  EXPECT_EQ(run({"item", "set", file})["set"], 1);
  EXPECT_EQ(run({"item", "set", folder.write("bad.json", R"({"code":"10301","wieght":1})")})["error"]["code"],
            "invalid_argument");
  const auto written = run({"ledger", "export", QString::fromStdString(folder.file("books.txt").string())});
  EXPECT_GT(written["bytes"], 1000);
  const auto merged = run({"ledger", "merge", QString::fromStdString(folder.file("books.txt").string())});
  EXPECT_EQ(merged["moves"], 0) << "the same books: nothing is new";
  EXPECT_EQ(merged["questions"], 0);
  EXPECT_GT(merged["known"], 2000);
}

}  // namespace
