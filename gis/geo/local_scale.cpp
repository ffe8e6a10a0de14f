// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geo/local_scale.h"

#include <array>
#include <cmath>
#include <numbers>

#include "gis/geo/geodesic.h"

namespace gis {

Result<LocalScale> localScaleAt(const Projector& to_map, MapXY where) {
  constexpr double kHalfM = 100;
  const auto at = to_map.inverse({where.x_m, where.y_m});
  if (!at) return std::unexpected(at.error());
  const LonLat here{at->x, at->y};
  const LonLat north = geodesicDestination(here, 0, kHalfM), south = geodesicDestination(here, 180, kHalfM);
  const LonLat east = geodesicDestination(here, 90, kHalfM), west = geodesicDestination(here, -90, kHalfM);
  std::array<MapXY, 4> ends;
  for (std::size_t i = 0; const LonLat end : {north, south, east, west}) {
    const auto xy = to_map.forward({end.lon_deg, end.lat_deg});
    if (!xy) return std::unexpected(xy.error());
    ends[i++] = {xy->x, xy->y};
  }
  const double length_m = std::hypot(ends[2].x_m - ends[3].x_m, ends[2].y_m - ends[3].y_m);
  if (!std::isfinite(length_m) || length_m <= 0) return fail(ErrorCode::kOutOfRange, "local scale");
  const double lean_rad = std::atan2(ends[0].x_m - ends[1].x_m, ends[0].y_m - ends[1].y_m);
  return LocalScale{length_m / (2 * kHalfM), lean_rad * 180 / std::numbers::pi};
}

}  // namespace gis
