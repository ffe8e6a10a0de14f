// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/coverage/resolve_row.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace gis {

namespace {

std::uint32_t plain(const std::uint32_t* sums, std::uint8_t* coverage, int first, int last, std::uint32_t sum) {
  for (int i = first; i < last; ++i) {
    sum += sums[i];
    coverage[i] = coverageOf(sum);
  }
  return sum;
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) std::uint32_t avx2(const std::uint32_t* sums, std::uint8_t* coverage, int first,
                                                   int last) {
  std::uint32_t sum = 0;
  __m128i inside = _mm_setzero_si128();  // eight times the coverage that goes with `sum`
  const __m256i full = _mm256_set1_epi32(131072), times = _mm256_set1_epi32(255), half = _mm256_set1_epi32(65536);
  int i = first;
  for (; i + 8 <= last; i += 8) {
    __m256i v = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(sums + i));
    // No border here, as in most of a large area.
    if (_mm256_testz_si256(v, v)) {
      _mm_storel_epi64(reinterpret_cast<__m128i*>(coverage + i), inside);
      continue;
    }
    v = _mm256_add_epi32(v, _mm256_slli_si256(v, 4));
    v = _mm256_add_epi32(v, _mm256_slli_si256(v, 8));
    // The lower half's total goes to the whole upper half.
    const __m256i lower = _mm256_shuffle_epi32(_mm256_permute2x128_si256(v, v, 0x08), 0xff);
    v = _mm256_add_epi32(v, lower);
    v = _mm256_add_epi32(v, _mm256_set1_epi32(static_cast<int>(sum)));
    sum = static_cast<std::uint32_t>(_mm256_extract_epi32(v, 7));
    const __m256i cut = _mm256_min_epu32(_mm256_abs_epi32(v), full);
    const __m256i alpha = _mm256_srli_epi32(_mm256_add_epi32(_mm256_mullo_epi32(cut, times), half), 17);
    const __m128i words = _mm_packus_epi32(_mm256_castsi256_si128(alpha), _mm256_extracti128_si256(alpha, 1));
    const __m128i bytes = _mm_packus_epi16(words, words);
    _mm_storel_epi64(reinterpret_cast<__m128i*>(coverage + i), bytes);
    inside = _mm_shuffle_epi8(bytes, _mm_set1_epi8(7));
  }
  return plain(sums, coverage, i, last, sum);
}
#endif

}  // namespace

std::uint32_t resolveRow(const std::uint32_t* sums, std::uint8_t* coverage, int first, int last, CpuPath path) {
#if defined(__x86_64__)
  if (path == CpuPath::kAvx2) return avx2(sums, coverage, first, last);
#endif
  static_cast<void>(path);
  return plain(sums, coverage, first, last, 0);
}

}  // namespace gis
