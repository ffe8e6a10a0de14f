// SPDX-License-Identifier: GPL-3.0-or-later
// A warning from its file to the report, as scripts run it.
#include <gtest/gtest.h>

#include <QString>
#include <QTemporaryDir>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "tests/app/cli/run_program.h"

namespace {

using cli_test::runProgram;

QString writeRain(const QTemporaryDir& folder, const char* code) {
  const QString path = folder.filePath(QStringLiteral("rain.xml"));
  std::ofstream(path.toStdString())
      << "<?xml version=\"1.0\" encoding=\"UTF-8\"?><alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">"
         "<identifier>rain-1</identifier><sender>cz</sender><sent>2024-07-26T02:35:00+08:00</sent>"
         "<status>Actual</status><msgType>Alert</msgType><scope>Public</scope><info><language>zh-CN</language>"
         "<category>Met</category><event>暴雨</event><urgency>Immediate</urgency><severity>Extreme</severity>"
         "<certainty>Observed</certainty><headline>长治市气象台发布暴雨红色预警信号</headline><area>"
         "<areaDesc>x</areaDesc><geocode><valueName>adcode</valueName><value>"
      << code << "</value></geocode></area></info></alert>";
  return path;
}

TEST(WarningCommand, SaysWhyItRefuses) {
  QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("bomb.xml"));
  std::ofstream(path.toStdString()) << "<!DOCTYPE a [<!ENTITY b \"c\">]><alert>&b;</alert>";
  const auto outcome = runProgram({"warning", "parse", path, "--json"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.json()["warnings"][0]["error"]["code"], "forbidden_markup");
  EXPECT_EQ(runProgram({"warning", "parse", folder.filePath(QStringLiteral("none.xml"))}).exit_code, 1);
}

TEST(CalloutCommand, FromTheFileToTheReport) {
  QTemporaryDir folder;
  const QString made = cli_test::demoWorkspace();
  ASSERT_FALSE(made.isEmpty());
  const QString city = folder.filePath(QStringLiteral("city"));
  std::filesystem::copy(made.toStdString(), city.toStdString(), std::filesystem::copy_options::recursive);
  const QString rain = writeRain(folder, "140431");
  EXPECT_EQ(runProgram({"warning", "add", rain, "--workspace", city, "--json"}).json()["added"][0]["arrival"], "new");
  EXPECT_EQ(runProgram({"warning", "add", rain, "--workspace", city, "--json"}).json()["added"][0]["arrival"],
            "duplicate");
  const auto plan = runProgram({"callout", "plan", "--workspace", city, "--warning", "rain-1", "--json"}).json();
  const int people = plan["people"];
  ASSERT_GT(people, 10);
  EXPECT_EQ(plan["assumed"]["voice_lines"], 0) << "nobody serves any";
  EXPECT_TRUE(plan["assumed"]["by_hand"]);
  EXPECT_EQ(runProgram({"callout", "start", "--workspace", city, "--warning", "rain-1", "--lines", "8"}).exit_code, 2)
      << "a real call-out has the lines there are";
  EXPECT_TRUE(runProgram({"callout", "report", "--workspace", city, "--json"}).json()["drill"])
      << "nothing has been started yet: the demonstration's own drill";
  const auto drill =
      runProgram({"callout", "simulate", "--workspace", city, "--warning", "rain-1", "--people", "200", "--json"})
          .json();
  EXPECT_TRUE(drill["drill"]) << "made people make it a drill";
  EXPECT_EQ(drill["places"][0]["counts"]["issued"], 200);
  EXPECT_GT(drill["places"][0]["counts"]["confirmed"], 190);
  EXPECT_LT(std::abs(drill["forecast_error_percent"]["half_confirmed"].get<double>()), 15) << "200 persons, by chance";
  EXPECT_EQ(drill["forecast"]["rounds"], 21);
  EXPECT_LE(drill["forecast"]["range_90_percent"]["covered_ms"][0].get<std::int64_t>(),
            drill["forecast"]["range_90_percent"]["covered_ms"][1].get<std::int64_t>());
  EXPECT_EQ(drill["happened"]["confirmed"], drill["places"][0]["counts"]["confirmed"]);
  const auto report = runProgram({"callout", "report", "--workspace", city, "--json"}).json();
  EXPECT_EQ(report["log_hash"], drill["log_hash"]);
  EXPECT_EQ(report["places"], drill["places"]) << "read again from the log it is the same";
  EXPECT_EQ(runProgram({"callout", "report", "--workspace", city, "--warning", "rain-1", "--json"}).json()["log_hash"],
            drill["log_hash"]);
  EXPECT_EQ(runProgram({"callout", "status", "--workspace", city, "--warning", "of-nobody"}).exit_code, 1);
  const auto audit = runProgram({"callout", "audit", "--workspace", city, "--json"});
  EXPECT_EQ(audit.exit_code, 0);
  EXPECT_TRUE(audit.json()["findings"].empty());
  EXPECT_EQ(audit.json()["tick_error"]["max_ms"], 0) << "on a clock of its own";
  const auto out = runProgram({"warning", "export", "rain-1", "--workspace", city});
  EXPECT_EQ(out.exit_code, 0);
  EXPECT_NE(out.out.find("<identifier>rain-1</identifier>"), std::string::npos);
  EXPECT_EQ(runProgram({"callout", "plan", "--workspace", city, "--warning", "none"}).exit_code, 1);
  EXPECT_EQ(runProgram({"callout", "plan", "--workspace", city}).exit_code, 2);
}

}  // namespace
