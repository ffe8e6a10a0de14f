// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/item_changes_store.h"

#include "gis/store/guarded.h"

namespace gis::stocks {

Result<std::vector<ItemChange>> ItemChangesStore::read(const std::string& code) const {
  return guarded(m_db, [&]() -> Result<std::vector<ItemChange>> {
    std::vector<ItemChange> found;
    SQLite::Statement there(m_db.sql(),
                            "SELECT count(*) FROM sqlite_schema WHERE type='table' AND name='stock_item_change'");
    there.executeStep();
    if (there.getColumn(0).getInt() == 0) return found;
    SQLite::Statement row(m_db.sql(),
                          "SELECT c.id, c.upon, c.content, c.changed_utc_ms, c.author, i.code FROM stock_item_change c "
                          "JOIN stock_item i ON i.id=c.item_id WHERE ?1='' OR i.code=?1 ORDER BY i.code, "
                          "c.changed_utc_ms, c.id");
    row.bind(1, code);
    while (row.executeStep())
      found.push_back({{row.getColumn(0).getString(), idsApart(row.getColumn(1).getString()),
                        row.getColumn(2).getString(), row.getColumn(3).getInt64(), row.getColumn(4).getString()},
                       row.getColumn(5).getString()});
    return found;
  });
}

Result<std::vector<ItemChange>> ItemChangesStore::all() const { return read({}); }

Result<void> ItemChangesStore::keepInside(const Item* before, const Item& item, const std::string& author,
                                          std::int64_t now_utc_ms) const {
  ItemChange change{{{}, {}, itemContent(item), now_utc_ms, author}, item.code};
  if (before && itemContent(*before) == change.content) return {};
  const auto known = read(item.code);
  if (!known) return std::unexpected(known.error());
  for (const ItemChange* last : lastChanges(*known)) change.upon.push_back(last->id);
  if (known->empty() && before) change.upon.push_back(asItCame(*before).id);
  change.id = changeId({item.code}, change);
  return adoptInside(change);
}

Result<void> ItemChangesStore::adoptInside(const ItemChange& change) const {
  return guarded(m_db, [&]() -> Result<void> {
    SQLite::Statement row(m_db.sql(),
                          "INSERT INTO stock_item_change (id, item_id, upon, content, changed_utc_ms, author) SELECT "
                          "?1, id, ?2, ?3, ?4, ?5 FROM stock_item WHERE code=?6");
    row.bind(1, change.id);
    row.bind(2, joinedIds(change.upon));
    row.bind(3, change.content);
    row.bind(4, change.changed_utc_ms);
    row.bind(5, change.author);
    row.bind(6, change.item_code);
    if (row.exec() == 1) return {};
    return fail(ErrorCode::kUnknownName, change.item_code, "no item of the catalogue has this name");
  });
}

}  // namespace gis::stocks
