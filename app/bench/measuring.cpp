// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/measuring.h"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>

namespace app {

double threadCpuMs() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

double percentile(std::vector<double> values, double share_percent) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  const double rank = std::ceil(share_percent / 100 * static_cast<double>(values.size()));
  return values[static_cast<std::size_t>(std::clamp(rank, 1.0, static_cast<double>(values.size()))) - 1];
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double peakMemoryMib() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (!line.starts_with("VmHWM:")) continue;
    double kib = -1;
    std::istringstream(line.substr(6)) >> kib;
    return kib / 1024;
  }
  return -1;
}

void resetPeakMemory() {
  constexpr char kPeakOnly = '5';  // proc(5), clear_refs
  std::ofstream("/proc/self/clear_refs") << kPeakOnly;
}

}  // namespace app
