// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <nlohmann/json.hpp>
#include <optional>

#include "gis/flood/flood_load.h"
#include "gis/flood/river_trace.h"

namespace app {

// The flood room's values as JSON: units in the keys, words in lower case, null for what is not known.
nlohmann::ordered_json situationJson(const gis::flood::FloodView& view);
nlohmann::ordered_json stationJson(const gis::flood::FloodView& view, const gis::flood::StationNow& station);
nlohmann::ordered_json thresholdJson(const gis::flood::RainThreshold& threshold);
nlohmann::ordered_json traceJson(const gis::flood::RiverBasin& rivers, const gis::flood::RiverTrace& trace);
std::string freshnessName(gis::flood::Freshness freshness);

}  // namespace app
