// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "gis/geo/coordinate_text.h"

// Any text gives a place on the earth or a reason.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  const auto place = gis::parseCoordinate(text);
  if (place) {
    if (!(std::abs(place->position.lat_deg) <= 90) || !std::isfinite(place->position.lon_deg)) std::abort();
    if (gis::formatDms(place->position).empty()) std::abort();
  } else if (place.error().detail.empty() && !text.empty()) {
    std::abort();
  }
  return 0;
}
