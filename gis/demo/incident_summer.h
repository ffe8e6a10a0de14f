// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>

#include "gis/core/error.h"
#include "gis/store/database.h"

namespace gis::demo {

// Made incidents (事件): a flash flood and a forest fire of last summer from the first report to the end, and a small
// landslide that is being dealt with at the demo's present, with figures as they grew, responses and their tasks, one
// of them overdue. Booked by the store itself. Needs divisions and requisitions. Equal seeds give equal bytes. Returns
// how many.
Result<int> writeIncidents(const Database& db, std::uint64_t seed, std::int64_t now_utc_ms);

}  // namespace gis::demo
