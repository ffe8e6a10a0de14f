// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "gis/core/cancel.h"
#include "gis/core/error.h"

namespace app {

// The rain that the gauges of the flood room hold, by county: that of the county's highest gauge, since slides start
// where it rains most and a mean would hide it.
struct CountyRain {
  double day_mm = 0;     // of the last 24 hours, at least: hours without a reading count as dry
  double before_mm = 0;  // of the three days before
  int gauges = 0;
};
struct MeasuredRain {
  std::int64_t as_of_utc_ms = 0;
  std::optional<std::int64_t> latest_utc_ms;   // of all readings
  std::map<std::string, CountyRain> counties;  // by code, twelve digits; without a gauge that reported: not there
};

// Of gauges that are not silent by the flood room's rule (24 hours) now; in a made city at its latest reading. Any
// thread. Fails as gis::Workspace::open and the flood stores do.
gis::Result<MeasuredRain> measuredRain(const std::filesystem::path& folder, const gis::CancelToken& cancel = {});

}  // namespace app
