// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/core/error.h"
#include "gis/store/database.h"
#include "gis/table/table_schema.h"

namespace gis {

struct TableSummary {
  std::string table;
  std::string title;     // as gpkg_contents has it
  std::string title_en;  // its description there; may be empty
  bool has_geometry = false;
};

// Which tables there are and what columns they have. One thread, one connection.
class TableSchemaStore {
 public:
  explicit TableSchemaStore(const Database& db) : m_db(db) {}
  // Feature and attribute tables of gpkg_contents that exist and have an integer primary key, in its order.
  Result<std::vector<TableSummary>> tables() const;
  // Fails with kUnknownName.
  Result<TableSchema> schema(const std::string& table) const;

 private:
  const Database& m_db;
};

}  // namespace gis
