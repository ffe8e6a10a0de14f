// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/vector/map_columns.h"

namespace gis {

// A place on the ground about which something is asked (影响范围): who lives in it, what stands in it. Longitude and
// latitude (CGCS2000), so that it can be kept, sent and drawn on any map. Plain values; any thread.

enum class ShapeKind {
  kArea,   // rings, filled by the even-odd rule: a self-crossing ring leaves out what it covers twice
  kReach,  // all that is within `reach_m` of points and lines: a circle, a corridor, a buffer
};

struct FootprintShape {
  ShapeKind kind = ShapeKind::kArea;
  std::vector<std::vector<LonLat>> lines;  // rings (closed or not), or points and lines
  double reach_m = 0;                      // on the ground; kReach only
};

// One part of a footprint that is counted by itself: an intensity, a risk class, a district. A place in several belongs
// to the first: put the worst first.
struct FootprintClass {
  std::string key;                     // "9", "140403"
  std::string name;                    // as it is shown; empty for the only one
  std::vector<FootprintShape> shapes;  // all of them together
};

// What a footprint was made of, for whoever puts it into words of a language.
struct FootprintAsked {
  enum class Kind { kCircle, kBox, kPolygon, kCorridor, kFeatures, kDistricts };
  Kind kind = Kind::kCircle;
  LonLat at, to;           // the centre; two opposite corners
  double reach_m = 0;      // radius, the whole width of a corridor, what lies around features (0: areas as they are)
  std::int64_t count = 0;  // corners, points, features
  std::string table;       // of features; empty: not of a table
};

struct Footprint {
  std::vector<FootprintClass> classes;
  std::string origin;                 // what it was made of, for provenance: "circle 113.10000,36.20000 20000 m"
  std::vector<FootprintAsked> asked;  // the same as data; empty: `origin` is words already
  bool by_centre = false;  // areas belong where their centre is (districts), not where they touch (what threatens)

  // Who asks says in words what it is.
  void named(std::string words) {
    origin = std::move(words);
    asked.clear();
  }
};

// Fail with kInvalidArgument: coordinates that are none, a reach of 0 or less or above 1000 km, a line of one point, a
// ring of fewer than three corners.
Result<Footprint> circleFootprint(LonLat centre, double radius_m);
Result<Footprint> boxFootprint(LonLat a, LonLat b);
Result<Footprint> polygonFootprint(std::vector<LonLat> ring);
// `width_m` is the whole width: half of it lies on either side.
Result<Footprint> corridorFootprint(std::vector<LonLat> line, double width_m);
Result<void> checkFootprint(const Footprint& footprint);

// GeoJSON (RFC 7946): a geometry, feature or collection. Features of one "class" property are one class, in the order
// they come; "name" names it; points and lines reach "reach_m" (default `reach_m`). Fails with kDamagedFile (no
// GeoJSON), kNoData (no geometry), kInvalidArgument.
Result<Footprint> footprintFromGeoJson(const std::string& text, double reach_m = 0);
std::string footprintToGeoJson(const Footprint& footprint);

// What covers the cells of a grid, class by class (0: nothing), as an area of joined cells. Row 0 is the northern one;
// `corner` is the north-western corner, cells are degrees wide and high.
struct ClassGrid {
  int width = 0, height = 0;
  LonLat corner;
  double cell_lon_deg = 0, cell_lat_deg = 0;
  std::vector<std::uint8_t> classes;  // height * width
};
// One class for each value met, the highest first, with its number as key. Fails with kInvalidArgument, kNoData (all
// 0).
Result<Footprint> gridFootprint(const ClassGrid& grid);

}  // namespace gis
