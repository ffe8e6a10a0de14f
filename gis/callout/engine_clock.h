// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>

namespace gis {

// The time a call-out runs by: it starts at the wall clock and then follows a steady clock, so that a wall clock that
// is set, jumps or goes backwards moves no deadline. One thread.
class EngineClock {
 public:
  // `at_least_utc_ms`: the last event that is written; a clock that was set back while the program was not running does
  // not bring it before.
  EngineClock(std::int64_t wall_utc_ms, std::int64_t steady_ms, std::int64_t at_least_utc_ms)
      : m_start_utc_ms(wall_utc_ms > at_least_utc_ms ? wall_utc_ms : at_least_utc_ms),
        m_start_steady_ms(steady_ms),
        m_drift_ms(m_start_utc_ms - wall_utc_ms) {}

  std::int64_t nowUtcMs(std::int64_t steady_ms) const {
    return m_start_utc_ms + (steady_ms > m_start_steady_ms ? steady_ms - m_start_steady_ms : 0);
  }
  // By how much the wall clock has left ours since it was last asked; 0 while it is less than two seconds.
  std::int64_t jumpMs(std::int64_t wall_utc_ms, std::int64_t steady_ms) {
    const std::int64_t drift_ms = nowUtcMs(steady_ms) - wall_utc_ms;
    const std::int64_t jump_ms = m_drift_ms - drift_ms;
    if (jump_ms > -kNoticedMs && jump_ms < kNoticedMs) return 0;
    m_drift_ms = drift_ms;
    return jump_ms;
  }

 private:
  static constexpr std::int64_t kNoticedMs = 2000;
  std::int64_t m_start_utc_ms, m_start_steady_ms, m_drift_ms;
};

}  // namespace gis
