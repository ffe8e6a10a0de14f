// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <QImage>
#include <cstdint>
#include <span>
#include <vector>

#include "layers/core/layer_state.h"

namespace layers {

// The values between which most of a raster lies.
struct ValueRange {
  float low = 0;
  float high = 1;
  float ratio(float value) const { return high > low ? (value - low) / (high - low) : 0.5F; }
};
// The 2nd and the 98th percentile of the numbers in `values`; {0, 1} when there are none.
ValueRange usualRange(std::span<const float> values);

// Shaded relief in the theme's tint: heights and shades (0 = no data, from gis::hillshade) on the same cells.
// `flat_shade` is the shade of level ground, which takes the tint unchanged.
QImage tintedRelief(std::span<const float> elevation_m, std::span<const std::uint8_t> shade, int columns, int rows,
                    ValueRange heights, std::uint8_t flat_shade, Theme theme);

// A perceptually even ramp, dark blue to yellow, readable by the colour-blind (viridis: van der Walt and Smith, 2015).
QColor rampColour(float ratio);
QImage rampPicture(std::span<const float> values, int columns, int rows, ValueRange range);

}  // namespace layers
