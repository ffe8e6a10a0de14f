// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/raster/block_sampling.h"

#include <cmath>

namespace layers {

AxisTaps tapsFor(double start_cells, double step_cells, int count) {
  constexpr double kFarthestCell = 1e8, kBilinearUpTo = 1.25;
  AxisTaps axis;
  axis.pixels.reserve(static_cast<std::size_t>(count));
  // Two cells serve a little reduction as well: the third would only cost time.
  const double reach = step_cells <= kBilinearUpTo ? 1 : std::min(step_cells, AxisTaps::kTaps / 2.0);
  for (int i = 0; i < count; ++i) {
    // Counted between the cells' centres.
    const double at = std::clamp(start_cells + i * step_cells - 0.5, -kFarthestCell, kFarthestCell);
    AxisTaps::Pixel pixel;
    pixel.first = static_cast<int>(std::floor(at - reach)) + 1;
    std::array<double, AxisTaps::kTaps> parts{};
    double sum = 0;
    for (std::size_t tap = 0; tap < parts.size(); ++tap) {
      parts[tap] = std::max(0.0, reach - std::abs(pixel.first + static_cast<int>(tap) - at));
      sum += parts[tap];
    }
    int left = AxisTaps::kWhole;
    for (std::size_t tap = 0; tap < parts.size(); ++tap) {
      pixel.weights[tap] = static_cast<std::uint16_t>(std::lround(parts[tap] / sum * AxisTaps::kWhole));
      left -= pixel.weights[tap];
    }
    // Rounding must not make the picture lighter or darker.
    auto largest = std::ranges::max_element(pixel.weights);
    *largest = static_cast<std::uint16_t>(*largest + left);
    for (int tap = 0; tap < AxisTaps::kTaps; ++tap)
      if (pixel.weights[static_cast<std::size_t>(tap)] != 0) axis.used_taps = std::max(axis.used_taps, tap + 1);
    axis.pixels.push_back(pixel);
  }
  if (!axis.pixels.empty()) {
    axis.first_cell = axis.pixels.front().first;
    axis.end_cell = axis.pixels.back().first + axis.used_taps;
  }
  return axis;
}

}  // namespace layers
