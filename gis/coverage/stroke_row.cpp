// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/coverage/stroke_row.h"

#include <cmath>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace gis {

namespace {

// Every product and sum is rounded by itself, in this order, on both paths.
std::uint8_t coverageAt(const StrokeRow& row, int i) {
  const auto step = static_cast<float>(i);
  const float along = row.along_px + step * row.along_step_px,
              across = std::abs(row.across_px + step * row.across_step_px);
  const float before = -along, behind = along - row.length_px;
  // Beyond a round end the distance is that to the end; at a flat one the end cuts.
  const float over_start = row.flat_start ? 0.0F : std::max(before, 0.0F);
  const float over_end = row.flat_end ? 0.0F : std::max(behind, 0.0F);
  const float over = std::max(over_start, over_end);
  const float distance = std::sqrt(across * across + over * over);
  float cover = row.reach_px - distance;
  if (row.flat_start) cover = std::min(cover, 0.5F - before);
  if (row.flat_end) cover = std::min(cover, 0.5F - behind);
  cover = std::min(std::max(cover, 0.0F), 1.0F);
  return static_cast<std::uint8_t>(cover * row.most_count + 0.5F);
}

void plain(std::uint8_t* mask, int from, int count, const StrokeRow& row) {
  for (int i = from; i < count; ++i) mask[i] = std::max(mask[i], coverageAt(row, i));
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) void avx2(std::uint8_t* mask, int count, const StrokeRow& row) {
  const __m256 zero = _mm256_setzero_ps(), one = _mm256_set1_ps(1), half = _mm256_set1_ps(0.5F);
  const __m256 sign = _mm256_castsi256_ps(_mm256_set1_epi32(0x7fffffff));
  const __m256 lanes = _mm256_setr_ps(0, 1, 2, 3, 4, 5, 6, 7);
  int i = 0;
  for (; i + 8 <= count; i += 8) {
    const __m256 step = _mm256_add_ps(_mm256_set1_ps(static_cast<float>(i)), lanes);
    const __m256 along =
        _mm256_add_ps(_mm256_set1_ps(row.along_px), _mm256_mul_ps(step, _mm256_set1_ps(row.along_step_px)));
    const __m256 across = _mm256_and_ps(
        sign, _mm256_add_ps(_mm256_set1_ps(row.across_px), _mm256_mul_ps(step, _mm256_set1_ps(row.across_step_px))));
    const __m256 before = _mm256_sub_ps(zero, along), behind = _mm256_sub_ps(along, _mm256_set1_ps(row.length_px));
    const __m256 over_start = row.flat_start ? zero : _mm256_max_ps(before, zero);
    const __m256 over_end = row.flat_end ? zero : _mm256_max_ps(behind, zero);
    const __m256 over = _mm256_max_ps(over_start, over_end);
    const __m256 distance = _mm256_sqrt_ps(_mm256_add_ps(_mm256_mul_ps(across, across), _mm256_mul_ps(over, over)));
    __m256 cover = _mm256_sub_ps(_mm256_set1_ps(row.reach_px), distance);
    if (row.flat_start) cover = _mm256_min_ps(cover, _mm256_sub_ps(half, before));
    if (row.flat_end) cover = _mm256_min_ps(cover, _mm256_sub_ps(half, behind));
    cover = _mm256_min_ps(_mm256_max_ps(cover, zero), one);
    const __m256i value =
        _mm256_cvttps_epi32(_mm256_add_ps(_mm256_mul_ps(cover, _mm256_set1_ps(row.most_count)), half));
    const __m128i words = _mm_packus_epi32(_mm256_castsi256_si128(value), _mm256_extracti128_si256(value, 1));
    const __m128i bytes = _mm_packus_epi16(words, words);
    const __m128i held = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(mask + i));
    _mm_storel_epi64(reinterpret_cast<__m128i*>(mask + i), _mm_max_epu8(held, bytes));
  }
  plain(mask, i, count, row);
}
#endif

}  // namespace

void stampStrokeRow(std::uint8_t* mask, int count, const StrokeRow& row, CpuPath path) {
#if defined(__x86_64__)
  if (path == CpuPath::kAvx2 && count >= 8) return avx2(mask, count, row);
#endif
  static_cast<void>(path);
  plain(mask, 0, count, row);
}

}  // namespace gis
