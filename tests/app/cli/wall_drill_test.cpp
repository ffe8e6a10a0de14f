// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QImage>
#include <chrono>
#include <filesystem>

#include "run_program.h"

namespace {

using cli_test::runProgram;

class DrillCommands : public ::testing::Test {
 protected:
  void SetUp() override {
    const QString demo = cli_test::demoWorkspace();
    ASSERT_FALSE(demo.isEmpty());
    std::filesystem::copy(demo.toStdString(), folder.file("w"), std::filesystem::copy_options::recursive);
    workspace = QString::fromStdString(folder.file("w").string());
  }
  static nlohmann::json json(QStringList arguments) { return runProgram(arguments << QStringLiteral("--json")).json(); }
  cli_test::Folder folder;
  QString workspace;
};

TEST_F(DrillCommands, TheFloodNightLeavesRealFiguresAloneAndCanBeLookedBackAt) {
  const QStringList questions[] = {{"stocks", "balance", "--workspace", workspace},
                                   {"stocks", "requisition", "list", "--workspace", workspace},
                                   {"callout", "status", "--workspace", workspace},
                                   {"flood", "now", "--workspace", workspace}};
  std::string before;
  for (const QStringList& question : questions) before += json(question).dump();
  const QString briefing = QString::fromStdString(folder.file("morning.pdf").string());
  const auto begin = std::chrono::steady_clock::now();
  const auto drill = json({"drill", "flood_night", "--workspace", workspace, "--brief", briefing});
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(120));
  ASSERT_TRUE(drill.contains("folder")) << drill.dump();
  EXPECT_EQ(drill["steps_failed"], 0) << drill.dump();
  EXPECT_EQ(drill["steps"].size(), 44U);
  std::string after;
  for (const QStringList& question : questions) after += json(question).dump();
  EXPECT_EQ(before, after);

  const QString world = QString::fromStdString(drill["folder"].get<std::string>());
  EXPECT_GT(std::filesystem::file_size(folder.file("morning.pdf")), 100'000U);
  const auto reports = json({"report", "list", "--workspace", world})["reports"];
  ASSERT_EQ(reports.size(), 3U) << reports.dump();
  for (const auto& report : reports) EXPECT_TRUE(report["drill"]) << report.dump();
  EXPECT_EQ(reports[0]["kind"], "final");
  for (const auto& step : drill["steps"])
    if (step["kind"] == "moved") {
      EXPECT_GT(step["made"]["moved"], 0) << step.dump();
    }

  const auto timeline = json({"timeline", "--workspace", world});
  ASSERT_TRUE(timeline.contains("entries")) << timeline.dump();
  EXPECT_GT(timeline["entries"].size(), 15U);
  for (const auto& entry : timeline["entries"]) EXPECT_TRUE(entry["is_drill"]) << entry.dump();

  const QString picture = QString::fromStdString(folder.file("wall.png").string());
  const auto now = json({"wall", "--workspace", world, "--page", "calls", "-o", picture});
  const auto then = json({"wall", "--workspace", world, "--page", "calls", "--at", "2026-05-01 21:25", "-o", picture});
  EXPECT_EQ(QImage(picture).size(), QSize(1920, 1080));
  EXPECT_FALSE(now["is_frozen"]);
  EXPECT_TRUE(then["is_frozen"]);
  EXPECT_TRUE(then["is_drill"]);
  ASSERT_EQ(now["figures"].size(), 4U) << now.dump();
  EXPECT_NE(now["figures"][1]["value"], then["figures"][1]["value"]) << "more have confirmed since";

  EXPECT_EQ(json({"drill", "remove", "--workspace", workspace})["removed"], 1);
  EXPECT_FALSE(std::filesystem::exists(folder.file("w") / "drills"));
}

TEST_F(DrillCommands, AWrongScriptIsToldLineByLine) {
  const QString script = folder.write("bad.json", R"({"title":"t","begins":"20:00","steps":[
{"at":"20:00","kind":"rain","divisions":["140431"]}]})");
  const auto outcome = runProgram({"drill", "check", script, "--json"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.json()["error"]["mistakes"][0]["line"], 2);
  EXPECT_EQ(outcome.json()["error"]["mistakes"][0]["path"], "/steps/0");
}

}  // namespace
