// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/raster/hillshade.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace gis {

namespace {

constexpr double kRadians = std::numbers::pi / 180;

// A sun as the unit vector towards it: east, north, up.
struct Sun {
  double east, north, up;
};
Sun sunAt(double azimuth_deg, double altitude_deg) {
  const double flat = std::cos(altitude_deg * kRadians);
  return {std::sin(azimuth_deg * kRadians) * flat, std::cos(azimuth_deg * kRadians) * flat,
          std::sin(altitude_deg * kRadians)};
}

std::uint8_t grey(double light) {
  return static_cast<std::uint8_t>(std::lround(1 + 254 * std::clamp(light, 0.0, 1.0)));
}

}  // namespace

std::vector<std::uint8_t> hillshade(std::span<const float> elevation_m, int columns, int rows, double cell_m,
                                    const HillshadeOptions& options) {
  const auto width = static_cast<std::ptrdiff_t>(columns), height = static_cast<std::ptrdiff_t>(rows);
  if (width <= 0 || height <= 0 || !(cell_m > 0) || elevation_m.size() != static_cast<std::size_t>(width * height))
    return {};
  std::vector<std::uint8_t> shade(elevation_m.size());
  const double per_rise = options.exaggeration_ratio / (8 * cell_m);
  const Sun sun = sunAt(options.azimuth_deg, options.altitude_deg);
  // Four suns a quarter apart about the chosen one, at 30 degrees as Mark gives them.
  std::array<Sun, 4> suns{};
  for (std::size_t i = 0; i < 4; ++i) suns[i] = sunAt(options.azimuth_deg - 90 + 45 * static_cast<double>(i), 30);
  const double flat2 = suns[0].east * suns[0].east + suns[0].north * suns[0].north;

  for (std::ptrdiff_t row = 0; row < height; ++row)
    for (std::ptrdiff_t column = 0; column < width; ++column) {
      const auto here = static_cast<std::size_t>(row * width + column);
      const double own = static_cast<double>(elevation_m[here]);
      if (std::isnan(own)) continue;
      const auto at = [&](std::ptrdiff_t dx, std::ptrdiff_t dy) {
        const std::ptrdiff_t x = column + dx, y = row + dy;
        if (x < 0 || y < 0 || x >= width || y >= height) return own;
        const double z = static_cast<double>(elevation_m[static_cast<std::size_t>(y * width + x)]);
        return std::isnan(z) ? own : z;
      };
      const double nw = at(-1, -1), n = at(0, -1), ne = at(1, -1), w = at(-1, 0), e = at(1, 0);
      const double sw = at(-1, 1), s = at(0, 1), se = at(1, 1);
      const double to_east = (ne + 2 * e + se - nw - 2 * w - sw) * per_rise;
      const double to_north = (nw + 2 * n + ne - sw - 2 * s - se) * per_rise;
      const double steep2 = to_east * to_east + to_north * to_north;
      const double normal = 1 / std::sqrt(1 + steep2);
      const auto lit = [&](const Sun& from) {
        return std::max(0.0, (from.up - to_east * from.east - to_north * from.north) * normal);
      };
      if (options.light == HillshadeLight::kSingle) {
        shade[here] = grey(lit(sun));
        continue;
      }
      if (steep2 == 0) {
        shade[here] = grey(suns[0].up);
        continue;
      }
      // Weight sin^2(aspect - azimuth): a sun counts most for slopes it grazes sideways. Of four suns 45 degrees apart
      // the weights add up to 2, whatever the aspect.
      double sum = 0;
      for (const Sun& each : suns) {
        const double cross = to_east * each.north - to_north * each.east;
        sum += cross * cross * lit(each);
      }
      shade[here] = grey(sum / (2 * steep2 * flat2));
    }
  return shade;
}

}  // namespace gis
