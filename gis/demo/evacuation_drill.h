// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>

#include "gis/core/error.h"
#include "gis/store/database.h"

namespace gis::demo {

// A finished drill of evacuation (转移演练) in the season before, six villages of a town, ticked off to the end; and
// what three teams of the census are doing. Ways are as the crow flies: nobody drove. Needs divisions, people, shelters
// and teams; without them there is no drill. Equal seeds give equal bytes.
Result<void> writeEvacuationDrill(const Database& db, std::uint64_t seed, std::int64_t now_utc_ms);

}  // namespace gis::demo
