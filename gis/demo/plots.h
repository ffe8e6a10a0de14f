// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <functional>

#include "gis/core/error.h"
#include "gis/demo/ground.h"
#include "gis/store/database.h"

namespace gis::demo {

// What people would have drawn over the map: a sheet of a flood exercise at the second county's seat, and bookmarks of
// the city's and some counties' seats. Made up, like everything here. One step of the log; equal seeds give equal
// bytes.
Result<long long> writePlots(const Database& db, const std::vector<Division>& divisions,
                             const std::function<LonLat(MapXY)>& degrees_of, std::uint64_t seed,
                             std::int64_t now_utc_ms);

}  // namespace gis::demo
