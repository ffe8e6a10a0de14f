// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/coverage/stroke_segment.h"

#include <algorithm>
#include <cmath>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace gis {

namespace {

constexpr float kNever = 1e9F;
constexpr int kNarrowPx = 12;  // a wider box is worth finding out where in a row the line is

// Which columns of a row the line may touch: within its reach to either side.
class Columns {
 public:
  explicit Columns(const StrokeSegment& s) : m_segment(s) {
    m_whole = s.pixels.right_px - s.pixels.left_px <= kNarrowPx || std::abs(s.dir_y_ratio) < 1e-3F;
    if (m_whole) return;
    m_slope = s.dir_x_ratio / s.dir_y_ratio;
    m_half_px = s.reach_px / std::abs(s.dir_y_ratio) + 1;
  }
  // `down_px`: from the start to the middle of the row.
  void of(float down_px, int& from, int& to) const {
    from = m_segment.pixels.left_px, to = m_segment.pixels.right_px;
    if (m_whole) return;
    const float middle = m_segment.start_x_px + down_px * m_slope;
    // Compared as floats first: a flat line's middle may be too far away for an int.
    const float low = middle - m_half_px, high = middle + m_half_px;
    if (low > static_cast<float>(from)) from = low < static_cast<float>(to) ? static_cast<int>(low) : to;
    if (high < static_cast<float>(to)) to = high > static_cast<float>(from) ? static_cast<int>(high) + 1 : from;
  }

 private:
  const StrokeSegment& m_segment;
  bool m_whole = true;
  float m_slope = 0, m_half_px = 0;
};

// Every product and sum is rounded by itself, in the same order on both paths.
template <bool kFlat>
void plain(std::uint8_t* mask, std::ptrdiff_t stride, const StrokeSegment& s) {
  const Columns columns(s);
  const float start_bias = s.flat_start ? kNever : 0.0F, end_bias = s.flat_end ? kNever : 0.0F;
  const float start_cut = s.flat_start ? 0.5F : kNever, end_cut = s.flat_end ? 0.5F : kNever;
  const float left = 0.5F - s.start_x_px, top = 0.5F - s.start_y_px;
  for (int y = s.pixels.top_px; y < s.pixels.bottom_px; ++y) {
    std::uint8_t* row = mask + y * stride;
    const float py = static_cast<float>(y) + top, py_dx = py * s.dir_x_ratio, py_dy = py * s.dir_y_ratio;
    int from = 0, to = 0;
    columns.of(py, from, to);
    for (int x = from; x < to; ++x) {
      const float px = static_cast<float>(x) + left;
      const float along = px * s.dir_x_ratio + py_dy, across = py_dx - px * s.dir_y_ratio;
      const float before = 0.0F - along, behind = along - s.length_px;
      const float over = kFlat ? std::max(std::max(before - start_bias, behind - end_bias), 0.0F)
                               : std::max(std::max(before, behind), 0.0F);
      float cover = s.reach_px - std::sqrt(across * across + over * over);
      if (kFlat) cover = std::min(std::min(cover, start_cut - before), end_cut - behind);
      cover = std::min(std::max(cover, 0.0F), 1.0F);
      row[x] = std::max(row[x], static_cast<std::uint8_t>(cover * s.most_count + 0.5F));
    }
  }
}

#if defined(__x86_64__)
template <bool kFlat>
__attribute__((target("avx2"))) void avx2(std::uint8_t* mask, std::ptrdiff_t stride, const StrokeSegment& s) {
  const Columns columns(s);
  const __m256 zero = _mm256_setzero_ps(), one = _mm256_set1_ps(1), half = _mm256_set1_ps(0.5F);
  const __m256 lanes = _mm256_setr_ps(0, 1, 2, 3, 4, 5, 6, 7);
  const __m256 dx = _mm256_set1_ps(s.dir_x_ratio), dy = _mm256_set1_ps(s.dir_y_ratio);
  const __m256 length = _mm256_set1_ps(s.length_px), reach = _mm256_set1_ps(s.reach_px);
  const __m256 most = _mm256_set1_ps(s.most_count), left = _mm256_set1_ps(0.5F - s.start_x_px);
  const __m256 start_bias = _mm256_set1_ps(s.flat_start ? kNever : 0.0F);
  const __m256 end_bias = _mm256_set1_ps(s.flat_end ? kNever : 0.0F);
  const __m256 start_cut = _mm256_set1_ps(s.flat_start ? 0.5F : kNever);
  const __m256 end_cut = _mm256_set1_ps(s.flat_end ? 0.5F : kNever);
  const float top = 0.5F - s.start_y_px;
  for (int y = s.pixels.top_px; y < s.pixels.bottom_px; ++y) {
    std::uint8_t* row = mask + y * stride;
    const float py = static_cast<float>(y) + top;
    const __m256 py_dx = _mm256_set1_ps(py * s.dir_x_ratio), py_dy = _mm256_set1_ps(py * s.dir_y_ratio);
    int from = 0, to = 0;
    columns.of(py, from, to);
    for (int x = from; x < to; x += 8) {
      const __m256 px = _mm256_add_ps(_mm256_add_ps(_mm256_set1_ps(static_cast<float>(x)), lanes), left);
      const __m256 along = _mm256_add_ps(_mm256_mul_ps(px, dx), py_dy);
      const __m256 across = _mm256_sub_ps(py_dx, _mm256_mul_ps(px, dy));
      const __m256 before = _mm256_sub_ps(zero, along), behind = _mm256_sub_ps(along, length);
      const __m256 over =
          kFlat ? _mm256_max_ps(_mm256_max_ps(_mm256_sub_ps(before, start_bias), _mm256_sub_ps(behind, end_bias)), zero)
                : _mm256_max_ps(_mm256_max_ps(before, behind), zero);
      __m256 cover =
          _mm256_sub_ps(reach, _mm256_sqrt_ps(_mm256_add_ps(_mm256_mul_ps(across, across), _mm256_mul_ps(over, over))));
      if (kFlat)
        cover = _mm256_min_ps(_mm256_min_ps(cover, _mm256_sub_ps(start_cut, before)), _mm256_sub_ps(end_cut, behind));
      cover = _mm256_min_ps(_mm256_max_ps(cover, zero), one);
      const __m256i value = _mm256_cvttps_epi32(_mm256_add_ps(_mm256_mul_ps(cover, most), half));
      const __m128i words = _mm_packus_epi32(_mm256_castsi256_si128(value), _mm256_extracti128_si256(value, 1));
      const __m128i bytes = _mm_packus_epi16(words, words);
      const __m128i held = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(row + x));
      _mm_storel_epi64(reinterpret_cast<__m128i*>(row + x), _mm_max_epu8(held, bytes));
    }
  }
}
#endif

}  // namespace

void stampSegment(std::uint8_t* mask, std::ptrdiff_t stride_bytes, const StrokeSegment& segment, CpuPath path) {
  const bool flat = segment.flat_start || segment.flat_end;
#if defined(__x86_64__)
  if (path == CpuPath::kAvx2)
    return flat ? avx2<true>(mask, stride_bytes, segment) : avx2<false>(mask, stride_bytes, segment);
#endif
  static_cast<void>(path);
  flat ? plain<true>(mask, stride_bytes, segment) : plain<false>(mask, stride_bytes, segment);
}

}  // namespace gis
