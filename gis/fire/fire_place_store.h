// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/store/database.h"

namespace gis::fire {

// What a fire may reach, or what helps against it.
enum class PlaceKind { kVillage, kTeam, kWater, kHelipad, kLookout, kCamera, kKeySite };

struct FirePlace {
  PlaceKind kind = PlaceKind::kVillage;
  std::string table;  // of the row
  std::int64_t fid = 0;
  std::string uuid;
  std::string name;
  std::string division_code;
  LonLat where;
  std::int64_t people = -1;  // residents, pupils, patients ...; a team's members; -1: not said
  std::string note;          // phone of a team, volume of a water point
  bool forest_team = false;  // 森林消防, for sorting
};

// A person to call, by the division they answer for.
struct FirePerson {
  std::string name, post, phone, division_code;
  std::string division, unit;  // name of the division; unit may be empty
};

// The point that stands for a village, and whose it is.
struct VillageSeat {
  std::string name, county;
  LonLat where;
};

// Reads the places around a fire. One thread, one connection.
class FirePlaceStore {
 public:
  explicit FirePlaceStore(const Database& db) : m_db(db) {}
  // All places inside a box of degrees, unsorted. Key sites: schools, hospitals, care homes, tourist sites, chemical
  // sites, mines, tailings ponds.
  Result<std::vector<FirePlace>> within(const LonLatBox& box) const;
  // The teams that fight fires, of the whole city: fire and rescue, forest fire, volunteers (code_team_kind 1, 2, 8).
  Result<std::vector<FirePlace>> teams() const;
  // Box of all districts; empty when there are none.
  Result<LonLatBox> cityBox() const;
  Result<std::vector<VillageSeat>> villageSeats() const;
  // District chain of a village code: county, town, village.
  Result<std::vector<std::string>> divisionNames(const std::string& code) const;
  // Whom to call in a division and those above it: forest rangers first, administrative and evacuation leads,
  // information officers, duty posts.
  Result<std::vector<FirePerson>> persons(const std::string& division_code) const;

 private:
  const Database& m_db;
};

}  // namespace gis::fire
