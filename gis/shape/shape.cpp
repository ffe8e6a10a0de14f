// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/shape/shape.h"

#include <cmath>

#include "gis/geo/geodesic.h"
#include "gis/store/ring_nesting.h"

namespace gis {

namespace {

constexpr std::size_t kBlobHeadBytes = 8;
constexpr std::size_t kEnvelopeBytes = 32;

void fill(GeometryBuffer& buffer, const Shape& shape) {
  buffer.start(shape.kind);
  for (const std::vector<LonLat>& part : shape.parts) {
    buffer.beginPart();
    for (const LonLat& vertex : part) buffer.add(vertex);
  }
}

// The type that holds any number of parts.
GeometryType anyNumber(GeometryKind kind) {
  switch (kind) {
    case GeometryKind::kPoint:
      return GeometryType::kMultiPoint;
    case GeometryKind::kLine:
      return GeometryType::kMultiLineString;
    default:
      return GeometryType::kMultiPolygon;
  }
}

}  // namespace

std::size_t Shape::vertexCount() const {
  std::size_t count = 0;
  for (const auto& part : parts) count += part.size();
  return count;
}

LonLatBox Shape::box() const {
  LonLatBox box;
  for (const auto& part : parts)
    for (const LonLat& vertex : part) box.add(vertex);
  return box;
}

std::vector<std::vector<std::size_t>> nestedRings(const Shape& polygons) {
  GeometryBuffer buffer;
  fill(buffer, polygons);
  return nestRings(buffer.view());
}

Result<Shape> shapeOf(std::span<const std::byte> blob) {
  FeatureColumns columns;
  columns.part_start.push_back(0);
  if (auto read = decodeGeometry(blob, columns); !read) return std::unexpected(read.error());
  Shape shape;
  shape.kind = columns.kind;
  for (std::size_t part = 0; part + 1 < columns.part_start.size(); ++part) {
    std::vector<LonLat>& vertices = shape.parts.emplace_back();
    for (std::size_t i = columns.part_start[part]; i < columns.part_start[part + 1]; ++i)
      vertices.push_back({columns.xy[2 * i], columns.xy[2 * i + 1]});
    if (shape.kind == GeometryKind::kPolygon && vertices.size() > 1 && vertices.front() == vertices.back())
      vertices.pop_back();
  }
  return shape;
}

Result<std::vector<std::byte>> blobOf(const Shape& shape, GeometryType declared, std::int32_t srs_id) {
  if (shape.parts.empty()) return fail(ErrorCode::kInvalidArgument, {}, "an empty shape");
  const GeometryType type = declared == GeometryType::kAny ? anyNumber(shape.kind) : declared;
  GeometryBuffer buffer;
  fill(buffer, shape);
  std::vector<std::byte> blob;
  if (auto done = encodeGeometry(buffer.view(), type, srs_id, blob); !done) return std::unexpected(done.error());
  return blob;
}

Result<std::vector<std::byte>> wkbOf(const Shape& shape) {
  auto blob = blobOf(shape, anyNumber(shape.kind));
  if (!blob) return blob;
  // The head says itself whether an envelope follows (GeoPackage 1.3 section 2.1.3: bits 1 to 3 of the flags).
  const bool has_envelope = (std::to_integer<unsigned>((*blob)[3]) >> 1 & 7U) != 0;
  const std::size_t head = kBlobHeadBytes + (has_envelope ? kEnvelopeBytes : 0);
  blob->erase(blob->begin(), blob->begin() + static_cast<std::ptrdiff_t>(head));
  return blob;
}

double areaM2(const Shape& polygons) {
  if (polygons.kind != GeometryKind::kPolygon) return 0;
  double area_m2 = 0;
  for (const std::vector<std::size_t>& rings : nestedRings(polygons))
    for (std::size_t i = 0; i < rings.size(); ++i) {
      const double ring_m2 = std::abs(geodesicArea(polygons.parts[rings[i]]).area_m2);
      area_m2 += i == 0 ? ring_m2 : -ring_m2;
    }
  return area_m2;
}

double lengthM(const Shape& lines) {
  double length_m = 0;
  if (lines.kind == GeometryKind::kLine)
    for (const auto& part : lines.parts) length_m += geodesicLengthM(part);
  return length_m;
}

double sizeOf(const Shape& shape) {
  switch (shape.kind) {
    case GeometryKind::kPolygon:
      return areaM2(shape);
    case GeometryKind::kLine:
      return lengthM(shape);
    default:
      return static_cast<double>(shape.parts.size());
  }
}

}  // namespace gis
