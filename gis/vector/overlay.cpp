// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/vector/overlay.h"

#include <ogr_api.h>

#include <memory>

#include "gis/geo/gdal_session.h"

namespace gis {

namespace {

struct Destroy {
  void operator()(void* geometry) const { OGR_G_DestroyGeometry(static_cast<OGRGeometryH>(geometry)); }
};
using Geometry = std::unique_ptr<void, Destroy>;

OGRGeometryH overlayHandle(const Geometry& geometry) { return static_cast<OGRGeometryH>(geometry.get()); }

std::unexpected<Error> refuse(const GdalSession& session, const char* what) {
  const std::string words = session.errorText();
  return fail(ErrorCode::kInvalidArgument, what, words.empty() ? "GEOS has no answer" : words);
}

Result<Geometry> read(Wkb wkb, const GdalSession& session) {
  OGRGeometryH made = nullptr;
  if (OGR_G_CreateFromWkbEx(wkb.data(), nullptr, &made, wkb.size()) != OGRERR_NONE || made == nullptr)
    return refuse(session, "shape");
  return Geometry(made);
}

std::vector<LonLat> verticesOf(OGRGeometryH curve) {
  std::vector<LonLat> vertices(static_cast<std::size_t>(std::max(0, OGR_G_GetPointCount(curve))));
  for (std::size_t i = 0; i < vertices.size(); ++i) {
    const int at = static_cast<int>(i);
    vertices[i] = {OGR_G_GetX(curve, at), OGR_G_GetY(curve, at)};
  }
  return vertices;
}

PolygonRings ringsOf(OGRGeometryH polygon) {
  PolygonRings rings;
  for (int i = 0; i < OGR_G_GetGeometryCount(polygon); ++i)
    rings.push_back(verticesOf(OGR_G_GetGeometryRef(polygon, i)));
  return rings;
}

// The polygons of a polygon, several polygons or a collection.
std::vector<OGRGeometryH> polygonsOf(OGRGeometryH geometry) {
  if (wkbFlatten(OGR_G_GetGeometryType(geometry)) == wkbPolygon) return {geometry};
  std::vector<OGRGeometryH> found;
  for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
    OGRGeometryH part = OGR_G_GetGeometryRef(geometry, i);
    const auto type = wkbFlatten(OGR_G_GetGeometryType(part));
    if (type == wkbPolygon) found.push_back(part);
    if (type == wkbMultiPolygon || type == wkbGeometryCollection)
      for (OGRGeometryH inner : polygonsOf(part)) found.push_back(inner);
  }
  return found;
}

// "Self-intersection at or near point 113.1 36.2" -> reason and place.
ShapeFault parsedFault(const std::string& words) {
  ShapeFault fault{words, {}};
  const std::size_t at = words.find(" at or near point ");
  if (at == std::string::npos) return fault;
  LonLat where;
  if (std::sscanf(words.c_str() + at + 18, "%lf %lf", &where.lon_deg, &where.lat_deg) == 2) fault.where = where;
  fault.reason = words.substr(0, at);
  if (const std::size_t colon = fault.reason.rfind(": "); colon != std::string::npos) fault.reason.erase(0, colon + 2);
  return fault;
}

}  // namespace

Result<std::optional<ShapeFault>> faultOf(Wkb shape) {
  const GdalSession session;
  const auto geometry = read(shape, session);
  if (!geometry) return std::unexpected(geometry.error());
  if (OGR_G_IsValid(overlayHandle(*geometry))) return std::nullopt;
  if (!session.warnings().empty()) return parsedFault(session.warnings().front());
  const std::string words = session.errorText();
  return parsedFault(words.empty() ? "Invalid geometry" : words);
}

Result<std::vector<PolygonRings>> unionOf(std::span<const std::vector<std::byte>> polygons) {
  const GdalSession session;
  Geometry all;
  for (const std::vector<std::byte>& polygon : polygons) {
    auto next = read(polygon, session);
    if (!next) return std::unexpected(next.error());
    if (!all) {
      all = std::move(*next);
      continue;
    }
    Geometry both(OGR_G_Union(overlayHandle(all), overlayHandle(*next)));
    if (!both) return refuse(session, "union");
    all = std::move(both);
  }
  std::vector<PolygonRings> united;
  if (all)
    for (OGRGeometryH polygon : polygonsOf(overlayHandle(all))) united.push_back(ringsOf(polygon));
  if (united.empty()) return refuse(session, "union");
  return united;
}

Result<std::vector<CutPiece>> cutByLine(Wkb polygons, std::span<const LonLat> line) {
  const GdalSession session;
  const auto whole = read(polygons, session);
  if (!whole) return std::unexpected(whole.error());
  const Geometry blade(OGR_G_CreateGeometry(wkbLineString));
  for (const LonLat& vertex : line) OGR_G_AddPoint_2D(overlayHandle(blade), vertex.lon_deg, vertex.lat_deg);
  std::vector<CutPiece> pieces;
  const std::vector<OGRGeometryH> originals = polygonsOf(overlayHandle(*whole));
  for (std::size_t n = 0; n < originals.size(); ++n) {
    const Geometry border(OGR_G_Boundary(originals[n]));
    if (!border) return refuse(session, "border");
    // The union cuts all lines where they meet; what they enclose are the pieces, and the holes of the polygon.
    const Geometry lines(OGR_G_Union(overlayHandle(border), overlayHandle(blade)));
    if (!lines) return refuse(session, "cut");
    const Geometry faces(OGR_G_Polygonize(overlayHandle(lines)));
    if (!faces) return refuse(session, "cut");
    std::vector<CutPiece> mine;
    for (OGRGeometryH face : polygonsOf(overlayHandle(faces))) {
      const Geometry inside(OGR_G_PointOnSurface(face));
      if (inside && OGR_G_Intersects(overlayHandle(inside), originals[n])) mine.push_back({ringsOf(face), n});
    }
    // As it was, vertex by vertex, where nothing was cut.
    if (mine.size() <= 1) mine = {{ringsOf(originals[n]), n}};
    for (CutPiece& piece : mine) pieces.push_back(std::move(piece));
  }
  return pieces;
}

Result<double> shareOutside(Wkb inner, Wkb outer) {
  const GdalSession session;
  const auto shape = read(inner, session);
  const auto ground = read(outer, session);
  if (!shape) return std::unexpected(shape.error());
  if (!ground) return std::unexpected(ground.error());
  if (OGR_G_Contains(overlayHandle(*ground), overlayHandle(*shape))) return 0.0;
  const int dimension = OGR_G_GetDimension(overlayHandle(*shape));
  if (dimension == 0) return OGR_G_Intersects(overlayHandle(*ground), overlayHandle(*shape)) ? 0.0 : 1.0;
  const Geometry rest(OGR_G_Difference(overlayHandle(*shape), overlayHandle(*ground)));
  if (!rest) return refuse(session, "difference");
  if (OGR_G_IsEmpty(overlayHandle(rest))) return 0.0;
  const auto size = [&](OGRGeometryH g) { return dimension == 1 ? OGR_G_Length(g) : OGR_G_Area(g); };
  const double all = size(overlayHandle(*shape));
  return all > 0 ? std::min(1.0, size(overlayHandle(rest)) / all) : 1.0;
}

}  // namespace gis
