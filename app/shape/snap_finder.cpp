// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shape/snap_finder.h"

#include <algorithm>
#include <cmath>

#include "app/settings/theme.h"

namespace app {

void SnapFinder::know(const std::string& table, std::int64_t fid, gis::Shape shape) {
  std::erase_if(m_known, [&](const Known& known) { return known.row.table == table && known.row.fid == fid; });
  Known known{{table, fid}, {}, shape.kind};
  for (const auto& part : shape.parts) {
    auto& placed = known.parts.emplace_back();
    for (const gis::LonLat& vertex : part)
      if (const auto at = m_document.toMap(vertex)) placed.push_back(*at);
    if (shape.kind == gis::GeometryKind::kPolygon && !placed.empty()) placed.push_back(placed.front());
  }
  m_known.push_back(std::move(known));
}

void SnapFinder::forget(const std::string& table) {
  std::erase_if(m_known, [&](const Known& known) { return known.row.table == table; });
}

const SnapFinder::Known* SnapFinder::find(const std::string& table, std::int64_t fid) const {
  const auto found = std::ranges::find_if(
      m_known, [&](const Known& known) { return known.row.table == table && known.row.fid == fid; });
  return found == m_known.end() ? nullptr : &*found;
}

std::optional<Snap> SnapFinder::at(gis::MapXY where, double metres_per_px, const gis::SnappedTo* but) const {
  if (!on) return std::nullopt;
  const double radius_m = dp(reach_px) * metres_per_px;
  std::optional<Snap> best;
  double best_m = radius_m;
  const auto consider = [&](gis::MapXY place, gis::SnapKind kind, const gis::SnappedTo& row) {
    const double distance_m = std::hypot(place.x_m - where.x_m, place.y_m - where.y_m);
    const bool vertex = kind == gis::SnapKind::kVertex;
    if (distance_m > radius_m) return;
    const bool better = !best || (vertex && best->kind == gis::SnapKind::kEdge) ||
                        (distance_m < best_m && (vertex || best->kind == gis::SnapKind::kEdge));
    if (better) best = Snap{place, kind, row}, best_m = distance_m;
  };
  for (const MapLayer& layer : m_document.layers()) {
    if (!layer.visible || !layer.columns || !layer.state || !layer.state->visibleAt(metres_per_px)) continue;
    const auto& fids = layer.columns->features->fid;
    const auto skip = [&](std::uint32_t feature) {
      if (layer.table.empty()) return false;
      const std::int64_t fid = fids[feature];
      return (but && but->table == layer.table && but->fid == fid) || find(layer.table, fid) != nullptr;
    };
    const auto hit = gis::snapTo(*layer.columns, where, radius_m, edges ? gis::SnapEdges::kYes : gis::SnapEdges::kNo,
                                 m_known.empty() && !but ? std::function<bool(std::uint32_t)>() : skip);
    if (hit) consider(hit->at, hit->kind, {layer.table, layer.table.empty() ? 0 : fids[hit->feature]});
  }
  for (const Known& known : m_known) {
    if (but && known.row.table == but->table && known.row.fid == but->fid) continue;
    for (const auto& part : known.parts)
      for (std::size_t i = 0; i < part.size(); ++i) {
        consider(part[i], gis::SnapKind::kVertex, known.row);
        if (!edges || known.kind == gis::GeometryKind::kPoint || i + 1 == part.size()) continue;
        const double ex = part[i + 1].x_m - part[i].x_m, ey = part[i + 1].y_m - part[i].y_m;
        const double length2 = ex * ex + ey * ey;
        if (!(length2 > 0)) continue;
        const double t =
            std::clamp(((where.x_m - part[i].x_m) * ex + (where.y_m - part[i].y_m) * ey) / length2, 0.0, 1.0);
        consider({part[i].x_m + t * ex, part[i].y_m + t * ey}, gis::SnapKind::kEdge, known.row);
      }
  }
  return best;
}

}  // namespace app
