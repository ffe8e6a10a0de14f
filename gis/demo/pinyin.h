// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace gis::demo {

// First letters of the pinyin of a Chinese name, lower case: 沁源县 -> "qyx"; digits and Latin letters stay (lower
// case), anything unknown is left out. Words of the table come before characters (长子 is "zz" though 长 alone is "c").
// Any thread. Source: data/pinyin_initials.txt (order of GB/T 2312-1980, place names by hand).
std::string pinyinInitials(std::string_view name);

}  // namespace gis::demo
