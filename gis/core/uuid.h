// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <memory>
#include <string>

#include "gis/core/clock.h"
#include "gis/core/random.h"

namespace gis {

// UUID version 7 (RFC 9562 section 5.7): 48 bits of UTC milliseconds, then random bits, so identifiers of two laptops
// never collide and sort by time. Within one millisecond the 12 bits after the version count up, so order is kept.
// One thread per source.
class UuidSource {
 public:
  // Real identifiers: system randomness. Repeatable ones (demo, tests): give a seed.
  explicit UuidSource(std::shared_ptr<const Clock> clock);
  UuidSource(std::shared_ptr<const Clock> clock, std::uint64_t seed);
  // "0190a1b2-c3d4-7abc-8def-0123456789ab"
  std::string next();

 private:
  std::shared_ptr<const Clock> m_clock;
  Random m_random;
  std::int64_t m_last_utc_ms = -1;
  std::uint32_t m_counter = 0;
};

}  // namespace gis
