// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/place_store.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include "tests/gis/store/store_test_support.h"

namespace gis {
namespace {

class PlaceStoreTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto made = Workspace::create(temporary / "w", kMayDay);
    ASSERT_OK(made);
    workspace.emplace(std::move(*made));
    const Database& db = workspace->db();
    fillSmallCity(db);
    GeometryBuffer buffer;
    auto schools = TableWriter::open(
        db, "school",
        {"division_code", "name", "kind", "pupils", "staff", "uuid", "created_utc", "changed_utc", "source"}, kMayDay);
    ASSERT_OK(schools);
    ASSERT_OK(schools->append(buffer.point({112.31, 36.51}), {"140431100201", "沁源县第一中学", 4, 900, 80, uuidOf(1),
                                                              kMayDayText, kMayDayText, "test"}));
    ASSERT_OK(schools->finish());
    auto hazards =
        TableWriter::open(db, "geohazard_point",
                          {"hazard_code", "division_code", "name", "type", "scale", "danger_grade", "stability",
                           "threat_object", "threatened_households", "threatened_people", "threatened_property_yuan",
                           "trigger", "monitoring", "uuid", "created_utc", "changed_utc", "source"},
                          kMayDay);
    ASSERT_OK(hazards);
    ASSERT_OK(hazards->append(buffer.point({112.32, 36.52}),
                              {"140431010007", "140431100201", "韩家沟滑坡", "01", "D", "D", 3, "A", 4, 17, 800000.0, 2,
                               1, uuidOf(1), kMayDayText, kMayDayText, "test"}));
    ASSERT_OK(hazards->finish());
  }
  std::vector<std::string> names(const std::string& text, int at_most = 20) {
    const auto places = PlaceStore(workspace->db()).search(text, at_most);
    EXPECT_TRUE(places.has_value()) << say(places);
    std::vector<std::string> result;
    if (places)
      for (const Place& place : *places) result.push_back(place.name);
    return result;
  }
  TemporaryFolder temporary;
  std::optional<Workspace> workspace;
};

using Names = std::vector<std::string>;

}  // namespace

TEST_F(PlaceStoreTest, ExactThenPrefixThenInsideDivisionsFirst) {
  EXPECT_EQ(names("沁源县"), (Names{"沁源县", "沁源县第一中学"}));
  EXPECT_EQ(names("沁"), (Names{"沁源县", "沁河镇", "沁源县第一中学"}));
  EXPECT_EQ(names("家沟"), (Names{"韩家沟村", "韩家沟滑坡"}));
  EXPECT_EQ(names("沁", 1), (Names{"沁源县"}));
}

TEST_F(PlaceStoreTest, PinyinInitialsInAnyCase) {
  EXPECT_EQ(names("qyx"), (Names{"沁源县"}));
  EXPECT_EQ(names("  QY "), (Names{"沁源县"}));
  EXPECT_EQ(names("q"), (Names{"沁源县", "沁河镇"}));
}

TEST_F(PlaceStoreTest, CodesWithOrWithoutTrailingZeros) {
  EXPECT_EQ(names("140431").front(), "沁源县");
  EXPECT_EQ(names("140431000000"), (Names{"沁源县"}));
  EXPECT_EQ(names("140431010007"), (Names{"韩家沟滑坡"}));
  EXPECT_EQ(names("1404311002"), (Names{"韩家沟村"}));
}

// Rivers and roads are stored in pieces; a person looks for the whole.
TEST_F(PlaceStoreTest, RiversAndRoadsOnceEachGreatOnesFirst) {
  const Database& db = workspace->db();
  GeometryBuffer buffer;
  auto reaches = TableWriter::open(db, "river_reach",
                                   {"reach_no", "name", "level", "strahler", "length_m", "from_elevation_m",
                                    "to_elevation_m", "upstream_km2", "uuid", "created_utc", "changed_utc", "source"},
                                   kMayDay);
  ASSERT_OK(reaches);
  const auto line = [&buffer](LonLat from, LonLat to) {
    buffer.start(GeometryKind::kLine);
    buffer.beginPart();
    buffer.add(from);
    buffer.add(to);
  };
  const auto reach = [&](int no, const char* name, int level, double west, double length_m) {
    line({west, 36.5}, {west + 0.1, 36.5});
    ASSERT_OK(reaches->append(buffer.view(), {no, name, level, 3, length_m, 900.0, 800.0, 50.0, uuidOf(no), kMayDayText,
                                              kMayDayText, "test"}));
  };
  reach(1, "沁河", 1, 112.0, 9000);
  reach(2, "沁河", 1, 112.1, 9000);
  reach(3, "沁河", 1, 112.2, 9000);
  reach(4, "沁北河", 2, 112.5, 99000);
  reach(5, "", 3, 112.5, 9000);
  ASSERT_OK(reaches->finish());
  auto roads = TableWriter::open(db, "road",
                                 {"division_code", "road_code", "name", "class", "length_m", "width_m", "from_node",
                                  "to_node", "uuid", "created_utc", "changed_utc", "source"},
                                 kMayDay);
  ASSERT_OK(roads);
  const auto road = [&](int no, const char* code, const char* name, int road_class) {
    line({112.3, 36.5}, {112.3, 36.6});
    ASSERT_OK(roads->append(buffer.view(), {"140431100201", code, name, road_class, 11000.0, 9.0, no, no + 1,
                                            uuidOf(no), kMayDayText, kMayDayText, "test"}));
  };
  road(1, "S222", "沁河大街", 2);
  road(2, "S222", "沁河大街", 2);
  road(3, "X22", "", 3);
  road(4, "G22", "", 0);
  ASSERT_OK(roads->finish());

  EXPECT_EQ(names("沁河"), (Names{"沁河", "沁河镇", "沁河大街"}));
  EXPECT_EQ(names("北河"), (Names{"沁北河"}));
  EXPECT_EQ(names("g22"), (Names{"G22"}));
  EXPECT_EQ(names("22"), (Names{"G22", "S222", "X22"})) << "expressway, second class, third class";
  const auto places = PlaceStore(db).search("沁河", 1);
  ASSERT_OK(places);
  EXPECT_EQ(places->front().kind, "river_reach");
  EXPECT_NEAR(places->front().where.lat_deg, 36.5, 1e-9) << "on the river";
  EXPECT_NEAR(places->front().where.lon_deg, 112.15, 0.051);
  EXPECT_GE(places->front().span_m, 0.3 * 89000) << "all of it is shown";
  EXPECT_LE(places->front().span_m, 0.4 * 90000);
}

// A file of before these indexes is searched as it was: reading all roads for each letter would take too long.
TEST_F(PlaceStoreTest, FileWithoutTheIndexesIsStillSearched) {
  for (const char* index : {"river_reach_search", "road_search", "road_number_search"})
    workspace->db().sql().exec(std::string("DROP INDEX ") + index);
  EXPECT_EQ(names("沁源县"), (Names{"沁源县", "沁源县第一中学"}));
}

TEST_F(PlaceStoreTest, OddTextFindsNothingAndBreaksNothing) {
  EXPECT_EQ(names(""), Names{});
  EXPECT_EQ(names("   "), Names{});
  EXPECT_EQ(names("'; DROP TABLE division; --"), Names{});
  EXPECT_EQ(names("%"), Names{});
  EXPECT_EQ(names("\xff\xfe"), Names{});
  EXPECT_EQ(names(std::string(100000, 'x')), Names{});
  EXPECT_EQ(names("沁", 0), Names{});
}

TEST_F(PlaceStoreTest, SaysWhereAndAmongWhat) {
  const auto places = PlaceStore(workspace->db()).search("韩家沟村");
  ASSERT_OK(places);
  ASSERT_EQ(places->size(), 1U);
  const Place& village = places->front();
  EXPECT_EQ(village.kind, "division");
  EXPECT_EQ(village.code, "140431100201");
  EXPECT_EQ(village.context, "长治市 沁源县 沁河镇");
  EXPECT_NEAR(village.where.lon_deg, 112.31, 1e-9);
  EXPECT_NEAR(village.where.lat_deg, 36.51, 1e-9);
  EXPECT_NEAR(village.span_m, 0.02 * 111195, 1) << "north-south side of the village's box";
  const auto schools = PlaceStore(workspace->db()).search("第一中学");
  ASSERT_OK(schools);
  EXPECT_EQ(schools->front().context, "长治市 沁源县 沁河镇 韩家沟村");
  EXPECT_EQ(schools->front().span_m, 0);
}

}  // namespace gis
