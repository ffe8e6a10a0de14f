// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"

namespace gis {

// Shapes laid over one another by GEOS, through GDAL. Shapes come as little-endian WKB (2D, degrees); polygons go out
// as lists of rings, each closed, the first one outside and the others its holes. Straight edges are straight in
// degrees. Each function fails with kInvalidArgument when GEOS cannot make sense of a shape, its words in the detail.
// Any thread.
using Wkb = std::span<const std::byte>;
using PolygonRings = std::vector<std::vector<LonLat>>;

// Why a shape breaks the rules of Simple Features (OGC 06-103r4, clause 6.1), and where, as far as GEOS says.
struct ShapeFault {
  std::string reason;  // e.g. "Self-intersection"
  std::optional<LonLat> where;
};
Result<std::optional<ShapeFault>> faultOf(Wkb shape);

// What polygons cover together: one or several polygons.
Result<std::vector<PolygonRings>> unionOf(std::span<const std::vector<std::byte>> polygons);

// The pieces that a line cuts a polygon (or several) into. A polygon that the line does not cut through is one piece.
// `of` says which polygon of the input a piece belongs to.
struct CutPiece {
  PolygonRings rings;
  std::size_t of = 0;
};
Result<std::vector<CutPiece>> cutByLine(Wkb polygons, std::span<const LonLat> line);

// How much of `inner` (a point, line or polygon) does not lie in the polygon `outer`: 0 nothing, 1 all of it.
Result<double> shareOutside(Wkb inner, Wkb outer);

}  // namespace gis
