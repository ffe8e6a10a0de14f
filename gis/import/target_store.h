// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/core/error.h"
#include "gis/edit/cell_value.h"
#include "gis/store/database.h"
#include "gis/store/geopackage_blob.h"

namespace gis {

enum class ColumnType { kInteger, kReal, kText };

// A column of a census table as an import has to fill it.
struct TargetColumn {
  std::string name;
  ColumnType type = ColumnType::kText;
  bool required = false;  // NOT NULL without a default
  CellValue default_value = {};
  bool unique = false;
  bool yes_no = false;           // 0 or 1
  std::string code_table;        // "code_school_kind"; empty: no coded value
  std::string reference_table;   // another table that must know the value, "division"
  std::string reference_column;  // "code"
};

// A table that rows can be imported into.
struct TargetTable {
  std::string name;
  std::string title_zh;
  std::string title_en;
  bool has_geometry = false;
  bool geometry_required = false;
  GeometryType geometry = GeometryType::kAny;
  std::string geometry_column;
  std::vector<TargetColumn> columns;  // all but fid and the geometry
  std::string key_column;             // the code by which a row is known outside, "hazard_code"; empty: none

  const TargetColumn* find(const std::string& column) const {
    for (const TargetColumn& known : columns)
      if (known.name == column) return &known;
    return nullptr;
  }
};

// The columns that every row has and that are filled by themselves unless a file brings them.
bool isOwnColumn(const std::string& column);

// One thread, one connection.
class TargetStore {
 public:
  explicit TargetStore(const Database& db) : m_db(db) {}
  // All census tables, by name.
  Result<std::vector<TargetTable>> all() const;
  // Fails with kUnknownName.
  Result<TargetTable> table(const std::string& name) const;

 private:
  Result<TargetTable> describe(const std::string& name) const;
  const Database& m_db;
};

}  // namespace gis
