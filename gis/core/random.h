// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>

namespace gis {

// A small repeatable generator (PCG32, O'Neill 2014, minimal form). The standard library's distributions differ between
// implementations; these do not, so a seed gives the same bytes everywhere. One thread.
class Random {
 public:
  explicit Random(std::uint64_t seed, std::uint64_t stream = 1) : m_inc((stream << 1) | 1) {
    next();
    m_state += seed;
    next();
  }
  std::uint32_t next() {
    const std::uint64_t old = m_state;
    m_state = old * 6364136223846793005ULL + m_inc;
    const auto xorshifted = static_cast<std::uint32_t>(((old >> 18) ^ old) >> 27);
    const auto rot = static_cast<std::uint32_t>(old >> 59);
    return (xorshifted >> rot) | (xorshifted << ((32 - rot) & 31));
  }
  std::uint64_t next64() { return (static_cast<std::uint64_t>(next()) << 32) | next(); }
  // [0, 1)
  double uniform() { return next() * 0x1p-32; }
  double uniform(double from, double to) { return from + (to - from) * uniform(); }
  // [0, n); n > 0
  std::uint32_t below(std::uint32_t n) {
    return static_cast<std::uint32_t>((static_cast<std::uint64_t>(next()) * n) >> 32);
  }
  bool chance(double probability) { return uniform() < probability; }
  // Mean 0, standard deviation 1 (sum of twelve uniforms: exact on every machine, tails cut at 6).
  double normal() {
    double sum = -6;
    for (int i = 0; i < 12; ++i) sum += uniform();
    return sum;
  }

 private:
  std::uint64_t m_state = 0;
  std::uint64_t m_inc;
};

}  // namespace gis
