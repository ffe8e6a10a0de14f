// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/vector/gdal_geometry.h"

#include <ogr_api.h>

#include <cmath>
#include <memory>

namespace gis {

namespace {

constexpr int kDeepest = 32;

struct GeometryDelete {
  void operator()(void* geometry) const { OGR_G_DestroyGeometry(static_cast<OGRGeometryH>(geometry)); }
};

OGRGeometryH handle(void* geometry) { return static_cast<OGRGeometryH>(geometry); }

}  // namespace

void GeometryParts::refuse(const char* why) {
  if (m_problem.empty()) m_problem = why;
}

bool GeometryParts::empty() const {
  for (const Kind& kind : m_kinds)
    if (!kind.part_sizes.empty()) return false;
  return true;
}

void GeometryParts::take(void* geometry) {
  for (Kind& kind : m_kinds) {
    kind.xy.clear();
    kind.part_sizes.clear();
  }
  m_problem.clear();
  m_nowhere = false;
  m_closed_rings = 0;
  if (!geometry || OGR_G_IsEmpty(handle(geometry))) return refuse("no geometry");
  std::unique_ptr<void, GeometryDelete> linear;
  if (OGR_G_HasCurveGeometry(handle(geometry), FALSE)) {
    linear.reset(OGR_G_GetLinearGeometry(handle(geometry), 0, nullptr));
    if (!linear) return refuse("curves that cannot be followed");
    geometry = linear.get();
  }
  walk(geometry, 0);
  if (m_nowhere)
    for (Kind& kind : m_kinds) {
      kind.xy.clear();
      kind.part_sizes.clear();
    }
  if (empty()) refuse("no usable coordinates");
}

bool GeometryParts::takePart(void* curve, Kind& kind, std::size_t fewest, bool ring) {
  const int count = OGR_G_GetPointCount(handle(curve));
  if (count <= 0) return false;
  const std::size_t begin = kind.xy.size();
  kind.xy.resize(begin + 2 * static_cast<std::size_t>(count));
  double* xs = kind.xy.data() + begin;
  constexpr int kStride = 2 * sizeof(double);
  const bool swap = m_axes == AxisUse::kSwapped;
  OGR_G_GetPoints(handle(curve), swap ? xs + 1 : xs, kStride, swap ? xs : xs + 1, kStride, nullptr, 0);
  for (std::size_t i = begin; i < kind.xy.size(); ++i)
    if (!std::isfinite(kind.xy[i])) {
      m_nowhere = true;
      refuse("coordinates that are not numbers");
      kind.xy.resize(begin);
      return false;
    }
  std::size_t vertices = static_cast<std::size_t>(count);
  const auto x = [&](std::size_t v) { return kind.xy[begin + 2 * v]; };
  const auto y = [&](std::size_t v) { return kind.xy[begin + 2 * v + 1]; };
  if (ring && (x(0) != x(vertices - 1) || y(0) != y(vertices - 1))) {
    const double first_x = x(0), first_y = y(0);
    kind.xy.push_back(first_x);
    kind.xy.push_back(first_y);
    ++vertices;
    ++m_closed_rings;
  }
  if (vertices < fewest) {
    kind.xy.resize(begin);
    return false;
  }
  kind.part_sizes.push_back(static_cast<std::uint32_t>(vertices));
  return true;
}

void GeometryParts::takePolygon(void* polygon) {
  Kind& kind = m_kinds[static_cast<std::size_t>(GeometryKind::kPolygon)];
  const int rings = OGR_G_GetGeometryCount(handle(polygon));
  for (int i = 0; i < rings; ++i) {
    if (takePart(OGR_G_GetGeometryRef(handle(polygon), i), kind, 4, true)) continue;
    refuse("a ring with fewer than three corners");
    if (i == 0) return;  // holes mean nothing without their polygon
  }
}

void GeometryParts::walk(void* geometry, int depth) {
  if (!geometry || m_nowhere) return;
  if (depth > kDeepest) return refuse("geometry nested too deep");
  Kind& points = m_kinds[static_cast<std::size_t>(GeometryKind::kPoint)];
  Kind& lines = m_kinds[static_cast<std::size_t>(GeometryKind::kLine)];
  switch (wkbFlatten(OGR_G_GetGeometryType(handle(geometry)))) {
    case wkbPoint:
      if (!OGR_G_IsEmpty(handle(geometry))) takePart(geometry, points, 1, false);
      return;
    case wkbLineString:
    case wkbLinearRing:
      if (OGR_G_GetPointCount(handle(geometry)) > 0 && !takePart(geometry, lines, 2, false))
        refuse("a line of a single point");
      return;
    case wkbPolygon:
    case wkbTriangle:
      return takePolygon(geometry);
    default: {
      const int parts = OGR_G_GetGeometryCount(handle(geometry));
      for (int i = 0; i < parts; ++i) walk(OGR_G_GetGeometryRef(handle(geometry), i), depth + 1);
    }
  }
}

}  // namespace gis
