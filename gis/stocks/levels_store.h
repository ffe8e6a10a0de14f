// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "gis/stocks/levels.h"

namespace gis::stocks {

// The figures that levels come from. One thread; the Database must outlive it.
class LevelsStore {
 public:
  explicit LevelsStore(const Database& db) : m_db(db) {}
  Result<LevelInput> input() const;
  Result<void> setBasis(const LevelBasis& basis, const std::string& author, std::int64_t now_utc_ms) const;
  // Levels by hand; the reason is needed. Without a level the computed one is back.
  Result<void> setLevel(std::int64_t depot_id, std::int64_t item_id, const std::optional<Level>& level,
                        const std::string& author, std::int64_t now_utc_ms) const;
  // People at risk in a division (its code without the zeros at the end): those that geological-hazard points and
  // danger sections of rivers threaten (geohazard_point.threatened_people, danger_section.people). Nobody is counted
  // twice in one place, but somebody under a slope by the river is.
  Result<std::int64_t> peopleAtRisk(const std::string& division_code) const;

 private:
  const Database& m_db;
};

}  // namespace gis::stocks
