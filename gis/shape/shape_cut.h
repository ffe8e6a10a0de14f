// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <vector>

#include "gis/shape/shape.h"

namespace gis {

// Splitting and merging shapes. Any thread.

// The pieces that a line cuts a polygon or a line into, the largest first; parts that are not cut stay with the largest
// piece. Together they cover what the shape covered. Fails with kNoData (the line does not cut it through),
// kInvalidArgument (points; as the overlay).
Result<std::vector<Shape>> splitShape(const Shape& shape, std::span<const LonLat> line);

// One shape instead of several of a kind: polygons united, lines joined end to end where their ends meet (within
// `reach_m`), points gathered. Fails with kInvalidArgument (of different kinds), kNoData (fewer than two).
Result<Shape> mergeShapes(std::span<const Shape> shapes, double reach_m = 0.05);

// Whether a shape can stand in a column of this type: polygons that do not touch cannot be one polygon.
bool fitsType(const Shape& shape, GeometryType declared);

}  // namespace gis
