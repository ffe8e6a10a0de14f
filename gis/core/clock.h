// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>

namespace gis {

// Where "now" comes from. Injected everywhere, so that tests and the demo decide the time. Any thread.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual std::int64_t nowUtcMs() const = 0;
};

class SystemClock final : public Clock {
 public:
  std::int64_t nowUtcMs() const override;
};

class FixedClock final : public Clock {
 public:
  explicit FixedClock(std::int64_t now_utc_ms) : m_now_utc_ms(now_utc_ms) {}
  std::int64_t nowUtcMs() const override { return m_now_utc_ms; }

 private:
  std::int64_t m_now_utc_ms;
};

// "2026-05-01T00:00:00.000Z", the form GeoPackage 1.3 asks for in DATETIME columns.
std::string formatUtc(std::int64_t utc_ms);

}  // namespace gis
