// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QFile>
#include <QImage>
#include <set>

#include "run_program.h"

using cli_test::Folder;
using cli_test::runProgram;

namespace {

QString path(const Folder& folder, const char* name) { return QString::fromStdString(folder.file(name).string()); }

// How many different colours a picture has, sampled: an empty map has one.
std::size_t colours(const QImage& image) {
  std::set<QRgb> found;
  for (int y = 0; y < image.height(); y += 7)
    for (int x = 0; x < image.width(); x += 7) found.insert(image.pixel(x, y));
  return found.size();
}

TEST(Demo, ReportsWhatItMadeAndRefusesToOverwrite) {
  const Folder folder;
  const QString workspace = path(folder, "city");
  const auto outcome = runProgram({"demo", workspace, "--scale", "small", "--seed", "3", "--json"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const auto json = outcome.json();
  EXPECT_EQ(json["scale"], "small");
  EXPECT_EQ(json["seed"], 3);
  EXPECT_EQ(json["workspace"], workspace.toStdString());
  EXPECT_GT(json["rows"].size(), 10U);
  EXPECT_GT(json["features"].get<long long>(), 1000);
  EXPECT_GT(json["seconds"].get<double>(), 0);
  const auto again = runProgram({"demo", workspace, "--json"});
  EXPECT_EQ(again.exit_code, 1);
  EXPECT_EQ(again.json()["error"]["code"], "already_exists");
}

TEST(Demo, AFolderThatCannotBeMadeIsAReason) {
  const Folder folder;
  const QString file = folder.write("file", "x");
  const auto outcome = runProgram({"demo", file + "/city", "--json"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_TRUE(outcome.json().contains("error")) << outcome.out;
}

TEST(Render, DrawsTheWholeCityInBothThemes) {
  const QString workspace = cli_test::demoWorkspace();
  ASSERT_FALSE(workspace.isEmpty());
  const Folder folder;
  QImage pictures[2];
  int i = 0;
  for (const char* theme : {"dark", "light"}) {
    const QString file = path(folder, theme) + ".png";
    const auto outcome = runProgram({"render", "--workspace", workspace, "--view", "full", "--size", "640x360",
                                     "--theme", theme, "-o", file, "--json"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(outcome.json()["width_px"], 640);
    EXPECT_GT(outcome.json()["metres_per_px"].get<double>(), 0);
    EXPECT_FALSE(outcome.json()["layers"].empty());
    ASSERT_TRUE(pictures[i].load(file));
    EXPECT_EQ(pictures[i].size(), QSize(640, 360));
    EXPECT_GT(colours(pictures[i]), 50U) << theme;
    ++i;
  }
  EXPECT_NE(pictures[0], pictures[1]);
}

// The whole chain: every layer of a city, names and relief, with and without AVX2.
TEST(Render, PlainAndFastInstructionsGiveTheSameBytes) {
  const QString workspace = cli_test::demoWorkspace();
  ASSERT_FALSE(workspace.isEmpty());
  const Folder folder;
  QByteArray bytes[2];
  for (const int plain : {0, 1}) {
    const QString file = path(folder, plain ? "plain.png" : "fast.png");
    const auto outcome =
        runProgram({"render", "--workspace", workspace, "--view", "full", "--size", "900x700", "-o", file}, {},
                   plain ? QStringList{QStringLiteral("FENGSUI_CPU=plain")} : QStringList{});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    QFile read(file);
    ASSERT_TRUE(read.open(QIODevice::ReadOnly));
    bytes[plain] = read.readAll();
  }
  EXPECT_GT(colours(QImage::fromData(bytes[0])), 20U);
  EXPECT_EQ(bytes[0], bytes[1]);
}

TEST(Render, FindsAPlaceByNameAndCode) {
  const QString workspace = cli_test::demoWorkspace();
  ASSERT_FALSE(workspace.isEmpty());
  const Folder folder;
  for (const char* view : {"长治市", "140400", "112.9,36.0,113.2,36.3"}) {
    const auto outcome = runProgram({"render", "--workspace", workspace, "--view", QString::fromUtf8(view), "--size",
                                     "320x200", "--layers", "division_county", "-o", path(folder, "a.png"), "--json"});
    ASSERT_EQ(outcome.exit_code, 0) << view << outcome.err;
    EXPECT_EQ(outcome.json()["layers"], nlohmann::json::array({"division_county"}));
  }
  const auto nowhere =
      runProgram({"render", "--workspace", workspace, "--view", "Atlantis", "-o", path(folder, "b.png"), "--json"});
  EXPECT_EQ(nowhere.exit_code, 1);
  EXPECT_EQ(nowhere.json()["error"]["code"], "unknown_name");
  EXPECT_NE(nowhere.err.find("a view is full, a box"), std::string::npos) << nowhere.err;
  EXPECT_NE(nowhere.err.find("长子县 140428"), std::string::npos)
      << "the counties are places to go to: " << nowhere.err;
}

TEST(Render, BadInputIsAReason) {
  const Folder folder;
  const QString out = path(folder, "a.png");
  const auto code = [&](const QStringList& more) {
    const auto outcome = runProgram(QStringList{"render", "-o", out, "--json"} + more);
    EXPECT_EQ(outcome.exit_code, 1) << outcome.out;
    return outcome.json()["error"]["code"].get<std::string>();
  };
  EXPECT_EQ(code({"--workspace", path(folder, "none")}), "not_found");
  EXPECT_EQ(code({"--data", path(folder, "none.shp")}), "not_found");
  const QString line =
      folder.write("line.geojson", R"({"type":"LineString","coordinates":[[113.0,36.0],[113.5,36.5]]})");
  EXPECT_EQ(code({"--data", line, "--view", "113,36,112,35"}), "invalid_argument");
  EXPECT_EQ(runProgram({"render", "--data", line, "-o", path(folder, "no/such/folder.png"), "--json"})
                .json()["error"]["code"],
            "not_found");
}

TEST(Render, DrawsAnyVectorFile) {
  const Folder folder;
  const QString line =
      folder.write("line.geojson", R"({"type":"LineString","coordinates":[[113.0,36.0],[113.5,36.5]]})");
  const QString out = path(folder, "line.png");
  const auto outcome = runProgram({"render", "--data", line, "--size", "300x200", "-o", out, "--json"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  QImage picture;
  ASSERT_TRUE(picture.load(out));
  EXPECT_GT(colours(picture), 1U);
}

TEST(Window, WritesAPictureOfItself) {
  const QString workspace = cli_test::demoWorkspace();
  ASSERT_FALSE(workspace.isEmpty());
  const Folder folder;
  const QString out = path(folder, "window.png");
  const auto outcome = runProgram({"window", "--workspace", workspace, "--screenshot", out, "--size", "1366x768",
                                   "--theme", "light", "--lang", "en"},
                                  {}, {"XDG_CONFIG_HOME=" + path(folder, "config")});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  QImage picture;
  ASSERT_TRUE(picture.load(out));
  EXPECT_EQ(picture.size(), QSize(1366, 768));
  EXPECT_GT(colours(picture), 50U);
}

}  // namespace
