// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/joined_transaction.h"

#include <sqlite3.h>

#include "gis/store/guarded.h"

namespace gis {

Result<void> inTransaction(const Database& db, const std::function<Result<void>()>& work) {
  return sqlite3_get_autocommit(db.sql().getHandle()) != 0 ? db.transaction(work) : guarded(db, work);
}

}  // namespace gis
