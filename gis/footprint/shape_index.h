// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "gis/core/coords.h"
#include "gis/footprint/slab_sweep.h"

namespace gis {

enum class BoxRelation { kOutside, kInside, kMixed };

// One shape of a footprint on the map, indexed: all its questions are answered from a grid of cells that are inside,
// outside or on the border, and only on the border from the edges or segments near. Map metres. Immutable; any thread.
class ShapeIndex {
 public:
  struct Segment {  // of a reach: all within `reach_m` of a-b (a == b: a circle)
    MapXY a, b;
    double reach_m;
  };
  // Rings with their first vertex repeated at the end, by even-odd.
  static ShapeIndex area(std::span<const std::vector<MapXY>> rings);
  static ShapeIndex reach(std::vector<Segment> segments);

  const MapBox& box() const { return m_box; }
  bool isReach() const { return m_is_reach; }
  SweepRule rule() const { return m_is_reach ? SweepRule::kUnion : SweepRule::kEvenOdd; }

  bool contains(MapXY p) const;
  BoxRelation relation(const MapBox& box) const;
  // Has a segment (a == b: a point) anything in common with the shape?
  bool touches(MapXY a, MapXY b) const;
  // Does a part of the border or, for a reach, of its middle lie in a ring? For a shape wholly inside a polygon; one
  // point of each of its pieces is enough.
  std::span<const MapXY> witnesses() const { return m_witnesses; }
  // Where the border meets a-b, as parts of its length (0..1); unsorted, may hold some that do not change sides.
  void cuts(MapXY a, MapXY b, std::vector<double>& at_ratio) const;
  // The edges that bound it within a box, for areas: clipped to its height, what is left of it as its left side.
  void edges(const MapBox& box, std::int32_t owner, std::vector<SweepEdge>& to) const;
  // Too many corners to be swept for its area while somebody waits: areaM2() is then the sum of its rings by nesting,
  // exact where rings neither cross nor touch.
  bool isLarge() const;
  double areaM2() const;
  double distanceM(MapXY p) const;
  bool crossesItself() const;

 private:
  struct Edge {
    MapXY a, b;  // a.y_m <= b.y_m
    std::int8_t direction;
  };
  enum Cell : std::uint8_t { kOut, kIn, kBorder };
  struct Grid {
    int columns = 0, rows = 0;
    double cell_x_m = 1, cell_y_m = 1;
    std::vector<Cell> cells;
  };
  void indexRows();
  void addUpRings(std::span<const std::vector<MapXY>> rings);
  void markAreaCells();
  void markReachCells();
  bool castRay(MapXY p) const;
  int rowOf(double y_m) const;
  std::array<int, 4> cellsOf(const MapBox& box) const;  // first column, first row, last column, last row
  template <class Visit>
  void visitSegments(const MapBox& box, Visit&& visit) const;
  template <class Visit>
  void visitEdges(double min_y_m, double max_y_m, Visit&& visit) const;

  bool m_is_reach = false;
  MapBox m_box;
  std::vector<Edge> m_edges;  // of an area
  double m_row_m = 1;
  double m_large_area_m2 = 0;
  std::vector<std::uint32_t> m_row_start, m_row_edges;
  std::vector<Segment> m_segments;  // of a reach
  std::vector<std::uint32_t> m_cell_start, m_cell_segments;
  Grid m_grid;
  std::vector<MapXY> m_witnesses;
};

}  // namespace gis
