// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/expiry.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "gis/stocks/calendar_day.h"

namespace gis::stocks {
namespace {

constexpr int kCliffWindow_days = 7;
constexpr double kCliffShare = 0.2;

bool isGood(State state) { return state == State::kUsable || state == State::kReserved; }

}  // namespace

std::vector<ExpiringLot> expiringWithin(const Directory& directory, const std::vector<CellBalance>& balance,
                                        const std::string& day, int days) {
  const auto today = dayNumber(day);
  if (!today) return {};
  std::map<std::pair<std::int64_t, std::int64_t>, ExpiringLot> lots;
  for (const CellBalance& cell : balance) {
    const auto lot = directory.lots.find(cell.lot_id);
    if (cell.depot_id == 0 || !isGood(cell.state) || lot == directory.lots.end()) continue;
    const auto last = dayNumber(lot->second.expires_on);
    if (!last || *last - *today > days) continue;
    ExpiringLot& one = lots[{cell.depot_id, cell.lot_id}];
    one.depot_id = cell.depot_id, one.item_id = cell.item_id, one.lot_id = cell.lot_id;
    one.expires_on = lot->second.expires_on, one.days_left = *last - *today;
    one.quantity += cell.quantity;
  }
  std::vector<ExpiringLot> list;
  for (auto& [key, one] : lots) list.push_back(std::move(one));
  std::ranges::stable_sort(list, {},
                           [](const ExpiringLot& one) { return std::make_tuple(one.days_left, one.depot_id); });
  return list;
}

std::vector<ExpiryPoint> expiryCurve(const Directory& directory, const std::vector<CellBalance>& balance,
                                     std::int64_t depot_id, std::int64_t item_id, const std::string& day) {
  const auto today = dayNumber(day);
  if (!today) return {};
  std::int64_t usable = 0;
  std::map<int, std::int64_t> falls;  // by the first day without it
  for (const CellBalance& cell : balance) {
    if (cell.depot_id == 0 || (depot_id != 0 && cell.depot_id != depot_id) || cell.item_id != item_id ||
        cell.state != State::kUsable)
      continue;
    const auto lot = directory.lots.find(cell.lot_id);
    const auto last = lot == directory.lots.end() ? std::nullopt : dayNumber(lot->second.expires_on);
    if (last && *last < *today) continue;
    usable += cell.quantity;
    if (last) falls[*last + 1] += cell.quantity;
  }
  const std::int64_t at_first = usable;
  std::vector<ExpiryPoint> curve{{day, usable, false}};
  for (const auto& [first_day, quantity] : falls) {
    std::int64_t within_week = 0;
    for (auto at = falls.lower_bound(first_day - kCliffWindow_days + 1); at != falls.end() && at->first <= first_day;
         ++at)
      within_week += at->second;
    usable -= quantity;
    curve.push_back(
        {dayText(first_day), usable, static_cast<double>(within_week) >= kCliffShare * static_cast<double>(at_first)});
  }
  return curve;
}

std::vector<RotationProposal> rotationProposal(const Directory& directory, const std::vector<CellBalance>& balance,
                                               const std::vector<Coverage>& coverage, const std::string& day,
                                               int lead_days) {
  // What a depot has beyond its target may go without being bought again, the first lot first.
  std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> spare;
  for (const Coverage& row : coverage)
    if (row.level) spare[{row.depot_id, row.item_id}] = std::max<std::int64_t>(0, row.usable - row.level->target);
  std::map<std::int64_t, const Item*> items;
  for (const Item& item : directory.items) items[item.id] = &item;
  std::vector<RotationProposal> proposals;
  for (const ExpiringLot& lot : expiringWithin(directory, balance, day, lead_days)) {
    if (lot.days_left < 0) continue;
    RotationProposal one;
    one.lot = lot;
    std::int64_t& left = spare[{lot.depot_id, lot.item_id}];
    const std::int64_t not_again = std::min(left, lot.quantity);
    left -= not_again;
    one.buy = lot.quantity - not_again;
    const auto known = directory.lots.find(lot.lot_id);
    if (known != directory.lots.end())
      one.cost_yuan = static_cast<double>(one.buy) * known->second.price_yuan.value_or(0);
    if (const auto item = items.find(lot.item_id); item != items.end())
      one.weight_kg = static_cast<double>(lot.quantity) * item->second->weight_kg;
    proposals.push_back(std::move(one));
  }
  return proposals;
}

}  // namespace gis::stocks
