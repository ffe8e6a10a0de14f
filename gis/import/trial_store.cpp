// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/trial_store.h"

#include "gis/core/clock.h"
#include "gis/edit/census_row_store.h"
#include "gis/store/guarded.h"
#include "gis/store/layer_revision.h"
#include "gis/store/migration.h"
#include "gis/store/spatial_index.h"

namespace gis {

TrialStore::TrialStore(std::unique_ptr<Database> db, RawStatement insert, std::string clear)
    : m_db(std::move(db)), m_insert(std::move(insert)), m_clear(std::move(clear)) {}
TrialStore::TrialStore(TrialStore&&) noexcept = default;
TrialStore::~TrialStore() { m_insert.reset(); }

Result<TrialStore> TrialStore::open(const TargetTable& table, const std::vector<std::string>& columns) {
  auto made = Database::inMemory();
  if (!made) return std::unexpected(made.error());
  auto db = std::make_unique<Database>(std::move(*made));
  const auto migrations = ownMigrations();
  if (!migrations) return std::unexpected(migrations.error());
  if (auto done = migrate(*db, *migrations, FixedClock(0)); !done) return std::unexpected(done.error());
  return guarded(*db, [&]() -> Result<TrialStore> {
    db->sql().exec("PRAGMA foreign_keys=OFF");
    std::string names, marks;
    if (table.has_geometry) {
      const auto index = SpatialIndex::of(*db, table.name);
      if (!index) return std::unexpected(index.error());
      if (auto dropped = index->drop(); !dropped) return std::unexpected(dropped.error());
      if (auto unwatched = LayerRevisions(*db).unwatch(table.name); !unwatched)
        return std::unexpected(unwatched.error());
      names = sqlName(table.geometry_column), marks = "x'00'";
    }
    for (const std::string& column : columns) {
      names += (names.empty() ? "" : ",") + sqlName(column);
      marks += marks.empty() ? "?" : ",?";
    }
    auto insert =
        RawStatement::prepare(*db, fmt::format("INSERT INTO {} ({}) VALUES ({})", sqlName(table.name), names, marks));
    if (!insert) return std::unexpected(insert.error());
    db->sql().exec("BEGIN");
    return TrialStore(std::move(db), std::move(*insert), "DELETE FROM " + sqlName(table.name));
  });
}

Result<std::optional<std::string>> TrialStore::refusal(const std::vector<CellValue>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) bindCell(*m_insert, static_cast<int>(i) + 1, values[i]);
  if (auto tried = m_insert->run(); !tried) {
    if (tried.error().code != ErrorCode::kInvalidArgument) return std::unexpected(tried.error());
    return tried.error().detail;
  }
  return guarded(*m_db, [&]() -> Result<std::optional<std::string>> {
    m_db->sql().exec(m_clear);
    return std::nullopt;
  });
}

}  // namespace gis
