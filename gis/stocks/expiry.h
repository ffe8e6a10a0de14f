// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "gis/stocks/balance_store.h"
#include "gis/stocks/levels.h"

namespace gis::stocks {

// What of a lot lies in a depot and runs out: usable and reserved of all owners.
struct ExpiringLot {
  std::int64_t depot_id = 0, item_id = 0, lot_id = 0, quantity = 0;
  std::string expires_on;
  int days_left = 0;  // negative: has expired
};
// Those that expire within so many days, and those that have; the first first.
std::vector<ExpiringLot> expiringWithin(const Directory& directory, const std::vector<CellBalance>& balance,
                                        const std::string& day, int days);

// How much of an item is still usable on a day if nothing comes and nothing goes (到期曲线): one point where it falls.
// `is_cliff`: a fifth or more of today's stock goes within that week.
struct ExpiryPoint {
  std::string day;  // the first day on which so much is left
  std::int64_t usable = 0;
  bool is_cliff = false;
};
std::vector<ExpiryPoint> expiryCurve(const Directory& directory, const std::vector<CellBalance>& balance,
                                     std::int64_t depot_id, std::int64_t item_id, const std::string& day);

// What to rotate (轮换): a lot that ends within `lead_days` goes where it is used up in time, and as much is bought
// fresh as keeps the depot at its target (without one: as much as goes). What has expired is not exchanged but
// scrapped.
struct RotationProposal {
  ExpiringLot lot;
  std::int64_t buy = 0;
  double cost_yuan = 0;  // of what is bought, at the lot's own price; 0: not known
  double weight_kg = 0;  // of what goes
};
std::vector<RotationProposal> rotationProposal(const Directory& directory, const std::vector<CellBalance>& balance,
                                               const std::vector<Coverage>& coverage, const std::string& day,
                                               int lead_days);

}  // namespace gis::stocks
