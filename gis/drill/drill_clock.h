// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gis/core/clock.h"

namespace gis::drill {

// The time within a drill: it stands where the drill has come. One thread.
class DrillClock final : public Clock {
 public:
  explicit DrillClock(std::int64_t now_utc_ms) : m_now_utc_ms(now_utc_ms) {}
  std::int64_t nowUtcMs() const override { return m_now_utc_ms; }
  void goTo(std::int64_t utc_ms) { m_now_utc_ms = utc_ms; }

 private:
  std::int64_t m_now_utc_ms;
};

}  // namespace gis::drill
