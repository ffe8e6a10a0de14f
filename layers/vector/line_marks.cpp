// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/line_marks.h"

#include <cmath>
#include <numbers>
#include <optional>

namespace layers {
namespace {

std::optional<double> azimuthOf(const std::string& dip_direction) {
  static const std::array<std::array<const char*, 3>, 16> kCompass = {{{"N", "北", "0"},
                                                                       {"NNE", "北北东", ""},
                                                                       {"NE", "北东", "东北"},
                                                                       {"ENE", "北东东", ""},
                                                                       {"E", "东", ""},
                                                                       {"ESE", "南东东", ""},
                                                                       {"SE", "南东", "东南"},
                                                                       {"SSE", "南南东", ""},
                                                                       {"S", "南", ""},
                                                                       {"SSW", "南南西", ""},
                                                                       {"SW", "南西", "西南"},
                                                                       {"WSW", "南西西", ""},
                                                                       {"W", "西", ""},
                                                                       {"WNW", "北西西", ""},
                                                                       {"NW", "北西", "西北"},
                                                                       {"NNW", "北北西", ""}}};
  const QString text = QString::fromStdString(dip_direction).trimmed().toUpper();
  if (text.isEmpty()) return std::nullopt;
  for (std::size_t i = 0; i < kCompass.size(); ++i)
    for (const char* name : kCompass[i])
      if (text == QString::fromUtf8(name)) return static_cast<double>(i) * 22.5;
  bool ok = false;
  const double degrees = text.toDouble(&ok);
  if (ok && std::isfinite(degrees)) return degrees;
  return std::nullopt;
}

// A mark at the origin; the line runs to +x, its left side is -y. Height 1.
QPainterPath shapeOf(LineMark mark) {
  QPainterPath path;
  switch (mark) {
    case LineMark::kReverse:
      path.addPolygon(QPolygonF({{-0.6, 0}, {0.6, 0}, {0, 1}, {-0.6, 0}}));
      break;
    case LineMark::kNormal:
      path.moveTo(0, 0);
      path.lineTo(0, 1);
      break;
    case LineMark::kRight:  // standing on one side, the far side has moved right
      path.moveTo(-1, -0.45);
      path.lineTo(1, -0.45);
      path.lineTo(0.35, -0.95);
      path.moveTo(1, 0.45);
      path.lineTo(-1, 0.45);
      path.lineTo(-0.35, 0.95);
      break;
    case LineMark::kLeft:
      path.moveTo(1, -0.45);
      path.lineTo(-1, -0.45);
      path.lineTo(-0.35, -0.95);
      path.moveTo(-1, 0.45);
      path.lineTo(1, 0.45);
      path.lineTo(0.35, 0.95);
      break;
    case LineMark::kArrow:
      path.moveTo(-0.4, -0.5);
      path.lineTo(0.4, 0);
      path.lineTo(-0.4, 0.5);
      break;
    case LineMark::kDam:
      path.addPolygon(QPolygonF({{-0.45, 0}, {0.45, 0}, {0.25, 1}, {-0.25, 1}, {-0.45, 0}}));
      break;
    case LineMark::kDyke:
      path.moveTo(0, -0.6);
      path.lineTo(0, 0.6);
      break;
    case LineMark::kBreak:
      path.moveTo(-0.5, -0.5);
      path.lineTo(0.5, 0.5);
      path.moveTo(-0.5, 0.5);
      path.lineTo(0.5, -0.5);
      break;
    case LineMark::kNone:
      break;
  }
  return path;
}

}  // namespace

LineMark lineMarkOf(const std::string& icon_name) {
  if (icon_name == "mark-reverse") return LineMark::kReverse;
  if (icon_name == "mark-normal") return LineMark::kNormal;
  if (icon_name == "mark-left") return LineMark::kLeft;
  if (icon_name == "mark-right") return LineMark::kRight;
  if (icon_name == "mark-arrow") return LineMark::kArrow;
  if (icon_name == "mark-dam") return LineMark::kDam;
  if (icon_name == "mark-dyke") return LineMark::kDyke;
  if (icon_name == "mark-break") return LineMark::kBreak;
  return LineMark::kNone;
}

MarkSide sideOfDip(const std::string& dip_direction, QPointF from, QPointF to) {
  const auto azimuth = azimuthOf(dip_direction);
  if (!azimuth) return MarkSide::kRight;
  const double radians = *azimuth * std::numbers::pi / 180;
  const QPointF dip(std::sin(radians), -std::cos(radians));  // y down
  const QPointF along = to - from;
  // In pixels with y down, the right-hand side of (dx, dy) is (-dy, dx).
  return QPointF::dotProduct(QPointF(-along.y(), along.x()), dip) >= 0 ? MarkSide::kRight : MarkSide::kLeft;
}

void paintLineMarks(QPainter& painter, const LineRun& run, LineMark mark, MarkSide side, double height_px,
                    double spacing_px, const QColor& colour, double line_width_px) {
  const QPainterPath shape = shapeOf(mark);
  if (shape.isEmpty() || !(spacing_px > 0)) return;
  const bool filled = mark == LineMark::kReverse || mark == LineMark::kDam;
  const bool one_sided = filled || mark == LineMark::kNormal;
  painter.save();
  if (filled) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
  } else {
    QPen pen(colour, line_width_px);
    pen.setCosmetic(true);
    pen.setJoinStyle(Qt::RoundJoin);
    pen.setCapStyle(Qt::RoundCap);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
  }
  const double half_px = height_px;    // a mark never hangs over the end of its line
  constexpr double kFarthestPx = 1e9;  // beyond it a mark's number is no longer exact
  double walked_px = run.start_px;
  for (std::size_t i = 0; i + 1 < run.points.size(); ++i) {
    const QPointF a = run.points[i], b = run.points[i + 1];
    const double length_px = std::hypot(b.x() - a.x(), b.y() - a.y());
    if (!(walked_px + length_px < kFarthestPx)) break;
    if (!(length_px > 0)) continue;
    const double angle_deg = std::atan2(b.y() - a.y(), b.x() - a.x()) * 180 / std::numbers::pi;
    const double first = std::ceil((walked_px - spacing_px / 2) / spacing_px);
    for (double n = std::max(0.0, first);; ++n) {
      const double at_px = (n + 0.5) * spacing_px - walked_px;
      if (at_px > length_px) break;
      if (at_px < 0 || at_px + walked_px < half_px) continue;
      painter.save();
      painter.translate(a + (b - a) * (at_px / length_px));
      painter.rotate(angle_deg);
      painter.scale(height_px, one_sided && side == MarkSide::kLeft ? -height_px : height_px);
      painter.drawPath(shape);
      painter.restore();
    }
    walked_px += length_px;
  }
  painter.restore();
}

}  // namespace layers
