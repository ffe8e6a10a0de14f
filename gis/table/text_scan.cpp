// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/table/text_scan.h"

#include <algorithm>
#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace gis {
namespace {

// Where `needle` stands at `from` or after it. Sixteen places are tried at once by the needle's first and last byte;
// few agree in both.
std::size_t findFrom(std::string_view texts, std::string_view needle, std::size_t from) {
#ifdef __SSE2__
  const std::size_t reach = needle.size() - 1;
  const __m128i first = _mm_set1_epi8(needle.front());
  const __m128i last = _mm_set1_epi8(needle.back());
  while (from + reach + 16 <= texts.size()) {
    const char* at = texts.data() + from;
    const __m128i here = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const __m128i there = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + reach));
    auto both = static_cast<unsigned>(
        _mm_movemask_epi8(_mm_and_si128(_mm_cmpeq_epi8(here, first), _mm_cmpeq_epi8(there, last))));
    for (; both != 0; both &= both - 1) {
      const auto place = static_cast<std::size_t>(std::countr_zero(both));
      if (reach < 2 || std::memcmp(at + place + 1, needle.data() + 1, reach - 1) == 0) return from + place;
    }
    from += 16;
  }
#endif
  return texts.find(needle, from);
}

}  // namespace

void markTextsWith(std::string_view needle, std::string_view texts, std::span<const std::uint32_t> start,
                   std::vector<std::uint8_t>& hit) {
  std::size_t text = 0;
  for (std::size_t at = findFrom(texts, needle, 0); at != std::string_view::npos;) {
    // The hits come in order: look ahead in growing steps, then between the last two.
    std::size_t step = 1;
    while (text + step + 1 < start.size() && start[text + step] <= at) step *= 2;
    const auto end = start.begin() + static_cast<std::ptrdiff_t>(std::min(text + step + 1, start.size()));
    const auto next = std::upper_bound(start.begin() + static_cast<std::ptrdiff_t>(text), end, at);
    text = static_cast<std::size_t>(next - start.begin()) - 1;
    hit[text] = 1;
    at = findFrom(texts, needle, start[text + 1]);
  }
}

}  // namespace gis
