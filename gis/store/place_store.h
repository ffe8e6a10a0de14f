// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/store/database.h"

namespace gis {

// A named place one can go to: division, settlement, river, reservoir, hazard point, road ...
struct Place {
  std::string name;
  std::string kind;     // table it comes from, e.g. "division"
  std::string code;     // division code or business code, may be empty
  std::string context;  // names of the parents, "长治市 沁源县"
  LonLat where;
  double span_m = 0;  // a sensible width to show, 0 = unknown
};

// Finds places by name, code prefix or pinyin initials ("qyx" -> 沁源县). One thread, one connection.
class PlaceStore {
 public:
  explicit PlaceStore(const Database& db) : m_db(db) {}
  // Best first: exact, then prefix, then inside; divisions before the rest. `text` may be Chinese, digits or letters.
  // Rivers and roads lie in many pieces: each name or number is offered once, the greater and longer ones first.
  Result<std::vector<Place>> search(const std::string& text, int at_most = 20) const;

 private:
  const Database& m_db;
};

}  // namespace gis
