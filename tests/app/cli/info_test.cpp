// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <fstream>

#include "run_program.h"

using cli_test::Folder;
using cli_test::runProgram;

namespace {

constexpr char kLines[] = R"({"type":"FeatureCollection","features":[
 {"type":"Feature","properties":{"name":"漳河"},"geometry":{"type":"LineString","coordinates":[[113.0,36.0],[113.5,36.5]]}},
 {"type":"Feature","properties":{"name":"沁河"},"geometry":{"type":"LineString","coordinates":[[112.3,36.6],[112.4,36.8]]}}]})";

std::string bytesOf(const QString& path) {
  std::ifstream in(path.toStdString(), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Every failure: exit code 1, one clear sentence on err, the same as JSON on out.
void expectFailure(const QString& path, const std::vector<std::string>& codes) {
  const auto outcome = runProgram({"info", path, "--json"});
  EXPECT_EQ(outcome.exit_code, 1) << outcome.out;
  const auto json = outcome.json();
  ASSERT_TRUE(json.contains("error")) << outcome.out;
  EXPECT_NE(std::find(codes.begin(), codes.end(), json["error"]["code"]), codes.end()) << json["error"].dump();
  EXPECT_FALSE(json["error"]["message"].get<std::string>().empty());
  EXPECT_NE(outcome.err.find(json["error"]["message"].get<std::string>()), std::string::npos) << outcome.err;
}

TEST(Info, DescribesAVectorFile) {
  const Folder folder;
  const auto outcome = runProgram({"info", folder.write("rivers.geojson", kLines), "--json"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const auto layer = outcome.json()["layers"][0];
  EXPECT_EQ(layer["feature_count"], 2);
  EXPECT_EQ(layer["geometry_type"], "Line String");
  EXPECT_EQ(layer["encoding"], "UTF-8");
  EXPECT_EQ(layer["crs"], "EPSG:4326");
  EXPECT_DOUBLE_EQ(layer["extent"]["min_x_deg"], 112.3);
  EXPECT_DOUBLE_EQ(layer["extent_lon_lat"]["north_deg"], 36.8);
  EXPECT_EQ(layer["fields"][0]["name"], "name");
}

TEST(Info, SaysTheSameInWords) {
  const Folder folder;
  const auto outcome = runProgram({"info", folder.write("rivers.geojson", kLines)});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_NE(outcome.out.find("2 features"), std::string::npos) << outcome.out;
}

TEST(Info, ARasterWithoutReferenceSystemIsAWarning) {
  const Folder folder;
  folder.write("dem.asc", "ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 30\nNODATA_value -9999\n1 2\n3 4\n");
  const auto outcome = runProgram({"info", QString::fromStdString(folder.file("dem.asc").string()), "--json"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const auto json = outcome.json();
  EXPECT_EQ(json["raster"]["columns"], 2);
  EXPECT_TRUE(json["raster"]["crs"].is_null());
  ASSERT_FALSE(json["warnings"].empty()) << outcome.out;
  EXPECT_EQ(json["warnings"][0]["code"], "missing_crs_assumed");
  EXPECT_EQ(json["warnings"][0]["message"].get<std::string>().find("%"), std::string::npos);
}

TEST(Info, BadFilesGetAReason) {
  const Folder folder;
  expectFailure(QString::fromStdString(folder.file("missing.shp").string()), {"not_found"});
  expectFailure(folder.write("empty.gpkg", ""), {"empty_file"});
  expectFailure(folder.write("words.gpkg", "these are words, not a database\n"),
                {"unsupported_format", "foreign_file", "damaged_file"});
  expectFailure(folder.write("words.txt", "these are words\n"), {"unsupported_format", "no_data"});
  expectFailure(folder.write("cut.geojson", std::string(kLines).substr(0, 150)),
                {"damaged_file", "unsupported_format"});
}

TEST(Info, DescribesAWorkspaceAndLeavesItAlone) {
  const QString workspace = cli_test::demoWorkspace();
  ASSERT_FALSE(workspace.isEmpty()) << "the demo could not be made";
  const QString database = workspace + QStringLiteral("/workspace.gpkg");
  const std::string before = bytesOf(database);
  const auto outcome = runProgram({"info", workspace, "--json"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const auto json = outcome.json();
  EXPECT_EQ(json["workspace"]["city_code"], "140400");
  EXPECT_EQ(json["workspace"]["is_demo"], true);
  EXPECT_GT(json["layers"].size(), 10U);
  EXPECT_TRUE(bytesOf(database) == before) << "reading changed the file";

  const Folder folder;
  expectFailure(folder.write("cut.gpkg", before.substr(0, before.size() / 2)), {"damaged_file"});
}

// The window reads such a table as points; `info` says the same, and from which columns.
TEST(Info, ATableWithCoordinateColumnsIsPoints) {
  const Folder folder;
  const std::pair<const char*, const char*> tables[] = {{"lonlat.csv", "name,longitude,latitude\na,113.1,36.2\n"},
                                                        {"short.csv", "id,lon,lat\n1,113.1,36.2\n2,113.2,36.3\n"},
                                                        {"zh.csv", "\xEF\xBB\xBF名称,经度,纬度\r\n长治,113.1,36.2\r\n"},
                                                        {"xy.csv", "id,x,y\n1,113.1,36.2\n2,113.2,36.3\n"}};
  for (const auto& [name, text] : tables) {
    const auto outcome = runProgram({"info", folder.write(name, text), "--json"});
    ASSERT_EQ(outcome.exit_code, 0) << name << outcome.err;
    const auto layer = outcome.json()["layers"][0];
    EXPECT_EQ(layer["geometry_type"], "Point") << name;
    EXPECT_EQ(layer["point_columns"].size(), 2U) << name;
    EXPECT_EQ(layer["crs"], "EPSG:4490") << name;
    EXPECT_EQ(outcome.json()["warnings"][0]["code"], "missing_crs_assumed") << outcome.out;
  }
}

TEST(Info, MetresInATableAreNotPlacedButTold) {
  const Folder folder;
  const auto outcome =
      runProgram({"info", folder.write("xy.csv", "id,x,y\n1,419057,4008110\n2,420000,4009000\n"), "--json"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const auto layer = outcome.json()["layers"][0];
  EXPECT_TRUE(layer["crs"].is_null());
  EXPECT_EQ(layer["extent_unplaced"]["max_x"], 420000);
  EXPECT_EQ(runProgram({"info", folder.write("plain.csv", "id,a,b\n1,2,3\n"), "--json"}).json()["warnings"][0]["code"],
            "layer_without_geometry");
}

TEST(Info, ExchangedColumnsAreSuspect) {
  const Folder folder;
  const auto outcome = runProgram({"info", folder.write("swap.csv", "id,lon,lat\n1,36.2,113.1\n"), "--json"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("coordinates_suspect"), std::string::npos) << outcome.out;
}

TEST(Info, AShapefileWithoutItsIndexNamesTheMissingPart) {
  const Folder folder;
  const auto outcome = runProgram({"info", folder.write("roads.shp", std::string(100, 'x')), "--json"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.json()["error"]["code"], "not_found");
  EXPECT_NE(outcome.err.find("roads.shx"), std::string::npos) << outcome.err;
}

}  // namespace
