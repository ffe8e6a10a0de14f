// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/core/map_document.h"
#include "gis/shape/shape_row.h"
#include "gis/vector/snap.h"

namespace app {

// Where the pointer is drawn to (捕捉): a vertex or an edge of what the visible layers show, and of what was edited
// since they were read.
struct Snap {
  gis::MapXY at;
  gis::SnapKind kind = gis::SnapKind::kVertex;
  gis::SnappedTo to;  // the row; no table for a layer from a file
};

// Finds it. Window's thread: a look at what lies around the pointer.
class SnapFinder {
 public:
  explicit SnapFinder(const MapDocument& document) : m_document(document) {}

  bool on = true;
  double reach_px = 10;
  bool edges = true;

  // Rows that were edited: their shapes as they are now; an empty one for a row that is gone. Forgotten when their
  // layer is read anew.
  void know(const std::string& table, std::int64_t fid, gis::Shape shape);
  void forget(const std::string& table);

  std::optional<Snap> at(gis::MapXY where, double metres_per_px, const gis::SnappedTo* but = nullptr) const;

 private:
  struct Known {
    gis::SnappedTo row;
    std::vector<std::vector<gis::MapXY>> parts;
    gis::GeometryKind kind;
  };
  const Known* find(const std::string& table, std::int64_t fid) const;
  const MapDocument& m_document;
  std::vector<Known> m_known;
};

}  // namespace app
