// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/terrain/flow.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "drawn.h"

using namespace gis::terrain;
using testing::ElementsAre;

// Two valleys that meet and leave in the south.
static const std::vector<std::string> kTwoValleys = {"c9c9c",  //
                                                     "c8b8c",  //
                                                     "c7b7c",  //
                                                     "cb6bc",  //
                                                     "cc5cc",  //
                                                     "cc4cc"};

TEST(FlowDirections, followTheSteepestDescent) {
  const Drawn d = drawn(kTwoValleys);
  const auto rows = arrows(d.size, flowDirections(d.size, d.height_m));
  EXPECT_EQ(rows[1][1], '2');  // south along the western valley
  EXPECT_EQ(rows[2][1], '3');  // south-east to the meeting
  EXPECT_EQ(rows[2][3], '1');
  EXPECT_EQ(rows[3][2], '2');
  EXPECT_EQ(rows[5][2], '5');  // leaves the grid
}

TEST(FlowDirections, tieGoesToTheSmallestCode) {
  const Drawn d = drawn({"343", "454", "343"});
  EXPECT_EQ(arrows(d.size, flowDirections(d.size, d.height_m))[1], "898");
}

TEST(UpstreamCells, countsWhatDrainsThrough) {
  const Drawn d = drawn(kTwoValleys);
  const auto flow = flowDirections(d.size, d.height_m);
  const auto count = upstreamCells(d.size, flow);
  EXPECT_EQ(count[d.size.at(2, 5)], 28U);  // all but the two flat corners of the last row
  EXPECT_EQ(count[d.size.at(2, 3)], count[d.size.at(1, 2)] + count[d.size.at(3, 2)] + count[d.size.at(2, 2)] +
                                        count[d.size.at(1, 3)] + count[d.size.at(3, 3)] + 1);
}

TEST(StrahlerOrders, risesOnlyWhereEqualsMeet) {
  const Drawn d = drawn(kTwoValleys);
  const auto flow = flowDirections(d.size, d.height_m);
  const auto order = strahlerOrders(d.size, flow, upstreamCells(d.size, flow), 4);
  EXPECT_EQ(order[d.size.at(1, 2)], 1);
  EXPECT_EQ(order[d.size.at(3, 2)], 1);
  EXPECT_EQ(order[d.size.at(2, 3)], 2);
  EXPECT_EQ(order[d.size.at(2, 5)], 2);
  EXPECT_EQ(order[d.size.at(0, 0)], 0);
}

TEST(LabelCatchments, nestedOutletsKeepTheirOwn) {
  const Drawn d = drawn(kTwoValleys);
  const auto flow = flowDirections(d.size, d.height_m);
  const std::vector<std::size_t> outlets = {d.size.at(2, 5), d.size.at(1, 2)};
  const auto label = labelCatchments(d.size, flow, outlets);
  EXPECT_EQ(label[d.size.at(1, 1)], 2U);
  EXPECT_EQ(label[d.size.at(3, 1)], 1U);
  EXPECT_EQ(static_cast<std::uint32_t>(std::count(label.begin(), label.end(), 2U)),
            upstreamCells(d.size, flow)[d.size.at(1, 2)]);
}

TEST(LongestFlowPath, runsFromTheFarthestHead) {
  const Drawn d = drawn({"9999999",  //
                         "7654321",  //
                         "9999999"});
  const auto flow = flowDirections(d.size, d.height_m);
  const FlowPath path = longestFlowPath(d.size, flow, d.size.at(6, 1));
  EXPECT_EQ(path.catchment_cells, cellsUpstreamOf(d.size, flow, d.size.at(6, 1)).size());
  EXPECT_EQ(path.cells.back(), d.size.at(6, 1));
  EXPECT_GE(path.length_cells, 6);
}

TEST(DownstreamOrder, leavesOutLoopsOfForeignRasters) {
  const GridSize size = {3, 1};
  EXPECT_EQ(downstreamOrder(size, std::vector<std::uint8_t>{1, 5, 0}).size(), 1U);  // the first two face each other
  EXPECT_EQ(downstreamOrder(size, std::vector<std::uint8_t>{1, 1, 0}).size(), 3U);
}
