// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/core/digest.h"

#include <array>
#include <bit>
#include <cstring>

namespace gis {

namespace {

constexpr std::uint64_t kPrime1 = 0x9e3779b185ebca87ULL, kPrime2 = 0xc2b2ae3d27d4eb4fULL,
                        kPrime3 = 0x165667b19e3779f9ULL;

std::uint64_t mixed(std::uint64_t state, std::uint64_t word) {
  return std::rotl(state ^ (word * kPrime2), 31) * kPrime1 + kPrime3;
}

}  // namespace

void Digest::add(std::uint64_t number) { m_state = mixed(m_state, number); }

void Digest::add(std::span<const std::byte> bytes) {
  // Four lanes, so that no multiplication waits for the one before.
  std::array<std::uint64_t, 4> lanes = {m_state, m_state + kPrime1, m_state ^ kPrime2, m_state - kPrime3};
  std::size_t i = 0;
  const auto word = [&](std::size_t at, std::size_t count) {
    std::uint64_t value = 0;
    std::memcpy(&value, bytes.data() + at, count);
    return value;
  };
  for (; i + 32 <= bytes.size(); i += 32)
    for (std::size_t lane = 0; lane < 4; ++lane) lanes[lane] = mixed(lanes[lane], word(i + lane * 8, 8));
  for (; i + 8 <= bytes.size(); i += 8) lanes[0] = mixed(lanes[0], word(i, 8));
  if (i < bytes.size()) lanes[1] = mixed(lanes[1], word(i, bytes.size() - i));
  m_state = bytes.size();
  for (const std::uint64_t lane : lanes) m_state = mixed(m_state, lane);
}

std::uint64_t Digest::value() const {
  std::uint64_t value = m_state;
  value = (value ^ (value >> 33)) * kPrime2;
  value = (value ^ (value >> 29)) * kPrime3;
  return value ^ (value >> 32);
}

}  // namespace gis
