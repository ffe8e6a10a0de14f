// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/level_changes_store.h"

#include "gis/store/guarded.h"
#include "gis/store/joined_transaction.h"

namespace gis::stocks {
namespace {

constexpr int kEveryDepot = -1;

}  // namespace

Result<std::vector<LevelChange>> LevelChangesStore::read(std::int64_t depot_id, std::int64_t item_id) const {
  return guarded(m_db, [&]() -> Result<std::vector<LevelChange>> {
    std::vector<LevelChange> found;
    SQLite::Statement there(m_db.sql(),
                            "SELECT count(*) FROM sqlite_schema WHERE type='table' AND name='stock_level_change'");
    there.executeStep();
    if (there.getColumn(0).getInt() == 0) return found;
    SQLite::Statement row(m_db.sql(),
                          "SELECT id, depot_id, ifnull(item_id,0), upon, content, changed_utc_ms, author FROM "
                          "stock_level_change WHERE ?1<0 OR (depot_id=?1 AND ifnull(item_id,0)=?2) ORDER BY depot_id, "
                          "ifnull(item_id,0), changed_utc_ms, id");
    row.bind(1, depot_id);
    row.bind(2, item_id);
    while (row.executeStep())
      found.push_back({{row.getColumn(0).getString(), idsApart(row.getColumn(3).getString()),
                        row.getColumn(4).getString(), row.getColumn(5).getInt64(), row.getColumn(6).getString()},
                       row.getColumn(1).getInt64(),
                       row.getColumn(2).getInt64()});
    return found;
  });
}

Result<std::vector<LevelChange>> LevelChangesStore::all() const { return read(kEveryDepot, 0); }

void LevelChangesStore::add(const LevelChange& change) const {
  SQLite::Statement row(m_db.sql(), "INSERT INTO stock_level_change VALUES (?,?,?,?,?,?,?)");
  row.bind(1, change.id);
  row.bind(2, change.depot_id);
  if (change.item_id != 0) row.bind(3, change.item_id);
  row.bind(4, joinedIds(change.upon));
  row.bind(5, change.content);
  row.bind(6, change.changed_utc_ms);
  row.bind(7, change.author);
  row.exec();
}

Result<void> LevelChangesStore::stand(const LevelChange& change) const {
  if (change.item_id == 0) {
    const auto basis = basisOfContent(change.content, change.depot_id);
    if (!basis) return std::unexpected(basis.error());
    SQLite::Statement row(m_db.sql(), "INSERT OR REPLACE INTO stock_basis VALUES (?,?,?,?,?,?,?,?,?,?)");
    row.bind(1, basis->depot_id);
    row.bind(2, basis->people);
    row.bind(3, basis->minimum_days);
    row.bind(4, basis->target_days);
    row.bind(5, basis->maximum_days);
    row.bind(6, basis->target_ratio);
    row.bind(7, basis->maximum_ratio);
    row.bind(8, basis->source);
    row.bind(9, change.changed_utc_ms);
    row.bind(10, change.author);
    row.exec();
    return {};
  }
  const auto level = levelOfContent(change.content);
  if (!level) return std::unexpected(level.error());
  if (!*level) {
    SQLite::Statement gone(m_db.sql(), "DELETE FROM stock_level WHERE depot_id=? AND item_id=?");
    gone.bind(1, change.depot_id);
    gone.bind(2, change.item_id);
    gone.exec();
    return {};
  }
  SQLite::Statement row(m_db.sql(), "INSERT OR REPLACE INTO stock_level VALUES (?,?,?,?,?,?,?,?)");
  row.bind(1, change.depot_id);
  row.bind(2, change.item_id);
  row.bind(3, (*level)->minimum);
  row.bind(4, (*level)->target);
  row.bind(5, (*level)->maximum);
  row.bind(6, (*level)->reason);
  row.bind(7, change.changed_utc_ms);
  row.bind(8, change.author);
  row.exec();
  return {};
}

Result<void> LevelChangesStore::set(LevelChange change) const {
  return inTransaction(m_db, [&]() -> Result<void> {
    return guarded(m_db, [&]() -> Result<void> {
      const auto known = read(change.depot_id, change.item_id);
      if (!known) return std::unexpected(known.error());
      change.upon.clear();
      for (const LevelChange* last : lastChanges(*known)) change.upon.push_back(last->id);
      SQLite::Statement names(m_db.sql(),
                              "SELECT (SELECT uuid FROM stock_depot WHERE id=?1), ifnull((SELECT code FROM stock_item "
                              "WHERE id=?2),'')");
      names.bind(1, change.depot_id);
      names.bind(2, change.item_id);
      names.executeStep();
      change.id = changeId({names.getColumn(0).getString(), names.getColumn(1).getString()}, change);
      add(change);
      return stand(change);
    });
  });
}

Result<void> LevelChangesStore::adoptInside(const std::vector<LevelChange>& fresh) const {
  if (fresh.empty()) return {};
  return guarded(m_db, [&]() -> Result<void> {
    for (const LevelChange& one : fresh) add(one);
    const auto known = read(fresh.front().depot_id, fresh.front().item_id);
    if (!known) return std::unexpected(known.error());
    const LevelChange* stands = standingChange(*known);
    return stands ? stand(*stands) : Result<void>();
  });
}

}  // namespace gis::stocks
