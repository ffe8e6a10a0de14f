// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "gis/stocks/catalogue_store.h"
#include "gis/stocks/level_change.h"

namespace gis::stocks {

// People of the depots and levels set by hand as records of a copy of the books, every change of them; those of depots
// and items that the directory does not have stay at home.
std::vector<nlohmann::json> levelRecords(const Directory& directory, const std::vector<LevelChange>& changes);
bool isLevelRecord(const nlohmann::json& record);

// What stood here and what came, made without knowing of each other: the later stands, and a person is asked.
struct LevelClash {
  nlohmann::json record;  // of what came
  std::string id, subject, why;
};
struct TakenLevels {
  int levels = 0;  // depots and items whose figures changed here
  int known = 0;
  std::vector<LevelClash> clashes;
};
// Takes the changes over; depot_was as in copy_catalogue. To be called in the transaction of the merge, after the
// catalogue was taken. What lies in a depot or is of an item that is not here any more is left out. Fails with
// kDamagedFile and as the stores do; throws as the JSON library does when a record is not of this form.
Result<TakenLevels> takeLevels(const Database& db, const Directory& directory,
                               const std::map<std::string, std::string>& depot_was,
                               const std::vector<nlohmann::json>& records);

}  // namespace gis::stocks
