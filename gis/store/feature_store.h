// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/error.h"
#include "gis/store/database.h"
#include "gis/vector/feature_columns.h"

namespace gis {

// One feature table of the workspace, as gpkg_contents lists it.
struct FeatureTable {
  std::string table;
  std::string geometry_column;
  GeometryKind kind = GeometryKind::kNone;
  std::string identifier;  // the title in gpkg_contents
};

struct FieldValue {
  std::string column;
  std::variant<std::monostate, std::int64_t, double, std::string> value;
};

// Reads feature tables of a workspace into columns. One thread, one connection.
class FeatureStore {
 public:
  explicit FeatureStore(const Database& db) : m_db(db) {}

  Result<std::vector<FeatureTable>> tables() const;
  Result<std::int64_t> count(const std::string& table) const;
  // At once, however many rows there are; about their number in a table that nothing was deleted from. 0 when empty.
  Result<std::int64_t> highestFid(const std::string& table) const;
  // All rows of `table` in rowid order with the attributes named (an unknown name is an error, kInvalidArgument).
  // Rows with an empty or broken geometry are left out with a warning. Polls `cancel` every 1,024 rows.
  Result<Loaded<FeatureColumns>> read(const std::string& table, const std::vector<std::string>& attributes,
                                      const CancelToken& cancel = {}, const Progress& progress = {}) const;
  // The same, of the rows with these keys alone; those that are gone are left out.
  Result<Loaded<FeatureColumns>> readRows(const std::string& table, const std::vector<std::string>& attributes,
                                          std::span<const std::int64_t> fids) const;
  // Every column of one row except the geometry (inspector).
  Result<std::vector<FieldValue>> row(const std::string& table, std::int64_t fid) const;

 private:
  Result<Loaded<FeatureColumns>> readWhere(const std::string& table, const std::vector<std::string>& attributes,
                                           const std::string& keys, const CancelToken& cancel,
                                           const Progress& progress) const;
  const Database& m_db;
};

}  // namespace gis
