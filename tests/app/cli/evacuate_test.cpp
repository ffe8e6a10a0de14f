// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "run_program.h"

namespace {

using cli_test::runProgram;

// `fengsui evacuate` and `fengsui team` on a copy of the demo.
class EvacuateCommands : public ::testing::Test {
 protected:
  void SetUp() override {
    const QString demo = cli_test::demoWorkspace();
    ASSERT_FALSE(demo.isEmpty());
    std::filesystem::copy(demo.toStdString(), folder.file("w"), std::filesystem::copy_options::recursive);
  }
  cli_test::Outcome run(QStringList arguments) {
    arguments << QStringLiteral("--workspace") << QString::fromStdString(folder.file("w").string())
              << QStringLiteral("--json");
    return runProgram(arguments);
  }
  // A square about a shelter of the demo's city: somebody lives there.
  QString hazardFile(double lon_deg = 113.1, double lat_deg = 36.2, double half_deg = 0.02) {
    const auto corner = [&](double x, double y) {
      return "[" + std::to_string(lon_deg + x * half_deg) + "," + std::to_string(lat_deg + y * half_deg) + "]";
    };
    return folder.write("hazard.geojson", R"({"type":"Polygon","coordinates":[[)" + corner(-1, -1) + "," +
                                              corner(1, -1) + "," + corner(1, 1) + "," + corner(-1, 1) + "," +
                                              corner(-1, -1) + "]]}");
  }
  cli_test::Folder folder;
};

TEST_F(EvacuateCommands, APlanAddsUp) {
  const auto outcome = run({"evacuate", "--hazard", hazardFile()});
  const auto plan = outcome.json();
  ASSERT_FALSE(plan.contains("error")) << outcome.out << outcome.err;
  std::int64_t placed = 0, left = 0;
  std::map<std::string, std::int64_t> used;
  for (const auto& row : plan["rows"])
    placed += row["people"].get<std::int64_t>(), used[row["shelter"]["uuid"]] += row["people"].get<std::int64_t>();
  for (const auto& row : plan["residual"]) left += row["people"].get<std::int64_t>();
  EXPECT_EQ(placed, plan["placed"].get<std::int64_t>());
  EXPECT_EQ(placed + left, plan["people"].get<std::int64_t>());
  EXPECT_GT(plan["people"].get<std::int64_t>(), 0);
  EXPECT_EQ(outcome.exit_code, left == 0 ? 0 : 3);
  for (const auto& shelter : plan["shelter_use"]) {
    if (shelter["in_hazard"].get<bool>()) {
      EXPECT_EQ(used.count(shelter["uuid"]), 0U);
    }
    EXPECT_LE(used[shelter["uuid"]], shelter["capacity"].get<std::int64_t>());
  }
}

TEST_F(EvacuateCommands, StartTickStatusAndResidual) {
  const auto started = run({"evacuate", "start", "--hazard", hazardFile(), "--title", "test", "--drill"}).json();
  ASSERT_TRUE(started.contains("number")) << started.dump();
  EXPECT_TRUE(started["drill"].get<bool>());
  const auto village = started["villages"][0];
  const QString code = QString::fromStdString(village["code"]);
  const std::int64_t people = village["to_move"];
  ASSERT_GT(people, 0);
  const auto ticked = run({"evacuate", "tick", "--drill", "--moved", code + "=1"}).json();
  EXPECT_EQ(ticked["moved"], 1) << ticked.dump();
  EXPECT_EQ(ticked["residual"].get<std::int64_t>(), started["to_move"].get<std::int64_t>() - 1);
  EXPECT_EQ(run({"evacuate", "tick", "--drill", "--moved", code + "=-4"}).json()["error"]["code"], "invalid_argument");
  EXPECT_EQ(
      run({"evacuate", "tick", "--drill", "--moved", code + "=" + QString::number(people + 1)}).json()["error"]["code"],
      "invalid_argument");
  EXPECT_EQ(run({"evacuate", "tick", "--drill", "--moved", "nonsense"}).json()["error"]["code"], "invalid_argument");
  EXPECT_EQ(run({"evacuate", "status", "--drill"}).json()["moved"], 1);
  const auto residual = run({"evacuate", "residual", "--drill"});
  EXPECT_EQ(residual.exit_code, 3);
  EXPECT_EQ(residual.json()["residual"], ticked["residual"]);
  EXPECT_EQ(run({"evacuate", "status", "--drill", "--at", "1999-01-01T00:00:00+08:00"}).json()["error"]["code"],
            "unknown_name");
  EXPECT_GE(run({"evacuate", "remove-drills"}).json()["removed"].get<int>(), 1);
  EXPECT_EQ(run({"evacuate", "status", "--drill"}).json()["error"]["code"], "unknown_name");
}

TEST_F(EvacuateCommands, BadInputIsNamed) {
  const auto code = [&](const QStringList& arguments) { return run(arguments).json()["error"]["code"]; };
  EXPECT_EQ(code({"evacuate", "--hazard", hazardFile(90, 20)}), "no_data") << "outside the city";
  EXPECT_EQ(code({"evacuate", "--hazard", "nowhere.geojson"}), "not_found");
  EXPECT_EQ(code({"evacuate"}), "invalid_argument");
  EXPECT_EQ(code({"evacuate", "--hazard", hazardFile(), "--vehicle", "airship"}), "unknown_name");
  const QString crossing = folder.write(
      "crossing.geojson",
      R"({"type":"Polygon","coordinates":[[[113.0,36.1],[113.2,36.3],[113.2,36.1],[113.0,36.3],[113.0,36.1]]]})");
  EXPECT_EQ(code({"evacuate", "--hazard", crossing}), "invalid_argument");
}

TEST_F(EvacuateCommands, IsolatedVillagesNameWhatCutsThem) {
  const QString far = folder.write("far.geojson", R"({"type":"Point","coordinates":[90,20]})");
  const auto none = run({"evacuate", "isolated", "--closures", far});
  if (!none.json().contains("error")) {
    EXPECT_TRUE(none.json()["isolated"].empty());
  }
  // A ring about a piece of the city: whoever lives inside cannot get out.
  const QString ring = folder.write(
      "ring.geojson", R"({"type":"Feature","properties":{"name":"ring"},"geometry":{"type":"LineString","coordinates":)"
                      R"([[113.05,36.15],[113.15,36.15],[113.15,36.25],[113.05,36.25],[113.05,36.15]]}})");
  const auto cut = run({"evacuate", "isolated", "--closures", ring});
  ASSERT_FALSE(cut.json()["isolated"].empty()) << cut.out;
  EXPECT_EQ(cut.exit_code, 3);
  for (const auto& one : cut.json()["isolated"]) EXPECT_EQ(one["cut_by"], nlohmann::json({"ring"}));
}

TEST_F(EvacuateCommands, Teams) {
  const auto all = run({"team", "list"}).json();
  ASSERT_FALSE(all["teams"].empty()) << all.dump();
  const QString uuid = QString::fromStdString(all["teams"][0]["uuid"]);
  const auto set = run({"team", "set", uuid, "on_site", "--task", "evacuation", "--at-place", "113.1,36.2"}).json();
  EXPECT_EQ(set["state"], "on_site") << set.dump();
  EXPECT_NEAR(set["lon_deg"].get<double>(), 113.1, 1e-6);
  EXPECT_EQ(run({"team", "set", uuid, "flying"}).json()["error"]["code"], "invalid_argument");
  EXPECT_EQ(run({"team", "set", uuid, "tasked"}).json()["error"]["code"], "invalid_argument");
  EXPECT_EQ(run({"team", "set", "no such team", "standby"}).json()["error"]["code"], "unknown_name");
  const auto near = run({"team", "nearest", "--to", "113.1,36.2", "--most", "3"}).json();
  ASSERT_FALSE(near["teams"].empty()) << near.dump();
  double before = 0;
  for (const auto& one : near["teams"]) {
    EXPECT_GE(one["drive_min"].get<double>(), before);
    before = one["drive_min"].get<double>();
  }
  EXPECT_EQ(run({"team", "list", "--at", "yesterday"}).json()["error"]["code"], "invalid_argument");
}

}  // namespace
