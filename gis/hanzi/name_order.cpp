// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/hanzi/name_order.h"

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <numeric>
#include <string>

namespace gis {

Result<std::vector<std::uint32_t>> nameRanks(const std::vector<std::string_view>& texts, const CancelToken& cancel) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Collator> order(icu::Collator::createInstance(icu::Locale("zh@collation=pinyin"), status));
  if (U_SUCCESS(status)) order->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  std::vector<std::string> keys(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i % 4096 == 0 && cancel.cancelled()) return fail(ErrorCode::kCancelled, {});
    if (U_FAILURE(status) || !order) {
      keys[i] = std::string(texts[i]);
      continue;
    }
    const auto text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(texts[i].data(), static_cast<std::int32_t>(texts[i].size())));
    std::uint8_t small[256];
    const std::int32_t needed = order->getSortKey(text, small, sizeof small);
    if (needed <= static_cast<std::int32_t>(sizeof small)) {
      keys[i].assign(reinterpret_cast<const char*>(small), static_cast<std::size_t>(needed));
    } else {
      std::vector<std::uint8_t> large(static_cast<std::size_t>(needed));
      order->getSortKey(text, large.data(), needed);
      keys[i].assign(reinterpret_cast<const char*>(large.data()), large.size());
    }
  }
  std::vector<std::uint32_t> by_key(texts.size());
  std::iota(by_key.begin(), by_key.end(), 0u);
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    if (texts[a].empty() != texts[b].empty()) return texts[b].empty();
    return keys[a] < keys[b];
  };
  std::ranges::sort(by_key, before);
  std::vector<std::uint32_t> ranks(texts.size());
  std::uint32_t rank = 0;
  for (std::size_t i = 0; i < by_key.size(); ++i) {
    if (i > 0 && before(by_key[i - 1], by_key[i])) rank = static_cast<std::uint32_t>(i);
    ranks[by_key[i]] = rank;
  }
  return ranks;
}

}  // namespace gis
