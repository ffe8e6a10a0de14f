// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>

#include "gis/demo/ground.h"
#include "gis/geo/projector.h"
#include "gis/stocks/catalogue_store.h"

namespace gis::demo {

// An exercise of sending reserve stocks (调拨演练), as files of the workspace: dispatch/flood.geojson, the footprint of
// a flood along the greatest river where it crosses most roads, and dispatch/requests.json, thirty requests of places
// along it: with deadlines and priorities, one for more than there is, one for something nobody has. Made up
// (演示数据); equal seeds give equal bytes. Fails with kIoFailed.
Result<void> writeSendingExercise(const std::filesystem::path& folder, const City& city, const Projector& to_degrees,
                                  std::uint64_t seed, std::int64_t now_utc_ms);

}  // namespace gis::demo
