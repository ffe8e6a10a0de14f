// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/terrain/fill.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "drawn.h"
#include "gis/core/random.h"
#include "gis/terrain/flow.h"

using namespace gis::terrain;
using testing::ElementsAre;

TEST(FillDepressions, fillsABasinToItsSpill) {
  Drawn d = drawn({"9999999",  //
                   "9888889",  //
                   "9811189",  //
                   "9812183",  // the lip of this basin is the 8 ring; it spills over 8 to the edge's 3
                   "9811189",  //
                   "9888889",  //
                   "9999999"});
  EXPECT_EQ(fillDepressions(d.size, d.height_m, FillMode::kLevel), 9);
  EXPECT_THAT(digits(d.size, d.height_m),
              ElementsAre("9999999", "9888889", "9888889", "9888883", "9888889", "9888889", "9999999"));
}

TEST(FillDepressions, leavesAlonePlacesThatDrain) {
  Drawn d = drawn({"99999",  //
                   "95559",  //
                   "23559",  // a way out to the west
                   "95559",  //
                   "99999"});
  const auto before = d.height_m;
  EXPECT_EQ(fillDepressions(d.size, d.height_m, FillMode::kLevel), 0);
  EXPECT_EQ(d.height_m, before);
}

TEST(FillDepressions, drainsIntoHolesWithoutData) {
  Drawn d = drawn({"77777",  //
                   "75557",  //
                   "75.57",  //
                   "75557",  //
                   "77777"});
  EXPECT_EQ(fillDepressions(d.size, d.height_m, FillMode::kLevel), 0);
}

TEST(FillDepressions, epsilonGivesEveryCellAWayStrictlyDown) {
  gis::Random random(11);
  const GridSize size = {83, 61};
  std::vector<float> z(size.count());
  for (float& v : z) v = static_cast<float>(random.below(12));  // many flats and pits
  fillDepressions(size, z, FillMode::kEpsilon);
  const auto flow = flowDirections(size, z);
  for (int row = 1; row < size.rows - 1; ++row)
    for (int column = 1; column < size.columns - 1; ++column)
      ASSERT_NE(flow[size.at(column, row)], 0) << column << "," << row;
  EXPECT_EQ(downstreamOrder(size, flow).size(), size.count());
}

// The filled surface is the lowest one without depressions: the highest point of the easiest way out of each cell,
// found here the slow way.
TEST(FillDepressions, agreesWithTheEasiestWayOut) {
  gis::Random random(3);
  const GridSize size = {40, 30};
  std::vector<float> z(size.count());
  for (float& v : z) v = static_cast<float>(random.below(40));
  std::vector<float> way(z.size(), 1000);
  for (bool changed = true; changed;) {
    changed = false;
    for (int row = 0; row < size.rows; ++row)
      for (int column = 0; column < size.columns; ++column) {
        float best = row == 0 || column == 0 || row == size.rows - 1 || column == size.columns - 1 ? -1000.0F : 1000.0F;
        for (std::size_t d = 1; d <= 8; ++d)
          if (size.contains(column + kD8Column[d], row + kD8Row[d]))
            best = std::min(best, way[size.at(column + kD8Column[d], row + kD8Row[d])]);
        const float here = std::max(best, z[size.at(column, row)]);
        if (here < way[size.at(column, row)]) way[size.at(column, row)] = here, changed = true;
      }
  }
  fillDepressions(size, z, FillMode::kLevel);
  EXPECT_EQ(z, way);
}

TEST(FillDepressions, stopsWhenCancelled) {
  const GridSize size = {700, 700};
  gis::Random random(5);
  std::vector<float> z(size.count());
  for (float& v : z) v = static_cast<float>(random.uniform());
  const auto cancel = gis::CancelToken::create();
  cancel.cancel();
  EXPECT_EQ(fillDepressions(size, z, FillMode::kLevel, cancel), -1);
}
