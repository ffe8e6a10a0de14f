// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/levels.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace gis::stocks {
namespace {

// Up to the next whole thing; what is a whole number but for the last bits stays it.
std::int64_t roundedUp(double amount) { return static_cast<std::int64_t>(std::ceil(amount - 1e-9 * (1 + amount))); }

void count(Coverage& row, const CellBalance& cell, bool expired) {
  switch (cell.state) {
    case State::kUsable:
      (expired ? row.expired : row.usable) += cell.quantity;
      break;
    case State::kReserved:
      row.reserved += cell.quantity;
      break;
    case State::kInTransit:
      row.on_the_road += cell.quantity;
      break;
    case State::kDamaged:
      row.damaged += cell.quantity;
      break;
    case State::kExpired:
      row.expired += cell.quantity;
      break;
    case State::kOnLoan:
      row.on_loan += cell.quantity;
      break;
    default:
      break;
  }
}

int monthOf(const std::string& day) { return day.size() >= 7 ? (day[5] - '0') * 10 + (day[6] - '0') : 0; }

void setCoverage(Coverage& row, const Item& item, const LevelBasis& basis) {
  if (!item.norm || basis.people <= 0 || item.norm->per_1000_count <= 0) return;
  const double per_round = static_cast<double>(basis.people) * item.norm->per_1000_count / 1000;
  if (item.norm->is_daily)
    row.coverage_d = static_cast<double>(row.usable) / per_round;
  else
    row.coverage_ratio = static_cast<double>(row.usable) / per_round;
}

std::string countyOf(const Depot& depot) { return depot.division_code.substr(0, 6); }

}  // namespace

std::optional<Level> levelOf(const Item& item, const LevelBasis& basis, int month) {
  if (!item.norm || basis.people <= 0) return std::nullopt;
  const Norm& norm = *item.norm;
  const double per_round = static_cast<double>(basis.people) * norm.per_1000_count / 1000;
  Level level;
  level.people = basis.people;
  level.per_1000_count = norm.per_1000_count;
  level.is_daily = norm.is_daily;
  level.in_season = norm.months.empty() || std::ranges::count(norm.months, month) != 0;
  level.norm_source = norm.source;
  level.people_source = basis.source;
  level.minimum = roundedUp(norm.is_daily ? per_round * basis.minimum_days : per_round);
  level.target = roundedUp(norm.is_daily ? per_round * basis.target_days : per_round * basis.target_ratio);
  level.maximum = roundedUp(norm.is_daily ? per_round * basis.maximum_days : per_round * basis.maximum_ratio);
  if (!level.in_season) level.minimum = 0;
  return level;
}

std::vector<Coverage> coverageOf(const Directory& directory, const std::vector<CellBalance>& balance,
                                 const LevelInput& levels, const std::string& day) {
  std::map<std::pair<std::int64_t, std::int64_t>, Coverage> rows;
  const auto row = [&](std::int64_t depot_id, std::int64_t item_id) -> Coverage& {
    Coverage& one = rows[{depot_id, item_id}];
    one.depot_id = depot_id, one.item_id = item_id;
    return one;
  };
  for (const CellBalance& cell : balance) {
    const auto lot = directory.lots.find(cell.lot_id);
    const bool expired = lot != directory.lots.end() && isExpired(lot->second, day);
    if (cell.depot_id != 0) count(row(cell.depot_id, cell.item_id), cell, expired);
  }
  for (const LevelBasis& basis : levels.bases)
    for (const Item& item : directory.items)
      if (const auto level = levelOf(item, basis, monthOf(day))) {
        Coverage& one = row(basis.depot_id, item.id);
        one.level = level;
        setCoverage(one, item, basis);
      }
  for (const auto& [key, level] : levels.typed) row(key.first, key.second).level = level;
  std::vector<Coverage> list;
  for (auto& [key, one] : rows) list.push_back(std::move(one));
  return list;
}

std::vector<CountyShortage> shortagesByCounty(const Directory& directory, const std::vector<Coverage>& coverage) {
  std::map<std::int64_t, std::string> county_of_depot;
  for (const Depot& depot : directory.depots) county_of_depot[depot.id] = countyOf(depot);
  std::map<std::pair<std::string, std::int64_t>, CountyShortage> sums;
  for (const Coverage& row : coverage) {
    const auto county = county_of_depot.find(row.depot_id);
    if (county == county_of_depot.end()) continue;
    CountyShortage& sum = sums[{county->second, row.item_id}];
    sum.county = county->second, sum.item_id = row.item_id;
    sum.usable += row.usable;
    sum.minimum += row.level ? row.level->minimum : 0;
  }
  std::vector<CountyShortage> list;
  for (auto& [key, sum] : sums) list.push_back(std::move(sum));
  return list;
}

std::vector<ClassShare> structureOf(const Directory& directory, const std::vector<CellBalance>& balance,
                                    const std::vector<Coverage>& coverage) {
  std::map<std::int64_t, const Item*> items;
  for (const Item& item : directory.items) items[item.id] = &item;
  std::map<std::string, ClassShare> shares;
  std::map<std::string, std::set<std::int64_t>> known, there;
  for (const Coverage& row : coverage) {
    const auto item = items.find(row.item_id);
    if (item == items.end()) continue;
    ClassShare& share = shares[item->second->class_code];
    known[item->second->class_code].insert(row.item_id);
    if (row.usable > 0) there[item->second->class_code].insert(row.item_id);
    if (!row.level || row.level->minimum == 0) continue;
    ++share.planned;
    share.filled_ratio += std::min(1.0, static_cast<double>(row.usable) / static_cast<double>(row.level->minimum));
  }
  for (const CellBalance& cell : balance) {
    const auto item = items.find(cell.item_id);
    if (item == items.end() || cell.depot_id == 0) continue;
    ClassShare& share = shares[item->second->class_code];
    const auto quantity = static_cast<double>(cell.quantity);
    share.weight_kg += quantity * item->second->weight_kg;
    share.volume_m3 += quantity * item->second->volume_m3;
    const auto lot = directory.lots.find(cell.lot_id);
    if (lot != directory.lots.end()) share.value_yuan += quantity * lot->second.price_yuan.value_or(0);
  }
  std::vector<ClassShare> list;
  for (auto& [code, share] : shares) {
    share.class_code = code;
    share.items = static_cast<int>(known[code].size());
    share.items_there = static_cast<int>(there[code].size());
    if (share.planned > 0) share.filled_ratio /= share.planned;
    list.push_back(share);
  }
  return list;
}

}  // namespace gis::stocks
