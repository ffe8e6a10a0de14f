// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/truck_store.h"

#include <set>

#include "gis/stocks/ledger_store.h"
#include "gis/store/guarded.h"

namespace gis::stocks {

Result<std::map<std::int64_t, std::vector<DepotTruck>>> TruckStore::trucks() const {
  return guarded(m_db, [&]() -> Result<std::map<std::int64_t, std::vector<DepotTruck>>> {
    std::map<std::int64_t, std::vector<DepotTruck>> found;
    SQLite::Statement there(m_db.sql(), "SELECT count(*) FROM sqlite_schema WHERE type='table' AND name='stock_truck'");
    there.executeStep();
    if (there.getColumn(0).getInt() == 0) return found;
    SQLite::Statement row(m_db.sql(),
                          "SELECT depot_id, kind, payload_kg, volume_m3, trucks FROM stock_truck ORDER BY depot_id, "
                          "payload_kg, kind");
    while (row.executeStep())
      found[row.getColumn(0).getInt64()].push_back({row.getColumn(1).getString(), row.getColumn(2).getDouble(),
                                                    row.getColumn(3).getDouble(), row.getColumn(4).getInt64()});
    return found;
  });
}

Result<void> TruckStore::setTrucks(std::int64_t depot_id, const std::vector<DepotTruck>& trucks,
                                   const std::string& author, std::int64_t now_utc_ms) const {
  std::set<std::string> kinds;
  for (const DepotTruck& one : trucks) {
    if (one.kind.empty()) return fail(ErrorCode::kInvalidArgument, "trucks", "a kind without a name");
    if (!kinds.insert(one.kind).second) return fail(ErrorCode::kInvalidArgument, one.kind, "named twice");
    if (!(one.payload_kg > 0) || !(one.volume_m3 > 0))
      return fail(ErrorCode::kInvalidArgument, one.kind, "payload and volume: above zero expected");
    if (one.trucks < 1 || one.trucks > 10'000)
      return fail(ErrorCode::kInvalidArgument, one.kind, "a number of trucks from 1 to 10000 expected");
  }
  return inTransaction(m_db, [&]() -> Result<void> {
    SQLite::Statement gone(m_db.sql(), "DELETE FROM stock_truck WHERE depot_id=?");
    gone.bind(1, depot_id);
    gone.exec();
    for (const DepotTruck& one : trucks) {
      SQLite::Statement row(m_db.sql(), "INSERT INTO stock_truck VALUES (?,?,?,?,?,?,?)");
      row.bind(1, depot_id);
      row.bind(2, one.kind);
      row.bind(3, one.payload_kg);
      row.bind(4, one.volume_m3);
      row.bind(5, one.trucks);
      row.bind(6, now_utc_ms);
      row.bind(7, author);
      row.exec();
    }
    return {};
  });
}

}  // namespace gis::stocks
