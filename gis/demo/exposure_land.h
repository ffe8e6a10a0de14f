// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "gis/demo/ground.h"

namespace gis::demo {

// Even-odd test, borders undecided.
bool insideRings(const std::vector<Ring>& rings, MapXY p);
// Signed area by the shoelace formula, positive when counter-clockwise. The ring may be open or closed.
double ringAreaM2(std::span<const MapXY> ring);
double distanceM(MapXY a, MapXY b);
double lineLengthM(std::span<const MapXY> line);

// Segments in square bins, for "how near is the next road". Each segment carries a number of the caller's.
// Read by any thread once built.
class LineIndex {
 public:
  LineIndex(MapBox extent, double bin_m);
  void add(std::span<const MapXY> line, int tag);
  void build();
  struct Hit {
    double dist_m = 0;
    int tag = -1;  // -1: nothing within reach
    MapXY at;
    MapXY direction;  // unit vector along the segment
  };
  // Nearest segment within `reach_m`.
  Hit nearest(MapXY p, double reach_m) const;
  // Whether segment a-b meets any of ours.
  bool crosses(MapXY a, MapXY b) const;

 private:
  struct Segment {
    MapXY a, b;
    int tag;
  };
  template <class Visit>
  void visit(const MapBox& box, Visit&& each) const;
  MapBox m_extent;
  double m_bin_m;
  int m_columns, m_rows;
  std::vector<Segment> m_segments;
  std::vector<std::uint32_t> m_bin_start;
  std::vector<std::uint32_t> m_bin_segment;
};

// What lies where: the village of each ground cell, water surfaces, roads, rivers. Made once from a city, then read by
// any thread. Villages are positions in City::divisions.
class LandMap {
 public:
  explicit LandMap(const City& city);
  const City& city() const { return *m_city; }
  const std::vector<int>& villages() const { return m_villages; }
  // Division index of the village whose polygon holds the centre of p's cell, -1 outside the city.
  int villageAt(MapXY p) const;
  // Code of the village at p; of the city's own row where there is none.
  const std::string& codeAt(MapXY p) const;
  // County division index of a village or town index.
  int countyOf(int division) const;
  int townOf(int division) const;
  bool reservoirAt(MapXY p) const;
  const LineIndex& roads() const { return m_roads; }    // tag = position in City::roads
  const LineIndex& rivers() const { return m_rivers; }  // tag = position in City::reaches
  // Half the width that a reach takes, by its order.
  static double riverHalfWidthM(int strahler) {
    return strahler <= 1 ? 3 : strahler == 2 ? 5 : 5.0 + 7 * (strahler - 2);
  }
  // Nearest village seat.
  int nearestVillage(MapXY p, double* dist_m = nullptr) const;
  // Height, clamped to the grid (never NaN).
  double heightAt(MapXY p) const;
  double slopeDegAt(MapXY p) const;
  // Unit vector down the slope measured over `span_m`; zero on level ground.
  MapXY downhillAt(MapXY p, double span_m) const;
  MapBox extent() const { return m_extent; }

 private:
  std::size_t cellOf(MapXY p, bool& inside) const;
  void burn(const std::vector<Ring>& rings, const std::function<void(std::size_t cell)>& set) const;
  const City* m_city;
  std::vector<int> m_villages;
  std::vector<std::int16_t> m_village_cell;  // position in m_villages, -1 = outside
  std::vector<std::uint8_t> m_reservoir_cell;
  std::vector<int> m_parent;  // division index of the parent
  MapBox m_extent;
  LineIndex m_roads, m_rivers;
  double m_seat_bin_m = 2000;
  int m_seat_columns = 0, m_seat_rows = 0;
  std::vector<std::vector<int>> m_seat_bins;
};

}  // namespace gis::demo
