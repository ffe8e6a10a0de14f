// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <chrono>
#include <vector>

namespace app {

// Wall time since it was made.
class Stopwatch {
 public:
  double elapsedMs() const {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_start).count();
  }

 private:
  std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

// Time the calling thread has computed: what others do on the machine does not count.
double threadCpuMs();

// The value below which `share_percent` of the values lie (nearest rank); 0 for no values.
double percentile(std::vector<double> values, double share_percent);
// The middle value; of an even number of them the mean of the two in the middle. 0 for no values.
double median(std::vector<double> values);

// The most memory the process has held since it started or since the last reset (VmHWM, proc(5)); -1 where the system
// does not tell. A reset that the system refuses leaves the older peak.
double peakMemoryMib();
void resetPeakMemory();

}  // namespace app
