// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/coverage/composite.h"

#include <algorithm>
#include <vector>

#include "gis/coverage/blend_row.h"

namespace gis {

namespace {

// The part of a picture at (left, top) that lies on the canvas.
struct Overlap {
  int from_x, to_x, from_y, to_y;  // on the canvas
  bool empty() const { return from_x >= to_x || from_y >= to_y; }
};

Overlap overlapOf(const PixelCanvas& canvas, int width_px, int height_px, int left_px, int top_px) {
  return {std::max(0, left_px), std::min(canvas.width_px, left_px + width_px), std::max(0, top_px),
          std::min(canvas.height_px, top_px + height_px)};
}

int wrapped(int at, int size) { return ((at % size) + size) % size; }

}  // namespace

std::uint32_t premultiplied(std::uint32_t argb) {
  const std::uint32_t alpha = argb >> 24U;
  const auto part = [&](unsigned shift) { return over255((argb >> shift & 0xffU) * alpha) << shift; };
  return alpha << 24U | part(16) | part(8) | part(0);
}

void compositeColour(const PixelCanvas& canvas, CoverageMask& mask, std::uint32_t argb, CpuPath path) {
  const PixelRect dirty = mask.dirty();
  const std::uint32_t colour = premultiplied(argb);
  for (int y = dirty.top_px; y < std::min(dirty.bottom_px, canvas.height_px); ++y)
    blendColourRow(canvas.row(y) + dirty.left_px, mask.row(y) + dirty.left_px,
                   std::min(dirty.right_px, canvas.width_px) - dirty.left_px, colour, path);
  mask.clear();
}

void compositePattern(const PixelCanvas& canvas, CoverageMask& mask, const PixelCanvas& pattern, int origin_x_px,
                      int origin_y_px, CpuPath path) {
  const PixelRect dirty = mask.dirty();
  const int count = std::min(dirty.right_px, canvas.width_px) - dirty.left_px;
  if (pattern.width_px > 0 && pattern.height_px > 0 && count > 0) {
    std::vector<std::uint32_t> row(static_cast<std::size_t>(count));
    for (int y = dirty.top_px; y < std::min(dirty.bottom_px, canvas.height_px); ++y) {
      const std::uint32_t* from = pattern.row(wrapped(y - origin_y_px, pattern.height_px));
      int x = wrapped(dirty.left_px - origin_x_px, pattern.width_px);
      for (std::uint32_t& pixel : row) {
        pixel = from[x];
        if (++x == pattern.width_px) x = 0;
      }
      blendPixelsRow(canvas.row(y) + dirty.left_px, row.data(), mask.row(y) + dirty.left_px, count, path);
    }
  }
  mask.clear();
}

void blitSprite(const PixelCanvas& canvas, const PixelCanvas& sprite, int left_px, int top_px, int opacity,
                CpuPath path) {
  const Overlap part = overlapOf(canvas, sprite.width_px, sprite.height_px, left_px, top_px);
  if (part.empty()) return;
  for (int y = part.from_y; y < part.to_y; ++y)
    blendEvenRow(canvas.row(y) + part.from_x, sprite.row(y - top_px) + (part.from_x - left_px), opacity,
                 part.to_x - part.from_x, path);
}

void blitTinted(const PixelCanvas& canvas, const std::uint8_t* coverage, int width_px, int height_px, int stride_px,
                int left_px, int top_px, std::uint32_t argb, CpuPath path) {
  const Overlap part = overlapOf(canvas, width_px, height_px, left_px, top_px);
  if (part.empty()) return;
  const std::uint32_t colour = premultiplied(argb);
  for (int y = part.from_y; y < part.to_y; ++y)
    blendColourRow(canvas.row(y) + part.from_x,
                   coverage + static_cast<std::ptrdiff_t>(y - top_px) * stride_px + (part.from_x - left_px),
                   part.to_x - part.from_x, colour, path);
}

void blendOver(const PixelCanvas& canvas, const PixelCanvas& from, int opacity, CpuPath path) {
  blitSprite(canvas, from, 0, 0, opacity, path);
}

}  // namespace gis
