// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/error.h"

namespace gis {

// The order of texts as a Chinese index has it: by pinyin, digits inside a text by their value ("2组" before "10组").
// The place of each text in it, equal texts sharing one; the empty text is last. A character with several readings has
// its most frequent one (长 stands under zhang). Some 2 us a text. Fails with kCancelled; without ICU's data the texts
// are ordered by their bytes. Any thread. Source: Unicode CLDR, collation zh-u-co-pinyin.
Result<std::vector<std::uint32_t>> nameRanks(const std::vector<std::string_view>& texts, const CancelToken& cancel);

}  // namespace gis
