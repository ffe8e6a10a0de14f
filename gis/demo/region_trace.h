// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "gis/core/coords.h"
#include "gis/demo/ground.h"
#include "gis/terrain/d8.h"

namespace gis::demo {

// A raster of region numbers; 0 = outside.
struct LabelRaster {
  terrain::GridSize size;
  double cell_m = 0;
  MapXY top_left;
  std::vector<std::uint32_t> label;
};

// The borders of a label raster as arcs between junctions. Each arc is traced, smoothed and thinned once, so regions on
// both sides, and groups of regions (villages into towns into counties), share its vertices exactly. Smoothing that
// would make borders cross is taken back for the arcs concerned, so rings are valid.
class RegionTrace {
 public:
  explicit RegionTrace(const LabelRaster& raster);

  // Rings of the groups 1..group_count, the rings of group g at place g - 1: group_of_label[label] names
  // each label's group (0 = outside). Outer rings are counter-clockwise and come first, holes clockwise. Pieces that
  // touch at a corner only are separate rings.
  std::vector<std::vector<Ring>> rings(std::span<const std::uint32_t> group_of_label, std::uint32_t group_count) const;

 private:
  struct Arc {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    std::uint32_t from = 0;  // corner numbers
    std::uint32_t to = 0;
    int first_step = 0;  // directions 0 east, 1 north, 2 west, 3 south
    int last_step = 0;
    std::vector<MapXY> raw;
    std::vector<MapXY> line;
  };
  void trace(const LabelRaster& raster);
  void smooth();
  bool undoCrossings();

  double m_cell_m = 1;
  MapXY m_top_left;
  std::vector<Arc> m_arcs;
};

// Signed area (counter-clockwise positive) of a closed ring, m2.
double ringArea_m2(const Ring& ring);
// Even-odd area of rings in km2.
double ringsArea_km2(const std::vector<Ring>& rings);
bool ringsContain(const std::vector<Ring>& rings, MapXY p);

// A line without the vertices that stray less than tolerance_m from the rest (Douglas and Peucker 1973).
std::vector<MapXY> thinned(const std::vector<MapXY>& line, double tolerance_m);

}  // namespace gis::demo
