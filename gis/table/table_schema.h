// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/vector/feature_columns.h"

namespace gis {

enum class CellKind : std::uint8_t { kInteger, kReal, kText, kBytes };

// One column of a table, without the geometry.
struct SchemaColumn {
  std::string name;
  CellKind kind = CellKind::kText;
  bool nullable = true;
  std::string code_table;     // the list its values come from, e.g. "code_risk_level"; empty: none
  std::string parent_table;   // the table a foreign key points to, when that is no code list
  std::string parent_column;  // the column there
  bool has_default = false;   // a new row may say nothing of it
};

// A feature or attribute table of a workspace. Plain data; any thread.
struct TableSchema {
  std::string table;
  std::string title;            // as gpkg_contents has it
  std::string title_en;         // its description there; may be empty
  std::string key;              // the integer primary key, "fid" in our tables
  std::string geometry_column;  // empty: a table of attributes only
  GeometryKind kind = GeometryKind::kNone;
  std::vector<SchemaColumn> columns;

  std::optional<std::size_t> find(std::string_view column) const {
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (columns[i].name == column) return i;
    return std::nullopt;
  }
  // Rows carry a uuid: they can be edited and have a history.
  bool hasUuid() const { return find("uuid").has_value(); }
};

// What keeps a row rather than describes a thing: key, uuid and the two times.
inline bool isHousekeeping(const TableSchema& schema, std::string_view column) {
  return column == schema.key || column == "uuid" || column == "created_utc" || column == "changed_utc";
}

}  // namespace gis
