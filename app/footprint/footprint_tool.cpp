// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/footprint/footprint_tool.h"

#include <QPainter>
#include <cmath>
#include <span>

#include "app/footprint/sketch_painter.h"
#include "app/map/map_furniture.h"
#include "app/map/measure_text.h"
#include "app/settings/theme.h"
#include "gis/footprint/shape_index.h"
#include "gis/geo/geodesic.h"

namespace app {
namespace {

constexpr double kLeastM = 1;  // a smaller circle or box is a click
constexpr double kWidthStep = 1.25;
constexpr double kNarrowestM = 10, kWidestM = 200'000;

// Then its signed area is not what it covers.
bool crossesItself(std::vector<gis::MapXY> ring) {
  ring.push_back(ring.front());
  return gis::ShapeIndex::area(std::span(&ring, 1)).crossesItself();
}

}  // namespace

FootprintTool::FootprintTool(FootprintTask task, ToLonLat to_lon_lat, QObject* parent)
    : MapTool(parent), m_task(task), m_to_lon_lat(std::move(to_lon_lat)) {}

std::vector<gis::MapXY> FootprintTool::points() const {
  std::vector<gis::MapXY> all = m_points;
  if (m_pointer && !m_finished) all.push_back(*m_pointer);
  return all;
}

std::optional<std::vector<gis::LonLat>> FootprintTool::places(const std::vector<gis::MapXY>& points) const {
  std::vector<gis::LonLat> all;
  for (const gis::MapXY p : points) {
    const auto place = m_to_lon_lat(p);
    if (!place) return std::nullopt;
    all.push_back(*place);
  }
  return all;
}

std::optional<gis::Footprint> FootprintTool::footprint() const {
  const auto all = places(points());
  if (!all || all->size() < 2) return std::nullopt;
  gis::Result<gis::Footprint> made = gis::fail(gis::ErrorCode::kInvalidArgument, {});
  switch (m_task) {
    case FootprintTask::kCircle:
      made = gis::circleFootprint((*all)[0], gis::geodesicBetween((*all)[0], (*all)[1]).dist_m);
      break;
    case FootprintTask::kBox: {
      // Upright on the map: all four corners are the map's.
      const gis::MapXY a = points()[0], b = points()[1];
      if (const auto ring = places({a, {b.x_m, a.y_m}, b, {a.x_m, b.y_m}}); ring && a.x_m != b.x_m && a.y_m != b.y_m)
        made = gis::polygonFootprint(*ring);
      break;
    }
    case FootprintTask::kPolygon:
      if (all->size() >= 3) made = gis::polygonFootprint(*all);
      break;
    case FootprintTask::kCorridor:
      made = gis::corridorFootprint(*all, m_width_m);
      break;
    case FootprintTask::kShow:
      break;
  }
  if (!made) return std::nullopt;
  return *made;
}

void FootprintTool::tell() {
  emit changed();
  if (const auto shape = footprint()) emit sketched(*shape, m_finished);
}

void FootprintTool::finish() {
  const auto shape = footprint();
  if (!shape) return;
  if (byTwo() && m_pointer) m_points.push_back(*m_pointer);
  m_pointer.reset();
  m_dragging = false;
  m_finished = true;
  emit changed();
  emit sketched(*shape, true);
}

bool FootprintTool::press(gis::MapXY where) {
  if (!byTwo()) return false;
  if (m_finished || m_points.empty()) {
    m_points = {where};
    m_finished = false;
  }
  // The second click of two begins where the pointer is.
  m_pointer = where;
  m_dragging = true;
  return true;
}

void FootprintTool::drag(gis::MapXY where) {
  if (!m_dragging) return;
  m_pointer = where;
  tell();
}

void FootprintTool::release() {
  if (!m_dragging) return;
  m_dragging = false;
  const gis::MapXY from = m_points.front(), to = m_pointer.value_or(from);
  if (std::hypot(to.x_m - from.x_m, to.y_m - from.y_m) < kLeastM) {
    // Not moved: the first of two clicks, or all that is needed.
    if (m_task != FootprintTask::kCircle || !m_radius_typed) return;
    const auto centre = m_to_lon_lat(from);
    m_points.clear();
    m_pointer.reset();
    if (centre) emit centreClicked(*centre);
    return;
  }
  finish();
}

void FootprintTool::click(gis::MapXY where) {
  if (m_task == FootprintTask::kShow) emit passed(where);
  if (byTwo() || m_task == FootprintTask::kShow) return;
  if (m_finished) m_points.clear(), m_finished = false;
  if (!m_to_lon_lat(where)) return;
  m_points.push_back(where);
  m_pointer.reset();
  tell();
}

void FootprintTool::hover(gis::MapXY where) {
  if (m_finished || m_points.empty()) return;
  m_pointer = where;
  tell();
}

bool FootprintTool::doubleClick(gis::MapXY) {
  if (m_task == FootprintTask::kShow) return false;
  if (byTwo()) return true;
  // The first click of the pair has set the point already.
  m_pointer.reset();
  finish();
  return true;
}

bool FootprintTool::key(int qt_key) {
  switch (qt_key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (!byTwo()) m_pointer.reset();
      finish();
      return true;
    case Qt::Key_Backspace:
      if (m_points.empty() || byTwo()) return false;
      m_points.pop_back();
      m_finished = false;
      tell();
      return true;
    case Qt::Key_BracketLeft:
    case Qt::Key_BracketRight:
      if (m_task != FootprintTask::kCorridor) return false;
      setWidthM(qt_key == Qt::Key_BracketLeft ? m_width_m / kWidthStep : m_width_m * kWidthStep);
      emit widthChanged(m_width_m);
      return true;
    default:
      return false;
  }
}

void FootprintTool::setWidthM(double width_m) {
  m_width_m = std::clamp(width_m, kNarrowestM, kWidestM);
  tell();
}

void FootprintTool::show(MapSketch sketch) {
  m_shown = std::move(sketch);
  emit changed();
}

bool FootprintTool::cancel() {
  if (m_points.empty() && m_shown.empty()) return false;
  m_shown = {};
  m_points.clear();
  m_pointer.reset();
  m_dragging = m_finished = false;
  emit changed();
  emit dropped();
  return true;
}

QString FootprintTool::text() const {
  const auto all = places(points());
  if (!all || all->size() < 2) return {};
  switch (m_task) {
    case FootprintTask::kCircle:
      return tr("Radius %1").arg(lengthText(gis::geodesicBetween((*all)[0], (*all)[1]).dist_m));
    case FootprintTask::kCorridor:
      return tr("Length %1, width %2").arg(lengthText(gis::geodesicLengthM(*all)), lengthText(m_width_m));
    case FootprintTask::kBox:
    case FootprintTask::kPolygon:
    case FootprintTask::kShow:
      break;
  }
  const auto shape = footprint();
  if (!shape) return {};
  if (m_task == FootprintTask::kPolygon && crossesItself(points())) return tr("Crosses itself");
  return areaText(std::abs(gis::geodesicArea(shape->classes[0].shapes[0].lines[0]).area_m2));
}

void FootprintTool::paint(QPainter& painter, const layers::MapView& view) const {
  const std::vector<gis::MapXY> all = points();
  if (all.empty() && !m_shown.empty()) paintSketch(painter, view, m_shown);
  if (all.empty()) return;
  const auto at = [&](gis::MapXY p) {
    const gis::PixelXY px = view.toPixel(p);
    return QPointF(px.x_px, px.y_px);
  };
  MapSketch sketch;
  MapSketch::Piece piece;
  QPointF label = at(all.back()) + QPointF(0, -dp(20));
  if (all.size() > 1) {
    switch (m_task) {
      case FootprintTask::kCircle:
        piece = {{{all[0]}}, std::hypot(all[1].x_m - all[0].x_m, all[1].y_m - all[0].y_m), {}};
        label = (at(all[0]) + at(all[1])) / 2 + QPointF(0, -dp(14));
        break;
      case FootprintTask::kBox:
        piece = {{{all[0], {all[1].x_m, all[0].y_m}, all[1], {all[0].x_m, all[1].y_m}}}, 0, {}};
        label = (at(all[0]) + at(all[1])) / 2;
        break;
      case FootprintTask::kPolygon:
        piece = {{all}, 0, {}};
        break;
      case FootprintTask::kCorridor: {
        // The map's scale is within a thousandth of one: of no matter for a picture.
        piece = {{all}, m_width_m / 2, {}};
        break;
      }
      case FootprintTask::kShow:
        break;
    }
    sketch.pieces.push_back(std::move(piece));
    paintSketch(painter, view, sketch);
  }
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const ThemeColours& colours = currentColours();
  if (all.size() > 1 && m_task != FootprintTask::kBox) {
    painter.setPen(QPen(colours.accent, dp(1.5), Qt::DashLine));
    QPolygonF line;
    for (const gis::MapXY p : all) line << at(p);
    painter.drawPolyline(line);
  }
  painter.setPen(QPen(colours.ground, 1));
  painter.setBrush(colours.accent);
  for (const gis::MapXY p : m_points) painter.drawEllipse(at(p), dp(4), dp(4));
  if (const QString says = text(); !says.isEmpty()) paintChip(painter, label, says, ChipLook::kStrong);
  painter.restore();
}

}  // namespace app
