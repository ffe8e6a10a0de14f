// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "gis/flood/flood_load.h"
#include "gis/flood/flood_register_store.h"
#include "gis/flood/telemetry_readings.h"
#include "tests/gis/flood/flood_city.h"

namespace gis::flood {
namespace {

class FloodStores : public ::testing::Test {
 protected:
  void SetUp() override {
    auto made = Workspace::create(folder / "w", kMayDay);
    ASSERT_OK(made);
    workspace.emplace(std::move(*made));
    fillFloodCity(workspace->db());
  }
  const Database& db() const { return workspace->db(); }
  FloodView load(std::optional<std::int64_t> at = kFourInTheMorning) const {
    auto view = loadFlood(db(), {at, ArealMethod::kThiessen}, kMayDay, {});
    EXPECT_TRUE(view) << say(view);
    return std::move(*view);
  }
  TemporaryFolder folder;
  std::optional<Workspace> workspace;
};

TEST_F(FloodStores, NothingIsSaidWithoutReadings) {
  const FloodView view = load();
  EXPECT_FALSE(view.latest_utc_ms);
  EXPECT_TRUE(view.now.alerts.empty());
  EXPECT_EQ(view.now.silentStations(), 4);
  ASSERT_EQ(view.now.sections.size(), 1U);
  EXPECT_FALSE(view.now.sections[0].trouble.empty());
}

TEST_F(FloodStores, JudgesTheStorm) {
  addStorm(db());
  const FloodView view = load();
  ASSERT_EQ(view.now.alerts.size(), 3U);
  EXPECT_EQ(view.now.alerts[0].kind, AlertKind::kSection);
  const SectionNow& section = view.now.sections[0];
  // Halves by Thiessen; in the last hour B is silent and A stands for all: 15 + 18.75 + 15 = 48.75.
  EXPECT_NEAR(section.rain_3h_mm, 48.75, 0.01);
  EXPECT_EQ(section.level, FlashFloodLevel::kMove);
  EXPECT_EQ(section.soil, SoilState::kDry);
  EXPECT_EQ(section.stations, 2);
  const RiverNow& river = view.now.rivers[0];
  EXPECT_EQ(river.state, StageState::kAboveWarning);
  EXPECT_NEAR(*river.above_warning_m, 0.6, 1e-9);
  EXPECT_NEAR(*river.trend_m_per_h, 0.2, 1e-9);
  const ReservoirNow& reservoir = view.now.reservoirs[0];
  EXPECT_EQ(reservoir.state, ReservoirState::kAboveLimit);
  EXPECT_NEAR(*reservoir.storage_m3, 1.1e6, 1);
  EXPECT_NEAR(*reservoir.free_to_normal_m3, 3e5, 1);
  EXPECT_NEAR(*reservoir.full_in_h, 3e5 / 25 / 3600, 1e-6);
  EXPECT_TRUE(reservoir.lead_missing[1]);
  // Three hours later the readings are old, and a day later silent.
  EXPECT_EQ(load(kFourInTheMorning + 4 * kHourMs).now.rivers[0].freshness, Freshness::kStale);
  EXPECT_EQ(load(kFourInTheMorning + 30 * kHourMs).now.rivers[0].freshness, Freshness::kSilent);
  // Before the storm nothing is over a threshold of rain.
  EXPECT_EQ(load(kFourInTheMorning - 5 * kHourMs).now.sections[0].level, FlashFloodLevel::kNone);
}

TEST_F(FloodStores, RefusesWhatCannotBeAndKeepsCorrections) {
  const FloodReadingStore store(db());
  EXPECT_CODE(store.addRain({{"A", 0, -1}}, "x"), kOutOfRange);
  EXPECT_CODE(store.addRain({{"A", 0, 700}}, "x"), kOutOfRange);
  EXPECT_CODE(store.addRain({{"A", 1234, 1}}, "x"), kInvalidArgument);
  EXPECT_CODE(store.addRain({{"A", 0, 1}, {"nobody", 0, 1}}, "x"), kUnknownName);
  EXPECT_FALSE(*store.latest());  // all or nothing
  EXPECT_CODE(store.addWater({{"Z", {0, 99999, {}, {}, {}}}}, "x"), kOutOfRange);
  EXPECT_CODE(store.addSoil({{"Z", {0, 300}}}, "x"), kOutOfRange);
  ASSERT_OK(store.addRain({{"A", 0, 5}}, "first"));
  ASSERT_OK(store.addRain({{"A", 0, 7}}, "second"));
  const auto read = store.read(0);
  EXPECT_FLOAT_EQ(read->rain.at("A").mm.back(), 7);
}

TEST_F(FloodStores, RiversAreTiedTogether) {
  const auto rivers = FloodRegisterStore(db()).rivers();
  ASSERT_OK(rivers);
  ASSERT_EQ(rivers->basins.size(), 1U);
  EXPECT_EQ(rivers->network.reaches()[rivers->basins[0].reach].no, 1);
  const auto down = traceRiver(*rivers, rivers->basins[0].reach, Direction::kDownstream);
  ASSERT_OK(down);
  EXPECT_EQ(down->gauges.size(), 1U);
  EXPECT_EQ(down->reservoirs.size(), 1U);
}

TEST_F(FloodStores, ComputedThresholdsLeaveSurveyedOnes) {
  const FloodRegisterStore store(db());
  const auto basin = store.basinOf("X1");
  ASSERT_OK(basin);
  EXPECT_CODE(store.basinOf("X9"), kUnknownName);
  const auto one = proposeByDesignStorm(*basin, 1, SoilState::kDry, 0.8);
  const auto three = proposeByDesignStorm(*basin, 3, SoilState::kDry, 0.8);
  ASSERT_TRUE(one && three);
  const auto clock = std::make_shared<FixedClock>(kMayDay.nowUtcMs());
  UuidSource uuids(clock);
  int written = 0;
  const auto step = RowEditor::edit(db(), uuids, *clock, {{"Li", "seat"}, StepKind::kEdit, "t"},
                                    [&](RowEditor& rows) -> Result<void> {
                                      const auto done = writeProposals(rows, db(), "X1", {*one, *three}, "推算");
                                      if (!done) return std::unexpected(done.error());
                                      written = *done;
                                      return {};
                                    });
  ASSERT_OK(step);
  EXPECT_EQ(written, 1);
  const auto records = store.read();
  ASSERT_OK(records);
  EXPECT_EQ(records->sections[0].thresholds.size(), 4U);
}

TEST(Telemetry, FramesBecomeReadings) {
  const auto bytes = telemetry::bytesOfHex(
      "7E7E05001122334403E832002B020034170718110016F1F1001122334448F0F0170718110020190000402619000040392300010490381210"
      "99"
      "03A421");
  const auto read = readingsOf(telemetry::readSl651Stream(*bytes));
  ASSERT_EQ(read.value.water.size(), 1U);
  EXPECT_EQ(read.value.water[0].station_code, "11223344");
  EXPECT_NEAR(read.value.water[0].reading.level_m, 10.49, 1e-9);
  EXPECT_TRUE(read.value.rain.empty());  // a timed report's current rain is of no known interval
}

TEST(Periods, PassTheYearsEnd) {
  const std::vector<LimitPeriod> limits{{1, "0701", "0815", 10.0, 'F', ""}, {4, "1001", "0630", 12.0, 'F', ""}};
  EXPECT_EQ(*limitOn(limits, "0731")->limit_level_m, 10);
  EXPECT_EQ(*limitOn(limits, "0101")->limit_level_m, 12);
  EXPECT_EQ(*limitOn(limits, "1231")->limit_level_m, 12);
  EXPECT_FALSE(limitOn(limits, "0901"));
}

}  // namespace
}  // namespace gis::flood
