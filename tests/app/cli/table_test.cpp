// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <filesystem>

#include "run_program.h"

using cli_test::Folder;
using cli_test::runProgram;

namespace {

class TableCommands : public ::testing::Test {
 protected:
  void SetUp() override {
    demo = cli_test::demoWorkspace();
    ASSERT_FALSE(demo.isEmpty());
  }
  cli_test::Outcome run(QStringList words) const { return runProgram(words << QStringLiteral("--workspace") << demo); }
  nlohmann::json json(QStringList words) const { return run(words << QStringLiteral("--json")).json(); }
  QString demo;
  Folder folder;
};

TEST_F(TableCommands, ListsFiltersAndSorts) {
  const auto tables = json({"table", "--list"})["tables"];
  EXPECT_GT(tables.size(), 30U);
  const auto all = json({"table", "geohazard_point", "--limit", "100000"});
  EXPECT_EQ(all["found"], all["total"]);
  EXPECT_EQ(all["rows"].size(), all["total"].get<std::size_t>());
  const auto some = json({"table", "geohazard_point", "--where", "threatened_people>20 -滑坡", "--sort", "威胁人数",
                          "--descending", "--columns", "type,threatened_people", "--limit", "100000"});
  std::size_t expected = 0;
  for (const auto& row : all["rows"]) expected += row["threatened_people"].get<int>() > 20 && row["type"] != "01";
  EXPECT_GT(expected, 0U);
  EXPECT_EQ(some["rows"].size(), expected);
  for (std::size_t i = 1; i < some["rows"].size(); ++i)
    EXPECT_GE(some["rows"][i - 1]["threatened_people"], some["rows"][i]["threatened_people"]);
  EXPECT_EQ(some["columns"][1]["label"], "People threatened (people)");
}

TEST_F(TableCommands, WritesFiles) {
  for (const char* name : {"out.xlsx", "out.csv", "out.gpkg", "out.geojson", "out.kml"}) {
    const QString file = QString::fromStdString(folder.file(name).string());
    const auto written = run({"table", "shelter", "-o", file});
    EXPECT_EQ(written.exit_code, 0) << name << written.err;
    EXPECT_GT(std::filesystem::file_size(folder.file(name)), 500U) << name;
  }
  EXPECT_EQ(json({"table", "shelter", "-o", "out.docx"})["error"]["code"], "invalid_argument");
}

TEST_F(TableCommands, BadInputIsRefusedInWords) {
  EXPECT_EQ(json({"table", "no_table"})["error"]["code"], "unknown_name");
  EXPECT_EQ(json({"table", "shelter", "--where", "colour=red"})["error"]["code"], "unknown_name");
  EXPECT_EQ(json({"table", "shelter", "--where", "name="})["found"], 0);
  EXPECT_EQ(json({"table", "shelter", "--columns", "colour"})["error"]["code"], "unknown_name");
  EXPECT_EQ(json({"table", "geohazard_point", "--where", "threatened_people>many"})["error"]["code"],
            "invalid_argument");
}

TEST_F(TableCommands, SearchFindsByInitials) {
  const auto groups = json({"search", "qyx"})["groups"];
  ASSERT_GE(groups.size(), 1U);
  EXPECT_EQ(groups[0]["table"], "division");
  EXPECT_EQ(groups[0]["hits"][0]["name"], "沁源县");
  EXPECT_EQ(json({"search", "没有这样的地方"})["groups"].size(), 0U);
}

}  // namespace
