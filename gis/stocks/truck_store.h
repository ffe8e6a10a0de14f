// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "gis/core/error.h"

namespace gis {
class Database;
}

namespace gis::stocks {

// Trucks of one kind that stand ready at a depot.
struct DepotTruck {
  std::string kind;
  double payload_kg = 0, volume_m3 = 0;
  std::int64_t trucks = 0;
};

// Trucks by depot. One thread; the Database must outlive it.
class TruckStore {
 public:
  explicit TruckStore(const Database& db) : m_db(db) {}
  // By depot; a depot that is not there names none and hires what it needs. Empty in a workspace older than the table.
  Result<std::map<std::int64_t, std::vector<DepotTruck>>> trucks() const;
  // All trucks of a depot anew; none: it hires. Fails with kInvalidArgument (a kind without a name or twice, payload or
  // volume not above zero, a number below one).
  Result<void> setTrucks(std::int64_t depot_id, const std::vector<DepotTruck>& trucks, const std::string& author,
                         std::int64_t now_utc_ms) const;

 private:
  const Database& m_db;
};

}  // namespace gis::stocks
