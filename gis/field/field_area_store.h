// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>
#include <vector>

#include "gis/field/field_plan.h"
#include "gis/store/database.h"
#include "gis/store/feature_store.h"
#include "gis/store/table_columns.h"

namespace gis {

// Which rows of which tables a plan takes along, as conditions for SQL. Rows belong to divisions by their
// division_code, rows without one by the divisions' boxes; they belong to a box of the map by their geometry, rows
// without one by the smallest divisions that touch it. Photographs go along with the row they show, rows without either
// (patrols) with the place they refer to. Tables that refer to no place, and all divisions, go along whole. One thread,
// the connection it was opened on.
class FieldAreaStore {
 public:
  // `schema` is the name of the office's database on this connection: "main", or as it was attached. Fails with
  // kUnknownName (division, table).
  static Result<FieldAreaStore> open(const Database& db, const std::string& schema, const FieldPlan& plan);

  // The census tables that go along.
  const std::vector<std::string>& tables() const { return m_tables; }
  // "" or " WHERE ...".
  std::string where(const std::string& table) const;

 private:
  struct Reference {
    std::string column, table, key;
  };
  Result<void> findReferences(const Database& db);
  std::string where(const std::string& table, int depth) const;
  Result<void> findDivisions(const Database& db, const FieldPlan& plan);
  Result<void> findBox(const Database& db, const LonLatBox& box);
  std::string m_schema;
  TableColumns m_columns;
  std::vector<FeatureTable> m_features;
  std::map<std::string, std::vector<Reference>> m_references;  // of the census tables
  std::vector<std::string> m_tables;
  std::vector<std::string> m_photographed;  // those of them whose rows have photographs
  std::string m_by_code;                    // of the divisions
  std::string m_by_box;                     // their boxes
  std::string m_by_drawn_box;               // of the map
  bool m_whole = true;
};

}  // namespace gis
