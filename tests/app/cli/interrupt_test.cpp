// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <signal.h>

#include <QProcess>
#include <fstream>

#include "run_program.h"

using cli_test::Folder;
using cli_test::runProgram;

namespace {

namespace fs = std::filesystem;

// Starts making a demo and sends `number` as soon as its database is begun.
void stopDemo(const fs::path& folder, int number, QProcess& process) {
  QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
  variables.insert(QStringLiteral("LC_ALL"), QStringLiteral("en_US.UTF-8"));
  process.setProcessEnvironment(variables);
  process.start(QStringLiteral(FENGSUI_BINARY_DIR "/app/fengsui"),
                {QStringLiteral("demo"), QString::fromStdString(folder.string()), QStringLiteral("--json")});
  ASSERT_TRUE(process.waitForStarted());
  while (!fs::exists(folder / ".making" / "workspace.gpkg") && !process.waitForFinished(5)) {
  }
  ASSERT_EQ(process.state(), QProcess::Running);
  ::kill(static_cast<pid_t>(process.processId()), number);
  ASSERT_TRUE(process.waitForFinished(60'000));
}

TEST(Interrupt, CtrlCLeavesNothing) {
  for (const int number : {SIGINT, SIGTERM}) {
    const Folder folder;
    QProcess process;
    ASSERT_NO_FATAL_FAILURE(stopDemo(folder.file("deep") / "city", number, process));
    EXPECT_EQ(process.exitStatus(), QProcess::NormalExit);
    EXPECT_EQ(process.exitCode(), 1);
    EXPECT_TRUE(process.readAllStandardOutput().contains("cancelled"));
    EXPECT_FALSE(fs::exists(folder.file("deep")));
  }
}

TEST(Interrupt, AKilledDemoIsNoWorkspaceAndTheNextRunSucceeds) {
  const Folder folder;
  const fs::path city = folder.file("city");
  const QString name = QString::fromStdString(city.string());
  QProcess process;
  ASSERT_NO_FATAL_FAILURE(stopDemo(city, SIGKILL, process));
  const auto half = runProgram({"render", "--workspace", name, "-o", name + ".png", "--json"});
  EXPECT_EQ(half.exit_code, 1);
  EXPECT_EQ(half.json()["error"]["code"], "not_found");
  const auto again = runProgram({"demo", name, "--json"});
  ASSERT_EQ(again.exit_code, 0) << again.err;
  EXPECT_NE(again.err.find("stopped half-way"), std::string::npos) << again.err;
  EXPECT_FALSE(fs::exists(city / ".making"));
}

// What another program committed and did not live to write into the file must be seen, and must not be written by us.
TEST(Interrupt, InfoReadsAWalWithoutTouchingTheFile) {
  const Folder folder;
  const QString demo = cli_test::demoWorkspace();
  ASSERT_FALSE(demo.isEmpty());
  const fs::path city = folder.file("city");
  fs::create_directories(city);
  fs::copy_file(demo.toStdString() + "/workspace.gpkg", city / "workspace.gpkg");
  QProcess sqlite;
  sqlite.start(QStringLiteral("python3"),
               {QStringLiteral("-c"),
                QStringLiteral("import sqlite3,os,sys\n"
                               "d=sqlite3.connect(sys.argv[1])\n"
                               "d.execute('pragma journal_mode=wal')\n"
                               "d.execute(\"update workspace_setting set value='别处' where key='city_name_zh'\")\n"
                               "d.commit()\n"
                               "os._exit(0)"),
                QString::fromStdString((city / "workspace.gpkg").string())});
  ASSERT_TRUE(sqlite.waitForFinished());
  const fs::path wal = city / "workspace.gpkg-wal";
  ASSERT_TRUE(fs::exists(wal));
  const auto bytes = [](const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  const std::string before = bytes(city / "workspace.gpkg"), wal_before = bytes(wal);
  const auto outcome = runProgram({"info", QString::fromStdString(city.string()), "--json"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.json()["workspace"]["city_name_zh"], "别处");
  EXPECT_TRUE(bytes(city / "workspace.gpkg") == before);
  EXPECT_TRUE(bytes(wal) == wal_before);
}

TEST(Interrupt, InfoSaysThatAWorkspaceIsCutOff) {
  const Folder folder;
  const QString demo = cli_test::demoWorkspace();
  ASSERT_FALSE(demo.isEmpty());
  const fs::path cut = folder.file("cut.gpkg");
  fs::copy_file(demo.toStdString() + "/workspace.gpkg", cut);
  fs::resize_file(cut, fs::file_size(cut) - 1);
  const auto outcome = runProgram({"info", QString::fromStdString(cut.string()), "--json"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.json()["error"]["code"], "damaged_file");
}

}  // namespace
