// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace gis {

enum class HillshadeLight {
  kSingle,            // one sun from `azimuth_deg`
  kMultidirectional,  // four suns, weighted by how the slope faces them: no valley drowns in black
};

struct HillshadeOptions {
  HillshadeLight light = HillshadeLight::kSingle;
  double azimuth_deg = 315;  // where the light comes from, clockwise from north
  double altitude_deg = 45;
  double exaggeration_ratio = 1;
};

// Shaded relief (山体阴影) of heights on square cells, row 0 north: 1..255, 0 where the height is NaN. Edge cells and
// cells beside NaN use their own height for the missing neighbours. `elevation_m` holds columns * rows values. Pure;
// any thread. Source: B. K. P. Horn, Hill shading and the reflectance map, Proc. IEEE 69 (1981); multidirectional: R.
// K. Mark, USGS Open-File Report 92-422 (1992).
std::vector<std::uint8_t> hillshade(std::span<const float> elevation_m, int columns, int rows, double cell_m,
                                    const HillshadeOptions& options = {});

}  // namespace gis
