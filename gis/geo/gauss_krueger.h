// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>

namespace gis {

// The 3-degree Gauss-Krueger zones of China (高斯-克吕格 3度带), numbers 25 to 45, central meridians 75 E to 135 E.
// Zone n covers 1.5 degrees either side of 3n; a seam belongs to the eastern zone. Pure; any thread.
constexpr int kFirstGaussKruegerZone = 25;
constexpr int kLastGaussKruegerZone = 45;

// None outside 73.5 E - 136.5 E.
std::optional<int> gaussKruegerZone(double lon_deg);
double centralMeridianDeg(int zone);

// Whether eastings carry the zone number in front (38420267) or not (420267).
enum class ZonePrefix { kWith, kWithout };
// CGCS2000 systems: EPSG:4513-4533 with, EPSG:4534-4554 without prefix. `zone` must be 25 to 45.
std::string gaussKruegerCrs(int zone, ZonePrefix prefix);

}  // namespace gis
