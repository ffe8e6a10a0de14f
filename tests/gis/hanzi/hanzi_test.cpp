// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "gis/hanzi/folded_text.h"
#include "gis/hanzi/name_order.h"
#include "gis/hanzi/pinyin.h"

namespace gis {

using ::testing::ElementsAre;

TEST(FoldedText, FullWidthAndCapitalsAreTheirOrdinaryTwins) {
  EXPECT_EQ(foldedText("Ｓ２２９　ＡbC＞"), "s229 abc>");
  EXPECT_EQ(foldedText("沁源县"), "沁源县");
}

TEST(FoldedText, WhatIsNoUtf8Stays) {
  EXPECT_EQ(foldedText("\xEF\xBC"), "\xEF\xBC");
  EXPECT_EQ(foldedText("\xE3"), "\xE3");
  EXPECT_EQ(foldedText("、"), "、");  // U+3001, beside the ideographic space
}

TEST(Pinyin, OneSyllableACharacter) {
  const auto reader = PinyinReader::open();
  ASSERT_TRUE(reader.has_value());
  EXPECT_THAT(reader->syllables("沁源县"), ElementsAre("qin", "yuan", "xian"));
  EXPECT_THAT(reader->syllables("重庆路"), ElementsAre("chong", "qing", "lu"));
  EXPECT_THAT(reader->syllables("S229县道（北）"), ElementsAre("s229", "xian", "dao", "bei"));
  EXPECT_THAT(reader->syllables(""), ElementsAre());
  EXPECT_THAT(reader->syllables("——"), ElementsAre());
}

TEST(NameOrder, ByPinyinNumbersByValueEmptyLast) {
  const auto ranks = nameRanks({"壶关", "", "2组", "安泽", "10组", "沁源", "安泽"}, {});
  ASSERT_TRUE(ranks.has_value());
  EXPECT_THAT(*ranks, ElementsAre(4, 6, 0, 2, 1, 5, 2));
}

TEST(NameOrder, Cancelled) {
  const auto cancel = CancelToken::create();
  cancel.cancel();
  EXPECT_EQ(nameRanks({"a"}, cancel).error().code, ErrorCode::kCancelled);
}

}  // namespace gis
