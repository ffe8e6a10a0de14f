// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <optional>
#include <vector>

#include "gis/shape/shape.h"

namespace gis {

// A vertex by its part and its number in it.
struct VertexAt {
  std::size_t part = 0;
  std::size_t vertex = 0;
  friend bool operator==(const VertexAt&, const VertexAt&) = default;
};

// Changes of a shape, one gesture each. Pure: they return the shape as it is then. A place that the shape does not have
// is kInvalidArgument.
Result<Shape> withVertexMoved(const Shape& shape, VertexAt at, LonLat to);
// A new vertex on the edge that begins at `at`, behind it.
Result<Shape> withVertexAdded(const Shape& shape, VertexAt at, LonLat where);
// Without a vertex. A part that would have too few vertices then (3 of a ring, 2 of a line, 1 of a point) goes as a
// whole; of the last part this is kInvalidArgument: remove the row instead. A ring goes with its holes' meaning: what
// was a hole in it becomes ground, so an outer ring with holes is refused, too.
Result<Shape> withoutVertex(const Shape& shape, VertexAt at);
// Each vertex taken through `move`.
Shape moved(const Shape& shape, const std::function<LonLat(LonLat)>& move);
// With one more part: a point, a line, a ring; a ring inside a polygon is a hole of it.
Result<Shape> withPart(const Shape& shape, std::vector<LonLat> part);

// Where an edge at this vertex crosses another edge of the shape, if one does: for the picture while a vertex is
// dragged. Costs one look at every edge.
std::optional<LonLat> crossingAt(const Shape& shape, VertexAt at);
// The same for a line or ring that is being drawn: its newest edge with those before.
std::optional<LonLat> crossingOfLast(const std::vector<LonLat>& line);

}  // namespace gis
