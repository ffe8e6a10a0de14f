// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/table/table_schema_store.h"

#include <map>

#include "gis/store/guarded.h"

namespace gis {
namespace {

// The rules of SQLite's documentation, "Determination of column affinity", as far as census tables need them.
CellKind kindOf(std::string type) {
  for (char& c : type)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  const auto has = [&](const char* word) { return type.find(word) != std::string::npos; };
  if (has("INT") && !has("POINT")) return CellKind::kInteger;
  if (has("BOOL")) return CellKind::kInteger;
  if (has("REAL") || has("FLOA") || has("DOUB") || has("NUMERIC") || has("DECIMAL")) return CellKind::kReal;
  if (has("BLOB")) return CellKind::kBytes;
  return CellKind::kText;
}

GeometryKind geometryKindOf(const std::string& name) {
  if (name.find("POINT") != std::string::npos) return GeometryKind::kPoint;
  if (name.find("LINE") != std::string::npos || name.find("CURVE") != std::string::npos) return GeometryKind::kLine;
  if (name.find("POLYGON") != std::string::npos || name.find("SURFACE") != std::string::npos)
    return GeometryKind::kPolygon;
  return GeometryKind::kNone;
}

}  // namespace

Result<std::vector<TableSummary>> TableSchemaStore::tables() const {
  return guarded(m_db, [&]() -> Result<std::vector<TableSummary>> {
    std::vector<TableSummary> tables;
    SQLite::Statement rows(
        m_db.sql(),
        "SELECT c.table_name, coalesce(c.identifier, c.table_name), coalesce(c.description, ''), "
        "c.data_type='features' FROM gpkg_contents c JOIN "
        "sqlite_schema m ON m.name=c.table_name AND m.type='table' WHERE c.data_type IN ('features','attributes') AND "
        "EXISTS (SELECT 1 FROM pragma_table_info(c.table_name) i WHERE i.pk=1 AND i.type LIKE '%INT%') "
        "ORDER BY c.rowid");
    while (rows.executeStep())
      tables.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(), rows.getColumn(2).getString(),
                        rows.getColumn(3).getInt() != 0});
    return tables;
  });
}

Result<TableSchema> TableSchemaStore::schema(const std::string& table) const {
  return guarded(m_db, [&]() -> Result<TableSchema> {
    TableSchema schema;
    SQLite::Statement contents(
        m_db.sql(),
        "SELECT c.table_name, coalesce(c.identifier, c.table_name), g.column_name, "
        "g.geometry_type_name, coalesce(c.description, '') FROM gpkg_contents c LEFT JOIN gpkg_geometry_columns g ON "
        "g.table_name=c.table_name WHERE c.table_name=? AND c.data_type IN "
        "('features','attributes')");
    contents.bind(1, table);
    if (!contents.executeStep()) return fail(ErrorCode::kUnknownName, table);
    schema.table = contents.getColumn(0).getString();
    schema.title = contents.getColumn(1).getString();
    schema.title_en = contents.getColumn(4).getString();
    schema.geometry_column = contents.getColumn(2).getString();
    schema.kind = geometryKindOf(contents.getColumn(3).getString());
    std::map<std::string, std::pair<std::string, std::string>> parents;
    SQLite::Statement keys(m_db.sql(), "SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?)");
    keys.bind(1, table);
    while (keys.executeStep())
      parents[keys.getColumn(0).getString()] = {keys.getColumn(1).getString(), keys.getColumn(2).getString()};
    SQLite::Statement columns(m_db.sql(),
                              "SELECT name, type, \"notnull\"=0, pk, dflt_value IS NOT NULL FROM pragma_table_info(?)");
    columns.bind(1, table);
    while (columns.executeStep()) {
      SchemaColumn column{columns.getColumn(0).getString(),
                          kindOf(columns.getColumn(1).getString()),
                          columns.getColumn(2).getInt() != 0,
                          {},
                          {},
                          {},
                          columns.getColumn(4).getInt() != 0};
      if (columns.getColumn(3).getInt() == 1 && column.kind == CellKind::kInteger) schema.key = column.name;
      if (column.name == schema.geometry_column) continue;
      if (const auto parent = parents.find(column.name); parent != parents.end()) {
        if (parent->second.first.starts_with("code_"))
          column.code_table = parent->second.first;
        else
          column.parent_table = parent->second.first, column.parent_column = parent->second.second;
      }
      schema.columns.push_back(std::move(column));
    }
    if (schema.key.empty()) return fail(ErrorCode::kUnknownName, table, "no integer primary key");
    return schema;
  });
}

}  // namespace gis
