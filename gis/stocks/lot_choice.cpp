// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/lot_choice.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace gis::stocks {

Result<std::vector<LotShare>> chooseLots(std::vector<LotAtHand> at_hand, std::int64_t quantity, std::string_view day) {
  if (quantity <= 0) return fail(ErrorCode::kInvalidArgument, "quantity", "at least 1");
  std::erase_if(at_hand, [&](const LotAtHand& lot) {
    return lot.quantity <= 0 || (!lot.expires_on.empty() && lot.expires_on < day);
  });
  std::ranges::sort(at_hand, {}, [](const LotAtHand& lot) {
    return std::make_tuple(lot.expires_on.empty(), std::string_view(lot.expires_on), std::string_view(lot.lot_no),
                           lot.lot_id, lot.owner_id);
  });
  std::vector<LotShare> shares;
  std::int64_t wanted = quantity;
  for (const LotAtHand& lot : at_hand) {
    if (wanted == 0) break;
    const std::int64_t taken = std::min(wanted, lot.quantity);
    shares.push_back({lot.lot_id, lot.owner_id, taken});
    wanted -= taken;
  }
  if (wanted > 0)
    return fail(ErrorCode::kNotEnough, "usable", fmt::format("{} asked, {} left", quantity, quantity - wanted));
  return shares;
}

}  // namespace gis::stocks
