// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/levels_store.h"

#include "gis/stocks/level_changes_store.h"
#include "gis/store/guarded.h"

namespace gis::stocks {

Result<LevelInput> LevelsStore::input() const {
  if (!CatalogueStore(m_db).there()) return LevelInput();
  return guarded(m_db, [&]() -> Result<LevelInput> {
    LevelInput input;
    SQLite::Statement bases(m_db.sql(),
                            "SELECT depot_id, people, minimum_days, target_days, maximum_days, target_ratio, "
                            "maximum_ratio, basis_source FROM stock_basis ORDER BY depot_id");
    while (bases.executeStep())
      input.bases.push_back({bases.getColumn(0).getInt64(), bases.getColumn(1).getInt64(), bases.getColumn(2).getInt(),
                             bases.getColumn(3).getInt(), bases.getColumn(4).getInt(), bases.getColumn(5).getDouble(),
                             bases.getColumn(6).getDouble(), bases.getColumn(7).getString()});
    SQLite::Statement levels(m_db.sql(), "SELECT depot_id, item_id, minimum, target, maximum, reason FROM stock_level");
    while (levels.executeStep()) {
      Level level;
      level.minimum = levels.getColumn(2).getInt64();
      level.target = levels.getColumn(3).getInt64();
      level.maximum = levels.getColumn(4).getInt64();
      level.typed = true;
      level.reason = levels.getColumn(5).getString();
      input.typed[{levels.getColumn(0).getInt64(), levels.getColumn(1).getInt64()}] = std::move(level);
    }
    return input;
  });
}

Result<void> LevelsStore::setBasis(const LevelBasis& basis, const std::string& author, std::int64_t now_utc_ms) const {
  if (!basisOfContent(basisContent(basis), basis.depot_id))
    return fail(ErrorCode::kInvalidArgument, "people", "days that do not fall and a source are needed");
  return LevelChangesStore(m_db).set({{{}, {}, basisContent(basis), now_utc_ms, author}, basis.depot_id, 0});
}

Result<void> LevelsStore::setLevel(std::int64_t depot_id, std::int64_t item_id, const std::optional<Level>& level,
                                   const std::string& author, std::int64_t now_utc_ms) const {
  if (level && level->reason.empty()) return fail(ErrorCode::kInvalidArgument, "level", "a reason is needed");
  if (!levelOfContent(levelContent(level)))
    return fail(ErrorCode::kInvalidArgument, "level", "minimum, target and maximum must not fall");
  return LevelChangesStore(m_db).set({{{}, {}, levelContent(level), now_utc_ms, author}, depot_id, item_id});
}

Result<std::int64_t> LevelsStore::peopleAtRisk(const std::string& division_code) const {
  return guarded(m_db, [&]() -> Result<std::int64_t> {
    std::string prefix = division_code;
    // Codes are 2+2+2+3+3 digits: a county ends with six zeros, a township with three.
    while (prefix.size() > 6 && prefix.ends_with("000")) prefix.resize(prefix.size() - 3);
    while (prefix.size() <= 6 && prefix.size() > 2 && prefix.ends_with("00")) prefix.resize(prefix.size() - 2);
    SQLite::Statement row(
        m_db.sql(),
        "SELECT (SELECT ifnull(sum(threatened_people),0) FROM geohazard_point WHERE substr(division_code,1,?2)=?1) + "
        "(SELECT ifnull(sum(people),0) FROM danger_section WHERE substr(division_code,1,?2)=?1)");
    row.bind(1, prefix);
    row.bind(2, static_cast<std::int64_t>(prefix.size()));
    row.executeStep();
    return row.getColumn(0).getInt64();
  });
}

}  // namespace gis::stocks
