// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "layers/vector/raster_paint.h"

namespace layers {

// The values between which most of a raster lies.
struct ValueRange {
  float low = 0;
  float high = 1;
  float ratio(float value) const { return high > low ? (value - low) / (high - low) : 0.5F; }
};
// The 2nd and the 98th percentile of the numbers in `values`; {0, 1} when there are none.
ValueRange usualRange(std::span<const float> values);
// The smallest and the largest of them.
ValueRange fullRange(std::span<const float> values);

// Shaded relief in a style's colours, ready for every shade and height.
class ReliefColours {
 public:
  // `flat_shade` is the shade of level ground, which takes the tint of its height unchanged.
  ReliefColours(std::uint8_t flat_shade, const HillshadePaint& paint);
  // Both 0..255: a shade of gis::hillshade, a height between the raster's usual values.
  QRgb at(std::uint32_t shade, std::uint32_t height) const { return m_colours[height << 8 | shade]; }

 private:
  std::vector<QRgb> m_colours;
};

// The colours of a ramp in even steps from its lower to its upper end.
using RampColours = std::array<QRgb, 256>;

}  // namespace layers
