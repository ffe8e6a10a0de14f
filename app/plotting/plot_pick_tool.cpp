// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/plotting/plot_tool.h"
#include "app/settings/theme.h"
#include "gis/geo/geodesic.h"

namespace app {

namespace {
constexpr double kReachPx = 8;
constexpr double kEastDeg = 90;  // a circle's handle lies east of its centre
}  // namespace

PlotPickTool::PlotPickTool(Layer layer, PlotGround ground, QObject* parent)
    : MapTool(parent), m_layer(std::move(layer)), m_ground(std::move(ground)) {}

void PlotPickTool::pick(const std::string& uuid) {
  if (m_picked == uuid) return;
  m_picked = uuid;
  emit changed();
  emit pickedChanged(uuid);
}

const layers::PlacedPlot* PlotPickTool::plot() const {
  const auto layer = m_layer();
  if (!layer || m_picked.empty()) return nullptr;
  const auto& plots = layer->plots();
  const auto found = std::ranges::find(plots, m_picked, [](const auto& plot) { return plot.object.uuid; });
  return found == plots.end() ? nullptr : &*found;
}

std::vector<gis::MapXY> PlotPickTool::handles() const {
  const layers::PlacedPlot* picked = plot();
  if (picked == nullptr) return {};
  if (picked->object.kind != gis::PlotKind::kCircle) return picked->at;
  std::vector<gis::MapXY> found;
  const gis::LonLat centre = picked->object.points.front();
  for (const gis::LonLat& point : {centre, gis::geodesicDestination(centre, kEastDeg, picked->object.radius_m)})
    if (const auto at = m_ground.to_map(point)) found.push_back(*at);
  return found;
}

bool PlotPickTool::press(gis::MapXY where) {
  const double reach_m = kReachPx * m_ground.metres_per_px();
  m_from.reset();
  m_handle.reset();
  const auto points = handles();
  for (std::size_t i = 0; i < points.size(); ++i)
    if (std::hypot(points[i].x_m - where.x_m, points[i].y_m - where.y_m) <= reach_m) m_handle = i;
  const auto layer = m_layer();
  if (!m_handle) {
    const auto hit = layer ? layer->plotAt(where, reach_m, m_ground.metres_per_px()) : std::nullopt;
    if (!hit) return false;  // the map is moved, or a click lets go
    pick(*hit);
  }
  m_from = m_to = where;
  return true;
}

void PlotPickTool::drag(gis::MapXY where) {
  m_to = where;
  emit changed();
}

gis::PlotObject PlotPickTool::dragged() const {
  gis::PlotObject object = plot()->object;
  const double dx_m = m_to->x_m - m_from->x_m, dy_m = m_to->y_m - m_from->y_m;
  const auto shifted = [&](gis::LonLat point) {
    const auto at = m_ground.to_map(point);
    if (!at) return point;
    return m_ground.to_lon_lat({at->x_m + dx_m, at->y_m + dy_m}).value_or(point);
  };
  if (object.kind == gis::PlotKind::kCircle && m_handle == std::size_t{1}) {
    if (const auto edge = m_ground.to_lon_lat(*m_to))
      object.radius_m = std::max(1.0, gis::geodesicBetween(object.points.front(), *edge).dist_m);
  } else if (m_handle && *m_handle < object.points.size()) {
    object.points[*m_handle] = shifted(object.points[*m_handle]);
  } else {
    for (gis::LonLat& point : object.points) point = shifted(point);
  }
  return object;
}

void PlotPickTool::release() {
  const bool went = m_from && m_to && plot() != nullptr &&
                    std::hypot(m_to->x_m - m_from->x_m, m_to->y_m - m_from->y_m) > 2 * m_ground.metres_per_px();
  if (went) emit moved(dragged());
  m_from.reset();
  m_handle.reset();
  emit changed();
}

void PlotPickTool::click(gis::MapXY) { pick({}); }

bool PlotPickTool::key(int qt_key) {
  if ((qt_key != Qt::Key_Delete && qt_key != Qt::Key_Backspace) || m_picked.empty()) return false;
  emit removeWanted(m_picked);
  pick({});
  return true;
}

bool PlotPickTool::cancel() {
  if (m_picked.empty()) return false;
  m_from.reset();
  pick({});
  return true;
}

void PlotPickTool::paint(QPainter& painter, const layers::MapView& view) const {
  const layers::PlacedPlot* picked = plot();
  if (picked == nullptr) return;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const ThemeColours& colours = currentColours();
  if (m_from && m_to) {
    layers::PlacedPlot ghost{dragged(), {}, {}};
    const auto points = ghost.object.kind == gis::PlotKind::kCircle
                            ? gis::circleRing(ghost.object.points.front(), ghost.object.radius_m)
                            : ghost.object.points;
    for (const gis::LonLat& point : points)
      if (const auto at = m_ground.to_map(point)) ghost.at.push_back(*at);
    painter.setOpacity(0.7);
    if (!ghost.at.empty()) layers::paintPlot(painter, ghost, view, currentScaleRatio(), m_icons);
    painter.setOpacity(1);
  } else {
    for (const gis::MapXY& at : handles()) {
      const gis::PixelXY px = view.toPixel(at);
      const double side = dp(8);
      painter.setPen(QPen(colours.ground, 1));
      painter.setBrush(colours.accent);
      painter.drawRect(QRectF(px.x_px - side / 2, px.y_px - side / 2, side, side));
    }
    QRectF box;
    for (const gis::MapXY& at : picked->at) {
      const gis::PixelXY px = view.toPixel(at);
      box |= QRectF(px.x_px - dp(18), px.y_px - dp(18), dp(36), dp(36));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colours.accent, dp(1), Qt::DashLine));
    painter.drawRect(box);
  }
  painter.restore();
}

}  // namespace app
