// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "gis/core/error.h"
#include "gis/stocks/book_change.h"
#include "gis/stocks/levels.h"

namespace gis::stocks {

// What somebody set for a depot: the levels of an item, or whom the depot is there for. The content are the figures;
// "null": no longer by hand.
struct LevelChange : BookChange {
  std::int64_t depot_id = 0, item_id = 0;  // item 0: people and days of the depot
};

// "100/120/150", "computed", "900 people for 3/7/15 days".
std::string figuresOf(const LevelChange& change);

std::string levelContent(const std::optional<Level>& level);
std::string basisContent(const LevelBasis& basis);
// Fail with kDamagedFile: not written by the two above, or figures that fall.
Result<std::optional<Level>> levelOfContent(const std::string& content);
Result<LevelBasis> basisOfContent(const std::string& content, std::int64_t depot_id);

}  // namespace gis::stocks
