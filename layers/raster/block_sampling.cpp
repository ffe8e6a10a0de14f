// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/raster/block_sampling.h"

#include <cmath>
#include <cstring>

namespace layers {
namespace {

using Eight = std::uint16_t __attribute__((vector_size(16)));

// Without the rows of no weight.
template <class Mix>
struct UsedRows {
  std::array<const Mix*, AxisTaps::kTaps> rows{};
  std::array<std::uint16_t, AxisTaps::kTaps> weights{};
  std::size_t count = 0;
  UsedRows(const std::array<const Mix*, AxisTaps::kTaps>& all,
           const std::array<std::uint16_t, AxisTaps::kTaps>& all_weights) {
    for (std::size_t i = 0; i < all.size(); ++i)
      if (all_weights[i] != 0) rows[count] = all[i], weights[count++] = all_weights[i];
  }
};

// For cells that are channels of 16 bits: eight of them are what every 64-bit processor multiplies at once.
template <class Mix>
void mixChannels(Mix* out, std::size_t count, const std::array<const Mix*, AxisTaps::kTaps>& rows,
                 const std::array<std::uint16_t, AxisTaps::kTaps>& weights) {
  static_assert(std::is_trivially_copyable_v<Mix>);
  constexpr std::size_t kCellsAtOnce = sizeof(Eight) / sizeof(Mix);
  const UsedRows<Mix> used(rows, weights);
  const auto mix = [&](auto row_count) {
    std::size_t i = 0;
    for (; i + kCellsAtOnce <= count; i += kCellsAtOnce) {
      Eight sum = Eight{} + std::uint16_t{128};
      for (std::size_t row = 0; row < row_count; ++row) {
        Eight cells;
        std::memcpy(&cells, used.rows[row] + i, sizeof(cells));
        sum += cells * used.weights[row];
      }
      sum >>= 8;
      std::memcpy(static_cast<void*>(out + i), &sum, sizeof(sum));
    }
    for (; i < count; ++i) {
      Mix sum;
      for (std::size_t row = 0; row < row_count; ++row) sum.add(used.rows[row][i], used.weights[row]);
      sum.settle();
      out[i] = sum;
    }
  };
  if (used.count == 2)
    mix(std::integral_constant<std::size_t, 2>());
  else
    mix(used.count);
}

}  // namespace

void Channels::mixRows(Channels* out, std::size_t count, const std::array<const Channels*, AxisTaps::kTaps>& rows,
                       const std::array<std::uint16_t, AxisTaps::kTaps>& weights) {
  mixChannels(out, count, rows, weights);
}

void GreyChannels::mixRows(GreyChannels* out, std::size_t count,
                           const std::array<const GreyChannels*, AxisTaps::kTaps>& rows,
                           const std::array<std::uint16_t, AxisTaps::kTaps>& weights) {
  mixChannels(out, count, rows, weights);
}

void WeightedValue::mixRows(WeightedValue* out, std::size_t count,
                            const std::array<const WeightedValue*, AxisTaps::kTaps>& rows,
                            const std::array<std::uint16_t, AxisTaps::kTaps>& weights) {
  const UsedRows<WeightedValue> used(rows, weights);
  for (std::size_t i = 0; i < count; ++i) {
    WeightedValue sum;
    for (std::size_t row = 0; row < used.count; ++row) sum.add(used.rows[row][i], used.weights[row]);
    sum.settle();
    out[i] = sum;
  }
}

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
