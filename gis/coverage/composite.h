// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>

#include "gis/coverage/coverage_mask.h"

namespace gis {

// Everything here is source-over on premultiplied pixels, in whole numbers, each product divided by 255 with rounding;
// both paths give the same bytes. What lies outside the canvas is left out. One thread for each canvas.

// Colours what the mask covers (straight 0xAARRGGBB) and clears the mask, which is as large as the canvas.
void compositeColour(const PixelCanvas& canvas, CoverageMask& mask, std::uint32_t argb, CpuPath path = bestCpuPath());
// The same with a picture that repeats in both directions, its corner at the origin.
void compositePattern(const PixelCanvas& canvas, CoverageMask& mask, const PixelCanvas& pattern, int origin_x_px,
                      int origin_y_px, CpuPath path = bestCpuPath());
// A small picture at a place.
void blitSprite(const PixelCanvas& canvas, const PixelCanvas& sprite, int left_px, int top_px, int opacity = 255,
                CpuPath path = bestCpuPath());
// One colour through a picture of coverage: letters.
void blitTinted(const PixelCanvas& canvas, const std::uint8_t* coverage, int width_px, int height_px, int stride_px,
                int left_px, int top_px, std::uint32_t argb, CpuPath path = bestCpuPath());
// A whole picture of the same size over another.
void blendOver(const PixelCanvas& canvas, const PixelCanvas& from, int opacity, CpuPath path = bestCpuPath());

std::uint32_t premultiplied(std::uint32_t argb);

}  // namespace gis
