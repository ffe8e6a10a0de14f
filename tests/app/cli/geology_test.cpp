// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <filesystem>

#include "run_program.h"

using cli_test::Folder;
using cli_test::runProgram;

namespace {

class GeologyCommands : public ::testing::Test {
 protected:
  void SetUp() override {
    demo = cli_test::demoWorkspace();
    ASSERT_FALSE(demo.isEmpty());
  }
  cli_test::Outcome run(QStringList words, const QString& workspace = {}) const {
    return runProgram(words << QStringLiteral("--workspace") << (workspace.isEmpty() ? demo : workspace));
  }
  nlohmann::json json(QStringList words, const QString& workspace = {}) const {
    return run(words << QStringLiteral("--json"), workspace).json();
  }
  QString demo;
  Folder folder;
};

TEST_F(GeologyCommands, RainGradesEveryPoint) {
  const QString heavy = folder.write("heavy.csv", "division,hours,rain_mm\n140400,6,180\n");
  const auto graded = json({"geology", "rain", "--field", heavy});
  ASSERT_GT(graded["points"].size(), 30U) << graded.dump().substr(0, 300);
  for (const auto& point : graded["points"]) EXPECT_EQ(point["level"], "red");
  std::size_t in_counties = 0;
  for (const auto& county : graded["counties"]) in_counties += county["red"].get<std::size_t>();
  EXPECT_EQ(in_counties, graded["points"].size());
  EXPECT_FALSE(graded["rules"].empty());
  const auto dry =
      json({"geology", "rain", "--field", folder.write("dry.csv", "division,hours,rain_mm\n140400,24,0\n")});
  for (const auto& point : dry["points"]) EXPECT_EQ(point["level"], "none");
}

TEST_F(GeologyCommands, BadRainIsSaid) {
  EXPECT_EQ(json({"geology", "rain", "--field",
                  folder.write("neg.csv", "division,hours,rain_mm\n1404,6,-1\n")})["error"]["code"],
            "no_data");
  EXPECT_EQ(json({"geology", "rain", "--field", "nowhere.csv"})["error"]["code"], "not_found");
  const auto far = json({"geology", "rain", "--field",
                         folder.write("far.csv", "station,lon,lat,hours,rain_mm\nX,100,30,6,50\nY,,,6,9\n")});
  EXPECT_EQ(far["stations_without_place"], 1);
  for (const auto& point : far["points"]) EXPECT_FALSE(point["known"].get<bool>());
}

TEST_F(GeologyCommands, CardsByPointAndCounty) {
  const auto points = json({"table", "geohazard_point", "--columns", "hazard_code", "--limit", "1"});
  const QString code = QString::fromStdString(points["rows"][0]["hazard_code"].get<std::string>());
  const QString file = QString::fromStdString(folder.file("card.pdf").string());
  const auto one = json({"geology", "cards", "--point", code, "-o", file});
  EXPECT_EQ(one["cards"], 1) << one.dump();
  EXPECT_GT(std::filesystem::file_size(folder.file("card.pdf")), 2000U);
  const auto county = json({"geology", "cards", "--county", code.left(6), "--kind", "refuge", "--blanks"});
  EXPECT_GT(county["cards"].get<int>(), 0);
  EXPECT_EQ(json({"geology", "cards", "--county", "999999", "--blanks"})["error"]["code"], "unknown_name");
  EXPECT_EQ(run({"geology", "cards", "--blanks"}).exit_code, 2);
}

TEST_F(GeologyCommands, DualControlAgreesWithTheTables) {
  const auto dual = json({"geology", "dual"});
  const auto without = json({"table", "geohazard_area", "--where", "owner=", "--limit", "0"});
  EXPECT_EQ(dual["gaps"].value("area_without_owner", 0), without["found"].get<int>());
  EXPECT_GT(dual["gaps"].value("area_without_owner", 0), 0);
}

TEST_F(GeologyCommands, TheLedgerListsAndMoves) {
  const auto overdue = json({"danger", "list", "--overdue", "--limit", "1000"});
  EXPECT_GT(overdue["found"].get<int>(), 0);
  EXPECT_EQ(overdue["found"], overdue["overdue"]);
  EXPECT_EQ(overdue["today"], "2026-05-01");
  for (const char* hazard : {"fire", "geology", "flood", "seismic"})
    EXPECT_GT(json({"danger", "list", "--hazard", hazard})["found"].get<int>(), 0) << hazard;
  const QString copy = QString::fromStdString(folder.file("w").string());
  std::filesystem::copy(demo.toStdString(), copy.toStdString(), std::filesystem::copy_options::recursive);
  const auto found = json({"danger", "list", "--open", "--limit", "1000"}, copy);
  std::string no;
  for (const auto& one : found["dangers"])
    if (one["state"] == "found") no = one["no"];
  ASSERT_FALSE(no.empty());
  const QString id = QString::fromStdString(no);
  EXPECT_EQ(json({"danger", "advance", id, "--to", "closed"}, copy)["error"]["code"], "invalid_argument");
  EXPECT_EQ(json({"danger", "advance", id, "--to", "handed_over", "--unit", "water office"}, copy)["state"],
            "handed_over");
  const auto shown = json({"danger", "show", id}, copy);
  EXPECT_EQ(shown["events"].size(), 2U);
  EXPECT_EQ(shown["events"][1]["to_unit"], "water office");
  EXPECT_EQ(json({"danger", "advance", id, "--to", "found"}, copy)["error"]["code"], "invalid_argument");
  EXPECT_EQ(json({"danger", "show", "YH0"}, copy)["error"]["code"], "unknown_name");
}

}  // namespace
