// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>

#include "gis/core/error.h"
#include "gis/store/database.h"

namespace gis::demo {

// A drill of call-and-respond (叫应演练) in the season before: some towns of one county, about 60 persons who are made
// to answer as people do, closed, so that report, charts and the history of a person have something to show. Needs
// divisions and persons. Equal seeds give equal bytes.
Result<void> writeCalloutDrill(const Database& db, const std::string& uuid, std::uint64_t seed,
                               std::int64_t now_utc_ms);

}  // namespace gis::demo
