// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/error.h"
#include "gis/stocks/levels.h"

namespace gis::stocks {

// What somebody set for a depot: the levels of an item, or whom the depot is there for. A change names those it was
// made upon; of changes that did not know each other the later stands. All copies that have the same changes agree.
struct LevelChange {
  std::string id;                          // a hash of what it says
  std::int64_t depot_id = 0, item_id = 0;  // item 0: people and days of the depot
  std::vector<std::string> upon;           // what stood when it was made
  std::string content;                     // JSON of the figures; "null": no longer by hand
  std::int64_t changed_utc_ms = 0;
  std::string author;
};

// Of the changes of one depot and item those that no other was made upon.
std::vector<const LevelChange*> lastChanges(const std::vector<LevelChange>& changes);
// The latest of them; of one time the one with the greater id. Null: none.
const LevelChange* standingChange(const std::vector<LevelChange>& changes);
// Whether who made `later` knew of the change with this id, over whatever lies between.
bool knewOf(const std::vector<LevelChange>& changes, const LevelChange& later, const std::string& earlier_id);
bool sameFigures(const LevelChange& one, const LevelChange& other);

// "100/120/150", "computed", "900 people for 3/7/15 days".
std::string figuresOf(const LevelChange& change);

std::string levelContent(const std::optional<Level>& level);
std::string basisContent(const LevelBasis& basis);
// Fail with kDamagedFile: not written by the two above, or figures that fall.
Result<std::optional<Level>> levelOfContent(const std::string& content);
Result<LevelBasis> basisOfContent(const std::string& content, std::int64_t depot_id);

}  // namespace gis::stocks
