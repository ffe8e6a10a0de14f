// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>

#include "gis/core/error.h"
#include "gis/store/database.h"

namespace gis::demo {

// Three years of reserve stocks (救灾物资) until the demo's present: the catalogue, depots with suppliers and family
// kits, opening stock, and week by week what offices do: issue, move, buy, lend, rotate what expires, scrap what was
// forgotten, count in December; requisitions of each flood season, one of them with a loss, one on the road now, one
// waiting for its picking. All of it is booked by the ledger itself. Needs divisions, depots, hazard points and danger
// sections. Equal seeds give equal bytes. Returns how many movements there are.
Result<long long> writeStockYears(const Database& db, std::uint64_t seed, std::int64_t now_utc_ms);

}  // namespace gis::demo
