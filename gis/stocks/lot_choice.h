// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/error.h"

namespace gis::stocks {

// A lot that lies somewhere, for choosing.
struct LotAtHand {
  std::int64_t lot_id = 0, owner_id = 0, quantity = 0;
  std::string lot_no, expires_on;  // empty: never
};
struct LotShare {
  std::int64_t lot_id = 0, owner_id = 0, quantity = 0;
};

// Which lots to take for a quantity (先到期先出, first expired first out): what expires first goes first, what never
// expires last, of equals the lot whose number is smaller; what expired before `day` is left alone. Fails with
// kNotEnough; the detail says how many are left.
Result<std::vector<LotShare>> chooseLots(std::vector<LotAtHand> at_hand, std::int64_t quantity, std::string_view day);

}  // namespace gis::stocks
