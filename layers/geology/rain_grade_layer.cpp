// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geology/rain_grade_layer.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "layers/core/tile_surface.h"

namespace layers {
namespace {

using gis::geology::RainLevel;

constexpr double kLeastPx = 3.2, kMostPx = 8.5;  // radius of a disc, far out and close
constexpr double kFarMPerPx = 400, kNearMPerPx = 12;
constexpr int kFillAlpha = 95;

double radiusPx(double metres_per_px) {
  const double t = std::clamp(std::log(kFarMPerPx / metres_per_px) / std::log(kFarMPerPx / kNearMPerPx), 0.0, 1.0);
  return kLeastPx + (kMostPx - kLeastPx) * t;
}

}  // namespace

QColor warningColour(RainLevel level) {
  switch (level) {
    case RainLevel::kRed:
      return QColor(0xD7, 0x26, 0x3D);
    case RainLevel::kOrange:
      return QColor(0xF5, 0x8F, 0x1E);
    case RainLevel::kYellow:
      return QColor(0xF7, 0xD1, 0x1E);
    case RainLevel::kBlue:
      return QColor(0x2F, 0x80, 0xED);
    case RainLevel::kNone:
      break;
  }
  return QColor(0x8A, 0x92, 0x9B);
}

RainGradeLayer::RainGradeLayer(const gis::geology::RainRun& run, const gis::Projector& to_map) {
  const auto place = [&](gis::LonLat p) -> std::optional<gis::MapXY> {
    const auto at = to_map.forward({p.lon_deg, p.lat_deg});
    return at ? std::optional(gis::MapXY{at->x, at->y}) : std::nullopt;
  };
  const auto shown = [](const gis::geology::RainGrade& grade) {
    return grade.known && grade.level != RainLevel::kNone;
  };
  for (std::size_t i = 0; i < run.points.size(); ++i) {
    const auto& grade = run.grading.points[i];
    if (!shown(grade)) continue;
    ++m_counts[static_cast<std::size_t>(grade.level)];
    if (const auto at = place(run.points[i].where)) {
      m_points.push_back({*at, grade.level});
      m_extent.add(*at);
    }
  }
  for (std::size_t i = 0; i < run.areas.size(); ++i) {
    const auto& grade = run.grading.areas[i];
    if (!shown(grade)) continue;
    Area area;
    area.level = grade.level;
    for (const auto& ring : run.areas[i].rings) {
      area.rings.emplace_back();
      for (const gis::LonLat& p : ring)
        if (const auto at = place(p)) {
          area.rings.back().push_back(*at);
          area.box.add(*at);
        }
    }
    if (area.box.empty()) continue;
    m_extent.add(area.box);
    m_areas.push_back(std::move(area));
  }
  std::ranges::stable_sort(m_points, {}, &Point::level);
  std::ranges::stable_sort(m_areas, {}, &Area::level);
}

void RainGradeLayer::paint(TileSurface& surface, const PaintContext& context) const {
  QPainter& painter = surface.painter();
  const MapView& view = context.view;
  const double radius = radiusPx(view.metres_per_px) * context.symbol_scale;
  const gis::MapBox wanted = view.box().grown(2 * kMostPx * context.symbol_scale * view.metres_per_px);
  const QColor rim = context.theme == Theme::kDark ? QColor(16, 22, 29) : QColor(255, 255, 255);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  for (const Area& area : m_areas) {
    if (context.cancel.cancelled()) break;
    if (!area.box.intersects(wanted)) continue;
    QPainterPath path;
    for (const auto& ring : area.rings) {
      QPolygonF line;
      for (const gis::MapXY& at : ring) {
        const gis::PixelXY px = view.toPixel(at);
        line << QPointF(px.x_px, px.y_px);
      }
      path.addPolygon(line);
    }
    QColor fill = warningColour(area.level);
    fill.setAlpha(kFillAlpha);
    painter.setPen(QPen(warningColour(area.level), 1.2 * context.symbol_scale));
    painter.setBrush(fill);
    painter.drawPath(path);
  }
  for (const Point& point : m_points) {
    if (context.cancel.cancelled()) break;
    if (!wanted.contains(point.at)) continue;
    const gis::PixelXY px = view.toPixel(point.at);
    const double r = radius * (point.level >= RainLevel::kOrange ? 1.25 : 1);
    painter.setPen(QPen(rim, 1.3 * context.symbol_scale));
    painter.setBrush(warningColour(point.level));
    painter.drawEllipse(QPointF(px.x_px, px.y_px), r, r);
  }
  painter.restore();
}

std::vector<LegendEntry> RainGradeLayer::legend(const PaintContext& context) const {
  constexpr int kWidth = 20, kHeight = 14;
  const std::pair<RainLevel, BilingualText> kLevels[] = {
      {RainLevel::kRed, {QStringLiteral("红色：风险很高"), QStringLiteral("Red: very high")}},
      {RainLevel::kOrange, {QStringLiteral("橙色：风险高"), QStringLiteral("Orange: high")}},
      {RainLevel::kYellow, {QStringLiteral("黄色：风险较高"), QStringLiteral("Yellow: rather high")}},
      {RainLevel::kBlue, {QStringLiteral("蓝色：有一定风险"), QStringLiteral("Blue: some risk")}}};
  std::vector<LegendEntry> entries;
  for (const auto& [level, name] : kLevels) {
    QImage swatch(QSize(kWidth, kHeight) * 2, QImage::Format_ARGB32_Premultiplied);
    swatch.setDevicePixelRatio(2);
    swatch.fill(Qt::transparent);
    QPainter painter(&swatch);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(context.theme == Theme::kDark ? QColor(16, 22, 29) : QColor(255, 255, 255), 1));
    painter.setBrush(warningColour(level));
    painter.drawEllipse(QPointF(kWidth / 2.0, kHeight / 2.0), 5, 5);
    painter.end();
    entries.push_back({name, swatch, static_cast<long long>(m_counts[static_cast<std::size_t>(level)])});
  }
  return entries;
}

}  // namespace layers
