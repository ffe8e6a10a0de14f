// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/terrain/shade.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "gis/terrain/row_bands.h"

namespace gis::terrain {
namespace {

constexpr double kDegree = std::numbers::pi / 180;

struct Window {
  float nw, n, ne, w, c, e, sw, s, se;
};

Window windowAt(GridSize size, std::span<const float> z, int column, int row) {
  const float c = z[size.at(column, row)];
  const auto at = [&](int dc, int dr) {
    if (!size.contains(column + dc, row + dr)) return c;
    const float v = z[size.at(column + dc, row + dr)];
    return std::isnan(v) ? c : v;
  };
  return {at(-1, -1), at(0, -1), at(1, -1), at(-1, 0), c, at(1, 0), at(-1, 1), at(0, 1), at(1, 1)};
}

Gradient gradientOf(const Window& v, double cell_m) {
  const double east = (double{v.ne} + 2.0 * v.e + v.se) - (double{v.nw} + 2.0 * v.w + v.sw);
  const double north = (double{v.nw} + 2.0 * v.n + v.ne) - (double{v.sw} + 2.0 * v.s + v.se);
  return {east / (8 * cell_m), north / (8 * cell_m)};
}

}  // namespace

Gradient gradientAt(GridSize size, std::span<const float> elevation_m, double cell_m, int column, int row) {
  return gradientOf(windowAt(size, elevation_m, column, row), cell_m);
}

std::vector<float> slopeDegrees(GridSize size, std::span<const float> elevation_m, double cell_m) {
  std::vector<float> slope(size.count(), std::numeric_limits<float>::quiet_NaN());
  forRowBands(size.rows, [&](int from, int to) {
    for (int row = from; row < to; ++row)
      for (int column = 0; column < size.columns; ++column) {
        if (std::isnan(elevation_m[size.at(column, row)])) continue;
        const Gradient g = gradientAt(size, elevation_m, cell_m, column, row);
        const double rise = std::sqrt(g.east_ratio * g.east_ratio + g.north_ratio * g.north_ratio);
        slope[size.at(column, row)] = static_cast<float>(std::atan(rise) / kDegree);
      }
  });
  return slope;
}

std::vector<std::uint8_t> hillshade(GridSize size, std::span<const float> elevation_m, double cell_m,
                                    const Light& light) {
  std::vector<std::uint8_t> shade(size.count(), 0);
  // The light's direction as a unit vector; brightness is its dot product with the surface normal.
  const double up = std::sin(light.altitude_deg * kDegree);
  const double east = std::cos(light.altitude_deg * kDegree) * std::sin(light.azimuth_deg * kDegree);
  const double north = std::cos(light.altitude_deg * kDegree) * std::cos(light.azimuth_deg * kDegree);
  forRowBands(size.rows, [&](int from, int to) {
    for (int row = from; row < to; ++row)
      for (int column = 0; column < size.columns; ++column) {
        if (std::isnan(elevation_m[size.at(column, row)])) continue;
        const Gradient g = gradientAt(size, elevation_m, cell_m, column, row);
        const double gx = g.east_ratio * light.z_factor_ratio;
        const double gy = g.north_ratio * light.z_factor_ratio;
        const double lit = (up - gx * east - gy * north) / std::sqrt(1 + gx * gx + gy * gy);
        shade[size.at(column, row)] = static_cast<std::uint8_t>(lit <= 0 ? 1.0 : 1.0 + 254.0 * lit);
      }
  });
  return shade;
}

}  // namespace gis::terrain
