// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "run_program.h"

using cli_test::Folder;
using cli_test::runProgram;

namespace {

constexpr const char* kDepots =
    "储备库名称,级别,建筑面积(平方米),保管员,经度,纬度\n"
    "新库,县级,350,王建国,113.1102,36.1902\n"
    "坏库,外星级,350,李四,113.1103,36.1903\n";

// A copy of the small demo workspace that a test may change.
class ImportCommand : public ::testing::Test {
 protected:
  void SetUp() override {
    const QString demo = cli_test::demoWorkspace();
    ASSERT_FALSE(demo.isEmpty());
    std::filesystem::copy(demo.toStdString(), folder.file("city"), std::filesystem::copy_options::recursive);
  }
  QString path(const char* name) { return QString::fromStdString(folder.file(name).string()); }
  cli_test::Outcome run(QStringList words) {
    return runProgram(words << QStringLiteral("--workspace") << path("city") << QStringLiteral("--json"), {},
                      {QStringLiteral("XDG_CONFIG_HOME=") + path("config")});
  }
  static std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  Folder folder;
};

TEST_F(ImportCommand, TriesThenImportsThenTakesBack) {
  const QString file = folder.write("储备库.csv", kDepots);
  const auto tried = run({"import", file, "--dry-run"});
  ASSERT_EQ(tried.exit_code, 0) << tried.out << tried.err;
  EXPECT_EQ(tried.json()["guesses"]["table"]["value"], "depot");
  EXPECT_EQ(tried.json()["import"]["new"], 1);
  EXPECT_TRUE(tried.json()["import"]["step"].is_null());
  const auto done = run({"import", file, "--into", "depot", "--rejects", path("left.csv"), "--author", "李"});
  ASSERT_EQ(done.exit_code, 0) << done.out << done.err;
  EXPECT_EQ(done.json()["import"]["rejected_rows"][0]["reason"], "unknown_code");
  EXPECT_EQ(done.json()["import"]["rejected_rows"][0]["row"], 3);
  EXPECT_NE(bytesOf(folder.file("left.csv")).find("外星级"), std::string::npos);
  EXPECT_EQ(run({"edit", "log"}).json()["steps"].back()["kind"], "import");
  EXPECT_EQ(run({"edit", "undo"}).exit_code, 0);
  EXPECT_EQ(run({"import", file, "--dry-run"}).json()["import"]["new"], 1);
}

TEST_F(ImportCommand, WritesAMappingAndReadsIt) {
  const QString file = folder.write("储备库.csv", kDepots);
  ASSERT_EQ(run({"import", file, "--dry-run", "--write-map", path("map.json")}).exit_code, 0);
  std::string map = bytesOf(folder.file("map.json"));
  const std::size_t at = map.find("\"field\": \"级别\"");
  ASSERT_NE(at, std::string::npos) << map;
  map.insert(at, R"("values": {"外星级": "3"}, )");
  const auto done = run({"import", file, "--dry-run", "--map", folder.write("map2.json", map)});
  ASSERT_EQ(done.exit_code, 0) << done.out << done.err;
  EXPECT_EQ(done.json()["import"]["new"], 2);
  const auto broken = run({"import", file, "--map", folder.write("map3.json", R"({"fengsui_mapping":1,"tabel":"x"})")});
  EXPECT_EQ(broken.exit_code, 1);
  EXPECT_NE(broken.json()["error"]["detail"].get<std::string>().find("tabel"), std::string::npos);
}

TEST_F(ImportCommand, AsksInsteadOfGuessing) {
  const QString file = folder.write("储备库_高德.csv", kDepots);
  const std::size_t steps_before = run({"edit", "log"}).json()["steps"].size();
  const auto asked = run({"import", file});
  EXPECT_EQ(asked.exit_code, 3);
  EXPECT_EQ(asked.json()["questions"][0]["question"], "shifted_map");
  EXPECT_EQ(run({"edit", "log"}).json()["steps"].size(), steps_before);
  EXPECT_EQ(run({"import", file, "--dry-run", "--accept", "shifted_map"}).exit_code, 0);
  EXPECT_EQ(run({"import", file, "--dry-run", "--crs", "gcj02"}).exit_code, 0);
  const QString bare = folder.write("仓库.csv", "储备库名称,经度,纬度\n甲库,113.1102,36.1902\n");
  EXPECT_EQ(run({"import", bare, "--into", "depot"}).exit_code, 3);
  EXPECT_EQ(
      run({"import", bare, "--into", "depot", "--set", "tier=县级", "--set", "floor_m2=10", "--dry-run"}).exit_code, 0);
}

TEST_F(ImportCommand, RefusesInWords) {
  const QString file = folder.write("储备库.csv", kDepots);
  EXPECT_EQ(run({"import", path("nothing.csv")}).json()["error"]["code"], "not_found");
  EXPECT_EQ(run({"import", file, "--into", "no_table"}).json()["error"]["code"], "unknown_name");
  EXPECT_EQ(run({"import", file, "--crs", "EPSG:99999999"}).json()["error"]["code"], "unknown_crs");
  EXPECT_EQ(run({"import", file, "--set", "keeper"}).json()["error"]["code"], "invalid_argument");
  EXPECT_EQ(run({"import", file, "--set", "colour=red"}).json()["error"]["code"], "unknown_name");
  EXPECT_EQ(run({"import", file, "--set", "tier=外星级"}).json()["error"]["code"], "invalid_argument");
  EXPECT_EQ(run({"import"}).exit_code, 2);
}

}  // namespace
