// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <string>
#include <string_view>

namespace gis {

// Lower-case hexadecimal, two letters a byte.
std::string hexOf(std::span<const unsigned char> bytes);

// BLAKE2b (RFC 7693) of 32 bytes, as hexOf() writes it.
std::string blake2bHex(std::string_view bytes);

// The link of an append-only log: the hash of the entry before and every field of this one, so that nobody changes,
// adds or takes out an entry unseen. Each field is hashed behind its length: no two entries have the same bytes. One
// thread.
class ChainedHash {
 public:
  explicit ChainedHash(std::string_view hash_before) { add(hash_before); }
  void add(std::string_view field);
  std::string hex() const { return blake2bHex(m_bytes); }

 private:
  std::string m_bytes;
};

}  // namespace gis
