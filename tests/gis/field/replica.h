// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <memory>
#include <string>
#include <vector>

#include "gis/field/change_batch_store.h"
#include "gis/field/field_sync.h"
#include "gis/field/row_merge.h"
#include "gis/store/migration.h"
#include "tests/gis/edit/edit_test_support.h"

namespace gis {

// A workspace in memory, with a person at it: one of several that start alike.
class Replica {
 public:
  explicit Replica(int number)
      : author{"员" + std::to_string(number), "seat-" + std::to_string(number)},
        clock(std::make_shared<SettableClock>()),
        uuids(clock, 100 + static_cast<std::uint64_t>(number)),
        m_db(makeDatabase()) {}

  const Database& db() const { return m_db; }
  Result<std::string> edit(const std::function<Result<void>(RowEditor&)>& work) {
    return RowEditor::edit(db(), uuids, *clock, {author}, work);
  }
  Result<std::string> set(const std::string& table, const std::string& uuid, const RowCells& cells) {
    return edit([&](RowEditor& rows) { return rows.set(table, uuid, cells); });
  }
  std::vector<std::byte> changes() const {
    auto batch = changesSince(db(), 0);
    EXPECT_OK(batch);
    return batch ? batch->changeset : std::vector<std::byte>{};
  }
  NewChanges take(const std::vector<std::byte>& changeset) {
    NewChanges found;
    EXPECT_OK(db().transaction([&]() -> Result<void> {
      auto applied = applyChanges(db(), changeset);
      if (!applied) return std::unexpected(applied.error());
      found = *applied;
      auto merge = RowMerge::open(db(), clock->nowUtcMs());
      if (!merge) return std::unexpected(merge.error());
      if (auto settled = merge->settle(found.rows); !settled) return settled;
      return merge->finish();
    }));
    return found;
  }
  // The rows of a table as text, without what is the workspace's own (fid).
  std::vector<std::string> rowsOf(const std::string& table, const std::string& columns) const {
    SQLite::Statement rows(db().sql(), "SELECT " + columns + " FROM " + table + " ORDER BY uuid");
    std::vector<std::string> found;
    while (rows.executeStep()) {
      std::string line;
      for (int i = 0; i < rows.getColumnCount(); ++i) line += rows.getColumn(i).getString() + "|";
      found.push_back(line);
    }
    return found;
  }
  std::vector<std::string> openConflicts() const {
    const auto all = ConflictStore(db()).all(true);
    std::vector<std::string> found;
    if (all)
      for (const Conflict& c : *all) found.push_back(c.table + "/" + c.row_uuid + "/" + c.column);
    std::ranges::sort(found);
    return found;
  }
  std::string text(const std::string& sql) const { return db().sql().execAndGet(sql).getString(); }

  EditAuthor author;
  std::shared_ptr<SettableClock> clock;
  UuidSource uuids;

 private:
  // A copy of one that is made once: migrations take their time.
  static Database makeDatabase() {
    static const Database first = makeFirst();
    auto db = Database::inMemory();
    if (!db) throw std::runtime_error("no memory");
    SQLite::Backup backup(db->sql(), first.sql());
    backup.executeStep();
    db->sql().exec("PRAGMA foreign_keys=ON");
    return std::move(*db);
  }
  static Database makeFirst() {
    auto db = Database::inMemory();
    const auto migrations = ownMigrations();
    if (!db || !migrations || !migrate(*db, *migrations, kMayDay)) throw std::runtime_error("no schema");
    fillSmallCity(*db, 1);
    auto rows = CensusRowStore::open(*db);
    if (!rows) throw std::runtime_error("no rows");
    for (int n = 1; n <= 4; ++n)
      if (!rows->insert("depot", completeDepot("库" + std::to_string(n), n))) throw std::runtime_error("no depot");
    return std::move(*db);
  }
  Database m_db;
};

inline RowCells newStation(const std::string& code) {
  return {{"geom", pointBlob({113.1, 36.2})},
          {"station_code", code},
          {"division_code", std::string("140431100201")},
          {"name", "站" + code},
          {"kind", std::string("PP")},
          {"source", std::string("test")}};
}

}  // namespace gis
