// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/exposure/exposure.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numeric>

#include "gis/exposure/relief_needs.h"
#include "gis/store/table_writer.h"
#include "tests/gis/store/store_test_support.h"

using namespace gis;

namespace {

// The small city of the store's tests with people, a road and a school: 60 buildings along 36.5 N from 112.3 E on,
// 0.0002 degrees apart; 10 census points of 7 people, one of them old, under every sixth building.
class City : public ::testing::Test {
 protected:
  void SetUp() override {
    auto made = Workspace::create(folder / "city", kMayDay);
    ASSERT_OK(made);
    workspace = std::make_unique<Workspace>(std::move(*made));
    ASSERT_OK(workspace->setFact("map_crs", "EPSG:4546"));
    fillSmallCity(workspace->db());
    GeometryBuffer buffer;
    const auto point = [&](double lon, double lat) {
      buffer.start(GeometryKind::kPoint);
      buffer.beginPart();
      buffer.add({lon, lat});
      return buffer.view();
    };
    auto points = TableWriter::open(
        workspace->db(), "census_point",
        {"division_code", "population", "households", "elderly", "uuid", "created_utc", "changed_utc", "source"},
        kMayDay);
    ASSERT_OK(points);
    for (int i = 0; i < 10; ++i) {
      const std::string id = uuidOf(5000 + i);
      ASSERT_OK(points->append(point(112.30005 + 0.0012 * i, 36.50005),
                               {"140431100201", 7, 2, 1, id, kMayDayText, kMayDayText, "test"}));
    }
    ASSERT_OK(points->finish());
    auto schools = TableWriter::open(workspace->db(), "school",
                                     {"division_code", "name", "kind", "pupils", "boarders", "staff", "uuid",
                                      "created_utc", "changed_utc", "source"},
                                     kMayDay);
    ASSERT_OK(schools);
    ASSERT_OK(schools->append(point(112.305, 36.5002), {"140431100201", "韩家沟小学", 1, 120, 20, 9, uuidOf(7000),
                                                        kMayDayText, kMayDayText, "test"}));
    ASSERT_OK(schools->finish());
    auto roads = TableWriter::open(workspace->db(), "road",
                                   {"division_code", "class", "length_m", "width_m", "from_node", "to_node", "uuid",
                                    "created_utc", "changed_utc", "source"},
                                   kMayDay);
    ASSERT_OK(roads);
    buffer.start(GeometryKind::kLine);
    buffer.beginPart();
    buffer.add({112.25, 36.51});
    buffer.add({112.35, 36.51});
    ASSERT_OK(roads->append(buffer.view(),
                            {"140431100201", 3, 8950.0, 6.5, 1, 2, uuidOf(8000), kMayDayText, kMayDayText, "test"}));
    ASSERT_OK(roads->finish());
    auto people = TableWriter::open(workspace->db(), "population_village",
                                    {"division_code", "population", "households", "age_0_14", "age_15_64", "age_65_up",
                                     "as_of", "uuid", "created_utc", "changed_utc", "source"},
                                    kMayDay);
    ASSERT_OK(people);
    ASSERT_OK(people->append(
        {}, {"140431100201", 70, 20, 15, 45, 10, "2020-11-01", uuidOf(9000), kMayDayText, kMayDayText, "test"}));
    ASSERT_OK(people->finish());
    auto loaded = ExposureIndex::load(*workspace);
    ASSERT_OK(loaded);
    index = *loaded;
  }
  Exposure ask(const Result<Footprint>& footprint) {
    EXPECT_TRUE(footprint.has_value()) << say(footprint);
    auto exposure = expose(index, *footprint);
    EXPECT_TRUE(exposure.has_value()) << say(exposure);
    return std::move(*exposure);
  }

  TemporaryFolder folder;
  std::unique_ptr<Workspace> workspace;
  std::shared_ptr<const ExposureIndex> index;
};

}  // namespace

TEST_F(City, countsAllOfALargeCircle) {
  const Exposure e = ask(circleFootprint({112.31, 36.5}, 20'000));
  EXPECT_EQ(e.sum("people", "population"), 70);
  EXPECT_EQ(e.sum("people", "age_65_up"), 10);
  EXPECT_EQ(e.sum("people", "age_0_14"), 15);
  EXPECT_EQ(e.sum("people", "age_15_64"), 45);
  EXPECT_EQ(e.count("building"), 60);
  EXPECT_EQ(e.count("school"), 1);
  EXPECT_EQ(e.sum("school", "pupils"), 120);
  EXPECT_NEAR(e.lengthKm("road"), 8.95, 0.03);
  EXPECT_NEAR(e.part_area_m2[0] / (M_PI * 4e8), 1, 1e-6);
  EXPECT_FALSE(e.nearest);
  EXPECT_TRUE(e.missing.empty());
}

TEST_F(City, cutsARoadAtTheCircle) {
  // The road passes the centre: 2 km of it lie within 1 km.
  EXPECT_NEAR(ask(circleFootprint({112.30, 36.51}, 1000)).lengthKm("road"), 2.0, 0.002);
}

TEST_F(City, districtsShareEverythingAmongThem) {
  const Exposure e = ask(districtFootprint(*index, {"140431000000", "140429"}));
  ASSERT_EQ(e.part_keys.size(), 2U);
  EXPECT_EQ(e.count("building", {.part = 0, .division = {}, .code = {}, .age_band = {}}), 60);
  EXPECT_EQ(e.count("building", {.part = 1, .division = {}, .code = {}, .age_band = {}}), 0);
  EXPECT_EQ(e.find("building")->rule, ExposureRule::kByCentre);
  EXPECT_EQ(e.part_names[1], "武乡县");
  EXPECT_FALSE(districtFootprint(*index, {"999999"}));
}

TEST_F(City, aNeighboursRoadInADistrictIsTheDistricts) {
  // The road is recorded for a village of 140431; the question is about its neighbour's ground under the same road.
  Footprint footprint = *boxFootprint({112.25, 36.505}, {112.35, 36.52});
  footprint.by_centre = true;
  footprint.classes[0].key = "140429000000";
  const Exposure e = ask(footprint);
  EXPECT_GT(e.lengthKm("road"), 8);
  EXPECT_EQ(e.divisions(6), (std::vector<std::string>{"140429"}));
  // A drawn area keeps what was recorded.
  footprint.classes[0].key.clear();
  EXPECT_EQ(ask(footprint).divisions(6), (std::vector<std::string>{"140431"}));
}

TEST_F(City, theFirstClassThatHoldsAPlaceHasIt) {
  auto footprint = circleFootprint({112.30, 36.5}, 300);
  auto wide = circleFootprint({112.30, 36.5}, 5000);
  footprint->classes[0].key = "9", wide->classes[0].key = "8";
  footprint->classes.push_back(wide->classes[0]);
  const Exposure e = ask(footprint);
  const auto of = [&](std::int32_t part) {
    return e.sum("people", "population", {.part = part, .division = {}, .code = {}, .age_band = {}});
  };
  EXPECT_EQ(of(0), 21);  // points at 0, 108 and 215 m
  EXPECT_EQ(of(0) + of(1), 70);
}

TEST_F(City, theRowsBehindANumberAreThoseCounted) {
  const Exposure e = ask(circleFootprint({112.303, 36.5}, 250));
  for (int code = 1; code <= 7; ++code) {
    const ExposureFilter filter{.part = {}, .division = "140431", .code = code, .age_band = {}};
    EXPECT_EQ(static_cast<std::int64_t>(e.features("building", filter).count()), e.count("building", filter));
  }
  EXPECT_EQ(static_cast<std::int64_t>(e.features("building").count()), e.count("building"));
  EXPECT_GT(e.count("building"), 10);
  EXPECT_LT(e.count("building"), 60);
}

TEST_F(City, whatIsEmptySaysWhatIsNearest) {
  const Exposure e = ask(circleFootprint({112.31, 36.6}, 500));
  EXPECT_TRUE(e.empty());
  ASSERT_TRUE(e.nearest);
  EXPECT_EQ(e.nearest->table, "road");
  EXPECT_NEAR(e.nearest->distance_m, 9990 - 500, 150);
  ASSERT_TRUE(e.nearest_settlement);
  EXPECT_EQ(index->divisions()[e.nearest_settlement->division].code, "140431100201");
  EXPECT_NEAR(e.nearest_settlement->distance_m, 11'097 - 500, 150);
  EXPECT_NEAR(e.nearest_settlement->bearing_deg, 180, 10);
}

TEST_F(City, aBowtieIsMendedByTheEvenOddRuleAndSaysSo) {
  const Exposure e = ask(polygonFootprint({{112.2, 36.4}, {112.4, 36.6}, {112.4, 36.4}, {112.2, 36.6}}));
  EXPECT_TRUE(e.self_crossing);
  EXPECT_FALSE(ask(circleFootprint({112.31, 36.5}, 20'000)).self_crossing);
}

TEST_F(City, whatIsNotThereCountsNothing) {
  const Exposure e = ask(circleFootprint({112.31, 36.5}, 20'000));
  EXPECT_EQ(e.count("no_such_table"), 0);
  EXPECT_EQ(e.sum("school", "no_such_measure"), 0);
  EXPECT_TRUE(e.features("no_such_table").empty());
}

TEST_F(City, villagesWithoutPointsCountByTheirArea) {
  auto emptied = TableWriter::open(workspace->db(), "population_village",
                                   {"division_code", "population", "households", "age_0_14", "age_15_64", "age_65_up",
                                    "as_of", "uuid", "created_utc", "changed_utc", "source"},
                                   kMayDay);
  ASSERT_OK(emptied);
  // A town stands for a village without points here: 0.1 degrees square, no census point of its own.
  ASSERT_OK(emptied->append(
      {}, {"140431100000", 1000, 300, 200, 600, 200, "2020-11-01", uuidOf(9001), kMayDayText, kMayDayText, "test"}));
  ASSERT_OK(emptied->finish());
  auto again = ExposureIndex::load(*workspace);
  ASSERT_OK(again);
  index = *again;
  // The southern half of the town, away from the points.
  const Exposure e = ask(boxFootprint({112.1, 36.4}, {112.29, 36.55}));
  EXPECT_EQ(e.by_area_share_villages.size(), 1U);
  EXPECT_NEAR(static_cast<double>(e.sum("people", "population")), 450, 6);  // 0.9 of its width, half its height
  EXPECT_EQ(e.sum("people", "age_0_14") + e.sum("people", "age_15_64") + e.sum("people", "age_65_up"),
            e.sum("people", "population"));
}

// On every level rows add up to the total, whatever the circle.
TEST_F(City, rowsAddUpToTheirTotals) {
  EXPECT_TRUE(rc::check("sums", [&] {
    const double lon = 112.3 + *rc::gen::inRange(-100, 300) / 10'000.0,
                 lat = 36.5 + *rc::gen::inRange(-100, 100) / 10'000.0;
    const Exposure e = ask(circleFootprint({lon, lat}, *rc::gen::inRange(20, 3000)));
    for (const std::size_t digits : {6U, 9U, 12U}) {
      std::int64_t people = 0, houses = 0;
      for (const std::string& code : e.divisions(digits)) {
        const ExposureFilter filter{.part = {}, .division = code, .code = {}, .age_band = {}};
        people += e.sum("people", "population", filter);
        houses += e.count("building", filter);
      }
      RC_ASSERT(people == e.sum("people", "population"));
      RC_ASSERT(houses == e.count("building"));
    }
    RC_ASSERT(e.sum("people", "age_0_14") + e.sum("people", "age_15_64") + e.sum("people", "age_65_up") ==
              e.sum("people", "population"));
  }));
}

TEST_F(City, cancelledIsAResult) {
  const CancelToken cancel = CancelToken::create();
  cancel.cancel();
  EXPECT_CODE(expose(index, *circleFootprint({112.31, 36.5}, 1000), {}, cancel), kCancelled);
  EXPECT_CODE(ExposureIndex::load(*workspace, {}, cancel), kCancelled);
}

RC_GTEST_PROP(WholeShares, addUpToTheTotalAndAreWithinOneOfTheirShare,
              (std::vector<std::uint16_t> parts, std::uint16_t total)) {
  std::vector<double> values(parts.begin(), parts.end());
  const auto shares = wholeShares(values, total);
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  const std::int64_t all = std::accumulate(shares.begin(), shares.end(), std::int64_t{0});
  if (sum == 0) return RC_ASSERT(all == 0);
  RC_ASSERT(all == total);
  for (std::size_t i = 0; i < values.size(); ++i) {
    RC_ASSERT(std::abs(static_cast<double>(shares[i]) - values[i] / sum * total) < 1.0 + 1e-9);
    if (values[i] == 0) RC_ASSERT(shares[i] == 0);
  }
}

TEST(ReliefNeeds, followTheNormsAndTheSeason) {
  TemporaryFolder folder;
  const auto norms = reliefNorms(folder.path());
  ASSERT_OK(norms);
  const auto amount = [&](const char* id, std::int64_t people, int days, int month) -> std::int64_t {
    const auto needs = reliefNeeds(*norms, people, days, month);
    for (const ReliefNeed& need : *needs)
      if (need.norm.id == id) return need.amount;
    return -1;
  };
  EXPECT_EQ(amount("tent_12m2", 1000, 3, 7), 250);
  EXPECT_EQ(amount("tent_12m2", 1001, 3, 7), 251);  // rounded up
  EXPECT_EQ(amount("drinking_water", 1000, 3, 7), 9000);
  EXPECT_EQ(amount("coat", 1000, 3, 7), -1);
  EXPECT_EQ(amount("coat", 1000, 3, 12), 750);
  EXPECT_EQ(amount("quilt", 0, 1, 1), 0);
  EXPECT_FALSE(reliefNeeds(*norms, -1, 1, 1));
  EXPECT_FALSE(reliefNeeds(*norms, 1, 0, 1));
  EXPECT_FALSE(reliefNeeds(*norms, 1, 1, 13));
}

TEST(ReliefNeeds, anOfficesOwnFileReplacesTheShippedOneOrIsRefusedByName) {
  TemporaryFolder folder;
  writeBytes(
      folder / "relief-norms.json",
      R"({"items":[{"id":"tent","zh":"帐篷","unit_zh":"顶","per_person":0.5,"source_zh":"本市定额","confirmed":true}]})");
  const auto own = reliefNorms(folder.path());
  ASSERT_OK(own);
  ASSERT_EQ(own->size(), 1U);
  EXPECT_EQ((*own)[0].source_en, "本市定额");
  writeBytes(folder / "relief-norms.json", R"({"items":[{"id":"tent","zh":"帐篷","per_person":-1}]})");
  EXPECT_CODE(reliefNorms(folder.path()), kDamagedFile);
}
