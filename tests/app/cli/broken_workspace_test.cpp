// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QProcess>

#include "run_program.h"

using cli_test::Folder;
using cli_test::runProgram;

namespace {

// A copy of the demo's database on which `sql` was run by another program.
QString brokenWorkspace(const Folder& folder, const QString& sql) {
  namespace fs = std::filesystem;
  const fs::path city = folder.file("city");
  fs::create_directories(city);
  fs::copy_file(cli_test::demoWorkspace().toStdString() + "/workspace.gpkg", city / "workspace.gpkg");
  QProcess python;
  python.start(
      QStringLiteral("python3"),
      {QStringLiteral("-c"),
       QStringLiteral("import sqlite3,sys\nd=sqlite3.connect(sys.argv[1])\nd.execute(sys.argv[2])\nd.commit()"),
       QString::fromStdString((city / "workspace.gpkg").string()), sql});
  EXPECT_TRUE(python.waitForFinished() && python.exitCode() == 0);
  return QString::fromStdString(city.string());
}

TEST(BrokenWorkspace, AnUnknownMapSystemIsSaidInsteadOfWaitedFor) {
  const Folder folder;
  const QString city =
      brokenWorkspace(folder, QStringLiteral("update workspace_setting set value='EPSG:999999' where key='map_crs'"));
  for (const QStringList& command : {QStringList{"render", "--workspace", city, "-o", city + ".png"},
                                     QStringList{"window", city, "--lang", "en", "--screenshot", city + ".png"}}) {
    const auto outcome = runProgram(command);
    EXPECT_EQ(outcome.exit_code, 1) << command[0].toStdString();
    EXPECT_NE(outcome.err.find("EPSG:999999 is not a coordinate reference system"), std::string::npos) << outcome.err;
  }
}

TEST(BrokenWorkspace, AMissingTableIsDamage) {
  const Folder folder;
  const QString city = brokenWorkspace(folder, QStringLiteral("drop table building"));
  const auto outcome = runProgram({"render", "--workspace", city, "-o", city + ".png", "--json"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.json()["error"]["code"], "damaged_file") << outcome.out;
}

TEST(BrokenWorkspace, ALaterSchemaIsShownAndSaid) {
  const Folder folder;
  const QString city = brokenWorkspace(
      folder, QStringLiteral("insert into schema_migration values (900, '0900_later.sql', '2030-01-01', 'f')"));
  const auto outcome = runProgram({"info", city, "--json"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.json()["workspace"]["read_only_reason"], "newer_schema");
  EXPECT_NE(outcome.err.find("later Fengsui"), std::string::npos) << outcome.err;
}

}  // namespace
