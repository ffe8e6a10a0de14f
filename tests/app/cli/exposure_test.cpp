// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/app/cli/run_program.h"

using cli_test::demoWorkspace;
using cli_test::Folder;
using cli_test::runProgram;

namespace {

const QString kCentre = QStringLiteral("113.05,36.2,30000");

}  // namespace

TEST(ExposureCommand, countsAndItsRowsAddUp) {
  const auto answer =
      runProgram({"exposure", "--workspace", demoWorkspace(), "--circle", kCentre, "--by", "town", "--json"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  const auto json = answer.json();
  const auto& people = json["total"]["people"];
  EXPECT_GT(people["population"].get<int>(), 0);
  EXPECT_EQ(people["age_0_14"].get<int>() + people["age_15_64"].get<int>() + people["age_65_up"].get<int>(),
            people["population"].get<int>());
  int sum = 0;
  for (const auto& row : json["by"]) sum += row["tables"]["people"]["population"].get<int>();
  EXPECT_EQ(sum, people["population"].get<int>());
  EXPECT_NEAR(json["classes"][0]["area_km2"].get<double>(), 2827.4, 0.1);
  EXPECT_FALSE(json["provenance"]["data_time_utc"].get<std::string>().empty());
  for (const auto& person : json["persons"]) EXPECT_NE(person["phone"].get<std::string>().find('*'), std::string::npos);
}

TEST(ExposureCommand, writesBothReports) {
  const Folder folder;
  const QString xlsx = QString::fromStdString(folder.file("e.xlsx").string()),
                pdf = QString::fromStdString(folder.file("e.pdf").string());
  const auto answer =
      runProgram({"exposure", "--workspace", demoWorkspace(), "--circle", kCentre, "--xlsx", xlsx, "--pdf", pdf});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_GT(std::filesystem::file_size(folder.file("e.xlsx")), 5000U);
  EXPECT_GT(std::filesystem::file_size(folder.file("e.pdf")), 5000U);
}

TEST(ExposureCommand, aLayerByClassAndAGeoJsonShape) {
  const auto faults =
      runProgram({"exposure", "--workspace", demoWorkspace(), "--layer", "fault", "--reach", "500", "--json"});
  ASSERT_EQ(faults.exit_code, 0) << faults.err;
  EXPECT_GE(faults.json()["total"]["building"]["count"].get<int>(), 0);
  const Folder folder;
  const QString shape = folder.write(
      "s.geojson", R"({"type":"Polygon","coordinates":[[[112.9,36.1],[113.2,36.1],[113.2,36.3],[112.9,36.1]]]})");
  EXPECT_EQ(runProgram({"exposure", "--workspace", demoWorkspace(), "--shape", shape, "--json"}).exit_code, 0);
}

TEST(ExposureCommand, badInputIsToldInASentence) {
  const Folder folder;
  const auto fails = [&](const QStringList& rest) {
    const auto answer = runProgram(QStringList{"exposure", "--workspace", demoWorkspace()} + rest);
    EXPECT_EQ(answer.exit_code, 1) << rest.join(' ').toStdString();
    EXPECT_FALSE(answer.err.empty());
  };
  fails({});
  fails({"--circle", "113,36"});
  fails({"--circle", "113,36,0"});
  fails({"--circle", "113,136,100"});
  fails({"--circle", "113,36,100", "--district", "140400"});
  fails({"--district", "999999"});
  fails({"--layer", "no_such_table"});
  fails({"--layer", "fault"});  // lines need a reach
  fails({"--shape", folder.write("bad.geojson", "{")});
  fails({"--corridor", "113,36"});
}

TEST(ExposureCommand, outsideTheCitySaysWhatIsNearest) {
  const auto answer = runProgram({"exposure", "--workspace", demoWorkspace(), "--circle", "115.5,36.2,1000", "--json"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_GT(answer.json()["nearest"]["distance_m"].get<double>(), 10'000);
  const auto village = answer.json()["nearest_settlement"];
  EXPECT_FALSE(village["name"].get<std::string>().empty());
  EXPECT_NEAR(village["bearing_deg"].get<double>(), 270, 60);  // the city lies to the west
  const auto far = runProgram({"exposure", "--workspace", demoWorkspace(), "--circle", "101,30,1000", "--json"});
  ASSERT_EQ(far.exit_code, 0) << far.err;
  EXPECT_GT(far.json()["nearest"]["distance_m"].get<double>(), 1'000'000);
}
