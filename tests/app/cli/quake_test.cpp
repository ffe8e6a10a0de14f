// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/app/cli/run_program.h"

namespace {

using cli_test::runProgram;

QStringList quake(std::initializer_list<QString> more) {
  QStringList arguments = {QStringLiteral("quake"), QStringLiteral("--json")};
  for (const QString& one : more) arguments << one;
  return arguments;
}

TEST(Quake, ZonesAndShakingWithoutAWorkspace) {
  const auto done =
      runProgram(quake({QStringLiteral("--ms"), QStringLiteral("7.0"), QStringLiteral("--lon"), QStringLiteral("113.1"),
                        QStringLiteral("--lat"), QStringLiteral("36.2"), QStringLiteral("--strike_deg"),
                        QStringLiteral("20"), QStringLiteral("--at"), QStringLiteral("113.1, 36.2")}));
  ASSERT_EQ(done.exit_code, 0) << done.err;
  const auto json = done.json();
  EXPECT_NEAR(json["epicentral_intensity"].get<double>(), 9.25, 0.01);
  EXPECT_EQ(json["scenario"]["relation"], "gb18306-east");
  ASSERT_EQ(json["zones"].size(), 4U);
  EXPECT_NEAR(json["zones"][3]["long_km"].get<double>(), 118.3, 0.06);
  EXPECT_NEAR(json["zones"][3]["short_km"].get<double>(), 94.8, 0.06);
  EXPECT_GT(json["places"][0]["pga_gal"].get<double>(), 500);
}

TEST(Quake, ImpossibleNumbersAreAnsweredWithASentence) {
  const auto sentence = [](const QString& option, const QString& value) {
    QStringList arguments =
        quake({QStringLiteral("--lon"), QStringLiteral("113.1"), QStringLiteral("--lat"), QStringLiteral("36.2")});
    if (option != QLatin1String("--ms")) arguments << QStringLiteral("--ms") << QStringLiteral("6");
    const auto done = runProgram(arguments << option << value);
    EXPECT_EQ(done.exit_code, 1);
    return done.json()["error"]["message"].get<std::string>();
  };
  EXPECT_NE(sentence(QStringLiteral("--ms"), QStringLiteral("12")).find("5.0 to 8.5"), std::string::npos);
  EXPECT_NE(sentence(QStringLiteral("--depth_km"), QStringLiteral("0")).find("more than 0"), std::string::npos);
  EXPECT_NE(sentence(QStringLiteral("--depth_km"), QStringLiteral("-5")).find("more than 0"), std::string::npos);
  EXPECT_NE(sentence(QStringLiteral("--strike_deg"), QStringLiteral("400")).find("360"), std::string::npos);
}

TEST(Quake, LossesHistoryFaultsAndRiskOfTheDemoCity) {
  const QString city = cli_test::demoWorkspace();
  ASSERT_FALSE(city.isEmpty());
  const QStringList at = {QStringLiteral("--workspace"), city};
  const auto done = runProgram(quake({QStringLiteral("--ms"), QStringLiteral("6.5"), QStringLiteral("--lon"),
                                      QStringLiteral("113.1"), QStringLiteral("--lat"), QStringLiteral("36.2")})
                               << at);
  ASSERT_EQ(done.exit_code, 0) << done.err;
  const auto a = done.json()["assessment"];
  EXPECT_TRUE(a["estimate"].get<bool>());
  EXPECT_LE(a["deaths"]["low"].get<double>(), a["deaths"]["best"].get<double>());
  EXPECT_GT(a["zones"].size(), 0U);
  const auto past = runProgram(QStringList{QStringLiteral("quake"), QStringLiteral("history"), QStringLiteral("--json"),
                                           QStringLiteral("--least"), QStringLiteral("8")}
                               << at);
  ASSERT_EQ(past.exit_code, 0) << past.err;
  bool found_1303 = false;
  const auto catalogue = past.json();
  for (const auto& quake : catalogue["earthquakes"]) found_1303 = found_1303 || quake["year"] == 1303;
  EXPECT_TRUE(found_1303);
  const auto faults =
      runProgram(QStringList{QStringLiteral("faults"), QStringLiteral("near"), QStringLiteral("--json"),
                             QStringLiteral("--at"), QStringLiteral("113.1, 36.2"), QStringLiteral("--limit"),
                             QStringLiteral("2"), QStringLiteral("--buildings_m"), QStringLiteral("200")}
                 << at);
  ASSERT_EQ(faults.exit_code, 0) << faults.err;
  ASSERT_EQ(faults.json()["faults"].size(), 2U);
  EXPECT_LE(faults.json()["faults"][0]["dist_m"].get<double>(), faults.json()["faults"][1]["dist_m"].get<double>());
  const auto risk = runProgram(
      QStringList{QStringLiteral("risk"), QStringLiteral("--json"), QStringLiteral("--by"), QStringLiteral("county")}
      << at);
  ASSERT_EQ(risk.exit_code, 0) << risk.err;
  const auto districts = risk.json()["districts"];
  ASSERT_GT(districts.size(), 0U);
  EXPECT_EQ(districts[0]["rank"], 1);
}

}  // namespace
