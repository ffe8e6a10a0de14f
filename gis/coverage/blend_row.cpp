// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/coverage/blend_row.h"

#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace gis {

namespace {

// from * cover + to * (1 - alpha of that), channel by channel.
std::uint32_t blended(std::uint32_t to, std::uint32_t from, std::uint32_t cover) {
  const auto channel = [](std::uint32_t pixel, unsigned shift) { return pixel >> shift & 0xffU; };
  const std::uint32_t rest = 255U - over255(channel(from, 24) * cover);
  std::uint32_t result = 0;
  for (const unsigned shift : {0U, 8U, 16U, 24U}) {
    const std::uint32_t sum = over255(channel(from, shift) * cover) + over255(channel(to, shift) * rest);
    result |= (sum < 255U ? sum : 255U) << shift;
  }
  return result;
}

#if defined(__x86_64__)
#define FENGSUI_AVX2 __attribute__((target("avx2"), always_inline)) inline

FENGSUI_AVX2 __m256i over255Words(__m256i product) {
  const __m256i rounded = _mm256_add_epi16(product, _mm256_set1_epi16(128));
  return _mm256_srli_epi16(_mm256_add_epi16(rounded, _mm256_srli_epi16(rounded, 8)), 8);
}

// Four pixels in words.
FENGSUI_AVX2 __m256i blendedWords(__m256i to, __m256i from, __m256i cover) {
  const __m256i source = over255Words(_mm256_mullo_epi16(from, cover));
  const __m256i alpha = _mm256_shufflehi_epi16(_mm256_shufflelo_epi16(source, 0xff), 0xff);
  const __m256i rest = _mm256_sub_epi16(_mm256_set1_epi16(255), alpha);
  return _mm256_add_epi16(source, over255Words(_mm256_mullo_epi16(to, rest)));
}

FENGSUI_AVX2 __m256i blended8(__m256i to, __m256i from, __m256i cover_of_pixels) {
  const __m256i zero = _mm256_setzero_si256();
  const __m256i cover = _mm256_mullo_epi32(cover_of_pixels, _mm256_set1_epi32(0x01010101));
  const __m256i low =
      blendedWords(_mm256_unpacklo_epi8(to, zero), _mm256_unpacklo_epi8(from, zero), _mm256_unpacklo_epi8(cover, zero));
  const __m256i high =
      blendedWords(_mm256_unpackhi_epi8(to, zero), _mm256_unpackhi_epi8(from, zero), _mm256_unpackhi_epi8(cover, zero));
  return _mm256_packus_epi16(low, high);
}

__attribute__((target("avx2"))) int colourAvx2(std::uint32_t* to, const std::uint8_t* mask, int count,
                                               std::uint32_t colour) {
  const __m256i from = _mm256_set1_epi32(static_cast<int>(colour));
  int i = 0;
  for (; i + 8 <= count; i += 8) {
    // What one class leaves free is mostly free for long.
    while (i + 32 <= count) {
      const __m256i ahead = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(mask + i));
      if (!_mm256_testz_si256(ahead, ahead)) break;
      i += 32;
    }
    if (i + 8 > count) break;
    std::uint64_t eight = 0;
    std::memcpy(&eight, mask + i, 8);
    if (eight == 0) continue;
    auto* at = reinterpret_cast<__m256i*>(to + i);
    const __m256i cover = _mm256_cvtepu8_epi32(_mm_cvtsi64_si128(static_cast<long long>(eight)));
    _mm256_storeu_si256(at, blended8(_mm256_loadu_si256(at), from, cover));
  }
  return i;
}

__attribute__((target("avx2"))) int pixelsAvx2(std::uint32_t* to, const std::uint32_t* from, const std::uint8_t* mask,
                                               int count) {
  int i = 0;
  for (; i + 8 <= count; i += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, mask + i, 8);
    if (eight == 0) continue;
    auto* at = reinterpret_cast<__m256i*>(to + i);
    const __m256i cover = _mm256_cvtepu8_epi32(_mm_cvtsi64_si128(static_cast<long long>(eight)));
    _mm256_storeu_si256(
        at, blended8(_mm256_loadu_si256(at), _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from + i)), cover));
  }
  return i;
}

__attribute__((target("avx2"))) int evenAvx2(std::uint32_t* to, const std::uint32_t* from, int opacity, int count) {
  const __m256i cover = _mm256_set1_epi32(opacity);
  int i = 0;
  for (; i + 8 <= count; i += 8) {
    auto* at = reinterpret_cast<__m256i*>(to + i);
    _mm256_storeu_si256(
        at, blended8(_mm256_loadu_si256(at), _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from + i)), cover));
  }
  // A symbol is a dozen pixels wide: its last columns, too, go at once.
  if (i < count) {
    const __m256i there = _mm256_cmpgt_epi32(_mm256_set1_epi32(count - i), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
    const __m256i under = _mm256_maskload_epi32(reinterpret_cast<const int*>(to + i), there);
    const __m256i over = _mm256_maskload_epi32(reinterpret_cast<const int*>(from + i), there);
    _mm256_maskstore_epi32(reinterpret_cast<int*>(to + i), there, blended8(under, over, cover));
  }
  return count;
}
#endif

}  // namespace

void blendColourRow(std::uint32_t* to, const std::uint8_t* mask, int count, std::uint32_t colour, CpuPath path) {
  int i = 0;
#if defined(__x86_64__)
  if (path == CpuPath::kAvx2) i = colourAvx2(to, mask, count, colour);
#endif
  static_cast<void>(path);
  for (; i < count; ++i)
    if (mask[i] != 0) to[i] = blended(to[i], colour, mask[i]);
}

void blendPixelsRow(std::uint32_t* to, const std::uint32_t* from, const std::uint8_t* mask, int count, CpuPath path) {
  int i = 0;
#if defined(__x86_64__)
  if (path == CpuPath::kAvx2) i = pixelsAvx2(to, from, mask, count);
#endif
  static_cast<void>(path);
  for (; i < count; ++i)
    if (mask[i] != 0) to[i] = blended(to[i], from[i], mask[i]);
}

void blendEvenRow(std::uint32_t* to, const std::uint32_t* from, int opacity, int count, CpuPath path) {
  int i = 0;
#if defined(__x86_64__)
  if (path == CpuPath::kAvx2) i = evenAvx2(to, from, opacity, count);
#endif
  static_cast<void>(path);
  for (; i < count; ++i) to[i] = blended(to[i], from[i], static_cast<std::uint32_t>(opacity));
}

}  // namespace gis
