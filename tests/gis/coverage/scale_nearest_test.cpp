// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/coverage/scale_nearest.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <vector>

namespace gis {

namespace {

struct Picture {
  int width, height;
  std::vector<std::uint32_t> pixels;
  PixelCanvas canvas() { return {pixels.data(), width, height, width}; }
};

Picture numbered(int width, int height) {
  Picture picture{width, height, {}};
  for (int i = 0; i < width * height; ++i) picture.pixels.push_back(0xff000000U + static_cast<std::uint32_t>(i));
  return picture;
}

}  // namespace

RC_GTEST_PROP(ScaleNearest, EveryPixelIsTheCellItsMiddleFallsIn, ()) {
  Picture from = numbered(*rc::gen::inRange(1, 40), *rc::gen::inRange(1, 40));
  const int left = *rc::gen::inRange(-60, 60), top = *rc::gen::inRange(-60, 60);
  const PixelRect whole{left, top, left + *rc::gen::inRange(1, 120), top + *rc::gen::inRange(1, 120)};
  const PixelRect part{*rc::gen::inRange(-5, 30), *rc::gen::inRange(-5, 30), *rc::gen::inRange(20, 70),
                       *rc::gen::inRange(20, 60)};
  Picture plain{64, 48, std::vector<std::uint32_t>(64 * 48, 7)}, fast = plain;
  scaleNearest(plain.canvas(), part, from.canvas(), whole, CpuPath::kPlain);
  scaleNearest(fast.canvas(), part, from.canvas(), whole, bestCpuPath());
  RC_ASSERT(plain.pixels == fast.pixels);
  for (int y = 0; y < 48; ++y)
    for (int x = 0; x < 64; ++x) {
      const bool written = x >= part.left_px && x < part.right_px && y >= part.top_px && y < part.bottom_px &&
                           x >= whole.left_px && x < whole.right_px && y >= whole.top_px && y < whole.bottom_px;
      const auto cell = [](int at, int from_px, int to_px, int cells) {
        return static_cast<int>((at + 0.5 - from_px) / (to_px - from_px) * cells);
      };
      const std::uint32_t expected =
          !written
              ? 7U
              : from.pixels[static_cast<std::size_t>(cell(y, whole.top_px, whole.bottom_px, from.height) * from.width +
                                                     cell(x, whole.left_px, whole.right_px, from.width))];
      // On the very border of two cells the doubles of this test may round to the other one.
      const double fx = (x + 0.5 - whole.left_px) / (whole.right_px - whole.left_px) * from.width;
      const double fy = (y + 0.5 - whole.top_px) / (whole.bottom_px - whole.top_px) * from.height;
      if (std::abs(fx - std::round(fx)) < 1e-9 || std::abs(fy - std::round(fy)) < 1e-9) continue;
      RC_ASSERT(plain.pixels[static_cast<std::size_t>(y * 64 + x)] == expected);
    }
}

TEST(ScaleNearest, NothingOfNothing) {
  Picture to{4, 4, std::vector<std::uint32_t>(16, 7)}, from = numbered(2, 2);
  scaleNearest(to.canvas(), {0, 0, 4, 4}, {}, {0, 0, 4, 4});
  scaleNearest(to.canvas(), {0, 0, 4, 4}, from.canvas(), {2, 2, 2, 9});
  scaleNearest(to.canvas(), {3, 3, 1, 1}, from.canvas(), {0, 0, 4, 4});
  EXPECT_EQ(to.pixels, std::vector<std::uint32_t>(16, 7));
}

}  // namespace gis
