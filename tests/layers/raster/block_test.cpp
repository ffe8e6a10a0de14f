// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <atomic>
#include <barrier>
#include <numeric>
#include <thread>

#include "layers/raster/block_cache.h"
#include "layers/raster/block_ladder.h"
#include "layers/raster/block_sampling.h"

using namespace layers;

namespace {

using Cache = BlockCache<std::uint16_t>;

Cache::Block blockOf(std::uint16_t value, std::size_t cells = 1000) {
  return std::make_shared<const RasterBlock<std::uint16_t>>(
      RasterBlock<std::uint16_t>{std::vector<std::uint16_t>(cells, value)});
}

}  // namespace

TEST(BlockLadder, StepsCoverTheRasterAndServeEveryScale) {
  const BlockLadder ladder({400000, 3950000, 571000, 4106600}, 30);
  EXPECT_EQ(ladder.blockColumns(0), 23);
  EXPECT_EQ(ladder.blockRows(0), 21);
  EXPECT_EQ(ladder.blockColumns(ladder.levels() - 1), 1);
  EXPECT_EQ(ladder.levelFor(2.6), 0) << "enlarged";
  EXPECT_EQ(ladder.levelFor(30), 0);
  EXPECT_EQ(ladder.levelFor(110), 2);
  EXPECT_EQ(ladder.levelFor(1e9), ladder.levels() - 1);
  for (double pixel_m = 25; pixel_m < 10000; pixel_m *= 1.1) {
    const double cell_m = ladder.cellM(ladder.levelFor(pixel_m));
    EXPECT_LE(cell_m, pixel_m * 1.2 + 1e-9);
    if (ladder.levelFor(pixel_m) + 1 < ladder.levels()) {
      EXPECT_GT(cell_m, pixel_m * 0.6);
    }
  }
  // Neighbours share an edge, to the bit.
  const gis::MapBox west = ladder.box({1, 2, 3}), east = ladder.box({1, 3, 3}), south = ladder.box({1, 2, 4});
  EXPECT_EQ(west.max_x_m, east.min_x_m);
  EXPECT_EQ(west.min_y_m, south.max_y_m);
  EXPECT_EQ(ladder.box({1, 2, 3}, 1), west.grown(60));
}

RC_GTEST_PROP(AxisTaps, WeightsAddUpAndStayBesideThePixel, ()) {
  const double start = *rc::gen::inRange(-100000, 100000) / 37.0, step = *rc::gen::inRange(1, 400) / 100.0;
  const AxisTaps axis = tapsFor(start, step, 64);
  for (std::size_t i = 0; i < 64; ++i) {
    const AxisTaps::Pixel& pixel = axis.pixels[i];
    RC_ASSERT(std::accumulate(pixel.weights.begin(), pixel.weights.end(), 0) == AxisTaps::kWhole);
    RC_ASSERT(pixel.first >= axis.first_cell);
    const double at = start + static_cast<double>(i) * step;
    for (int tap = 0; tap < AxisTaps::kTaps; ++tap)
      if (pixel.weights[static_cast<std::size_t>(tap)] != 0) {
        RC_ASSERT(tap < axis.used_taps);
        RC_ASSERT(pixel.first + tap < axis.end_cell);
        RC_ASSERT(std::abs(pixel.first + tap + 0.5 - at) <= 2.01);
      }
  }
}

TEST(AxisTaps, CellsThatFallOnPixelsAreTakenAsTheyAre) {
  const AxisTaps axis = tapsFor(10.5, 1, 5);
  EXPECT_EQ(axis.first_cell, 10);
  EXPECT_EQ(axis.used_taps, 1);
  EXPECT_EQ(axis.pixels[4].first, 14);
  EXPECT_EQ(axis.pixels[4].weights[0], AxisTaps::kWhole);
}

TEST(AxisTaps, ReductionPassesOverNoCell) {
  const AxisTaps axis = tapsFor(0.3, 1.66, 300);
  std::vector<int> weight(600);
  for (const AxisTaps::Pixel& pixel : axis.pixels)
    for (int tap = 0; tap < AxisTaps::kTaps; ++tap)
      if (pixel.first + tap >= 0)
        weight[static_cast<std::size_t>(pixel.first + tap)] += pixel.weights[static_cast<std::size_t>(tap)];
  for (std::size_t cell = 3; cell < 490; ++cell) EXPECT_GT(weight[cell], AxisTaps::kWhole / 4) << cell;
}

TEST(BlockCache, KeepsWhatWasUsedLastWithinTheBudget) {
  Cache cache(10'000);  // four blocks of 2 kB
  int made = 0;
  const auto get = [&](int column) {
    return cache.get({0, column, 0}, {}, [&] {
      ++made;
      return blockOf(static_cast<std::uint16_t>(column));
    });
  };
  for (const int column : {0, 1, 2, 3}) get(column);
  get(0);
  EXPECT_EQ(made, 4);
  get(4);
  EXPECT_LE(cache.bytesHeld(), 10'000U);
  get(0);
  EXPECT_EQ(made, 5) << "0 was used, 1 had to go";
  EXPECT_EQ(get(1)->cells[0], 1);
  EXPECT_EQ(made, 6);
}

TEST(BlockCache, OneMakesTheOthersWait) {
  Cache cache(1 << 20);
  std::atomic<int> made = 0;
  std::barrier together(8);
  std::vector<std::jthread> workers;
  for (int i = 0; i < 8; ++i)
    workers.emplace_back([&] {
      together.arrive_and_wait();
      for (int column = 0; column < 50; ++column) {
        const auto block = cache.get({0, column, 0}, {}, [&] {
          ++made;
          return blockOf(static_cast<std::uint16_t>(column));
        });
        ASSERT_TRUE(block);
        ASSERT_EQ(block->cells[0], column);
      }
    });
  workers.clear();
  EXPECT_EQ(made, 50);
}

TEST(BlockCache, MakerThatGivesUpLeavesTheBlockToThoseWhoWait) {
  Cache cache(1 << 20);
  std::barrier begun(2), asked(2);
  std::jthread first([&] {
    EXPECT_FALSE(cache.get({}, {}, [&]() -> Cache::Block {
      begun.arrive_and_wait();
      asked.arrive_and_wait();
      return nullptr;  // cancelled
    }));
  });
  begun.arrive_and_wait();
  std::jthread second([&] { EXPECT_TRUE(cache.get({}, {}, [] { return blockOf(7); })); });
  // Somebody who is cancelled while another makes the block does not wait for it.
  const gis::CancelToken cancelled = gis::CancelToken::create();
  cancelled.cancel();
  EXPECT_FALSE(cache.get({}, cancelled, [] { return blockOf(9); }));
  asked.arrive_and_wait();
  first.join(), second.join();
  EXPECT_EQ(cache.get({}, {}, [] { return blockOf(8); })->cells[0], 7);
  // Nor does an exception leave a mark behind that nobody lifts.
  EXPECT_THROW(cache.get({1, 0, 0}, {}, []() -> Cache::Block { throw std::bad_alloc(); }), std::bad_alloc);
  EXPECT_TRUE(cache.get({1, 0, 0}, {}, [] { return blockOf(3); }));
}
