// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/measure_tool.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

#include "app/map/map_furniture.h"
#include "app/map/measure_text.h"
#include "app/settings/theme.h"
#include "gis/geo/geodesic.h"

namespace app {

MeasureTool::MeasureTool(MeasureKind kind, ToLonLat to_lon_lat, QObject* parent)
    : MapTool(parent), m_kind(kind), m_to_lon_lat(std::move(to_lon_lat)) {}

void MeasureTool::click(gis::MapXY where) {
  if (m_finished) cancel();
  const auto lon_lat = m_to_lon_lat(where);
  if (!lon_lat) return;
  m_points.push_back({where, *lon_lat});
  tell();
}

void MeasureTool::hover(gis::MapXY where) {
  if (m_finished || m_points.empty()) return;
  const auto lon_lat = m_to_lon_lat(where);
  if (!lon_lat) return;
  m_pointer = Point{where, *lon_lat};
  tell();
}

bool MeasureTool::doubleClick(gis::MapXY) {
  // The first click of the pair has set the point already.
  m_finished = !m_points.empty();
  m_pointer.reset();
  tell();
  return true;
}

bool MeasureTool::key(int qt_key) {
  if (qt_key == Qt::Key_Return || qt_key == Qt::Key_Enter) return doubleClick({});
  if (qt_key == Qt::Key_Backspace && !m_points.empty()) {
    m_points.pop_back();
    m_finished = false;
    if (m_points.empty()) m_pointer.reset();
    tell();
    return true;
  }
  return false;
}

bool MeasureTool::cancel() {
  if (m_points.empty()) return false;
  m_points.clear();
  m_pointer.reset();
  m_finished = false;
  tell();
  return true;
}

std::vector<MeasureTool::Point> MeasureTool::withPointer() const {
  std::vector<Point> points = m_points;
  if (m_pointer) points.push_back(*m_pointer);
  return points;
}

double MeasureTool::lengthM(const std::vector<Point>& points) {
  std::vector<gis::LonLat> line;
  for (const Point& p : points) line.push_back(p.lon_lat);
  return gis::geodesicLengthM(line);
}

double MeasureTool::ringAreaM2(const std::vector<Point>& points) {
  if (points.size() < 3) return 0;
  std::vector<gis::LonLat> ring;
  for (const Point& p : points) ring.push_back(p.lon_lat);
  return std::abs(gis::geodesicArea(ring).area_m2);
}

double MeasureTool::totalM() const { return lengthM(m_points); }
double MeasureTool::areaM2() const { return ringAreaM2(m_points); }

QString MeasureTool::text() const {
  const std::vector<Point> points = withPointer();
  if (points.size() < 2) return {};
  if (m_kind == MeasureKind::kDistance) return tr("Distance %1").arg(lengthText(lengthM(points)));
  std::vector<Point> ring = points;
  ring.push_back(points.front());
  return tr("Area %1, perimeter %2").arg(areaText(ringAreaM2(points)), lengthText(lengthM(ring)));
}

void MeasureTool::tell() {
  emit changed();
  emit measured(text());
}

void MeasureTool::paint(QPainter& painter, const layers::MapView& view) const {
  const std::vector<Point> points = withPointer();
  if (points.empty()) return;
  const ThemeColours& c = currentColours();
  const auto at = [&](const Point& p) {
    const gis::PixelXY px = view.toPixel(p.at);
    return QPointF(px.x_px, px.y_px);
  };
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  QPolygonF line;
  for (const Point& p : points) line << at(p);
  if (m_kind == MeasureKind::kArea && points.size() > 2) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.accent_soft);
    painter.drawPolygon(line);
    line << line.front();
  }
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(c.ground, dp(5), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPolyline(line);
  painter.setPen(QPen(c.accent, dp(2), m_finished ? Qt::SolidLine : Qt::DashLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPolyline(line);
  painter.setPen(QPen(c.ground, 1));
  painter.setBrush(c.accent);
  for (const Point& p : m_points) painter.drawEllipse(at(p), dp(4), dp(4));
  if (m_kind == MeasureKind::kDistance) {
    for (std::size_t i = 1; i < points.size(); ++i) {
      const QPointF a = at(points[i - 1]), b = at(points[i]);
      if (points.size() > 2 && QLineF(a, b).length() > dp(72))
        paintChip(painter, (a + b) / 2,
                  lengthText(gis::geodesicBetween(points[i - 1].lon_lat, points[i].lon_lat).dist_m), ChipLook::kQuiet);
    }
    if (points.size() > 1)
      paintChip(painter, at(points.back()) + QPointF(0, -dp(20)), lengthText(lengthM(points)), ChipLook::kStrong);
  } else if (points.size() > 2) {
    const QPointF middle = QPolygonF(line).boundingRect().center();
    std::vector<Point> ring = points;
    ring.push_back(points.front());
    paintChip(painter, middle, areaText(ringAreaM2(points)), ChipLook::kStrong);
    paintChip(painter, middle + QPointF(0, dp(24)), tr("perimeter %1").arg(lengthText(lengthM(ring))),
              ChipLook::kQuiet);
  } else if (points.size() == 2) {
    paintChip(painter, at(points.back()) + QPointF(0, -dp(20)), lengthText(lengthM(points)), ChipLook::kQuiet);
  }
  painter.restore();
}

}  // namespace app
