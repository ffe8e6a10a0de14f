// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/core/digest.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace gis {

namespace {

std::uint64_t digestOf(std::string_view text) {
  Digest digest;
  digest.add(text);
  return digest.value();
}

}  // namespace

TEST(Digest, EveryByteAndTheLengthCount) {
  std::string text(100, 'x');
  std::set<std::uint64_t> seen = {digestOf(text)};
  for (std::size_t i = 0; i < text.size(); ++i)
    for (int bit = 0; bit < 8; ++bit) {
      std::string other = text;
      other[i] = static_cast<char>(other[i] ^ (1 << bit));
      EXPECT_TRUE(seen.insert(digestOf(other)).second) << i << " " << bit;
    }
  for (std::size_t length = 0; length < text.size(); ++length)
    EXPECT_TRUE(seen.insert(digestOf(text.substr(0, length))).second) << length;
  EXPECT_TRUE(seen.insert(digestOf(std::string(100, '\0'))).second);
  EXPECT_TRUE(seen.insert(digestOf(std::string(101, '\0'))).second);
}

TEST(Digest, TheOrderCountsAndTheSameIsTheSame) {
  Digest a, b, again;
  a.add("first"), a.add("second"), a.add(7);
  b.add("second"), b.add("first"), b.add(7);
  again.add("first"), again.add("second"), again.add(7);
  EXPECT_NE(a.value(), b.value());
  EXPECT_EQ(a.value(), again.value());
  EXPECT_EQ(a.value(), a.value()) << "asking changes nothing";
}

}  // namespace gis
