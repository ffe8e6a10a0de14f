// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <set>

#include <filesystem>

#include "run_program.h"

namespace {

using cli_test::runProgram;

// `fengsui journal` on a copy of the demo.
class JournalCommands : public ::testing::Test {
 protected:
  void SetUp() override {
    const QString demo = cli_test::demoWorkspace();
    ASSERT_FALSE(demo.isEmpty());
    std::filesystem::copy(demo.toStdString(), folder.file("w"), std::filesystem::copy_options::recursive);
  }
  cli_test::Outcome run(QStringList arguments) {
    arguments.prepend(QStringLiteral("journal"));
    arguments << QStringLiteral("--workspace") << QString::fromStdString(folder.file("w").string())
              << QStringLiteral("--json");
    return runProgram(arguments);
  }
  nlohmann::json json(const QStringList& arguments) { return run(arguments).json(); }
  cli_test::Folder folder;
};

TEST_F(JournalCommands, TheDemoHasTwoDaysThatAddUp) {
  const auto all = json({});
  EXPECT_GE(all["entries"].size(), 12U);
  EXPECT_EQ(all["on_duty"]["officers"].size(), 2U);
  for (const auto& entry : all["entries"]) EXPECT_FALSE(entry["drill"].get<bool>());
  EXPECT_GE(json({"--drill"})["entries"].size(), 1U);
  EXPECT_EQ(json({"--kind", "hand_over"})["entries"].size(), 1U);
  EXPECT_TRUE(json({"verify"})["whole"].get<bool>());
  EXPECT_EQ(json({"clocks", "--open"})["clocks"].size(), 2U);
  const auto then = json({"--at", "2026-04-30 07:00"});
  EXPECT_LT(then["entries"].size(), all["entries"].size());
  EXPECT_EQ(then["on_duty"]["leader"], "李主任");
}

TEST_F(JournalCommands, AddDoneCorrectAndFind) {
  const auto added = json({"add", "--kind", "incident", "--level", "3", "--place", "112.5,36.5", "王和镇山洪"});
  ASSERT_TRUE(added.contains("seq")) << added.dump();
  ASSERT_EQ(added["clocks"].size(), 3U);
  const auto number = QString::number(added["seq"].get<int>());
  const auto done = json({"done", number + "/phone", "已报省厅"});
  EXPECT_EQ(done["done"][0], (number + "/phone").toStdString());
  EXPECT_EQ(json({"done", number + "/phone"})["error"]["code"], "already_exists");
  EXPECT_EQ(json({"correct", number, "浊漳河洪水"})["corrects"], added["seq"]);
  EXPECT_EQ(json({"--find", "浊漳河洪水"})["entries"].size(), 1U);
  EXPECT_EQ(json({"add", "--kind", "nonsense", "x"})["error"]["code"], "unknown_name");
  EXPECT_EQ(json({"--since", "tomorrow"})["error"]["code"], "invalid_argument");
  EXPECT_TRUE(json({"verify"})["whole"].get<bool>());
}

TEST_F(JournalCommands, HandOverCarriesWhatIsOpen) {
  EXPECT_EQ(json({"shift", "start", "--leader", "a", "--officer", "b"})["error"]["code"], "already_exists");
  EXPECT_EQ(json({"shift", "hand-over", "--leader", "李主任", "--officer", "王岚", "--gives", "路人", "--takes",
                  "王岚"})["error"]["code"],
            "invalid_argument");
  json({"collect"});
  std::set<std::string> running;
  const auto clocks = json({"clocks"});
  for (const auto& clock : clocks["clocks"]) running.insert(clock["clock"].get<std::string>());
  const auto over =
      json({"shift", "hand-over", "--leader", "李主任", "--officer", "王岚", "--gives", "孙丽", "--takes", "王岚"});
  ASSERT_TRUE(over.contains("hand_over")) << over.dump();
  const auto& handed = over["hand_over"]["running_clocks"];
  EXPECT_GE(handed.size(), 2U);
  for (const auto& clock : handed) EXPECT_TRUE(running.contains(clock.get<std::string>())) << clock;
  EXPECT_EQ(json({})["on_duty"]["leader"], "李主任");
  EXPECT_TRUE(json({"shift", "end"}).contains("seq"));
  EXPECT_TRUE(json({})["on_duty"].is_null());
}

TEST_F(JournalCommands, WhatOtherCommandsDidIsCollectedOnce) {
  json({"collect"});
  EXPECT_EQ(json({"collect"})["added"], 0);
  const auto backup = runProgram(
      {QStringLiteral("backup"), QStringLiteral("--workspace"), QString::fromStdString(folder.file("w").string())});
  ASSERT_EQ(backup.exit_code, 0);
  EXPECT_EQ(json({"collect"})["added"], 1);
  EXPECT_EQ(json({"collect"})["added"], 0);
  EXPECT_EQ(json({"--kind", "backup"})["entries"].size(), 1U);
}

TEST_F(JournalCommands, ExportsExcelAndPdf) {
  for (const char* name : {"day.xlsx", "day.pdf"}) {
    const auto file = folder.file(name);
    EXPECT_EQ(run({"export", "-o", QString::fromStdString(file.string()), "--since", "2026-04-30"}).exit_code, 0);
    EXPECT_GT(std::filesystem::file_size(file), 3000U);
  }
}

}  // namespace
