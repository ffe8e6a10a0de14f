// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPainter>
#include <cmath>

#include "app/plotting/plot_tool.h"
#include "app/settings/theme.h"
#include "gis/geo/geodesic.h"

namespace app {

using gis::PlotKind;

PlotDrawTool::PlotDrawTool(gis::PlotObject style, PlotGround ground, QObject* parent)
    : MapTool(parent), m_style(std::move(style)), m_ground(std::move(ground)) {}

void PlotDrawTool::setStyle(const gis::PlotObject& style) {
  if (style.kind != m_style.kind) cancel();
  m_style = style;
  emit changed();
}

void PlotDrawTool::click(gis::MapXY where) {
  if (!m_ground.to_lon_lat(where)) return;
  m_points.push_back(where);
  const bool one_click = m_style.kind == PlotKind::kPoint || m_style.kind == PlotKind::kText;
  if (one_click || (m_style.kind == PlotKind::kCircle && m_points.size() == 2)) finish();
  emit changed();
}

void PlotDrawTool::hover(gis::MapXY where) {
  m_pointer = where;
  emit changed();
}

bool PlotDrawTool::doubleClick(gis::MapXY) {
  // The first click of the pair has set the point already; a point by point kind has nothing to end.
  finish();
  return true;
}

bool PlotDrawTool::key(int qt_key) {
  if (qt_key == Qt::Key_Return || qt_key == Qt::Key_Enter) return !m_points.empty() && (finish(), true);
  if (qt_key == Qt::Key_Backspace && !m_points.empty()) {
    m_points.pop_back();
    emit changed();
    return true;
  }
  return false;
}

bool PlotDrawTool::cancel() {
  if (m_points.empty()) return false;
  m_points.clear();
  emit changed();
  return true;
}

std::optional<gis::PlotObject> PlotDrawTool::withPoints(bool with_pointer) const {
  std::vector<gis::MapXY> points = m_points;
  if (with_pointer && m_pointer) points.push_back(*m_pointer);
  gis::PlotObject object = m_style;
  object.points.clear();
  for (const gis::MapXY& point : points)
    if (const auto lon_lat = m_ground.to_lon_lat(point)) object.points.push_back(*lon_lat);
  if (object.kind == PlotKind::kCircle) {
    if (object.points.size() < 2) return std::nullopt;
    object.radius_m = gis::geodesicBetween(object.points[0], object.points[1]).dist_m;
    object.points.resize(1);
    if (!(object.radius_m > 0)) return std::nullopt;
  }
  if (object.points.size() < gis::leastPoints(object.kind)) return std::nullopt;
  return object;
}

bool PlotDrawTool::finish() {
  auto object = withPoints(false);
  if (!object) return false;
  m_points.clear();
  emit changed();
  emit drawn(*object);
  return true;
}

void PlotDrawTool::paint(QPainter& painter, const layers::MapView& view) const {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  if (const auto object = withPoints(true)) {
    layers::PlacedPlot plot{*object, {}, {}};
    const auto points =
        object->kind == PlotKind::kCircle ? gis::circleRing(object->points.front(), object->radius_m) : object->points;
    for (const gis::LonLat& point : points)
      if (const auto at = m_ground.to_map(point)) plot.at.push_back(*at);
    painter.setOpacity(0.75);
    if (!plot.at.empty()) layers::paintPlot(painter, plot, view, currentScaleRatio(), m_icons);
    painter.setOpacity(1);
  }
  painter.setPen(QPen(currentColours().ground, 1));
  painter.setBrush(currentColours().accent);
  for (const gis::MapXY& point : m_points) {
    const gis::PixelXY px = view.toPixel(point);
    painter.drawEllipse(QPointF(px.x_px, px.y_px), dp(4), dp(4));
  }
  painter.restore();
}

}  // namespace app
