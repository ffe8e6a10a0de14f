// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/store/database.h"

namespace gis {

// A table with named rows, and which of its columns say what. Empty: there is none.
struct SearchSource {
  std::string table;
  std::string key;
  std::string geometry;
  std::string code;
  std::string initials;  // of the pinyin
  std::string division;
  std::string lon, lat;            // an explicit position
  std::vector<std::string> notes;  // post, unit and phones of people
  std::string level;               // less is more important
  std::string length;              // of what lies in many pieces under one name, which is offered once
};

// One row as the index wants it.
struct NamedRow {
  std::int64_t fid = 0;
  std::string name, code, initials, division, note;
  std::optional<LonLat> where;
  double span_m = 0;
};

// Reads what can be searched out of a workspace. One thread, one connection.
class SearchSourceStore {
 public:
  explicit SearchSourceStore(const Database& db) : m_db(db) {}
  // All tables of gpkg_contents with a column "name" but rules and the figures of models, which nobody looks up by
  // name; the most important first.
  Result<std::vector<SearchSource>> sources() const;
  // A number for the state a table is in; another one after any change.
  Result<std::int64_t> mark(const SearchSource& source) const;
  // The named rows. Polls `cancel` every 1,024 rows.
  Result<std::vector<NamedRow>> rows(const SearchSource& source, const CancelToken& cancel) const;
  // A division's code -> the names from the top down to it, and where its seat is.
  struct Division {
    std::string names;
    std::optional<LonLat> seat;
  };
  Result<std::map<std::string, Division, std::less<>>> divisions() const;

 private:
  const Database& m_db;
};

}  // namespace gis
