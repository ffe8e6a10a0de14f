// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QImage>

#include "run_program.h"

using cli_test::Folder;
using cli_test::runProgram;

namespace {

// One square in the peers' data: parcels of class 3.
QString oneParcel(const Folder& folder) {
  return folder.write("parcels.geojson",
                      R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"cls":3},"geometry":
      {"type":"Polygon","coordinates":[[[113.99,36],[114.01,36],[114.01,36.01],[113.99,36.01],[113.99,36]]]}}]})");
}

}  // namespace

TEST(Bench, MeasuresEveryViewThatIsNamed) {
  const QString workspace = cli_test::demoWorkspace();
  ASSERT_FALSE(workspace.isEmpty());
  const auto outcome = runProgram({"bench", "map", "--workspace", workspace, "--view", "full", "--view", "140403",
                                   "--size", "600x400", "--repeat", "2", "--threads", "2", "--json"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const auto json = outcome.json();
  EXPECT_EQ(json["threads"], 2);
  EXPECT_GT(json["features"].get<long long>(), 1000);
  EXPECT_GT(json["load_ms"].get<double>(), 0);
  ASSERT_EQ(json["views"].size(), 2U);
  for (const auto& view : json["views"]) {
    EXPECT_GE(view["tiles"].get<int>(), 6) << "600 x 400 pixels are at least three by two tiles";
    EXPECT_GT(view["warm_median_ms"].get<double>(), 0);
    EXPECT_LE(view["warm_median_ms"].get<double>(), view["warm_p95_ms"].get<double>());
    EXPECT_FALSE(view["thread_ms_by_layer"].empty());
    EXPECT_EQ(view["warm_ms"].size(), 2U);
    EXPECT_GT(view["features"].get<long long>(), 0);
    EXPECT_GT(view["vertices"].get<long long>(), view["features"].get<long long>());
  }
  EXPECT_GE(json["first_picture_ms"].get<double>(), json["load_ms"].get<double>());
  for (const auto& layer : json["layers"]) EXPECT_TRUE(layer.contains("read_ms") && layer.contains("build_ms"));
  EXPECT_GT(json["views"][0]["scale_denominator"].get<double>(), json["views"][1]["scale_denominator"].get<double>());
}

TEST(Bench, AnUnknownViewIsAReason) {
  const QString workspace = cli_test::demoWorkspace();
  const auto outcome = runProgram({"bench", "map", "--workspace", workspace, "--view", "Atlantis", "--json"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.json()["error"]["code"], "unknown_name");
}

TEST(Bench, AFolderIsDrawnInThePeersStyleWithWhatItCostsAndAPicture) {
  const Folder folder;
  oneParcel(folder);
  const QString views = folder.write("views.json", R"({"far":[0,0,500000,5000000],
      "near":[499000,3985000,501000,3986000],"tour":[[499000,3985000,501000,3986000],[499500,3985000,501500,3986000]]})");
  const QString data = QString::fromStdString(folder.file("").string());
  const QString pictures = data + "pictures";
  const auto outcome =
      runProgram({"bench", "map", "--data", data, "--views", views, "--view", "near", "--view", "tour", "--size",
                  "400x200", "--repeat", "1", "--profile", "--pictures", pictures, "--json"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const auto json = outcome.json();
  EXPECT_EQ(json["map_crs"], "EPSG:4547");
  EXPECT_EQ(json["left_out"].size(), 7U) << "the peers' other layers";
  ASSERT_EQ(json["views"].size(), 2U);
  EXPECT_EQ(json["views"][1]["view"], "tour");
  EXPECT_EQ(json["views"][1]["steps"], 2);
  EXPECT_EQ(json["views"][0]["thread_ms_by_style_layer"].size(), 2U) << "area and edge";
  const QImage picture(pictures + "/near.png");
  ASSERT_EQ(picture.size(), QSize(400, 200));
  const QColor inside = picture.pixelColor(200, 10);  // the parcel begins half way up
  EXPECT_GT(inside.red(), inside.blue() + 60) << "class 3 is orange";
}

TEST(Bench, PanningIsMeasured) {
  const Folder folder;
  oneParcel(folder);
  const QString data = QString::fromStdString(folder.file("").string());
  const auto outcome = runProgram({"bench", "pan", "--data", data, "--view", "full", "--size", "320x240", "--frames",
                                   "5", "--busy-cores", "1", "--json"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const auto json = outcome.json();
  EXPECT_EQ(json["legs"].size(), 3U);
  EXPECT_EQ(json["all"]["frames"], 15);
  EXPECT_EQ(json["busy_cores"], 1);
  EXPECT_GT(json["all"]["p99_ms"].get<double>(), 0);
}

TEST(Bench, TextSaysTheSame) {
  const Folder folder;
  oneParcel(folder);
  const QString data = QString::fromStdString(folder.file("").string());
  const auto outcome =
      runProgram({"bench", "map", "--data", data, "--view", "village10k", "--size", "320x240", "--repeat", "1"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("village10k"), std::string::npos);
  EXPECT_NE(outcome.out.find("Left out: buildings"), std::string::npos);
}

TEST(Bench, WhatIsNotThereIsAReason) {
  const Folder folder;
  const QString data = QString::fromStdString(folder.file("").string());
  EXPECT_EQ(runProgram({"bench", "map", "--data", data, "--json"}).json()["error"]["code"], "no_data");
  EXPECT_EQ(runProgram({"bench", "map", "--data", data + "none", "--json"}).json()["error"]["code"], "not_found");
  oneParcel(folder);
  EXPECT_EQ(runProgram({"bench", "map", "--data", data, "--view", "Atlantis", "--json"}).json()["error"]["code"],
            "unknown_name");
  EXPECT_EQ(runProgram({"bench", "map", "--json"}).exit_code, 2);
  EXPECT_EQ(runProgram({"bench", "--json"}).exit_code, 2);
}
