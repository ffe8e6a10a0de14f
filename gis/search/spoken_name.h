// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

#include "gis/core/error.h"
#include "gis/hanzi/pinyin.h"

namespace gis {

// What a name may be looked for by: each value is a list of words with spaces between, the whole name first, then its
// ends, so that "yuanxian" and "yx" find 沁源县 as well.
struct SpokenName {
  std::string pinyin;    // "qinyuanxian yuanxian xian"
  std::string initials;  // "qyx yx x"
};

// Characters with a second reading in names of places and people (长 zhang/chang, 乐 le/yue ...) give further words.
// `initials` are those that the table holds, which are right where a reading is not; may be empty.
SpokenName spokenName(const PinyinReader& reader, std::string_view name, std::string_view initials);

// A text as the index holds it and as it is asked for: folded, each Chinese character a word of its own, so that any
// part of a name is a phrase.
std::string spacedText(std::string_view utf8);

}  // namespace gis
