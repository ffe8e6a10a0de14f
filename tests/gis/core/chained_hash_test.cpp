// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/core/chained_hash.h"

#include <gtest/gtest.h>

#include <array>

namespace {

TEST(ChainedHash, IsBlake2bOf32Bytes) {
  // Computed with another program: `printf abc | b2sum -l 256`.
  EXPECT_EQ(gis::blake2bHex("abc"), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST(ChainedHash, WritesEveryByteWithTwoDigits) {
  EXPECT_EQ(gis::hexOf(std::array<unsigned char, 4>{0x00, 0x0f, 0xa0, 0xff}), "000fa0ff");
}

TEST(ChainedHash, TellsFieldsApart) {
  gis::ChainedHash one("before"), other("before"), third("other");
  one.add("ab"), one.add("c");
  other.add("a"), other.add("bc");
  third.add("ab"), third.add("c");
  EXPECT_NE(one.hex(), other.hex());
  EXPECT_NE(one.hex(), third.hex());
  // What has been written with it stays valid: the fields behind their lengths.
  EXPECT_EQ(one.hex(), gis::blake2bHex("6:before2:ab1:c"));
}

}  // namespace
