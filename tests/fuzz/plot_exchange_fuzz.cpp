// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "gis/plotting/plot_exchange.h"

// Any GeoJSON gives objects with enough points, all of them numbers, or a reason.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto plots = gis::plotsFromGeoJson(std::string(data, data + size), "fuzz.geojson");
  if (!plots) return 0;
  for (const gis::PlotObject& object : plots->value) {
    if (object.points.size() < gis::leastPoints(object.kind)) std::abort();
    for (const gis::LonLat& point : object.points)
      if (!std::isfinite(point.lon_deg) || !std::isfinite(point.lat_deg)) std::abort();
  }
  return 0;
}
