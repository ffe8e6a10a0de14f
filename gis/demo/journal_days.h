// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>

#include "gis/core/error.h"
#include "gis/store/database.h"

namespace gis::demo {

// The last two days of the duty journal (值班日志): two shifts with a hand-over between them, calls, instructions, a
// warning with its deadlines met, a correction, a drill, and what is still open at the demo's present. Needs divisions.
// Equal seeds give equal bytes. Returns how many entries there are.
Result<long long> writeJournalDays(const Database& db, std::uint64_t seed, std::int64_t now_utc_ms);

}  // namespace gis::demo
