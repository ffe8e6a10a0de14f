// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

namespace gis {

// A 64-bit digest of bytes for telling whether two things are the same or a file is whole; not against forgery. The
// same on every machine of one byte order; several gigabytes a second. The numbers of xxHash64 (Collet, 2014) are used
// as multipliers, not its algorithm. One thread per object.
class Digest {
 public:
  void add(std::span<const std::byte> bytes);
  void add(std::string_view text) { add(std::as_bytes(std::span(text))); }
  void add(std::uint64_t number);
  // Of all that was added so far, in order and in the pieces it came in.
  std::uint64_t value() const;

 private:
  std::uint64_t m_state = 0x9e3779b185ebca87ULL;
};

}  // namespace gis
