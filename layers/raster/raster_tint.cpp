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

// Low ground, middle, high ground; what light and shade lead to and how far.
struct ReliefTint {
  std::array<Rgb, 3> heights;
  Rgb lit, shaded;
  float light_strength, shade_strength;
};

constexpr ReliefTint kDarkRelief = {
    {{{21, 29, 35}, {28, 35, 41}, {42, 46, 49}}}, {128, 140, 150}, {3, 5, 8}, 1.0F, 1.0F};
constexpr ReliefTint kLightRelief = {
    {{{240, 242, 231}, {246, 243, 232}, {247, 240, 230}}}, {255, 255, 253}, {120, 112, 100}, 1.4F, 0.95F};

Rgb heightTint(const ReliefTint& tint, float ratio) {
  const float at = std::clamp(ratio, 0.0F, 1.0F) * 2;
  return at < 1 ? mix(tint.heights[0], tint.heights[1], at) : mix(tint.heights[1], tint.heights[2], at - 1);
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

ReliefColours::ReliefColours(std::uint8_t flat_shade, Theme theme) : m_colours(std::size_t{256} * 256) {
  const ReliefTint& tint = theme == Theme::kDark ? kDarkRelief : kLightRelief;
  const auto flat = static_cast<float>(flat_shade);
  for (std::size_t height = 0; height < 256; ++height) {
    const Rgb base = heightTint(tint, static_cast<float>(height) / 255);
    for (std::size_t shade = 0; shade < 256; ++shade) {
      const auto value = static_cast<float>(shade);
      const float lit = value >= flat ? (value - flat) / (255 - flat) : (flat - value) / flat;
      m_colours[height << 8 | shade] =
          packed(value >= flat ? mix(base, tint.lit, std::min(1.0F, lit * tint.light_strength))
                               : mix(base, tint.shaded, std::min(1.0F, lit * tint.shade_strength)));
    }
  }
}

}  // namespace layers
