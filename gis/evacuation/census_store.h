// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/evacuation/evacuation_plan.h"
#include "gis/store/database.h"

namespace gis::evacuation {

// What evacuation reads of the census. One thread, one connection; fails as reading a database does.
class CensusStore {
 public:
  explicit CensusStore(const Database& db) : m_db(&db) {}
  // By division and name; map positions are left to the caller.
  Result<std::vector<Shelter>> shelters() const;
  // Villages with people whose code begins with these digits, with all their people; where is their seat.
  Result<std::vector<Village>> villagesOf(const std::string& digits) const;
  // Where villages have their seat, by code.
  Result<std::map<std::string, LonLat>> villageSeats() const;

 private:
  const Database* m_db;
};

}  // namespace gis::evacuation
