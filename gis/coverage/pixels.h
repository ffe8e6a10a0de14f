// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>
#include <cstdint>

namespace gis {

// Half open: right and bottom lie outside.
struct PixelRect {
  int left_px = 0, top_px = 0, right_px = 0, bottom_px = 0;
  bool empty() const { return left_px >= right_px || top_px >= bottom_px; }
  void add(int from_x_px, int to_x_px, int y_px) {
    if (empty()) {
      *this = {from_x_px, y_px, to_x_px, y_px + 1};
      return;
    }
    left_px = std::min(left_px, from_x_px), right_px = std::max(right_px, to_x_px);
    top_px = std::min(top_px, y_px), bottom_px = std::max(bottom_px, y_px + 1);
  }
};

// A picture that belongs to somebody else: premultiplied 0xAARRGGBB, row by row.
struct PixelCanvas {
  std::uint32_t* pixels = nullptr;
  int width_px = 0, height_px = 0;
  int stride_px = 0;
  std::uint32_t* row(int y_px) const { return pixels + static_cast<std::ptrdiff_t>(y_px) * stride_px; }
};

// Which instructions to use. Both ways give the same bytes; kAvx2 needs a processor that has it.
enum class CpuPath { kPlain, kAvx2 };
// The fastest this processor can do; kPlain with FENGSUI_CPU=plain in the environment. Any thread.
CpuPath bestCpuPath();

}  // namespace gis
