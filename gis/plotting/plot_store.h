// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "gis/plotting/plot_object.h"
#include "gis/store/database.h"

namespace gis {

// Everything that is plotted in a workspace, sheets and objects from the lowest to the uppermost.
struct PlotBook {
  std::vector<PlotSheet> sheets;
  std::vector<PlotObject> objects;
};

// Reads plot_sheet, plot_object and map_bookmark; RowEditor writes them. A workspace of an older schema has none.
// One thread.
class PlotStore {
 public:
  explicit PlotStore(const Database& db) : m_db(db) {}
  // Objects that cannot be read are left out with a warning.
  Result<Loaded<PlotBook>> book() const;
  // By name.
  Result<std::vector<MapBookmark>> bookmarks() const;

 private:
  const Database& m_db;
};

}  // namespace gis
