// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/error.h"
#include "gis/geo/projector.h"

namespace app {

enum class ShapeKind { kPoint, kLine, kPolygon };

// Lines, or polygons ring by ring: the outer ring of each, then its holes.
struct Shape {
  ShapeKind kind = ShapeKind::kLine;
  std::vector<std::vector<std::vector<gis::Projector::XY>>> polygons;  // kPolygon: polygons[i][0] is the outer ring
  std::vector<std::vector<gis::Projector::XY>> lines;                  // kLine, kPoint (one vertex each)
};

// One geometry of the input, or why it could not be read (kInvalidArgument).
struct ShapeLine {
  int line = 0;  // of the text, from 1; the feature's number for GeoJSON
  gis::Result<Shape> shape;
};

// "LINESTRING (113 36, 113.1 36)", all seven kinds except collections, with or without SRID=n; in front and Z, M.
gis::Result<Shape> parseWkt(std::string_view text);

// "113 36, 113.1 36, ...": a line; one that ends where it began, with at least four points, is a polygon.
gis::Result<Shape> parseVertexList(std::string_view text);

// Reads a GeoJSON document (geometry, feature, collection; also one document a line), or lines of WKT or vertex lists.
std::vector<ShapeLine> readShapes(std::istream& in);

}  // namespace app
