// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gis/stocks/balance_store.h"
#include "gis/stocks/catalogue_store.h"

namespace gis::stocks {

// How many people a depot is there for and how long its stock is to last. Of what is used up by the day the levels are
// days; of all else the minimum is one round for everybody, target and maximum are more by a ratio. A planning rule of
// this program (D in the facts), each figure the office's to change; the people come from who is at risk there.
struct LevelBasis {
  std::int64_t depot_id = 0;
  std::int64_t people = 0;
  int minimum_days = 3, target_days = 7, maximum_days = 15;
  double target_ratio = 1.2, maximum_ratio = 1.5;
  std::string source;
};

// Levels of one item in one depot, in its unit, and how they came about.
struct Level {
  std::int64_t minimum = 0, target = 0, maximum = 0;
  bool typed = false;       // by a person, with a reason; else people x norm x days
  std::string reason;       // of what was typed
  std::int64_t people = 0;  // of what was computed
  double per_1000_count = 0;
  bool is_daily = false, in_season = true;
  std::string norm_source, people_source;
};

// minimum = people x norm / 1000 (x days), rounded up: half a tent is no tent. Out of its months (1..12) an item has no
// minimum, but target and maximum stay: it is bought before the season. Nothing for an item without a norm.
std::optional<Level> levelOf(const Item& item, const LevelBasis& basis, int month);

// A depot and item: what is there against what should be.
struct Coverage {
  std::int64_t depot_id = 0, item_id = 0;
  std::int64_t usable = 0, reserved = 0, on_the_road = 0, damaged = 0, expired = 0, on_loan = 0;
  std::optional<Level> level;
  // How long what is usable lasts the depot's people: of what is used by the day. None: no norm, nobody.
  std::optional<double> coverage_d;
  // Of the people, how many are served: of what each needs once. 0..1 and more.
  std::optional<double> coverage_ratio;
  std::int64_t shortOf() const { return level && level->minimum > usable ? level->minimum - usable : 0; }
  std::int64_t toTarget() const { return level && level->target > usable ? level->target - usable : 0; }
  std::int64_t beyond() const { return level && usable > level->maximum ? usable - level->maximum : 0; }
};

struct LevelInput {
  std::vector<LevelBasis> bases;
  std::map<std::pair<std::int64_t, std::int64_t>, Level> typed;  // by depot and item
};

// For every depot and item that holds something or should; by depot, then item. What has expired on `day`
// ("2026-05-01") counts as expired, whatever state it is booked in.
std::vector<Coverage> coverageOf(const Directory& directory, const std::vector<CellBalance>& balance,
                                 const LevelInput& levels, const std::string& day);

// A county (first six digits of the division; a depot of the city: the city's) and item: its depots together.
struct CountyShortage {
  std::string county;
  std::int64_t item_id = 0, usable = 0, minimum = 0;
  std::int64_t shortOf() const { return minimum > usable ? minimum - usable : 0; }
};
std::vector<CountyShortage> shortagesByCounty(const Directory& directory, const std::vector<Coverage>& coverage);

// Structure of the stock (品类、规模、结构): by first layer and class of GB/T 38565.
struct ClassShare {
  std::string class_code;
  int items = 0, items_there = 0;  // kinds that are planned or there; kinds that are there
  double weight_kg = 0, volume_m3 = 0, value_yuan = 0;
  double filled_ratio = 0;  // mean over planned items of usable / minimum, each at most 1
  int planned = 0;
};
std::vector<ClassShare> structureOf(const Directory& directory, const std::vector<CellBalance>& balance,
                                    const std::vector<Coverage>& coverage);

}  // namespace gis::stocks
