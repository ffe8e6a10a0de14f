// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/raster/raster_tint.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace layers {
namespace {

struct Rgb {
  float r, g, b;
};

Rgb mix(const Rgb& a, const Rgb& b, float ratio) {
  return {a.r + (b.r - a.r) * ratio, a.g + (b.g - a.g) * ratio, a.b + (b.b - a.b) * ratio};
}

QRgb packed(const Rgb& c) {
  const auto byte = [](float v) { return static_cast<int>(std::clamp(v, 0.0F, 255.0F) + 0.5F); };
  return qRgb(byte(c.r), byte(c.g), byte(c.b));
}

Rgb rgbOf(QRgb colour) {
  return {static_cast<float>(qRed(colour)), static_cast<float>(qGreen(colour)), static_cast<float>(qBlue(colour))};
}

}  // namespace

ValueRange usualRange(std::span<const float> values) {
  std::vector<float> numbers;
  numbers.reserve(values.size());
  for (const float value : values)
    if (std::isfinite(value)) numbers.push_back(value);
  if (numbers.empty()) return {};
  const auto percentile = [&](double part) {
    const auto at = numbers.begin() + static_cast<std::ptrdiff_t>(part * static_cast<double>(numbers.size() - 1));
    std::nth_element(numbers.begin(), at, numbers.end());
    return *at;
  };
  return {percentile(0.02), percentile(0.98)};
}

ValueRange fullRange(std::span<const float> values) {
  ValueRange range{std::numeric_limits<float>::infinity(), -std::numeric_limits<float>::infinity()};
  for (const float value : values)
    if (std::isfinite(value)) range = {std::min(range.low, value), std::max(range.high, value)};
  return range.low <= range.high ? range : ValueRange{};
}

ReliefColours::ReliefColours(std::uint8_t flat_shade, const HillshadePaint& paint) : m_colours(std::size_t{256} * 256) {
  const auto flat = static_cast<float>(flat_shade);
  const Rgb highlight = rgbOf(paint.highlight.rgb()), shadow = rgbOf(paint.shadow.rgb());
  const auto light_strength = static_cast<float>(paint.highlight_strength_ratio);
  const auto shade_strength = static_cast<float>(paint.shadow_strength_ratio);
  for (std::size_t height = 0; height < 256; ++height) {
    const Rgb base = rgbOf(paint.ground[height]);
    for (std::size_t shade = 0; shade < 256; ++shade) {
      const auto value = static_cast<float>(shade);
      const float lit = value >= flat ? (value - flat) / (255 - flat) : (flat - value) / flat;
      m_colours[height << 8 | shade] = packed(value >= flat ? mix(base, highlight, std::min(1.0F, lit * light_strength))
                                                            : mix(base, shadow, std::min(1.0F, lit * shade_strength)));
    }
  }
}

}  // namespace layers
