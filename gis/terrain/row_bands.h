// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>
#include <functional>
#include <thread>
#include <vector>

namespace gis::terrain {

// Calls work(first_row, last_row_exclusive) for bands of rows on a few threads and waits for all. The work must write
// only to its own rows; then the result does not depend on the number of threads. Small grids stay on this thread.
inline void forRowBands(int rows, const std::function<void(int, int)>& work, int least_rows_per_band = 64) {
  const int most = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 8U));
  const int bands = std::clamp(rows / std::max(1, least_rows_per_band), 1, most);
  if (bands == 1) {
    work(0, rows);
    return;
  }
  std::vector<std::jthread> threads;
  for (int b = 1; b < bands; ++b) {
    const auto from = static_cast<int>(static_cast<long long>(rows) * b / bands);
    const auto to = static_cast<int>(static_cast<long long>(rows) * (b + 1) / bands);
    threads.emplace_back([&work, from, to] { work(from, to); });
  }
  work(0, static_cast<int>(static_cast<long long>(rows) / bands));
}

}  // namespace gis::terrain
