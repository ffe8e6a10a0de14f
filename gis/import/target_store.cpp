// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/target_store.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "gis/store/guarded.h"

namespace gis {

namespace {

constexpr std::array<std::string_view, 3> kOwnColumns = {"uuid", "created_utc", "changed_utc"};

ColumnType typeOf(const std::string& declared) {
  if (declared == "INTEGER") return ColumnType::kInteger;
  return declared == "REAL" ? ColumnType::kReal : ColumnType::kText;
}

// The default as the schema says it: '' or a number.
CellValue defaultOf(const std::string& sql, ColumnType type) {
  if (sql.empty() || sql == "NULL") return {};
  if (sql.size() >= 2 && sql.front() == '\'') return sql.substr(1, sql.size() - 2);
  if (type == ColumnType::kInteger) return static_cast<std::int64_t>(std::strtoll(sql.c_str(), nullptr, 10));
  return type == ColumnType::kReal ? CellValue(std::strtod(sql.c_str(), nullptr)) : CellValue(sql);
}

}  // namespace

bool isOwnColumn(const std::string& column) { return std::ranges::find(kOwnColumns, column) != kOwnColumns.end(); }

Result<std::vector<TargetTable>> TargetStore::all() const {
  return guarded(m_db, [&]() -> Result<std::vector<TargetTable>> {
    // What people draw over the map is no census.
    SQLite::Statement names(m_db.sql(),
                            "SELECT table_name FROM gpkg_contents c WHERE table_name<>'plot_object' AND EXISTS (SELECT "
                            "1 FROM pragma_table_info(c.table_name) WHERE name='uuid') ORDER BY table_name");
    std::vector<TargetTable> tables;
    while (names.executeStep()) {
      auto table = describe(names.getColumn(0).getString());
      if (!table) return std::unexpected(table.error());
      tables.push_back(std::move(*table));
    }
    return tables;
  });
}

Result<TargetTable> TargetStore::table(const std::string& name) const {
  auto tables = all();
  if (!tables) return std::unexpected(tables.error());
  for (TargetTable& table : *tables)
    if (table.name == name) return std::move(table);
  return fail(ErrorCode::kUnknownName, name);
}

Result<TargetTable> TargetStore::describe(const std::string& name) const {
  TargetTable table;
  table.name = name;
  SQLite::Statement contents(m_db.sql(),
                             "SELECT c.identifier, c.description, g.column_name, g.geometry_type_name, s.sql FROM "
                             "gpkg_contents c LEFT JOIN gpkg_geometry_columns g USING (table_name) JOIN sqlite_schema "
                             "s ON s.name=c.table_name AND s.type='table' WHERE c.table_name=?");
  contents.bind(1, name);
  if (!contents.executeStep()) return fail(ErrorCode::kUnknownName, name);
  table.title_zh = contents.getColumn(0).getString();
  table.title_en = contents.getColumn(1).getString();
  table.geometry_column = contents.getColumn(2).getString();
  table.has_geometry = !table.geometry_column.empty();
  table.geometry = geometryTypeOf(contents.getColumn(3).getString()).value_or(GeometryType::kAny);
  const std::string schema = contents.getColumn(4).getString();

  SQLite::Statement columns(m_db.sql(), "SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info(?)");
  columns.bind(1, name);
  while (columns.executeStep()) {
    TargetColumn column;
    column.name = columns.getColumn(0).getString();
    const bool not_null = columns.getColumn(2).getInt() != 0;
    if (column.name == table.geometry_column) table.geometry_required = not_null;
    if (column.name == table.geometry_column || columns.getColumn(4).getInt() != 0) continue;
    column.type = typeOf(columns.getColumn(1).getString());
    column.required = not_null && columns.getColumn(3).isNull();
    column.default_value = defaultOf(columns.getColumn(3).getString(), column.type);
    column.yes_no = schema.find("CHECK(" + column.name + " IN (0,1))") != std::string::npos;
    table.columns.push_back(std::move(column));
  }
  const auto columnOf = [&](const std::string& column) {
    return std::ranges::find(table.columns, column, &TargetColumn::name);
  };
  SQLite::Statement references(m_db.sql(), "SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?)");
  references.bind(1, name);
  while (references.executeStep()) {
    const auto column = columnOf(references.getColumn(0).getString());
    if (column == table.columns.end()) continue;
    const std::string to = references.getColumn(1).getString();
    if (to.starts_with("code_")) {
      column->code_table = to;
    } else {
      column->reference_table = to;
      column->reference_column = references.getColumn(2).getString();
    }
  }
  SQLite::Statement unique(m_db.sql(),
                           "SELECT i.name FROM pragma_index_list(?) l JOIN pragma_index_info(l.name) i WHERE "
                           "l.\"unique\"=1 AND l.origin='u' AND (SELECT count(*) FROM pragma_index_info(l.name))=1");
  unique.bind(1, name);
  while (unique.executeStep()) {
    const auto column = columnOf(unique.getColumn(0).getString());
    if (column == table.columns.end()) continue;
    column->unique = true;
    if (column->name != "uuid") table.key_column = column->name;
  }
  return table;
}

}  // namespace gis
