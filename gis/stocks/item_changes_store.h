// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/stocks/item_change.h"
#include "gis/store/database.h"

namespace gis::stocks {

// Edits of the catalogue in the workspace (stock_item_change), only ever added; what an item was before its first edit
// is not among them (asItCame()). For callers that have begun a transaction. One thread; the Database must outlive it.
class ItemChangesStore {
 public:
  explicit ItemChangesStore(const Database& db) : m_db(db) {}
  // By item, oldest first. A workspace older than the table: none.
  Result<std::vector<ItemChange>> all() const;
  // The item is in the workspace and was `before` (null: not there); when that says the same nothing is kept.
  Result<void> keepInside(const Item* before, const Item& item, const std::string& author,
                          std::int64_t now_utc_ms) const;
  // As another copy has it and this one does not.
  Result<void> adoptInside(const ItemChange& change) const;

 private:
  Result<std::vector<ItemChange>> read(const std::string& code) const;
  const Database& m_db;
};

}  // namespace gis::stocks
