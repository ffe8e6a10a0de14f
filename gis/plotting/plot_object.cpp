// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/plotting/plot_object.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "gis/geo/geodesic.h"
#include "gis/store/geopackage_blob.h"

namespace gis {

namespace {

constexpr std::array<std::string_view, 6> kNames = {"point", "line", "arrow", "area", "circle", "text"};
constexpr int kCircleVertices = 72;
constexpr double kLargestRadiusM = 2'000'000;
constexpr std::int32_t kSrsId = 4490;

GeometryType typeOf(PlotKind kind) {
  switch (kind) {
    case PlotKind::kLine:
    case PlotKind::kArrow:
      return GeometryType::kLineString;
    case PlotKind::kArea:
    case PlotKind::kCircle:
      return GeometryType::kPolygon;
    case PlotKind::kPoint:
    case PlotKind::kText:
      break;
  }
  return GeometryType::kPoint;
}

Result<std::vector<std::byte>> blobOf(const PlotObject& object) {
  const GeometryType type = typeOf(object.kind);
  const std::vector<LonLat> points =
      object.kind == PlotKind::kCircle ? circleRing(object.points.front(), object.radius_m) : object.points;
  GeometryBuffer buffer;
  std::vector<std::byte> blob;
  Result<void> done;
  if (type == GeometryType::kPoint) {
    done = encodeGeometry(buffer.point(points.front()), type, kSrsId, blob);
  } else {
    buffer.start(kindOf(type));
    buffer.beginPart();
    for (const LonLat& point : points) buffer.add(point);
    done = encodeGeometry(buffer.view(), type, kSrsId, blob);
  }
  if (!done) return std::unexpected(done.error());
  return blob;
}

}  // namespace

std::string_view plotKindName(PlotKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

std::optional<PlotKind> plotKindOf(std::string_view name) {
  const auto found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<PlotKind>(std::distance(kNames.begin(), found));
}

std::size_t leastPoints(PlotKind kind) {
  return kind == PlotKind::kArea ? 3 : kind == PlotKind::kLine || kind == PlotKind::kArrow ? 2 : 1;
}

std::vector<LonLat> circleRing(LonLat centre, double radius_m) {
  std::vector<LonLat> ring;
  for (int i = 0; i < kCircleVertices; ++i)
    ring.push_back(geodesicDestination(centre, 360.0 * i / kCircleVertices, radius_m));
  ring.push_back(ring.front());
  return ring;
}

Result<RowCells> cellsOf(const PlotObject& object) {
  const std::string what(plotKindName(object.kind));
  if (object.points.size() < leastPoints(object.kind)) return fail(ErrorCode::kInvalidArgument, what, "too few points");
  const bool circle = object.kind == PlotKind::kCircle;
  if (circle && !(object.radius_m > 0 && object.radius_m <= kLargestRadiusM))
    return fail(ErrorCode::kInvalidArgument, what, "radius");
  if (object.kind == PlotKind::kText && object.label.empty()) return fail(ErrorCode::kInvalidArgument, what, "no text");
  auto blob = blobOf(object);
  if (!blob) return std::unexpected(blob.error());
  RowCells cells = {{"geom", std::move(*blob)},
                    {"sheet_uuid", object.sheet_uuid},
                    {"kind", what},
                    {"symbol", object.symbol},
                    {"label", object.label},
                    {"colour", object.colour},
                    {"width_px", object.width_px},
                    {"dashed", std::int64_t{object.dashed}},
                    {"position", object.position},
                    {"source", std::string("plotting")}};
  cells["radius_m"] = circle ? CellValue(object.radius_m) : CellValue();
  cells["centre_lon_deg"] = circle ? CellValue(object.points.front().lon_deg) : CellValue();
  cells["centre_lat_deg"] = circle ? CellValue(object.points.front().lat_deg) : CellValue();
  return cells;
}

RowCells cellsOf(const PlotSheet& sheet) {
  return {{"name", sheet.name},
          {"visible", std::int64_t{sheet.visible}},
          {"position", sheet.position},
          {"source", std::string("plotting")}};
}

RowCells cellsOf(const MapBookmark& bookmark) {
  return {{"name", bookmark.name},
          {"centre_lon_deg", bookmark.centre.lon_deg},
          {"centre_lat_deg", bookmark.centre.lat_deg},
          {"scale_denominator", bookmark.scale_denominator},
          {"source", std::string("bookmark")}};
}

}  // namespace gis
