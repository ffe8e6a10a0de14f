// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "gis/core/error.h"
#include "gis/store/database.h"

namespace gis {

// The marks of table layer_revision: a number for the state a feature table is in, never the same for two states. Three
// triggers on each feature table set it anew for a change by any program. One thread, one connection.
class LayerRevisions {
 public:
  explicit LayerRevisions(const Database& db) : m_db(db) {}

  // None for a table that is not watched (an older schema, another program's table).
  Result<std::optional<std::int64_t>> markOf(const std::string& table) const;
  // The marks of all tables that are watched.
  Result<std::map<std::string, std::int64_t>> marks() const;
  // Makes the triggers; callers hold a transaction. A table that has them keeps its mark.
  Result<void> watch(const std::string& table) const;
  Result<void> watchAll() const;
  // Takes the triggers away while a table is filled in bulk; watch() puts them back.
  Result<void> unwatch(const std::string& table) const;
  // After such a filling: the mark follows from the one before and from a digest of what was added.
  Result<void> advance(const std::string& table, std::uint64_t digest) const;

 private:
  const Database& m_db;
};

}  // namespace gis
