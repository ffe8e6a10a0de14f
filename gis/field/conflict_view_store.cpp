// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/field/conflict_view_store.h"

#include <algorithm>
#include <array>
#include <map>

#include "gis/edit/edit_log_store.h"
#include "gis/store/feature_store.h"
#include "gis/store/guarded.h"
#include "gis/store/raw_statement.h"
#include "gis/store/table_columns.h"

namespace gis {

namespace {

// Columns that name a row, the first that a table has.
constexpr std::array kNameColumns = {"name", "title", "household_head", "code", "label"};

std::string nameColumnOf(const std::vector<std::string>& columns) {
  for (const char* wanted : kNameColumns)
    if (std::ranges::find(columns, wanted) != columns.end()) return wanted;
  return {};
}

// What a row that is not in its table was called when it came.
std::string nameInLog(EditLogStore& log, const std::string& uuid, const std::string& column) {
  const auto changes = log.changesOfRow(uuid);
  if (!changes) return {};
  for (const DatedChange& dated : *changes) {
    const auto* packed = std::get_if<std::vector<std::byte>>(dated.change.column == kRowCame ? &dated.change.new_value
                                                                                             : &dated.change.old_value);
    if (packed == nullptr || (dated.change.column != kRowCame && dated.change.column != kRowWent)) continue;
    const auto cells = unpackRow(*packed);
    if (!cells) continue;
    if (const auto cell = cells->find(column); cell != cells->end())
      if (const auto* name = std::get_if<std::string>(&cell->second)) return *name;
  }
  return {};
}

// One table's statements.
struct Reader {
  std::string name_column;
  std::optional<RawStatement> row, box;
};

Result<Reader> readerOf(const Database& db, const std::string& table, const TableColumns& columns,
                        const std::vector<FeatureTable>& features) {
  Reader reader;
  const auto found = columns.find(table);
  if (found == columns.end() || std::ranges::find(found->second, "uuid") == found->second.end()) return reader;
  reader.name_column = nameColumnOf(found->second);
  auto row = RawStatement::prepare(
      db, fmt::format("SELECT fid, {} FROM {} WHERE uuid=?",
                      reader.name_column.empty() ? "NULL" : sqlName(reader.name_column), sqlName(table)));
  if (!row) return std::unexpected(row.error());
  reader.row.emplace(std::move(*row));
  const auto feature = std::ranges::find(features, table, &FeatureTable::table);
  if (feature == features.end()) return reader;
  auto box = RawStatement::prepare(db, fmt::format("SELECT (minx+maxx)/2, (miny+maxy)/2 FROM {} WHERE id=?",
                                                   sqlName("rtree_" + table + "_" + feature->geometry_column)));
  if (box) reader.box.emplace(std::move(*box));  // a table without an index has no place here
  return reader;
}

}  // namespace

Result<std::vector<ConflictRow>> conflictRows(const Database& db, bool only_open) {
  auto conflicts = ConflictStore(db).all(only_open);
  if (!conflicts) return std::unexpected(conflicts.error());
  const auto columns = tableColumns(db);
  if (!columns) return std::unexpected(columns.error());
  const auto features = FeatureStore(db).tables();
  if (!features) return std::unexpected(features.error());
  EditLogStore log(db);
  std::map<std::string, Reader> readers;
  std::vector<ConflictRow> rows;
  for (Conflict& conflict : *conflicts) {
    auto reader = readers.find(conflict.table);
    if (reader == readers.end()) {
      auto made = readerOf(db, conflict.table, *columns, *features);
      if (!made) return std::unexpected(made.error());
      reader = readers.emplace(conflict.table, std::move(*made)).first;
    }
    ConflictRow found;
    found.conflict = std::move(conflict);
    if (auto& row = reader->second.row) {
      row->reset();
      row->bind(1, std::string_view(found.conflict.row_uuid));
      if (row->step()) {
        found.fid = row->integer(0);
        found.name = row->text(1);
      }
    }
    if (auto& box = reader->second.box; box && found.fid != 0) {
      box->reset();
      box->bind(1, found.fid);
      if (box->step()) found.where = LonLat{box->real(0), box->real(1)};
    }
    if (found.fid == 0) found.name = nameInLog(log, found.conflict.row_uuid, reader->second.name_column);
    rows.push_back(std::move(found));
  }
  return rows;
}

Result<std::string> rowName(const Database& db, const std::string& table, const std::string& uuid) {
  const auto columns = tableColumns(db);
  if (!columns) return std::unexpected(columns.error());
  auto reader = readerOf(db, table, *columns, {});
  if (!reader) return std::unexpected(reader.error());
  if (!reader->row) return std::string();
  reader->row->bind(1, std::string_view(uuid));
  return reader->row->step() ? std::string(reader->row->text(1)) : std::string();
}

}  // namespace gis
