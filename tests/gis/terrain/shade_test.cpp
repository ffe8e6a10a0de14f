// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/terrain/shade.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

using namespace gis::terrain;

namespace {

std::vector<float> plane(GridSize size, double east_ratio, double north_ratio, double cell_m) {
  std::vector<float> z;
  for (int row = 0; row < size.rows; ++row)
    for (int column = 0; column < size.columns; ++column)
      z.push_back(static_cast<float>(500 + cell_m * (east_ratio * column - north_ratio * row)));
  return z;
}

}  // namespace

TEST(Slope, ofPlanesIsExact) {
  struct Row {
    std::string name;
    double east_ratio, north_ratio, slope_deg;
  };
  const GridSize size = {5, 5};
  for (const Row& row : {Row{"flat", 0, 0, 0}, Row{"rises east 1:1", 1, 0, 45}, Row{"falls north 1:2", 0, -0.5, 26.565},
                         Row{"both", 0.3, 0.4, 26.565}}) {
    const auto slope = slopeDegrees(size, plane(size, row.east_ratio, row.north_ratio, 30), 30);
    EXPECT_NEAR(slope[size.at(2, 2)], row.slope_deg, 0.01) << row.name;
  }
}

TEST(Hillshade, flatGroundShowsTheLightsHeight) {
  const GridSize size = {4, 4};
  const auto shade = hillshade(size, plane(size, 0, 0, 30), 30);
  EXPECT_EQ(shade[size.at(1, 1)], static_cast<int>(1 + 254 * std::sin(45 * 3.14159265358979 / 180)));
}

TEST(Hillshade, slopesTowardsTheLightAreBrighter) {
  const GridSize size = {5, 5};
  // Light from the north-west: ground that falls to the north-west faces it.
  const int facing = hillshade(size, plane(size, 0.5, -0.5, 30), 30)[size.at(2, 2)];
  const int flat = hillshade(size, plane(size, 0, 0, 30), 30)[size.at(2, 2)];
  const int turned = hillshade(size, plane(size, -0.5, 0.5, 30), 30)[size.at(2, 2)];
  EXPECT_GT(facing, flat);
  EXPECT_GT(flat, turned);
}

TEST(Hillshade, noDataIsZero) {
  const GridSize size = {3, 3};
  std::vector<float> z(9, 5);
  z[4] = std::numeric_limits<float>::quiet_NaN();
  const auto shade = hillshade(size, z, 30);
  EXPECT_EQ(shade[4], 0);
  EXPECT_GT(shade[0], 0);
}
