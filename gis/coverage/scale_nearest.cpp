// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/coverage/scale_nearest.h"

#include <cstring>
#include <vector>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace gis {

namespace {

// The cell of `cells` in which the middle of the n-th of `steps` falls.
int cellOf(long long n, long long steps, long long cells) {
  return static_cast<int>((2 * n + 1) * cells / (2 * steps));
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) int gatherAvx2(std::uint32_t* to, const std::uint32_t* from, const int* index,
                                               int count) {
  int i = 0;
  for (; i + 8 <= count; i += 8) {
    const __m256i at = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(index + i));
    const __m256i pixels = _mm256_i32gather_epi32(reinterpret_cast<const int*>(from), at, 4);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to + i), pixels);
  }
  return i;
}
#endif

}  // namespace

void scaleNearest(const PixelCanvas& to, const PixelRect& part, const PixelCanvas& from, const PixelRect& whole,
                  CpuPath path) {
  const PixelRect area{std::max({part.left_px, whole.left_px, 0}), std::max({part.top_px, whole.top_px, 0}),
                       std::min({part.right_px, whole.right_px, to.width_px}),
                       std::min({part.bottom_px, whole.bottom_px, to.height_px})};
  if (area.empty() || from.width_px <= 0 || from.height_px <= 0) return;
  const long long width = static_cast<long long>(whole.right_px) - whole.left_px;
  const long long height = static_cast<long long>(whole.bottom_px) - whole.top_px;
  const int count = area.right_px - area.left_px;
  std::vector<int> index(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i)
    index[static_cast<std::size_t>(i)] =
        cellOf(static_cast<long long>(area.left_px) + i - whole.left_px, width, from.width_px);
  int last_row = -1;
  for (int y = area.top_px; y < area.bottom_px; ++y) {
    const int row = cellOf(static_cast<long long>(y) - whole.top_px, height, from.height_px);
    std::uint32_t* line = to.row(y) + area.left_px;
    if (row == last_row) {
      std::memcpy(line, to.row(y - 1) + area.left_px, static_cast<std::size_t>(count) * sizeof *line);
      continue;
    }
    last_row = row;
    const std::uint32_t* pixels = from.row(row);
    int done = 0;
#if defined(__x86_64__)
    // Shrinking, eight pixels come from eight places far apart: gathering them one by one is as fast.
    if (path == CpuPath::kAvx2 && width >= from.width_px) done = gatherAvx2(line, pixels, index.data(), count);
#endif
    for (int i = done; i < count; ++i) line[i] = pixels[index[static_cast<std::size_t>(i)]];
  }
}

}  // namespace gis
