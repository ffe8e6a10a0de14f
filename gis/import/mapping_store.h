// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>

#include "gis/core/clock.h"
#include "gis/core/error.h"
#include "gis/import/mapping.h"
#include "gis/store/database.h"
#include "gis/vector/row_reader.h"

namespace gis {

// The same for all files of the same fields, whatever they are called: a form that comes every year.
std::string sourceKey(const RowSource& source);

// Mappings that were used, kept in the workspace. One thread, one connection.
class MappingStore {
 public:
  explicit MappingStore(const Database& db) : m_db(db) {}
  // Nothing when there is none, or the schema is older than this table.
  Result<std::optional<Mapping>> find(const std::string& source_key) const;
  // Fails with kReadOnly, kDiskFull, kFileLocked.
  Result<void> save(const std::string& source_key, const std::string& file_name, const Mapping& mapping,
                    const Clock& clock) const;

 private:
  const Database& m_db;
};

}  // namespace gis
