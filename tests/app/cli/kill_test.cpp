// SPDX-License-Identifier: GPL-3.0-or-later
#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QProcess>
#include <filesystem>

#include "gis/core/random.h"
#include "gis/keep/backup_store.h"
#include "gis/store/workspace.h"
#include "run_program.h"

using cli_test::Folder;
using cli_test::runProgram;

namespace {

// Power cuts: the program is killed at random moments of editing, importing, merging and backing up. What it had said
// was done is there, what it had not is there wholly or not at all, and the database is sound. FENGSUI_KILLS sets how
// many moments; 200 take some minutes.
class Kill : public ::testing::Test {
 protected:
  void SetUp() override {
    const QString demo = cli_test::demoWorkspace();
    ASSERT_FALSE(demo.isEmpty());
    std::filesystem::copy(demo.toStdString(), folder.file("city"), std::filesystem::copy_options::recursive);
    std::string csv = "储备库名称,级别,建筑面积(平方米),保管员,经度,纬度\n";
    for (int i = 0; i < kRows; ++i)
      csv += "停电库" + std::to_string(i) + ",县级,350,王建国," + std::to_string(113.0 + i * 1e-4) + ",36.19\n";
    depots = folder.write("停电库.csv", csv);
  }
  QString path(const char* name) { return QString::fromStdString(folder.file(name).string()); }
  QStringList on(QStringList words, const char* workspace) {
    return words << QStringLiteral("--workspace") << path(workspace) << QStringLiteral("--json");
  }
  QStringList config() { return {QStringLiteral("XDG_CONFIG_HOME=") + path("config")}; }

  // True when the program ended by itself, and well, before the moment came.
  bool killed(const QStringList& words, int after_ms) {
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(QStringLiteral("XDG_CONFIG_HOME"), path("config"));
    process.setProcessEnvironment(variables);
    process.start(QStringLiteral(FENGSUI_BINARY_DIR "/app/fengsui"), words);
    if (process.waitForFinished(after_ms))
      return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    process.kill();
    process.waitForFinished();
    return false;
  }
  std::string ask(const std::string& sql) {
    const auto workspace = gis::Workspace::open(folder.file("city"), gis::OpenMode::kReadWrite);
    if (!workspace) throw std::runtime_error(workspace.error().detail);
    return workspace->db().sql().execAndGet(sql).getString();
  }
  static constexpr int kRows = 400;
  Folder folder;
  QString depots;
};

TEST_F(Kill, AtAnyMomentNothingSaidToBeSavedIsMissing) {
  const int moments = qEnvironmentVariableIsSet("FENGSUI_KILLS") ? qEnvironmentVariableIntValue("FENGSUI_KILLS") : 24;
  // A laptop's package that is merged again and again.
  ASSERT_EQ(runProgram(on({"field", "prepare", path("laptop"), "--seat", "笔记本一"}, "city"), {}, config()).exit_code,
            0);
  ASSERT_EQ(
      runProgram(on({"edit", "set", "depot", "2", "keeper=外业", "--author", "外"}, "laptop"), {}, config()).exit_code,
      0);
  ASSERT_EQ(runProgram(on({"field", "package", path("p.fspk")}, "laptop"), {}, config()).exit_code, 0);
  gis::Random random(17);
  std::string keeper = ask("SELECT keeper FROM depot WHERE fid=1");
  bool imported = false, merged = false;
  int ended = 0;
  for (int moment = 0; moment < moments; ++moment) {
    const int after_ms = static_cast<int>(random.uniform(5, 450));
    const std::string next = "管" + std::to_string(moment);
    bool done = false;
    switch (moment % 4) {
      case 0:
        done = killed(on({"edit", "set", "depot", "1", QString::fromStdString("keeper=" + next)}, "city"), after_ms);
        break;
      case 1:
        done = killed(on({"import", depots, "--into", "depot"}, "city"), 2 * after_ms);
        imported = imported || done;
        break;
      case 2:
        done = killed(on({"field", "merge", path("p.fspk")}, "city"), after_ms);
        merged = merged || done;
        break;
      default:
        done = killed(on({"backup"}, "city"), after_ms);
    }
    ended += done ? 1 : 0;
    QElapsedTimer opening;
    opening.start();
    const auto workspace = gis::Workspace::open(folder.file("city"), gis::OpenMode::kReadWrite);
    ASSERT_TRUE(workspace.has_value()) << "moment " << moment << ": " << (workspace ? "" : workspace.error().detail);
    EXPECT_LT(opening.elapsed(), 2000) << "moment " << moment;
    const auto trouble = gis::checkIntegrity(workspace->db());
    ASSERT_TRUE(trouble.has_value());
    EXPECT_EQ(*trouble, "") << "moment " << moment;
    SQLite::Database& db = workspace->db().sql();
    const std::string found = db.execAndGet("SELECT keeper FROM depot WHERE fid=1").getString();
    EXPECT_TRUE(found == next || (found == keeper && (moment % 4 != 0 || !done)))
        << "moment " << moment << ": " << found;
    keeper = found;
    const int rows = db.execAndGet("SELECT count(*) FROM depot WHERE name LIKE '停电库%'").getInt();
    EXPECT_TRUE(rows == kRows || (rows == 0 && !imported)) << "moment " << moment << ": half an import, " << rows;
    const bool there = db.execAndGet("SELECT keeper FROM depot WHERE fid=2").getString() == std::string("外业");
    EXPECT_TRUE(there || !merged) << "moment " << moment;
  }
  EXPECT_LT(ended, moments) << "no moment came before an end: shorten them";
  const auto all = gis::listBackups(folder.file("city"));
  ASSERT_TRUE(all.has_value());
  for (const gis::Backup& backup : *all) {
    const auto check = gis::verifyBackup(backup.file);
    ASSERT_TRUE(check.has_value());
    EXPECT_TRUE(check->trouble.empty() && check->tables_that_differ.empty()) << backup.file;
  }
  const auto last = runProgram(on({"field", "merge", path("p.fspk")}, "city"), {}, config());
  EXPECT_EQ(last.exit_code, 0) << last.out << last.err;
}

}  // namespace
