// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/core/chained_hash.h"

#include <sodium.h>

#include <array>
#include <charconv>
#include <limits>

namespace gis {

std::string hexOf(std::span<const unsigned char> bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex(bytes.size() * 2, '0');
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    hex[i * 2] = kDigits[bytes[i] >> 4];
    hex[i * 2 + 1] = kDigits[bytes[i] & 15];
  }
  return hex;
}

std::string blake2bHex(std::string_view bytes) {
  std::array<unsigned char, crypto_generichash_BYTES> digest{};
  crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                     nullptr, 0);
  return hexOf(digest);
}

void ChainedHash::add(std::string_view field) {
  std::array<char, std::numeric_limits<std::size_t>::digits10 + 1> length{};
  const auto end = std::to_chars(length.data(), length.data() + length.size(), field.size());
  m_bytes.append(length.data(), end.ptr).append(1, ':').append(field);
}

}  // namespace gis
