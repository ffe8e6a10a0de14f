// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/core/uuid.h"

#include <fmt/format.h>

#include <random>

namespace gis {
namespace {

std::uint64_t systemSeed() {
  std::random_device device;
  return (static_cast<std::uint64_t>(device()) << 32) | device();
}

}  // namespace

UuidSource::UuidSource(std::shared_ptr<const Clock> clock)
    : m_clock(std::move(clock)), m_random(systemSeed(), systemSeed()) {}

UuidSource::UuidSource(std::shared_ptr<const Clock> clock, std::uint64_t seed)
    : m_clock(std::move(clock)), m_random(seed, 0x7575) {}

std::string UuidSource::next() {
  std::int64_t now_utc_ms = m_clock->nowUtcMs();
  if (now_utc_ms <= m_last_utc_ms) {
    // Same millisecond, or the clock went back: count on from the last one; a full counter borrows a millisecond.
    now_utc_ms = m_last_utc_ms;
    if (++m_counter > 0xFFF) {
      m_counter = 0;
      ++now_utc_ms;
    }
  } else {
    m_counter = m_random.next() & 0x3FF;
  }
  m_last_utc_ms = now_utc_ms;
  const auto time = static_cast<std::uint64_t>(now_utc_ms) & 0xFFFFFFFFFFFFULL;
  const std::uint64_t tail = (m_random.next64() & 0x3FFFFFFFFFFFFFFFULL) | 0x8000000000000000ULL;
  return fmt::format("{:08x}-{:04x}-7{:03x}-{:04x}-{:012x}", time >> 16, time & 0xFFFF, m_counter, tail >> 48,
                     tail & 0xFFFFFFFFFFFFULL);
}

}  // namespace gis
