// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/store/geopackage_blob.h"

namespace gis {

// The geometry of one row while it is being edited (图形): degrees CGCS2000. A part is one point, one line or one ring;
// rings do not repeat their first vertex, and which of them are holes follows from how they lie (even-odd). A value.
struct Shape {
  GeometryKind kind = GeometryKind::kNone;
  std::vector<std::vector<LonLat>> parts;

  std::size_t vertexCount() const;
  bool empty() const { return parts.empty(); }
  LonLatBox box() const;
  friend bool operator==(const Shape&, const Shape&) = default;
};

// The rings of polygons sorted as nestRings does: each list an outer ring and its holes.
std::vector<std::vector<std::size_t>> nestedRings(const Shape& polygons);

// The shape of a GeoPackage blob; fails as decodeGeometry does.
Result<Shape> shapeOf(std::span<const std::byte> blob);
// The blob for a column of the declared type; fails as encodeGeometry does (two polygons for a table of single ones).
Result<std::vector<std::byte>> blobOf(const Shape& shape, GeometryType declared, std::int32_t srs_id = 4490);
// As GEOS takes it.
Result<std::vector<std::byte>> wkbOf(const Shape& shape);

// On the ellipsoid CGCS2000: what polygons cover without their holes, how long lines are; 0 for other kinds.
double areaM2(const Shape& polygons);
double lengthM(const Shape& lines);
// Area of polygons, length of lines, number of points: what counts are divided by.
double sizeOf(const Shape& shape);

}  // namespace gis
