// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>

#include "gis/core/error.h"
#include "gis/core/uuid.h"

namespace gis {
class Database;
}

namespace gis::stocks {

// What preparing added.
struct PreparedStocks {
  int items = 0, depots = 0, bases = 0;
};

// What a workspace needs before its first movement: the catalogue that comes with the program, a depot for each of the
// census, and the people at risk that each government depot is there for. What the office has entered stays. All or
// nothing. `people_source` is kept with the people. Fails as the stores do. The database's thread.
Result<PreparedStocks> prepareStocks(const Database& db, UuidSource& uuids, const std::string& author,
                                     const std::string& people_source, std::int64_t now_utc_ms);

}  // namespace gis::stocks
