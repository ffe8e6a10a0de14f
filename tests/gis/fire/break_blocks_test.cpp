// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/fire/break_blocks.h"

#include <gtest/gtest.h>

#include "tests/gis/network/network_test_support.h"
#include "tests/gis/store/store_test_support.h"

namespace gis::fire {
namespace {

BarrierLayer layer(Barrier kind, const std::vector<std::vector<MapXY>>& lines) {
  std::vector<DrawnRoad> roads;
  for (const auto& line : lines) {
    roads.emplace_back();
    roads.back().at = line;
  }
  return {kind, drawnLines(roads)};
}

//   river  ----------------------------  y = 1000
//            |                  |
//          break              break         from the river to the road: closed
//            |                  |
//   road   ----------------------------  y = 0
const BarrierLayer kRoad = layer(Barrier::kRoad, {{{-2000, 0}, {3000, 0}}});
const BarrierLayer kRiver = layer(Barrier::kRiver, {{{-2000, 1000}, {3000, 1000}}});

TEST(BreakBlocks, ClosedMesh) {
  const auto report =
      breakBlocks({kRoad, kRiver, layer(Barrier::kBreak, {{{0, -0.4}, {0, 1000}}, {{1000, 0}, {1000, 1000}}})});
  ASSERT_OK(report);
  EXPECT_EQ(report->closed_count, 1U);
  EXPECT_EQ(report->unclosed_count, 0U);
  EXPECT_TRUE(report->gaps.empty());
  EXPECT_NEAR(report->closed_m2, 1e6, 1000);
  EXPECT_NEAR(report->blocks[0].break_m, 2000, 2);
}

TEST(BreakBlocks, GapOfAHundredMetres) {
  const auto report =
      breakBlocks({kRoad, kRiver, layer(Barrier::kBreak, {{{0, 0}, {0, 1000}}, {{1000, 0}, {1000, 900}}})});
  ASSERT_OK(report);
  EXPECT_EQ(report->closed_count, 0U);
  ASSERT_EQ(report->unclosed_count, 1U);
  ASSERT_EQ(report->gaps.size(), 1U);
  EXPECT_EQ(report->gaps[0].break_fid, 2);
  EXPECT_NEAR(report->gaps[0].length_m, 100, 0.1);
  EXPECT_NEAR(report->gaps[0].close_at.y_m, 1000, 0.1);
  EXPECT_EQ(report->gaps[0].closes_on, Barrier::kRiver);
  EXPECT_EQ(report->blocks[0].gaps, (std::vector<std::uint32_t>{0}));
  EXPECT_NEAR(report->unclosed_m2, 1e6, 1000);
}

TEST(BreakBlocks, EndTooFarFromAnything) {
  BlockOptions options;
  options.max_gap_m = 50;
  const auto report =
      breakBlocks({kRoad, kRiver, layer(Barrier::kBreak, {{{0, 0}, {0, 1000}}, {{1000, 0}, {1000, 900}}})}, options);
  ASSERT_OK(report);
  EXPECT_TRUE(report->gaps.empty());
  ASSERT_EQ(report->loose_ends.size(), 1U);
  EXPECT_NEAR(report->loose_ends[0].end.y_m, 900, 0.1);
  EXPECT_EQ(report->closed_count + report->unclosed_count, 0U);
}

TEST(BreakBlocks, CrossingBreaksShareMeshes) {
  // a cross inside a frame of four breaks: four meshes
  const auto report = breakBlocks(
      {layer(Barrier::kBreak,
             {{{0, 0}, {400, 0}, {400, 400}, {0, 400}, {0, 0}}, {{200, 0}, {200, 400}}, {{0, 200}, {400, 200}}})});
  ASSERT_OK(report);
  EXPECT_EQ(report->closed_count, 4U);
  EXPECT_NEAR(report->closed_m2, 160000, 50);
}

TEST(BreakBlocks, SpurInsideAMeshClosesNothing) {
  BlockOptions options;
  options.max_gap_m = 30;
  const auto report = breakBlocks(
      {kRoad, kRiver, layer(Barrier::kBreak, {{{0, 0}, {0, 1000}}, {{1000, 0}, {1000, 1000}}, {{500, 0}, {500, 400}}})},
      options);
  ASSERT_OK(report);
  EXPECT_EQ(report->closed_count, 1U);
  EXPECT_NEAR(report->closed_m2, 1e6, 1000);
  EXPECT_NEAR(report->blocks[0].break_m, 2000, 2);
  EXPECT_EQ(report->loose_ends.size(), 1U);
}

TEST(BreakBlocks, NoBreaks) { EXPECT_CODE(breakBlocks({kRoad, kRiver}), kNoData); }

}  // namespace
}  // namespace gis::fire
