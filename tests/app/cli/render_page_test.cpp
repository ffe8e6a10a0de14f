// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QDir>
#include <QFileInfo>
#include <QImage>

#include "run_program.h"

using cli_test::Folder;
using cli_test::runProgram;

namespace {

QString pagePath(const Folder& folder, const char* name) { return QString::fromStdString(folder.file(name).string()); }

TEST(RenderPage, ASheetHasARoundScaleAndItsMillimetres) {
  const QString workspace = cli_test::demoWorkspace();
  ASSERT_FALSE(workspace.isEmpty());
  const Folder folder;
  const QString out = pagePath(folder, "sheet.png");
  const auto outcome =
      runProgram({"render", "--workspace", workspace, "--page", "a4", "--landscape", "--dpi", "150", "--graticule",
                  "--grid", "--legend", "--title", "Test", "--layers", "division_county", "-o", out, "--json"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  QImage picture;
  ASSERT_TRUE(picture.load(out));
  EXPECT_EQ(picture.size(), QSize(1754, 1240));
  EXPECT_NEAR(picture.dotsPerMeterX() * 0.0254, 150, 0.1);
  EXPECT_EQ(outcome.json()["width_px"], 1754);
  const double denominator = outcome.json()["scale_denominator"];
  EXPECT_EQ(denominator, std::round(denominator / 5000) * 5000);
  EXPECT_NEAR(outcome.json()["metres_per_px"].get<double>(), denominator * 0.0254 / 150, denominator * 1e-6 * 0.2);
  EXPECT_GT(picture.pixelColor(5, 5).lightness(), 250) << "paper, light unless asked for otherwise";

  const auto exact = runProgram({"render", "--workspace", workspace, "--page", "A4", "--dpi", "72", "--scale", "123456",
                                 "--layers", "division_county", "-o", pagePath(folder, "b.pdf"), "--json"});
  ASSERT_EQ(exact.exit_code, 0) << exact.err;
  EXPECT_EQ(exact.json()["scale_denominator"], 123456);
  EXPECT_GT(QFileInfo(pagePath(folder, "b.pdf")).size(), 1000);
}

TEST(RenderPage, AFactorEnlargesSymbolsAndNotThePicture) {
  const QString workspace = cli_test::demoWorkspace();
  ASSERT_FALSE(workspace.isEmpty());
  const Folder folder;
  double metres_per_px[2];
  QImage pictures[2];
  for (int i = 0; i < 2; ++i) {
    const QString out = pagePath(folder, "f.png");
    const auto outcome = runProgram({"render", "--workspace", workspace, "--size", "640x480", "--scale-factor",
                                     i == 0 ? "1" : "2", "--layers", "division_county", "-o", out, "--json"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    metres_per_px[i] = outcome.json()["metres_per_px"];
    ASSERT_TRUE(pictures[i].load(out));
    EXPECT_EQ(pictures[i].size(), QSize(640, 480));
  }
  EXPECT_NEAR(metres_per_px[0], metres_per_px[1], metres_per_px[0] * 1e-6);
  EXPECT_NE(pictures[0], pictures[1]);
}

TEST(RenderPage, ContoursAndRampsByName) {
  const QString workspace = cli_test::demoWorkspace();
  ASSERT_FALSE(workspace.isEmpty());
  const Folder folder;
  const auto contours = runProgram({"render", "--workspace", workspace, "--size", "300x200", "--layers", "contours",
                                    "--legend", "-o", pagePath(folder, "c.png"), "--json"});
  ASSERT_EQ(contours.exit_code, 0) << contours.err;
  EXPECT_EQ(contours.json()["layers"], nlohmann::json::array({"contours"}));
  QImage pictures[2];
  for (int i = 0; i < 2; ++i) {
    const QString out = pagePath(folder, "r.png");
    const auto outcome = runProgram({"render", "--data", workspace + "/rasters/dem.tif", "--size", "300x200", "--ramp",
                                     i == 0 ? "magma" : "blues", "--classes", "5", "--stretch", "full", "-o", out});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    ASSERT_TRUE(pictures[i].load(out));
  }
  EXPECT_NE(pictures[0], pictures[1]);
}

TEST(RenderPage, UsageIsChecked) {
  const Folder folder;
  const QString out = pagePath(folder, "a.png");
  for (const QStringList& wrong :
       {QStringList{"--page", "A9"}, QStringList{"--landscape"}, QStringList{"--page", "A4", "--size", "10x10"},
        QStringList{"--dpi", "20"}, QStringList{"--scale-factor", "9"}, QStringList{"--ramp", "rainbow"},
        QStringList{"--classes", "1"}, QStringList{"--classes", "many"}})
    EXPECT_EQ(runProgram(QStringList{"render", "--data", "x", "-o", out} + wrong).exit_code, 2)
        << wrong.join(QLatin1Char(' ')).toStdString();
  EXPECT_FALSE(QFileInfo::exists(out));
  const auto wrong_ending = runProgram({"render", "--data", "x.tif", "-o", pagePath(folder, "a.doc"), "--json"});
  EXPECT_EQ(wrong_ending.json()["error"]["code"], "unsupported_format");
}

}  // namespace
