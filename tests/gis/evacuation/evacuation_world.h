// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "gis/team/team_store.h"
#include "tests/gis/store/store_test_support.h"

namespace gis::evacuation {

// Two villages on one road of 9 km: 韩家沟村 (60 people at 112.31) and 东村 (30 people at 112.35); shelters at 112.312
// (50 places), 112.38 (40) and 112.40 (100); a team at 112.40.
struct EvacuationWorld {
  TemporaryFolder folder;
  std::optional<Workspace> workspace;

  EvacuationWorld() {
    auto made = Workspace::create(folder / "w", kMayDay);
    EXPECT_TRUE(made.has_value()) << say(made);
    workspace.emplace(std::move(*made));
    EXPECT_TRUE(workspace->setFact("map_crs", "EPSG:4547"));
    fillSmallCity(workspace->db(), 3);
    addVillage();
    add("population_village",
        {"division_code", "population", "households", "age_0_14", "age_15_64", "age_65_up", "as_of"}, {{}, {}},
        {{"140431100201", 60, 20, 10, 40, 10, "2026"}, {"140431100202", 30, 10, 5, 20, 5, "2026"}});
    add("census_point", {"division_code", "population", "households", "elderly"},
        {{{112.31, 36.51}}, {{112.35, 36.51}}}, {{"140431100201", 60, 20, 10}, {"140431100202", 30, 10, 5}});
    add("shelter", {"division_code", "name", "class", "capacity", "area_m2", "indoor"},
        {{{112.312, 36.51}}, {{112.38, 36.51}}, {{112.40, 36.51}}},
        {{"140431100201", "村小学", 3, 50, 100.0, 1},
         {"140431100202", "东村广场", 3, 40, 100.0, 0},
         {"140431100000", "镇中学", 2, 100, 100.0, 1}});
    add("rescue_team", {"division_code", "name", "kind", "members", "vehicles", "leader", "phone"},
        {{{112.40, 36.511}}}, {{"140431100000", "沁河镇抢险队", 6, 20, 2, "赵队长", "13500000000"}});
    add("road", {"division_code", "name", "class", "width_m", "state", "length_m", "from_node", "to_node"},
        {{{112.30, 36.51}, {112.34, 36.51}, {112.405, 36.51}}}, {{"140431100000", "沁东路", 4, 6.0, 1, 9000.0, 1, 2}});
  }

  const Database& db() const { return workspace->db(); }

 private:
  void addVillage() {
    GeometryBuffer buffer;
    buffer.start(GeometryKind::kPolygon);
    buffer.beginPart();
    for (const LonLat at : {LonLat{112.34, 36.5}, {112.36, 36.5}, {112.36, 36.52}, {112.34, 36.52}}) buffer.add(at);
    auto writer = TableWriter::open(db(), "division",
                                    {"code", "parent_code", "level", "name", "seat_lon_deg", "seat_lat_deg", "uuid",
                                     "created_utc", "changed_utc", "source"},
                                    kMayDay);
    ASSERT_OK(writer);
    const std::string id = uuidOf(77);
    ASSERT_OK(writer->append(buffer.view(), {"140431100202", "140431100000", 5, "东村", 112.35, 36.51, id, kMayDayText,
                                             kMayDayText, "test"}));
    ASSERT_OK(writer->finish());
  }
  void add(const std::string& table, std::vector<std::string> columns, const std::vector<std::vector<LonLat>>& places,
           const std::vector<std::vector<SqlValue>>& rows) {
    for (const char* more : {"uuid", "created_utc", "changed_utc", "source"}) columns.emplace_back(more);
    auto writer = TableWriter::open(db(), table, columns, kMayDay);
    ASSERT_OK(writer);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      GeometryBuffer buffer;
      const std::string id = uuidOf(m_next++);
      std::vector<SqlValue> row = rows[i];
      for (const std::string_view more : {std::string_view(id), std::string_view(kMayDayText),
                                          std::string_view(kMayDayText), std::string_view("test")})
        row.emplace_back(more);
      if (!places[i].empty()) {
        buffer.start(places[i].size() == 1 ? GeometryKind::kPoint : GeometryKind::kLine);
        buffer.beginPart();
        for (const LonLat at : places[i]) buffer.add(at);
      }
      ASSERT_OK(writer->append(buffer.view(), row));
    }
    ASSERT_OK(writer->finish());
  }
  int m_next = 500'000;
};

}  // namespace gis::evacuation
