// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <filesystem>

#include "run_program.h"

namespace {

// `fengsui incident` on a copy of the demo.
class IncidentCommands : public ::testing::Test {
 protected:
  void SetUp() override {
    const QString demo = cli_test::demoWorkspace();
    ASSERT_FALSE(demo.isEmpty());
    std::filesystem::copy(demo.toStdString(), folder.file("w"), std::filesystem::copy_options::recursive);
  }
  nlohmann::json json(QStringList arguments) {
    arguments.prepend(QStringLiteral("incident"));
    arguments << QStringLiteral("--workspace") << QString::fromStdString(folder.file("w").string())
              << QStringLiteral("--json");
    return cli_test::runProgram(arguments).json();
  }
  QString number(const nlohmann::json& incident) {
    return QString::fromStdString(incident["number"].get<std::string>());
  }
  QString add(const char* text, const QStringList& more = {}) {
    const auto made = json(QStringList{"add", folder.write("incident.json", text)} + more);
    EXPECT_TRUE(made.contains("number")) << made.dump();
    return made.contains("number") ? number(made) : QString();
  }
  cli_test::Folder folder;
};

constexpr const char* kMudslide =
    R"({"title": "坡下村泥石流", "type": "泥石流", "coordinates": "东经112度18分0秒,北纬36度36分0秒",
  "village": "坡下村", "occurred": "2026-05-01T06:10", "known": "2026-05-01T06:25",
  "figures": {"死亡": 2, "direct_loss_10k_yuan": {"value": 99.5, "as_of": "2026-05-01T07:00", "source": "县应急局"}}})";

TEST_F(IncidentCommands, TheDemoHasTwoClosedOnesAndALandslide) {
  const auto all = json({"list"})["incidents"];
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0]["type"], "landslide");
  EXPECT_EQ(all[0]["state"], "responding");
  EXPECT_EQ(all[0]["division_code"].get<std::string>().substr(0, 6), "140431");
  EXPECT_EQ(json({"list", "--state", "closed"})["incidents"].size(), 2U);
  EXPECT_EQ(json({"list", "--drills"})["incidents"].size(), 0U);
  const auto tasks = all[0]["tasks"];
  ASSERT_GT(tasks.size(), 2U);
  EXPECT_TRUE(tasks[0]["overdue"].get<bool>());
  EXPECT_EQ(json({"list", "--at", "2025-01-01"})["incidents"].size(), 0U);
}

TEST_F(IncidentCommands, AnIncidentIsTakenUpGradedAndRespondedTo) {
  const QString id = add(kMudslide);
  const auto shown = json({"show", id});
  EXPECT_NEAR(shown["lon_deg"].get<double>(), 112.3, 1e-6);
  EXPECT_EQ(shown["proposal"]["grade"], "IV");
  EXPECT_EQ(shown["occurred"], "2026-04-30T22:10:00.000Z");
  EXPECT_EQ(json({"grade", id, "III"})["error"]["code"], "invalid_argument");
  EXPECT_EQ(json({"grade", id, "III", "--words", "学校附近"})["grade"], "III");
  const auto begun = json({"response", id, "IV", "--decided-by", "副指挥长", "--words", "雨势增大"});
  EXPECT_EQ(begun["response"], "IV");
  ASSERT_GT(begun["tasks"].size(), 0U);
  const auto done = json({"task", id, "--number", "1", "--state", "done", "--words", "已撤"});
  EXPECT_EQ(done["tasks"].back()["state"], "done");
  EXPECT_EQ(json({"task", id, "--text", "排查", "--owner", "水利局", "--deadline", "2026-05-01T12:00"})["tasks"].size(),
            begun["tasks"].size() + 1);
  EXPECT_EQ(json({"response", id, "II", "--decided-by", "指挥长", "--words", "x"})["response"], "II");
  EXPECT_EQ(json({"set", id, "--state", "closed"})["error"]["code"], "invalid_argument");
  EXPECT_TRUE(json({"response", id, "end", "--decided-by", "指挥长", "--words", "雨停"})["response"].is_null());
  EXPECT_EQ(json({"set", id, "--state", "closed"})["state"], "closed");
  EXPECT_EQ(json({"show", id, "--at", "2026-05-01T07:59"})["error"]["code"], "unknown_name");
}

TEST_F(IncidentCommands, FiguresLinksAndNotesComeIntoTheTimeLineAndItsDocument) {
  const QString id = add(kMudslide);
  const QString figures = folder.write("figures.json", R"({"figures": {"dead": 3}})");
  EXPECT_EQ(json({"set", id, figures, "--note", "道路中断", "--link", "team", "--link-id", "T1", "--label",
                  "消防"})["proposal"]["grade"],
            "III");
  const std::string pdf = folder.file("course.pdf").string();
  const auto lines = json({"timeline", id, "-o", QString::fromStdString(pdf)})["timeline"];
  EXPECT_EQ(lines.size(), 5U);  // taken up, figures, figures, note, link
  EXPECT_GT(std::filesystem::file_size(pdf), 2000U);
}

TEST_F(IncidentCommands, DrillsAreRemovedAndNothingElse) {
  add(kMudslide, {QStringLiteral("--drill")});
  EXPECT_EQ(json({"list", "--drills"})["incidents"].size(), 1U);
  EXPECT_EQ(json({"list", "--real"})["incidents"].size(), 3U);
  EXPECT_EQ(json({"remove-drills"})["removed"], 1);
  EXPECT_EQ(json({"list"})["incidents"].size(), 3U);
}

TEST_F(IncidentCommands, WhatIsWrongIsNamed) {
  const auto error = [&](const char* text) {
    return json({"add", folder.write("wrong.json", text)})["error"]["code"].get<std::string>();
  };
  EXPECT_EQ(error("{"), "invalid_argument");
  EXPECT_EQ(error(R"({"title": "x", "type": "dragon", "place": "x"})"), "unknown_name");
  EXPECT_EQ(error(R"({"title": "x", "type": "flood", "place": "x", "known": "yesterday"})"), "invalid_argument");
  EXPECT_EQ(error(R"({"title": "x", "type": "flood"})"), "invalid_argument");
  EXPECT_EQ(error(R"({"title": "x", "type": "flood", "place": "x", "figures": {"dead": 1.5}})"), "invalid_argument");
  EXPECT_EQ(json({"show", "SJ1"})["error"]["code"], "unknown_name");
}

}  // namespace
