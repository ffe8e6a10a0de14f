// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/stocks/level_change.h"
#include "gis/store/database.h"

namespace gis::stocks {

// Changes of levels and people in the workspace (stock_level_change), only ever added; stock_level and stock_basis hold
// what stands. One thread; the Database must outlive it.
class LevelChangesStore {
 public:
  explicit LevelChangesStore(const Database& db) : m_db(db) {}
  // By depot and item, people first, oldest first. A workspace older than the table: none.
  Result<std::vector<LevelChange>> all() const;
  // Made here and now, upon whatever is known; what it says stands. id and upon of `change` are found here.
  Result<void> set(LevelChange change) const;
  // Of one depot and item, as another copy has them and this one does not; what stands of all is written. For a caller
  // that has begun a transaction and ends it. Fails with kDamagedFile when figures cannot be read.
  Result<void> adoptInside(const std::vector<LevelChange>& fresh) const;

 private:
  Result<std::vector<LevelChange>> read(std::int64_t depot_id, std::int64_t item_id) const;
  void add(const LevelChange& change) const;
  Result<void> stand(const LevelChange& change) const;
  const Database& m_db;
};

}  // namespace gis::stocks
