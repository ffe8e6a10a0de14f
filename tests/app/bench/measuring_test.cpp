// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/measuring.h"

#include <gtest/gtest.h>

#include <vector>

TEST(Measuring, MedianAndPercentilesByNearestRank) {
  EXPECT_EQ(app::median({}), 0);
  EXPECT_EQ(app::median({3, 1, 2}), 2);
  EXPECT_EQ(app::median({4, 1, 2, 3}), 2.5);
  const std::vector<double> ten = {10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
  EXPECT_EQ(app::percentile(ten, 95), 10);
  EXPECT_EQ(app::percentile(ten, 90), 9);
  EXPECT_EQ(app::percentile(ten, 0), 1);
  EXPECT_EQ(app::percentile({}, 50), 0);
}

TEST(Measuring, ThreadTimeCountsWorkOnly) {
  const double before_ms = app::threadCpuMs();
  const app::Stopwatch watch;
  volatile double sum = 0;
  while (watch.elapsedMs() < 3) sum = sum + 1;
  const double spent_ms = app::threadCpuMs() - before_ms;
  EXPECT_GT(spent_ms, 0);
  EXPECT_LE(spent_ms, watch.elapsedMs() + 1);
}

TEST(Measuring, PeakMemoryGrowsWithWhatIsTouched) {
  const double before_mib = app::peakMemoryMib();
  if (before_mib < 0) GTEST_SKIP() << "this system does not tell how much memory a program has (/proc)";
  constexpr std::size_t kMib = 64;
  std::vector<char> block(kMib << 20, 1);
  EXPECT_GE(app::peakMemoryMib() + block[12345], before_mib + 32);
}
