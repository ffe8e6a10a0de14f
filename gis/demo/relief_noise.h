// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <cmath>
#include <cstdint>

namespace gis::demo {

// A well-mixed 32-bit hash of a lattice point (finaliser of MurmurHash3). Any thread.
inline std::uint32_t hashOf(std::int32_t x, std::int32_t y, std::uint32_t seed) {
  std::uint32_t h = static_cast<std::uint32_t>(x) * 0x9E3779B1U ^ (static_cast<std::uint32_t>(y) * 0x85EBCA77U + seed);
  h ^= h >> 16;
  h *= 0x85EBCA6BU;
  h ^= h >> 13;
  h *= 0xC2B2AE35U;
  h ^= h >> 16;
  return h;
}
inline double hashUniform(std::int32_t x, std::int32_t y, std::uint32_t seed) { return hashOf(x, y, seed) * 0x1p-32; }

// Gradient noise on the unit lattice (Perlin 2002, 16 directions), about -1..1, mean 0.
inline float gradientNoise(float x, float y, std::uint32_t seed) {
  static constexpr std::array<float, 16> kEast = {1,  0.9239F,  0.7071F,  0.3827F,  0, -0.3827F, -0.7071F, -0.9239F,
                                                  -1, -0.9239F, -0.7071F, -0.3827F, 0, 0.3827F,  0.7071F,  0.9239F};
  static constexpr std::array<float, 16> kNorth = {0, 0.3827F,  0.7071F,  0.9239F,  1,  0.9239F,  0.7071F,  0.3827F,
                                                   0, -0.3827F, -0.7071F, -0.9239F, -1, -0.9239F, -0.7071F, -0.3827F};
  const float fx = std::floor(x);
  const float fy = std::floor(y);
  const auto ix = static_cast<std::int32_t>(fx);
  const auto iy = static_cast<std::int32_t>(fy);
  const float dx = x - fx;
  const float dy = y - fy;
  const auto corner = [&](std::int32_t i, std::int32_t j) {
    const std::size_t g = hashOf(ix + i, iy + j, seed) >> 28;
    return kEast[g] * (dx - static_cast<float>(i)) + kNorth[g] * (dy - static_cast<float>(j));
  };
  const float u = dx * dx * dx * (dx * (dx * 6 - 15) + 10);
  const float v = dy * dy * dy * (dy * (dy * 6 - 15) + 10);
  const float a = corner(0, 0);
  const float b = corner(1, 0);
  const float c = corner(0, 1);
  const float d = corner(1, 1);
  return 1.5F * (a + u * (b - a) + v * ((c + u * (d - c)) - (a + u * (b - a))));
}

// Sum of octaves, each half as wide and half as high as the one before; wavelength of the first in the units of x, y.
inline float fractalNoise(double x, double y, double wavelength, int octaves, std::uint32_t seed) {
  float sum = 0;
  float height = 1;
  double frequency = 1 / wavelength;
  for (int i = 0; i < octaves; ++i) {
    sum += height * gradientNoise(static_cast<float>(x * frequency), static_cast<float>(y * frequency),
                                  seed + static_cast<std::uint32_t>(i) * 101U);
    height *= 0.5F;
    frequency *= 2;
  }
  return sum;
}

}  // namespace gis::demo
