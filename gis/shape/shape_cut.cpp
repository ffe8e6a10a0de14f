// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/shape/shape_cut.h"

#include <algorithm>
#include <map>

#include "gis/geo/geodesic.h"
#include "gis/vector/overlay.h"

namespace gis {

namespace {

void addRings(Shape& shape, const PolygonRings& rings) {
  for (std::vector<LonLat> ring : rings) {
    if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
    shape.parts.push_back(std::move(ring));
  }
}

// Where an edge meets the cutting line first, as a share of the edge's length; touching counts.
std::vector<double> meetings(LonLat a, LonLat b, std::span<const LonLat> line) {
  std::vector<double> at_ratio;
  const double ex = b.lon_deg - a.lon_deg, ey = b.lat_deg - a.lat_deg;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const double fx = line[i + 1].lon_deg - line[i].lon_deg, fy = line[i + 1].lat_deg - line[i].lat_deg;
    const double det = ex * fy - ey * fx;
    if (det == 0) continue;
    const double gx = line[i].lon_deg - a.lon_deg, gy = line[i].lat_deg - a.lat_deg;
    const double t = (gx * fy - gy * fx) / det, u = (gx * ey - gy * ex) / det;
    if (t > 0 && t < 1 && u >= 0 && u <= 1) at_ratio.push_back(t);
  }
  std::ranges::sort(at_ratio);
  at_ratio.erase(std::unique(at_ratio.begin(), at_ratio.end()), at_ratio.end());
  return at_ratio;
}

// A vertex of the line where the cut passes through it.
bool onLine(LonLat p, std::span<const LonLat> line) {
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const double fx = line[i + 1].lon_deg - line[i].lon_deg, fy = line[i + 1].lat_deg - line[i].lat_deg;
    const double px = p.lon_deg - line[i].lon_deg, py = p.lat_deg - line[i].lat_deg;
    const double length2 = fx * fx + fy * fy;
    const double along = px * fx + py * fy;
    if (length2 > 0 && along >= 0 && along <= length2 && px * fy == py * fx) return true;
  }
  return false;
}

std::vector<std::vector<LonLat>> cutLine(const std::vector<LonLat>& part, std::span<const LonLat> line) {
  std::vector<std::vector<LonLat>> pieces(1);
  for (std::size_t i = 0; i < part.size(); ++i) {
    pieces.back().push_back(part[i]);
    if (i > 0 && i + 1 < part.size() && onLine(part[i], line)) pieces.push_back({part[i]});
    if (i + 1 == part.size()) break;
    const LonLat a = part[i], b = part[i + 1];
    for (const double t : meetings(a, b, line)) {
      const LonLat where{a.lon_deg + t * (b.lon_deg - a.lon_deg), a.lat_deg + t * (b.lat_deg - a.lat_deg)};
      pieces.back().push_back(where);
      pieces.push_back({where});
    }
  }
  return pieces;
}

Result<std::vector<Shape>> splitPolygons(const Shape& shape, std::span<const LonLat> line) {
  const auto wkb = wkbOf(shape);
  if (!wkb) return std::unexpected(wkb.error());
  auto pieces = cutByLine(*wkb, line);
  if (!pieces) return std::unexpected(pieces.error());
  std::map<std::size_t, std::size_t> pieces_of;
  for (const CutPiece& piece : *pieces) ++pieces_of[piece.of];
  std::vector<Shape> cut;
  Shape rest{shape.kind, {}};
  for (const CutPiece& piece : *pieces) {
    Shape& into = pieces_of[piece.of] > 1 ? cut.emplace_back(Shape{shape.kind, {}}) : rest;
    addRings(into, piece.rings);
  }
  std::ranges::sort(cut, [](const Shape& a, const Shape& b) { return areaM2(a) > areaM2(b); });
  if (!cut.empty()) cut.front().parts.insert(cut.front().parts.end(), rest.parts.begin(), rest.parts.end());
  return cut;
}

std::vector<Shape> splitLines(const Shape& shape, std::span<const LonLat> line) {
  std::vector<Shape> cut;
  Shape rest{shape.kind, {}};
  for (const auto& part : shape.parts) {
    auto pieces = cutLine(part, line);
    if (pieces.size() == 1) {
      rest.parts.push_back(part);
      continue;
    }
    for (auto& piece : pieces) cut.push_back({shape.kind, {std::move(piece)}});
  }
  std::ranges::stable_sort(cut, [](const Shape& a, const Shape& b) { return lengthM(a) > lengthM(b); });
  if (!cut.empty()) cut.front().parts.insert(cut.front().parts.end(), rest.parts.begin(), rest.parts.end());
  return cut;
}

// Joins `next` to `chain` where their ends meet; false if they do not.
bool join(std::vector<LonLat>& chain, std::vector<LonLat> next, double reach_m) {
  const auto meet = [&](LonLat a, LonLat b) { return a == b || geodesicBetween(a, b).dist_m <= reach_m; };
  if (meet(chain.front(), next.front()) || meet(chain.front(), next.back())) std::ranges::reverse(chain);
  if (meet(chain.back(), next.back())) std::ranges::reverse(next);
  if (!meet(chain.back(), next.front())) return false;
  chain.insert(chain.end(), next.begin() + 1, next.end());
  return true;
}

std::vector<std::vector<LonLat>> joined(std::vector<std::vector<LonLat>> lines, double reach_m) {
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (std::size_t j = i + 1; j < lines.size();) {
      if (!join(lines[i], lines[j], reach_m)) {
        ++j;
        continue;
      }
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(j));
      j = i + 1;  // the longer chain may reach others now
    }
  return lines;
}

}  // namespace

Result<std::vector<Shape>> splitShape(const Shape& shape, std::span<const LonLat> line) {
  if (line.size() < 2) return fail(ErrorCode::kInvalidArgument, "line", "a line needs two vertices");
  if (shape.kind != GeometryKind::kLine && shape.kind != GeometryKind::kPolygon)
    return fail(ErrorCode::kInvalidArgument, "shape", "points cannot be split");
  auto pieces = shape.kind == GeometryKind::kPolygon ? splitPolygons(shape, line)
                                                     : Result<std::vector<Shape>>(splitLines(shape, line));
  if (pieces && pieces->size() < 2) return fail(ErrorCode::kNoData, "line", "does not cut the shape through");
  return pieces;
}

Result<Shape> mergeShapes(std::span<const Shape> shapes, double reach_m) {
  if (shapes.size() < 2) return fail(ErrorCode::kNoData, "shapes", "two at least");
  Shape merged{shapes.front().kind, {}};
  for (const Shape& shape : shapes)
    if (shape.kind != merged.kind) return fail(ErrorCode::kInvalidArgument, "shapes", "of different kinds");
  if (merged.kind == GeometryKind::kPolygon) {
    std::vector<std::vector<std::byte>> wkbs;
    for (const Shape& shape : shapes) {
      auto wkb = wkbOf(shape);
      if (!wkb) return std::unexpected(wkb.error());
      wkbs.push_back(std::move(*wkb));
    }
    const auto polygons = unionOf(wkbs);
    if (!polygons) return std::unexpected(polygons.error());
    for (const PolygonRings& rings : *polygons) addRings(merged, rings);
    return merged;
  }
  for (const Shape& shape : shapes) merged.parts.insert(merged.parts.end(), shape.parts.begin(), shape.parts.end());
  if (merged.kind == GeometryKind::kLine) merged.parts = joined(std::move(merged.parts), reach_m);
  return merged;
}

bool fitsType(const Shape& shape, GeometryType declared) {
  switch (declared) {
    case GeometryType::kPoint:
    case GeometryType::kLineString:
      return shape.parts.size() == 1;
    case GeometryType::kPolygon:
      return nestedRings(shape).size() == 1;
    default:
      return !shape.parts.empty();
  }
}

}  // namespace gis
