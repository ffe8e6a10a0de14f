// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/field/field_workspace_store.h"

#include <algorithm>

#include "gis/edit/edit_log_store.h"
#include "gis/field/field_store.h"
#include "gis/store/feature_store.h"
#include "gis/store/guarded.h"
#include "gis/store/raw_statement.h"
#include "gis/store/table_columns.h"

namespace gis {

namespace {

bool has(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

// "140403000000" -> "140403": the codes of all divisions inside begin with it (GB/T 2260, GB/T 10114).
std::string codePrefix(const std::string& code) {
  for (const auto& [zeros, keep] : {std::pair{"0000000000", 2}, {"00000000", 4}, {"000000", 6}, {"000", 9}})
    if (code.ends_with(zeros)) return code.substr(0, static_cast<std::size_t>(keep));
  return code;
}

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
  return out + "'";
}

class Copier {
 public:
  Copier(const Database& to, const Database& from, const FieldPlan& plan) : m_to(to), m_from(from), m_plan(plan) {}

  Result<std::int64_t> run(const CancelToken& cancel, const Progress& progress) {
    return guarded(m_to, [&]() -> Result<std::int64_t> {
      SQLite::Statement attach(m_to.sql(), "ATTACH ? AS office");
      attach.bind(1, m_from.file().string());
      attach.exec();
      m_to.sql().exec("PRAGMA foreign_keys=OFF");
      auto copied = m_to.transaction([&]() { return copy(cancel, progress); });
      m_to.sql().exec("PRAGMA foreign_keys=ON");
      m_to.sql().exec("DETACH office");
      if (!copied) return std::unexpected(copied.error());
      return m_rows;
    });
  }

 private:
  Result<void> copy(const CancelToken& cancel, const Progress& progress) {
    const auto all = tableColumns(m_to);
    if (!all) return std::unexpected(all.error());
    const auto features = FeatureStore(m_to).tables();
    if (!features) return std::unexpected(features.error());
    if (auto area = findArea(); !area) return area;
    for (const std::string& name : m_plan.tables)
      if (!all->contains(name) || !has(all->find(name)->second, "uuid"))
        return fail(ErrorCode::kUnknownName, name, "no census table");
    std::size_t done = 0;
    for (const auto& [table, columns] : *all) {
      if (cancel.cancelled()) return fail(ErrorCode::kCancelled, table);
      if (progress) progress(static_cast<double>(done++) / static_cast<double>(all->size()));
      if (has(columns, "uuid") && has(columns, "fid")) copyCensus(table, columns, *features);
    }
    for (const char* log : {"edit_step", "edit_change", "edit_bulk", "edit_conflict"})
      m_to.sql().exec(std::string("INSERT INTO main.") + log + " SELECT * FROM office." + log);
    m_to.sql().exec("INSERT OR REPLACE INTO main.workspace_setting SELECT * FROM office.workspace_setting");
    m_to.sql().exec(
        "UPDATE main.gpkg_contents SET last_change=o.last_change, min_x=o.min_x, min_y=o.min_y, max_x=o.max_x,"
        " max_y=o.max_y FROM office.gpkg_contents o WHERE o.table_name=main.gpkg_contents.table_name");
    return fetchReferences();
  }

  // The area as conditions on codes, and as a box.
  Result<void> findArea() {
    for (const std::string& code : m_plan.division_codes) {
      SQLite::Statement row(m_to.sql(),
                            "SELECT r.minx, r.miny, r.maxx, r.maxy FROM office.division d LEFT JOIN"
                            " office.rtree_division_geom r ON r.id=d.fid WHERE d.code=?");
      row.bind(1, code);
      if (!row.executeStep()) return fail(ErrorCode::kUnknownName, code, "no such division");
      const std::string prefix = codePrefix(code);
      m_by_code += fmt::format("{}division_code GLOB {}", m_by_code.empty() ? "" : " OR ", quoted(prefix + "*"));
      if (row.getColumn(0).isNull()) continue;
      m_by_box += fmt::format("{}(minx<={} AND maxx>={} AND miny<={} AND maxy>={})", m_by_box.empty() ? "" : " OR ",
                              row.getColumn(2).getDouble(), row.getColumn(0).getDouble(), row.getColumn(3).getDouble(),
                              row.getColumn(1).getDouble());
    }
    return {};
  }

  void copyCensus(const std::string& table, const std::vector<std::string>& columns,
                  const std::vector<FeatureTable>& features) {
    const bool chosen = m_plan.tables.empty() || has(m_plan.tables, table) || table == "division";
    if (!chosen) return;
    std::string where;
    if (!m_plan.division_codes.empty() && table != "division") {
      const auto feature = std::ranges::find(features, table, &FeatureTable::table);
      if (has(columns, "division_code")) {
        where = " WHERE " + m_by_code;
      } else if (feature != features.end() && !m_by_box.empty()) {
        where = fmt::format(" WHERE fid IN (SELECT id FROM office.{} WHERE {})",
                            sqlName("rtree_" + table + "_" + feature->geometry_column), m_by_box);
      }
    }
    m_rows += m_to.sql().exec(fmt::format("INSERT INTO main.{0} SELECT * FROM office.{0}{1}", sqlName(table), where));
  }

  // Brings along what the copied rows refer to.
  Result<void> fetchReferences() {
    // A river's reaches come one a round, each naming the next.
    for (;;) {
      int fetched = 0;
      std::vector<std::string> statements;
      SQLite::Statement broken(m_to.sql(), "SELECT DISTINCT \"table\", parent, fkid FROM pragma_foreign_key_check()");
      while (broken.executeStep()) {
        const std::string child = broken.getColumn(0).getString();
        const std::string parent = broken.getColumn(1).getString();
        SQLite::Statement key(m_to.sql(),
                              "SELECT \"from\", ifnull(\"to\",'fid') FROM pragma_foreign_key_list(?) WHERE id=?");
        key.bind(1, child);
        key.bind(2, broken.getColumn(2).getInt());
        if (!key.executeStep()) continue;
        statements.push_back(fmt::format(
            "INSERT OR IGNORE INTO main.{1} SELECT * FROM office.{1} WHERE {3} IN (SELECT {2} FROM main.{0})",
            sqlName(child), sqlName(parent), sqlName(key.getColumn(0).getString()),
            sqlName(key.getColumn(1).getString())));
      }
      broken.reset();
      for (const std::string& statement : statements) fetched += m_to.sql().exec(statement);
      m_rows += fetched;
      if (statements.empty()) return {};
      if (fetched == 0) break;
    }
    return fail(ErrorCode::kDamagedFile, m_from.file().string(), "rows refer to rows that are not there");
  }

  const Database& m_to;
  const Database& m_from;
  const FieldPlan& m_plan;
  std::string m_by_code;
  std::string m_by_box;
  std::int64_t m_rows = 0;
};

// Own keys for the office when it prepares its first laptop.
Result<FieldIdentity> officeIdentity(const Workspace& office, const EditAuthor& author) {
  const FieldStore store(office.db());
  auto known = store.identity();
  if (!known) return std::unexpected(known.error());
  if (*known) return std::move(**known);
  auto made = newOffice(author.seat);
  if (!made) return made;
  if (auto kept = store.setIdentity(*made); !kept) return std::unexpected(kept.error());
  return made;
}

Result<FieldCopy> makeCopy(const Workspace& office, const std::filesystem::path& folder, const FieldPlan& plan,
                           const EditAuthor& author, const Clock& clock, const CancelToken& cancel,
                           const Progress& progress) {
  auto identity = officeIdentity(office, author);
  if (!identity) return std::unexpected(identity.error());
  auto laptop = newLaptop(*identity, plan.seat);
  if (!laptop) return std::unexpected(laptop.error());
  auto made = Workspace::create(folder, clock);
  if (!made) return std::unexpected(made.error());
  FieldCopy copy{folder, 0, 0};
  auto rows = Copier(made->db(), office.db(), plan).run(cancel, progress);
  if (!rows) return std::unexpected(rows.error());
  copy.rows = *rows;
  const auto arrival = EditLogStore(made->db()).lastArrival();
  if (!arrival) return std::unexpected(arrival.error());
  laptop->base_arrival = *arrival;
  if (auto kept = FieldStore(made->db()).setIdentity(*laptop); !kept) return std::unexpected(kept.error());
  std::error_code failed;
  if (plan.with_rasters)
    for (const char* sub : {"rasters", "basemaps"}) {
      std::filesystem::copy(
          office.folder() / sub, folder / sub,
          std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing, failed);
      if (failed && failed != std::errc::no_such_file_or_directory)
        return fail(failed == std::errc::no_space_on_device ? ErrorCode::kDiskFull : ErrorCode::kIoFailed,
                    (folder / sub).string(), failed.message());
    }
  std::string area;
  for (const std::string& code : plan.division_codes) area += (area.empty() ? "" : " ") + code;
  const auto arrived = EditLogStore(office.db()).lastArrival();
  if (!arrived) return std::unexpected(arrived.error());
  FieldSeat seat{plan.seat, area, clock.nowUtcMs(), author.name, *arrived, std::nullopt};
  if (auto kept = FieldStore(office.db()).addSeat(seat); !kept) return std::unexpected(kept.error());
  copy.bytes = static_cast<std::int64_t>(std::filesystem::file_size(made->databaseFile(), failed));
  return copy;
}

}  // namespace

Result<FieldCopy> prepareForField(const Workspace& office, const std::filesystem::path& folder, const FieldPlan& plan,
                                  const EditAuthor& author, const Clock& clock, const CancelToken& cancel,
                                  const Progress& progress) {
  if (office.readOnlyReason()) return std::unexpected(*office.readOnlyReason());
  if (plan.seat.empty()) return fail(ErrorCode::kInvalidArgument, "seat", "the laptop needs a name");
  const auto seats = FieldStore(office.db()).seats();
  if (!seats) return std::unexpected(seats.error());
  if (std::ranges::find(*seats, plan.seat, &FieldSeat::seat) != seats->end())
    return fail(ErrorCode::kAlreadyExists, plan.seat, "a laptop of this name was prepared before");
  std::error_code ignored;
  if (std::filesystem::exists(folder, ignored) && !std::filesystem::is_empty(folder, ignored))
    return fail(ErrorCode::kAlreadyExists, folder.string());
  auto copy = makeCopy(office, folder, plan, author, clock, cancel, progress);
  if (!copy) std::filesystem::remove_all(folder, ignored);
  return copy;
}

}  // namespace gis
