// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/shape/shape_edit.h"

namespace gis {

namespace {

std::size_t fewest(GeometryKind kind) {
  return kind == GeometryKind::kPolygon ? 3 : kind == GeometryKind::kLine ? 2 : 1;
}

bool has(const Shape& shape, VertexAt at) {
  return at.part < shape.parts.size() && at.vertex < shape.parts[at.part].size();
}

std::unexpected<Error> noSuch() { return fail(ErrorCode::kInvalidArgument, "vertex", "no such vertex"); }

// Twice the area of a triangle, with its sign.
double side(LonLat a, LonLat b, LonLat c) {
  return (b.lon_deg - a.lon_deg) * (c.lat_deg - a.lat_deg) - (b.lat_deg - a.lat_deg) * (c.lon_deg - a.lon_deg);
}

// Where two edges have an inner point in common.
std::optional<LonLat> crossing(LonLat a, LonLat b, LonLat c, LonLat d) {
  const double sc = side(a, b, c), sd = side(a, b, d), sa = side(c, d, a), sb = side(c, d, b);
  if (!((sc > 0 && sd < 0) || (sc < 0 && sd > 0)) || !((sa > 0 && sb < 0) || (sa < 0 && sb > 0))) return std::nullopt;
  const double t = sa / (sa - sb);
  return LonLat{a.lon_deg + t * (b.lon_deg - a.lon_deg), a.lat_deg + t * (b.lat_deg - a.lat_deg)};
}

std::size_t edgesOf(const Shape& shape, std::size_t part) {
  const std::size_t vertices = shape.parts[part].size();
  return shape.kind == GeometryKind::kPolygon ? vertices : vertices == 0 ? 0 : vertices - 1;
}

// Rings with others inside them.
bool holdsHoles(const Shape& shape, std::size_t part) {
  for (const auto& rings : nestedRings(shape))
    if (rings.front() == part) return rings.size() > 1;
  return false;
}

}  // namespace

Result<Shape> withVertexMoved(const Shape& shape, VertexAt at, LonLat to) {
  if (!has(shape, at)) return noSuch();
  Shape changed = shape;
  changed.parts[at.part][at.vertex] = to;
  return changed;
}

Result<Shape> withVertexAdded(const Shape& shape, VertexAt at, LonLat where) {
  if (!has(shape, at) || shape.kind == GeometryKind::kPoint) return noSuch();
  Shape changed = shape;
  auto& part = changed.parts[at.part];
  part.insert(part.begin() + static_cast<std::ptrdiff_t>(at.vertex) + 1, where);
  return changed;
}

Result<Shape> withoutVertex(const Shape& shape, VertexAt at) {
  if (!has(shape, at)) return noSuch();
  Shape changed = shape;
  auto& part = changed.parts[at.part];
  if (part.size() > fewest(shape.kind)) {
    part.erase(part.begin() + static_cast<std::ptrdiff_t>(at.vertex));
    return changed;
  }
  if (shape.parts.size() == 1) return fail(ErrorCode::kInvalidArgument, "vertex", "the last vertices of a shape");
  if (shape.kind == GeometryKind::kPolygon && holdsHoles(shape, at.part))
    return fail(ErrorCode::kInvalidArgument, "vertex", "the border around a hole");
  changed.parts.erase(changed.parts.begin() + static_cast<std::ptrdiff_t>(at.part));
  return changed;
}

Shape moved(const Shape& shape, const std::function<LonLat(LonLat)>& move) {
  Shape changed = shape;
  for (auto& part : changed.parts)
    for (LonLat& vertex : part) vertex = move(vertex);
  return changed;
}

Result<Shape> withPart(const Shape& shape, std::vector<LonLat> part) {
  if (part.size() < fewest(shape.kind)) return fail(ErrorCode::kInvalidArgument, "part", "too few vertices");
  Shape changed = shape;
  changed.parts.push_back(std::move(part));
  return changed;
}

std::optional<LonLat> crossingAt(const Shape& shape, VertexAt at) {
  if (!has(shape, at) || shape.kind == GeometryKind::kPoint) return std::nullopt;
  const auto& mine = shape.parts[at.part];
  const std::size_t edges = edgesOf(shape, at.part);
  std::vector<std::size_t> moved;  // edges by where they begin
  if (at.vertex < edges) moved.push_back(at.vertex);
  if (at.vertex > 0 || shape.kind == GeometryKind::kPolygon)
    moved.push_back((at.vertex + mine.size() - 1) % mine.size());
  for (const std::size_t edge : moved) {
    const LonLat a = mine[edge], b = mine[(edge + 1) % mine.size()];
    for (std::size_t part = 0; part < shape.parts.size(); ++part)
      for (std::size_t other = 0; other < edgesOf(shape, part); ++other) {
        if (part == at.part && other == edge) continue;
        const auto& theirs = shape.parts[part];
        if (const auto where = crossing(a, b, theirs[other], theirs[(other + 1) % theirs.size()])) return where;
      }
  }
  return std::nullopt;
}

std::optional<LonLat> crossingOfLast(const std::vector<LonLat>& line) {
  if (line.size() < 4) return std::nullopt;
  const LonLat a = line[line.size() - 2], b = line.back();
  for (std::size_t i = 0; i + 3 < line.size(); ++i)
    if (const auto where = crossing(a, b, line[i], line[i + 1])) return where;
  return std::nullopt;
}

}  // namespace gis
