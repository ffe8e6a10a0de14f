// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/app/cli/run_program.h"

namespace {

using cli_test::demoWorkspace;
using cli_test::runProgram;

TEST(FwiCommand, PublishedFirstDay) {
  const auto done = runProgram({"fwi", "--json"}, "date,temp,rh,ws,prec\n2026-04-13,17,42,25,0\n");
  ASSERT_EQ(done.exit_code, 0) << done.err;
  const auto day = done.json()["days"][0];
  EXPECT_NEAR(day["ffmc"].get<double>(), 87.693, 0.001);
  EXPECT_NEAR(day["fwi"].get<double>(), 10.096, 0.001);
}

TEST(FwiCommand, RefusesImpossibleRows) {
  const auto done =
      runProgram({"fwi", "--json"},
                 "date,temp,rh,ws,prec\n2026-04-13,17,130,25,0\n2026-04-14,17,42,25,-2\n2026-04-15,17,42,25,0\n");
  EXPECT_EQ(done.exit_code, 3);
  EXPECT_EQ(done.json()["days"].size(), 1U);
  ASSERT_EQ(done.json()["refused"].size(), 2U);
  EXPECT_EQ(done.json()["refused"][0]["reason"], "130 is above 100");
  EXPECT_EQ(runProgram({"fwi", "--json"}, "a,b\n1,2\n").exit_code, 1);
  const auto told = runProgram({"fwi", "--lang", "zh"}, "date,temp,rh,ws,prec\n2026-04-13,17,130,25,0\n");
  EXPECT_NE(told.err.find("130 高于 100"), std::string::npos) << told.err;
  EXPECT_EQ(told.err.find("line"), std::string::npos) << told.err;
}

TEST(RouteCommand, GoesRoundWhatIsClosed) {
  const QString city = demoWorkspace();
  ASSERT_FALSE(city.isEmpty());
  const QStringList ask{"route", "--workspace", city, "--from", "113.11,36.19", "--to", "113.05,36.12", "--json"};
  const auto open = runProgram(ask);
  ASSERT_EQ(open.exit_code, 0) << open.out << open.err;
  EXPECT_TRUE(open.json()["reachable"].get<bool>());
  EXPECT_GT(open.json()["dist_km"].get<double>(), 1);
  EXPECT_GT(open.json()["geometry"]["coordinates"].size(), 2U);
  // everything about the destination closed
  const cli_test::Folder folder;
  const QString closed = folder.write(
      "closed.geojson",
      R"({"type":"Polygon","coordinates":[[[112.9,36.0],[113.06,36.0],[113.06,36.14],[112.9,36.14],[112.9,36.0]]]})");
  const auto shut = runProgram(QStringList(ask) << "--closures" << closed);
  EXPECT_EQ(shut.exit_code, 3);
  EXPECT_FALSE(shut.json()["reachable"].get<bool>());
  EXPECT_EQ(shut.json()["reason"], "no_way");
  EXPECT_EQ(runProgram(QStringList(ask) << "--vehicle"
                                        << "hovercraft")
                .exit_code,
            1);
}

TEST(FireCommand, HelpShowsItsOwnExampleAndReasonsAreInTheReadersLanguage) {
  for (const auto& words :
       {QStringList{"fire", "viewshed"}, {"flood", "frames"}, {"flood", "dam-break"}, {"geology"}}) {
    const auto help = runProgram(QStringList(words) << "--lang"
                                                    << "zh"
                                                    << "--help");
    EXPECT_NE(help.out.find(("fengsui " + words.join(' ')).toStdString() + ' ', help.out.rfind("示例")),
              std::string::npos)
        << help.out;
    EXPECT_EQ(help.out.find("fengsui demo"), std::string::npos) << help.out;
  }
  const QString city = demoWorkspace();
  ASSERT_FALSE(city.isEmpty());
  const auto word = runProgram({"fire", "near", "abc", "--workspace", city, "--lang", "zh"});
  EXPECT_EQ(word.exit_code, 1);
  EXPECT_NE(word.err.find("“abc”"), std::string::npos) << word.err;
}

TEST(FireCommand, NearAndBlocksAndSight) {
  const QString city = demoWorkspace();
  ASSERT_FALSE(city.isEmpty());
  const auto near = runProgram({"fire", "near", "GCJ02 113.12,36.19", "--workspace", city, "--wind-from-deg", "225",
                                "--wind-m-per-s", "6", "--json"});
  ASSERT_EQ(near.exit_code, 0) << near.err;
  EXPECT_GT(near.json()["places"].size(), 5U);
  EXPECT_EQ(near.json()["rings"].size(), 3U);
  EXPECT_NEAR(near.json()["lon_deg"].get<double>(), 113.1136, 0.001);  // shifted back
  const auto blocks = runProgram({"fire", "blocks", "--workspace", city, "--json"});
  ASSERT_EQ(blocks.exit_code, 0) << blocks.err;
  EXPECT_GT(blocks.json()["break_km"].get<double>(), 0);
  const auto sight = runProgram({"fire", "viewshed", "113.2,36.3", "--workspace", city, "--range-m", "5000", "--json"});
  ASSERT_EQ(sight.exit_code, 0) << sight.err;
  EXPECT_GT(sight.json()["seen_ratio"].get<double>(), 0);
  EXPECT_LE(sight.json()["seen_ratio"].get<double>(), 1);
  const auto far = runProgram({"fire", "viewshed", "110,30", "--workspace", city, "--json"});
  EXPECT_EQ(far.exit_code, 1);
  EXPECT_TRUE(far.json()["error"]["detail"].get<std::string>().ends_with("km outside the city"));
  const auto slip = runProgram({"fire", "near", "500,500", "--workspace", city, "--lang", "zh"});
  EXPECT_EQ(slip.exit_code, 1);
  EXPECT_NE(slip.err.find("位置在本市以外"), std::string::npos) << slip.err;
  ASSERT_FALSE(blocks.json()["largest_unclosed"].empty());
  EXPECT_FALSE(blocks.json()["largest_unclosed"][0]["nearest_village"].get<std::string>().empty());
}

}  // namespace
