// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cmath>

#include "run_program.h"

using cli_test::runProgram;

namespace {

const QStringList kToZone = {"convert", "--from", "EPSG:4490", "--to", "EPSG:4547", "--json"};

TEST(Convert, GivesEastingAndNorthingWithUnits) {
  const auto outcome = runProgram(kToZone, "113.11 36.19\n113.2,36.3\n# a comment\n\n");
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const auto points = outcome.json()["points"];
  ASSERT_EQ(points.size(), 2U) << outcome.out;
  // Gauss-Krueger, central meridian 114 E, false easting 500 km: west of it the easting is below that.
  EXPECT_NEAR(points[0]["x_m"].get<double>(), 419'900, 500);
  EXPECT_NEAR(points[0]["y_m"].get<double>(), 4'007'000, 1'500);
  EXPECT_EQ(points[1]["line"], 2);
  EXPECT_EQ(points[0]["from"]["lon_deg"], 113.11);
}

TEST(Convert, ThereAndBackIsTheSamePoint) {
  const auto there = runProgram(kToZone, "[[113.11, 36.19], [114, 36]]");
  ASSERT_EQ(there.exit_code, 0) << there.err;
  const auto points = there.json()["points"];
  nlohmann::json list = nlohmann::json::array();
  for (const auto& p : points) list.push_back({p["x_m"], p["y_m"]});
  const auto back = runProgram({"convert", "--from", "EPSG:4547", "--to", "cgcs2000", "--json"}, list.dump());
  ASSERT_EQ(back.exit_code, 0) << back.err;
  EXPECT_NEAR(back.json()["points"][0]["lon_deg"].get<double>(), 113.11, 1e-9);
  EXPECT_NEAR(back.json()["points"][0]["lat_deg"].get<double>(), 36.19, 1e-9);
  EXPECT_NEAR(points[1]["x_m"].get<double>(), 500'000, 1e-4) << "on the central meridian";
}

TEST(Convert, ShiftedWebMapsBothWays) {
  const auto gcj = runProgram({"convert", "--from", "wgs84", "--to", "gcj02", "--json"}, "113.11 36.19\n");
  ASSERT_EQ(gcj.exit_code, 0) << gcj.err;
  const auto p = gcj.json()["points"][0];
  const double east_m = (p["lon_deg"].get<double>() - 113.11) * 111'320 * std::cos(36.19 * M_PI / 180);
  EXPECT_GT(std::abs(east_m), 100) << "the shift is some hundred metres";
  EXPECT_LT(std::abs(east_m), 1'000);
  const auto back = runProgram({"convert", "--from", "BD-09", "--to", "GCJ-02", "--json"},
                               runProgram({"convert", "--from", "gcj02", "--to", "bd09"}, "113.12 36.2\n").out);
  ASSERT_EQ(back.exit_code, 0) << back.err;
  EXPECT_NEAR(back.json()["points"][0]["lon_deg"].get<double>(), 113.12, 1e-8);
}

TEST(Convert, ABadLineIsNamedAndTheOthersStand) {
  const auto outcome = runProgram(kToZone, "113.11 36.19\nnorth of the river\n113.2\n36.19 113.11\n113.3 36.3\n");
  EXPECT_EQ(outcome.exit_code, 1);
  const auto json = outcome.json();
  ASSERT_EQ(json["points"].size(), 2U) << outcome.out;
  ASSERT_EQ(json["errors"].size(), 3U) << "line 4 has latitude first: 113 is no latitude";
  EXPECT_EQ(json["errors"][0]["line"], 2);
  EXPECT_EQ(json["errors"][0]["error"]["code"], "invalid_argument");
  EXPECT_EQ(json["errors"][2]["line"], 4);
  EXPECT_EQ(json["errors"][2]["error"]["code"], "out_of_range");
  EXPECT_NE(outcome.err.find("Line 2"), std::string::npos);
}

TEST(Convert, AnUnknownSystemIsNamed) {
  const auto outcome = runProgram({"convert", "--from", "EPSG:4490", "--to", "EPSG:1234567", "--json"}, "1 2\n");
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.json()["error"]["code"], "unknown_crs");
  EXPECT_NE(outcome.err.find("EPSG:1234567"), std::string::npos) << outcome.err;
}

TEST(Convert, NoInputIsAReason) {
  const auto outcome = runProgram(kToZone, "");
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.json()["error"]["code"], "no_data");
}

TEST(Convert, TakesWhatWindowsAndChineseKeyboardsWrite) {
  const std::string utf16("\xff\xfe\x31\0\x31\0\x33\0\x20\0\x33\0\x36\0\n\0", 16);
  for (const std::string& text :
       {std::string("\xEF\xBB\xBF"
                    "113 36\r\n"),
        std::string("113，36\n"), utf16, std::string("# \xb3\xa4\xd6\xce\xca\xd0\xcb\xae\xce\xc4\xd5\xbe\n113\t36")}) {
    const auto outcome = runProgram(kToZone, text);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(outcome.json()["points"].size(), 1U) << outcome.out;
  }
}

TEST(Convert, NumbersFarFromTheSystemAreNoCoordinates) {
  const auto outcome = runProgram(kToZone, "1 2\n");
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.json()["errors"][0]["error"]["code"], "out_of_range");
  const auto exchanged = runProgram({"convert", "--from", "EPSG:4547", "--to", "EPSG:4490"}, "4007000 420000\n");
  EXPECT_EQ(exchanged.exit_code, 1);
  EXPECT_TRUE(exchanged.out.empty()) << exchanged.out;
  EXPECT_NE(exchanged.err.find("easting comes first"), std::string::npos) << exchanged.err;
  EXPECT_EQ(runProgram({"convert", "--from", "EPSG:4547", "--to", "EPSG:4490", "--lang", "zh"}, "4007000 420000\n")
                .err.find("easting"),
            std::string::npos);
}

TEST(Convert, HostileInputEndsInAShortReason) {
  const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
  for (const std::string& text : {deep, "[[1,2]," + deep + "]", std::string(3'000'000, 'x'), std::string(100'000, '\0'),
                                  std::string("nan nan"), std::string("1e999 3"), std::string("[[1e999,2]]"),
                                  std::string("{\"type\":5}"), std::string("\xc4\xe3\xba\xc3 36")}) {
    const auto outcome = runProgram(kToZone, text);
    EXPECT_EQ(outcome.exit_code, 1);
    ASSERT_EQ(outcome.json()["errors"].size(), 1U) << outcome.out.substr(0, 500);
    EXPECT_LT(outcome.err.size(), 500U);
  }
}

}  // namespace
