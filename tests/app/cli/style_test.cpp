// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QImage>
#include <QProcess>
#include <filesystem>
#include <set>

#include "run_program.h"

using cli_test::Folder;
using cli_test::runProgram;

namespace {

QString stylePath(const Folder& folder, const char* name) { return QString::fromStdString(folder.file(name).string()); }

// An entry for the layer of county borders whose look is one line of a colour.
std::string countyStyle(const std::string& colour, const std::string& id = "division_county") {
  return R"({"id":")" + id + R"(","group":"base","table":"division","title":{"zh":"县","en":"County"},
"style":[{"id":"edge","type":"line",
"paint":{"line-color":")" +
         colour + R"(","line-width":6}}]})";
}

int pixelsOf(const QString& file, QRgb colour) {
  const QImage image(file);
  int count = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) count += (image.pixel(x, y) & 0xffffff) == (colour & 0xffffff) ? 1 : 0;
  return count;
}

TEST(StyleCheckCommand, OurStylesHaveNoProblem) {
  const auto outcome = runProgram({"style", "check", FENGSUI_SOURCE_DIR "/resources/styles",
                                   FENGSUI_SOURCE_DIR "/resources/styles/peers", "--json"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.out << outcome.err;
  EXPECT_GT(outcome.json()["files"].get<int>(), 40);
}

TEST(StyleCheckCommand, TellsEveryProblemAsAnEditorWantsIt) {
  const Folder folder;
  const QString file = folder.write("edge.json", countyStyle("redd"));
  const auto outcome = runProgram({"style", "check", file});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(
      outcome.out,
      file.toStdString() + ":3:10: /style/0/paint/line-color: expected a colour such as \"#1f6feb\", found \"redd\"\n");
  EXPECT_NE(outcome.err.find("1 style files checked, 1 problems"), std::string::npos) << outcome.err;
  const auto json = runProgram({"style", "check", file, stylePath(folder, "none.json"), "--json"}).json();
  EXPECT_EQ(json["problems"][0]["line"], 3);
  EXPECT_EQ(json["problems"][0]["path"], "/style/0/paint/line-color");
  EXPECT_EQ(json["unreadable"][0]["code"], "not_found");
  EXPECT_EQ(runProgram({"style", "check"}).exit_code, 2);
  EXPECT_EQ(runProgram({"style"}).exit_code, 2);
}

TEST(StyleCheckCommand, LooksUpTablesInAWorkspace) {
  const QString workspace = cli_test::demoWorkspace();
  ASSERT_FALSE(workspace.isEmpty());
  const Folder folder;
  std::string style = countyStyle("red");
  style.replace(style.find("\"division\""), 10, "\"divisio\"");
  const QString file = folder.write("edge.json", style);
  EXPECT_EQ(runProgram({"style", "check", file}).exit_code, 0) << "a table of somebody else";
  const auto outcome = runProgram({"style", "check", file, "--workspace", workspace});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_NE(outcome.out.find("/table: expected a table of the workspace"), std::string::npos) << outcome.out;
}

TEST(RenderStyle, AFileReplacesTheLookOfItsLayer) {
  const QString workspace = cli_test::demoWorkspace();
  ASSERT_FALSE(workspace.isEmpty());
  const Folder folder;
  const QString file = folder.write("edge.json", countyStyle("#12ff34")), out = stylePath(folder, "a.png");
  const auto render = [&](const QStringList& more) {
    return runProgram(QStringList{"render", "--workspace", workspace, "--size", "320x200", "--layers",
                                  "division_county", "-o", out, "--json"} +
                      more);
  };
  ASSERT_EQ(render({}).exit_code, 0);
  EXPECT_EQ(pixelsOf(out, qRgb(0x12, 0xff, 0x34)), 0);
  const auto outcome = render({"--style", file});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_GT(pixelsOf(out, qRgb(0x12, 0xff, 0x34)), 100);

  const auto broken = render({"--style", folder.write("broken.json", countyStyle("redd"))});
  EXPECT_EQ(broken.exit_code, 1);
  EXPECT_NE(broken.err.find("line 3"), std::string::npos) << broken.err;
  EXPECT_EQ(render({"--style", folder.write("other.json", countyStyle("red", "no_layer"))}).json()["error"]["code"],
            "unknown_name");
  EXPECT_EQ(render({"--style", stylePath(folder, "none")}).json()["error"]["code"], "not_found");
}

TEST(RenderStyle, AFolderReplacesTheLooksOfItsLayersAndOfAFile) {
  const QString workspace = cli_test::demoWorkspace();
  ASSERT_FALSE(workspace.isEmpty());
  const Folder folder, styles;
  styles.write("county.json", countyStyle("#12ff34"));
  styles.write("catalogue.json", R"({"layers":["county"]})");
  const QString out = stylePath(folder, "a.png"), look = stylePath(styles, ".");
  const auto city = runProgram({"render", "--workspace", workspace, "--size", "320x200", "--layers", "division_county",
                                "-o", out, "--style", look});
  ASSERT_EQ(city.exit_code, 0) << city.err;
  EXPECT_GT(pixelsOf(out, qRgb(0x12, 0xff, 0x34)), 100);
  const QString line =
      folder.write("line.geojson", R"({"type":"LineString","coordinates":[[113.0,36.0],[113.5,36.5]]})");
  const auto file = runProgram({"render", "--data", line, "--size", "300x200", "-o", out, "--style", look});
  ASSERT_EQ(file.exit_code, 0) << file.err;
  EXPECT_GT(pixelsOf(out, qRgb(0x12, 0xff, 0x34)), 100);
}

// Fresh copies: the demo of the tests is everybody's.
QString copyOfDemo(const Folder& folder) {
  const QString demo = cli_test::demoWorkspace();
  if (demo.isEmpty()) return {};
  std::filesystem::copy(demo.toStdString(), folder.file("city"), std::filesystem::copy_options::recursive);
  return stylePath(folder, "city");
}

TEST(StyleExport, WritesEveryTableOfAWorkspaceAndSaysWhyNot) {
  const Folder folder;
  const QString workspace = copyOfDemo(folder);
  ASSERT_FALSE(workspace.isEmpty());
  const auto outcome = runProgram({"style", "export", "--workspace", workspace, "--json"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_GT(outcome.json()["styles"].get<int>(), 25);
  EXPECT_EQ(runProgram({"style", "export", "--workspace", stylePath(folder, "none"), "--json"}).json()["error"]["code"],
            "not_found");
  EXPECT_EQ(runProgram({"style", "export"}).exit_code, 2);
}

TEST(StyleExport, QgisShowsTheClassesAsWeDo) {
  const QString python = QStringLiteral("/usr/bin/python3");
  if (QProcess::execute(python, {"-c", "import qgis.core"}) != 0)
    GTEST_SKIP() << "no QGIS with Python here; packaging does not install it for one test";
  const QString workspace = cli_test::demoWorkspace();
  ASSERT_FALSE(workspace.isEmpty());
  QProcess qgis;
  qgis.start(python, {"-B", FENGSUI_SOURCE_DIR "/tests/app/cli/qgis_styles.py", workspace + "/workspace.gpkg",
                      "fire_risk_zone", "geohazard_point", "fault"});
  ASSERT_TRUE(qgis.waitForFinished(90'000));
  const auto json = nlohmann::json::parse(qgis.readAllStandardOutput().toStdString(), nullptr, false);
  ASSERT_FALSE(json.is_discarded()) << qgis.readAllStandardError().toStdString();
  for (const auto& [table, style] : json.items()) {
    EXPECT_EQ(style["renderer"], "RuleRenderer") << table;
    EXPECT_GT(style["rules"].size(), 3U) << table;
  }
  EXPECT_TRUE(json["fault"]["labels"].get<bool>());
  // Every parcel is in exactly one class, in the colour of resources/styles/fire_risk_zone.json.
  std::set<std::string> colours;
  long long features = 0;
  for (const auto& rule : json["fire_risk_zone"]["rules"])
    if (rule["label"] == "class") {
      features += rule["features"].get<long long>();
      colours.insert(rule["colour"].get<std::string>());
      EXPECT_EQ(rule["layer"], "SimpleFill");
    }
  EXPECT_EQ(features, json["fire_risk_zone"]["features"].get<long long>());
  for (const char* colour : {"#4c9e6a", "#2b6ddf", "#f0cc21", "#e86a10", "#b8142f"})
    EXPECT_TRUE(colours.contains(colour)) << colour;
}

}  // namespace
