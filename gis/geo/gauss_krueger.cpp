// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geo/gauss_krueger.h"

#include <fmt/format.h>

#include <cmath>

namespace gis {

std::optional<int> gaussKruegerZone(double lon_deg) {
  if (!(lon_deg >= 73.5 && lon_deg < 136.5)) return std::nullopt;
  return static_cast<int>(std::floor((lon_deg + 1.5) / 3));
}

double centralMeridianDeg(int zone) { return 3.0 * zone; }

std::string gaussKruegerCrs(int zone, ZonePrefix prefix) {
  const int first_code = prefix == ZonePrefix::kWith ? 4513 : 4534;
  return fmt::format("EPSG:{}", first_code + zone - kFirstGaussKruegerZone);
}

}  // namespace gis
