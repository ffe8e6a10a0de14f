// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <filesystem>

#include "run_program.h"

using cli_test::Folder;
using cli_test::runProgram;

namespace {

// A copy of the small demo workspace that a test may change.
class FieldCommands : public ::testing::Test {
 protected:
  void SetUp() override {
    const QString demo = cli_test::demoWorkspace();
    ASSERT_FALSE(demo.isEmpty());
    std::filesystem::copy(demo.toStdString(), folder.file("office"), std::filesystem::copy_options::recursive);
  }
  QString path(const char* name) { return QString::fromStdString(folder.file(name).string()); }
  cli_test::Outcome run(QStringList words, const char* workspace) {
    return runProgram(words << QStringLiteral("--workspace") << path(workspace) << QStringLiteral("--json"), {},
                      {QStringLiteral("XDG_CONFIG_HOME=") + path("config")});
  }
  Folder folder;
};

TEST_F(FieldCommands, EditsAreLoggedAndUndone) {
  const std::size_t steps_before = run({"edit", "log"}, "office").json()["steps"].size();
  const auto saved = run({"edit", "set", "depot", "1", "keeper=王建国", "--why", "换人", "--author", "李"}, "office");
  ASSERT_EQ(saved.exit_code, 0) << saved.out << saved.err;
  const QString row = QString::fromStdString(saved.json()["row"].get<std::string>());
  auto history = run({"history", "depot", row}, "office").json();
  ASSERT_EQ(history["changes"].size(), 1U);
  EXPECT_EQ(history["changes"][0]["column"], "keeper");
  EXPECT_EQ(history["changes"][0]["new"], "王建国");
  EXPECT_EQ(history["changes"][0]["author"], "李");
  EXPECT_EQ(history["changes"][0]["reason"], "换人");
  EXPECT_EQ(run({"history", "depot", "1", "--at", "2020-01-01T00:00:00Z"}, "office").json()["cells"]["keeper"],
            history["changes"][0]["old"]);
  EXPECT_EQ(run({"edit", "undo"}, "office").exit_code, 0);
  EXPECT_EQ(run({"edit", "undo"}, "office").exit_code, 1);
  EXPECT_EQ(run({"edit", "redo"}, "office").exit_code, 0);
  EXPECT_EQ(run({"edit", "log"}, "office").json()["steps"].size(), steps_before + 3);
}

TEST_F(FieldCommands, BadInputIsRefusedInWords) {
  EXPECT_EQ(run({"edit", "set", "depot", "1", "keeper"}, "office").json()["error"]["code"], "invalid_argument");
  EXPECT_EQ(run({"edit", "set", "depot", "99999999", "keeper=x"}, "office").json()["error"]["code"], "no_data");
  EXPECT_EQ(run({"edit", "set", "no_table", "1", "keeper=x"}, "office").json()["error"]["code"], "unknown_name");
  EXPECT_EQ(run({"edit", "set", "depot", "1", "floor_m2=-3"}, "office").json()["error"]["code"], "invalid_argument");
  EXPECT_EQ(run({"history", "depot", "1", "--at", "yesterday"}, "office").json()["error"]["code"], "invalid_argument");
  EXPECT_EQ(run({"field"}, "office").exit_code, 2);
}

TEST_F(FieldCommands, ALaptopGoesOutAndComesBack) {
  const auto prepared = run({"field", "prepare", path("laptop"), "--seat", "沁源-01", "--without-rasters"}, "office");
  ASSERT_EQ(prepared.exit_code, 0) << prepared.out << prepared.err;
  EXPECT_GT(prepared.json()["rows"].get<int>(), 1000);
  ASSERT_EQ(run({"edit", "set", "depot", "1", "name=西库"}, "laptop").exit_code, 0);
  ASSERT_EQ(run({"edit", "set", "depot", "1", "name=东库"}, "office").exit_code, 0);
  const auto package = run({"field", "package", path("p.fspk")}, "laptop");
  ASSERT_EQ(package.exit_code, 0) << package.out;
  EXPECT_EQ(package.json()["steps"], 1);
  const auto preview = run({"field", "merge", path("p.fspk"), "--dry-run"}, "office");
  ASSERT_EQ(preview.exit_code, 0) << preview.out;
  EXPECT_EQ(preview.json()["packages"][0]["new_conflicts"], 1);
  EXPECT_EQ(preview.json()["packages"][0]["rows_by_table"]["depot"], 1);
  EXPECT_EQ(run({"field", "conflicts"}, "office").json()["conflicts"].size(), 0U);
  const auto merged = run({"field", "merge", path("p.fspk"), path("p.fspk")}, "office");
  ASSERT_EQ(merged.exit_code, 0) << merged.out;
  EXPECT_EQ(merged.json()["packages"][0]["new_conflicts"], 1);
  EXPECT_EQ(merged.json()["packages"][1]["new_steps"], 0);
  const auto conflicts = run({"field", "conflicts"}, "office").json();
  ASSERT_EQ(conflicts["conflicts"].size(), 1U);
  EXPECT_EQ(conflicts["conflicts"][0]["sides"].size(), 2U);
  EXPECT_EQ(run({"field", "decide", "1"}, "office").exit_code, 1);
  const auto decided = run({"field", "decide", "1", "--side", "1", "--why", "核实"}, "office");
  ASSERT_EQ(decided.exit_code, 0) << decided.out;
  EXPECT_EQ(decided.json()["open_conflicts"], 0);
  EXPECT_FALSE(run({"field", "laptops"}, "office").json()["laptops"][0]["brought_back"].is_null());
  EXPECT_EQ(run({"field", "merge", folder.write("x.fspk", "GIF89a")}, "office").json()["error"]["code"],
            "foreign_package");
}

TEST_F(FieldCommands, ABoxAndAPassphrase) {
  const QString key = folder.write("key.txt", "烽燧 2026\r\nanother line\n");
  EXPECT_EQ(run({"field", "prepare", path("x"), "--seat", "一", "--box", "113,36"}, "office").json()["error"]["code"],
            "invalid_argument");
  const auto prepared = run({"field", "prepare", path("laptop"), "--seat", "一", "--box", "112.9,36.0,113.3,36.4",
                             "--passphrase-file", key, "--without-rasters"},
                            "office");
  ASSERT_EQ(prepared.exit_code, 0) << prepared.out << prepared.err;
  ASSERT_EQ(run({"edit", "set", "depot", "1", "name=西库"}, "laptop").exit_code, 0);
  std::filesystem::create_directories(folder.file("stick"));
  EXPECT_EQ(run({"field", "package", path("stick/p.fspk")}, "laptop").json()["error"]["code"], "permission_denied");
  ASSERT_EQ(run({"field", "package", path("stick/p.fspk"), "--passphrase-file", key}, "laptop").exit_code, 0);
  const auto merged = run({"field", "merge", path("stick")}, "office");
  ASSERT_EQ(merged.exit_code, 0) << merged.out;
  EXPECT_EQ(merged.json()["packages"][0]["rows_changed"], 1);
}

TEST_F(FieldCommands, ANetworkFolderIsNotEdited) {
  const QString real = QString::fromStdString(std::filesystem::canonical(folder.file("office")).string());
  const QString mounts = folder.write(
      "mounts", "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n23 22 0:9 / " + real.toStdString() + " rw - cifs //nas/x rw\n");
  const auto words = QStringList{"edit", "set", "depot", "1", "keeper=x", "--workspace", path("office"), "--json"};
  const auto refused = runProgram(
      words, {}, {QStringLiteral("XDG_CONFIG_HOME=") + path("config"), QStringLiteral("FENGSUI_MOUNTINFO=") + mounts});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_EQ(refused.json()["error"]["code"], "read_only") << refused.out;
  EXPECT_NE((refused.out + refused.err).find("network folder"), std::string::npos) << refused.out << refused.err;
}

}  // namespace
