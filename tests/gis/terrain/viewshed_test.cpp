// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/terrain/viewshed.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace gis::terrain {
namespace {

std::string drawn(const std::vector<Seen>& seen) {
  std::string text;
  for (const Seen s : seen) text += s == Seen::kSeen ? '#' : s == Seen::kHidden ? '.' : ' ';
  return text;
}

// Heights in tens of metres; the observer stands at the left end, 10 m up.
std::string looking(const std::string& heights, double target_height_m = 0, double range_m = 1e6) {
  std::vector<float> elevation_m;
  for (const char c : heights) elevation_m.push_back(static_cast<float>(c - '0') * 10);
  ViewshedOptions options;
  options.range_m = range_m;
  options.target_height_m = target_height_m;
  options.refraction_ratio = 0;
  const auto seen = viewshed({static_cast<int>(heights.size()), 1}, elevation_m, 30, options);
  return seen ? drawn(*seen) : "failed";
}

TEST(Viewshed, AWallHidesWhatIsBehind) {
  EXPECT_EQ(looking("0000000"), "#######");
  EXPECT_EQ(looking("0002000"), "####...");
  EXPECT_EQ(looking("0002009"), "####..#");
  EXPECT_EQ(looking("0003000", 60), "#######");
  EXPECT_EQ(looking("0000000", 0, 90), "####   ");
}

TEST(Viewshed, CurvatureAndRefraction) {
  // Published rule of surveying: 0.0785 m at 1 km for the curvature alone, 0.0683 m with the refraction of Gauss.
  EXPECT_NEAR(curvatureDropM(1000, 0), 0.0785, 5e-5);
  EXPECT_NEAR(curvatureDropM(1000, 0.13), 0.0683, 5e-5);
  // From 10 m over a plain the horizon is sqrt(2 R h) = 11.29 km away.
  const std::vector<float> plain(400, 0.0F);
  ViewshedOptions options;
  options.range_m = 1e6;
  options.refraction_ratio = 0;
  const auto seen = viewshed({400, 1}, plain, 50, options);
  ASSERT_TRUE(seen.has_value());
  const auto count = std::count(seen->begin(), seen->end(), Seen::kSeen);
  EXPECT_NEAR(static_cast<double>(count) * 50, std::sqrt(2 * 6'371'000.0 * 10), 100);
}

TEST(Viewshed, WrongInput) {
  const std::vector<float> plain(4, 0.0F);
  ViewshedOptions options;
  EXPECT_FALSE(viewshed({3, 1}, plain, 30, options).has_value());
  options.observer_column_cells = 5;
  EXPECT_FALSE(viewshed({4, 1}, plain, 30, options).has_value());
  options.observer_column_cells = 0, options.range_m = 0;
  EXPECT_FALSE(viewshed({4, 1}, plain, 30, options).has_value());
  const std::vector<float> nothing(4, std::nanf(""));
  options.range_m = 100;
  EXPECT_FALSE(viewshed({4, 1}, nothing, 30, options).has_value());
}

// Higher up one sees no less; and who sees a place is seen from it.
RC_GTEST_PROP(Viewshed, HigherAndBack, ()) {
  const int side = 12;
  std::vector<float> elevation_m;
  for (int i = 0; i < side * side; ++i) elevation_m.push_back(static_cast<float>(*rc::gen::inRange(0, 100)));
  ViewshedOptions options;
  options.observer_column_cells = *rc::gen::inRange(0, side);
  options.observer_row_cells = *rc::gen::inRange(0, side);
  options.observer_height_m = options.target_height_m = 5;
  options.range_m = 1e5;
  const auto low = viewshed({side, side}, elevation_m, 30, options);
  options.observer_height_m = 25;
  const auto high = viewshed({side, side}, elevation_m, 30, options);
  RC_ASSERT(low.has_value() && high.has_value());
  for (std::size_t i = 0; i < low->size(); ++i) RC_ASSERT(!((*low)[i] == Seen::kSeen && (*high)[i] == Seen::kHidden));
  const int column = *rc::gen::inRange(0, side), row = *rc::gen::inRange(0, side);
  options.observer_height_m = 5;
  const auto there = (*low)[static_cast<std::size_t>(row * side + column)];
  ViewshedOptions back = options;
  back.observer_column_cells = column, back.observer_row_cells = row;
  const auto from_there = viewshed({side, side}, elevation_m, 30, back);
  RC_ASSERT(from_there.has_value());
  RC_ASSERT(
      (*from_there)[static_cast<std::size_t>(options.observer_row_cells * side + options.observer_column_cells)] ==
      there);
}

}  // namespace
}  // namespace gis::terrain
