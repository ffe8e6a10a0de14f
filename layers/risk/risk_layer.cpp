// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/risk/risk_layer.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "layers/core/feature_outline.h"
#include "layers/core/tile_surface.h"

namespace layers {

namespace {

constexpr int kFillAlpha = 120;

// Middle of the largest ring by its area.
gis::MapXY centreOf(const gis::MapColumns& columns, std::uint32_t feature) {
  double best = -1;
  gis::MapXY centre = featureBox(columns, feature).centre();
  for (std::uint32_t part = columns.feature_start[feature]; part < columns.feature_start[feature + 1]; ++part) {
    double area = 0, x = 0, y = 0;
    for (std::uint32_t v = columns.part_start[part]; v + 1 < columns.part_start[part + 1]; ++v) {
      const double ax = static_cast<double>(columns.xy_m[2 * v]), ay = static_cast<double>(columns.xy_m[2 * v + 1]);
      const double bx = static_cast<double>(columns.xy_m[2 * v + 2]), by = static_cast<double>(columns.xy_m[2 * v + 3]);
      const double cross = ax * by - bx * ay;
      area += cross, x += (ax + bx) * cross, y += (ay + by) * cross;
    }
    if (std::abs(area) <= best || area == 0) continue;
    best = std::abs(area);
    centre = {columns.origin.x_m + x / (3 * area), columns.origin.y_m + y / (3 * area)};
  }
  return centre;
}

}  // namespace

QColor riskColour(int grade, Theme theme) {
  static const QColor kDark[] = {"#d4579f", "#b57cc0", "#9299c4", "#7e9aa8"};
  static const QColor kLight[] = {"#9c0f6b", "#b162ae", "#a6a8d4", "#c9d6dd"};
  return (theme == Theme::kDark ? kDark : kLight)[std::clamp(grade, 1, 4) - 1];
}

RiskLayer::RiskLayer(std::shared_ptr<const gis::MapColumns> columns, std::vector<RiskDistrict> districts,
                     std::uint32_t chosen)
    : m_columns(std::move(columns)), m_districts(std::move(districts)), m_chosen(chosen) {
  for (const RiskDistrict& district : m_districts) m_centre.push_back(centreOf(*m_columns, district.feature));
}

void RiskLayer::paint(TileSurface& surface, const PaintContext& context) const {
  QPainter& painter = surface.painter();
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const gis::MapBox wanted = context.view.box().grown(4 * context.view.metres_per_px);
  const QColor border = context.theme == Theme::kDark ? QColor(12, 16, 22, 170) : QColor(255, 255, 255, 190);
  QPainterPath chosen;
  for (const RiskDistrict& district : m_districts) {
    if (context.cancel.cancelled()) break;
    if (!featureBox(*m_columns, district.feature).intersects(wanted)) continue;
    const QPainterPath path = featureOutline(*m_columns, district.feature, context.view);
    QColor fill = riskColour(district.grade, context.theme);
    fill.setAlpha(kFillAlpha);
    painter.setPen(QPen(border, 1.2 * context.symbol_scale));
    painter.setBrush(fill);
    painter.drawPath(path);
    if (district.feature == m_chosen) chosen = path;
  }
  if (!chosen.isEmpty()) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(context.theme == Theme::kDark ? QColor(255, 255, 255) : QColor(20, 24, 30), 3 * context.symbol_scale));
    painter.drawPath(chosen);
  }
  painter.restore();
}

std::vector<LabelCandidate> RiskLayer::labels(const PaintContext& context) const {
  std::vector<LabelCandidate> names;
  const gis::MapBox box = context.view.box();
  for (std::size_t i = 0; i < m_districts.size(); ++i) {
    if (!box.contains(m_centre[i])) continue;
    LabelCandidate name;
    name.text = QString::number(m_districts[i].rank);
    name.where = m_centre[i];
    name.priority = 800'000 - m_districts[i].rank;
    name.size_px = 15;
    name.bold = true;
    name.colour = context.theme == Theme::kDark ? QColor(255, 255, 255) : QColor(40, 10, 34);
    name.halo = riskColour(m_districts[i].grade, context.theme).darker(context.theme == Theme::kDark ? 260 : 100);
    name.halo_px = 2.4;
    name.offset_y_px = 20;  // below the district's own name
    names.push_back(std::move(name));
  }
  return names;
}

std::vector<LegendEntry> RiskLayer::legend(const PaintContext& context) const {
  static const BilingualText kNames[] = {{QStringLiteral("高风险"), QStringLiteral("High")},
                                         {QStringLiteral("中高风险"), QStringLiteral("Medium-high")},
                                         {QStringLiteral("中低风险"), QStringLiteral("Medium-low")},
                                         {QStringLiteral("低风险"), QStringLiteral("Low")}};
  std::vector<LegendEntry> entries;
  for (int grade = 1; grade <= 4; ++grade) {
    QImage swatch(20, 14, QImage::Format_ARGB32_Premultiplied);
    QColor fill = riskColour(grade, context.theme);
    fill.setAlpha(200);
    swatch.fill(fill);
    entries.push_back({kNames[grade - 1], swatch, std::ranges::count(m_districts, grade, &RiskDistrict::grade)});
  }
  return entries;
}

std::uint32_t RiskLayer::districtAt(gis::MapXY where) const {
  for (const gis::NearFeature& near : gis::findNear(*m_columns, where, 0.01))
    if (near.distance_m <= 0)
      for (const RiskDistrict& district : m_districts)
        if (district.feature == near.feature) return district.feature;
  return kNone;
}

}  // namespace layers
