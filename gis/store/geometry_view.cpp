// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/geometry_view.h"

namespace gis {

GeometryView geometryOf(const FeatureColumns& columns, std::size_t feature) {
  const std::uint32_t first_part = columns.feature_start[feature];
  const std::uint32_t last_part = columns.feature_start[feature + 1];
  const std::uint32_t first = columns.part_start[first_part];
  const std::uint32_t last = columns.part_start[last_part];
  return {columns.kind, std::span(columns.xy).subspan(2 * std::size_t{first}, 2 * std::size_t{last - first}),
          std::span(columns.part_start).subspan(first_part, last_part - first_part + 1), first};
}

void GeometryBuffer::start(GeometryKind kind) {
  m_kind = kind;
  m_xy.clear();
  m_part_start.clear();
}

void GeometryBuffer::beginPart() {
  closePart();
  m_part_start.push_back(static_cast<std::uint32_t>(m_xy.size() / 2));
}

void GeometryBuffer::add(LonLat p) {
  if (m_part_start.empty()) m_part_start.push_back(0);
  m_xy.push_back(p.lon_deg);
  m_xy.push_back(p.lat_deg);
}

void GeometryBuffer::closePart() {
  if (m_kind != GeometryKind::kPolygon || m_part_start.empty()) return;
  const std::size_t first = 2 * std::size_t{m_part_start.back()};
  if (m_xy.size() < first + 6) return;
  const double x = m_xy[first];
  const double y = m_xy[first + 1];
  if (m_xy[m_xy.size() - 2] == x && m_xy.back() == y) return;
  m_xy.push_back(x);
  m_xy.push_back(y);
}

GeometryView GeometryBuffer::view() {
  closePart();
  const auto vertices = static_cast<std::uint32_t>(m_xy.size() / 2);
  if (!m_part_start.empty() && m_part_start.back() != vertices) m_part_start.push_back(vertices);
  return {m_kind, m_xy, m_part_start, 0};
}

GeometryView GeometryBuffer::point(LonLat p) {
  start(GeometryKind::kPoint);
  add(p);
  return view();
}

}  // namespace gis
