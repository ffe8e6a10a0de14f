// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/stocks/shortage_layer.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "layers/core/feature_outline.h"
#include "layers/core/tile_surface.h"

namespace layers {
namespace {

constexpr int kTintAlpha = 165;
constexpr double kNamesBelow_m_per_px = 700;

// The worst is crossed, the next is hatched: a grey print and every eye tell them apart.
Qt::BrushStyle hatchOf(ShortageClass which) {
  return which == ShortageClass::kBelowQuarter ? Qt::DiagCrossPattern
         : which == ShortageClass::kBelowHalf  ? Qt::BDiagPattern
                                               : Qt::NoBrush;
}

QColor hatchColour(Theme theme) { return theme == Theme::kDark ? QColor(10, 14, 20, 150) : QColor(255, 255, 255, 170); }

BilingualText shortageTitle(int which) {
  static const BilingualText names[kShortageClasses] = {
      {QStringLiteral("不足 25%"), QStringLiteral("below 25 %")},
      {QStringLiteral("25%～50%"), QStringLiteral("25 to 50 %")},
      {QStringLiteral("50%～75%"), QStringLiteral("50 to 75 %")},
      {QStringLiteral("75%～100%"), QStringLiteral("75 to 100 %")},
      {QStringLiteral("达到最低储备"), QStringLiteral("minimum met")}};
  return names[which];
}

}  // namespace

ShortageClass shortageClassOf(double met_ratio) {
  if (met_ratio >= 1) return ShortageClass::kMet;
  return static_cast<ShortageClass>(std::clamp(static_cast<int>(met_ratio * 4), 0, 3));
}

QColor shortageColour(ShortageClass which, Theme theme) {
  // Lightness falls step by step; the hue runs from violet to green-grey, which no common colour blindness mixes up.
  static const QColor dark[kShortageClasses] = {"#f0a6ff", "#c279d8", "#8d5fb0", "#5a5a86", "#3a5f66"};
  static const QColor light[kShortageClasses] = {"#4a0a63", "#7d2f96", "#a96cbd", "#cdb0d8", "#dbe8e6"};
  return (theme == Theme::kDark ? dark : light)[static_cast<int>(which)];
}

ShortageLayer::ShortageLayer(std::shared_ptr<const gis::MapColumns> columns, std::vector<ShortageDistrict> districts)
    : m_columns(std::move(columns)), m_districts(std::move(districts)) {
  for (const ShortageDistrict& district : m_districts) {
    const gis::BoxF& box = m_columns->index.box(district.feature);
    const gis::MapXY& o = m_columns->origin;
    m_boxes.push_back({o.x_m + static_cast<double>(box.min_x_m), o.y_m + static_cast<double>(box.min_y_m),
                       o.x_m + static_cast<double>(box.max_x_m), o.y_m + static_cast<double>(box.max_y_m)});
  }
}

void ShortageLayer::paint(TileSurface& surface, const PaintContext& context) const {
  QPainter& painter = surface.painter();
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const gis::MapBox wanted = context.view.box().grown(4 * context.view.metres_per_px);
  const QColor border = context.theme == Theme::kDark ? QColor(12, 16, 22, 190) : QColor(255, 255, 255, 220);
  // Patterns of neighbouring tiles fit together when they start from the same place of the map.
  const gis::PixelXY origin = context.view.toPixel({0, 0});
  painter.setBrushOrigin(QPointF(std::fmod(origin.x_px, 8.0), std::fmod(origin.y_px, 8.0)));
  for (std::size_t i = 0; i < m_districts.size(); ++i) {
    if (context.cancel.cancelled()) break;
    if (!m_boxes[i].intersects(wanted)) continue;
    const QPainterPath path = featureOutline(*m_columns, m_districts[i].feature, context.view);
    const ShortageClass which = shortageClassOf(m_districts[i].met_ratio);
    QColor fill = shortageColour(which, context.theme);
    fill.setAlpha(kTintAlpha);
    painter.fillPath(path, fill);
    if (hatchOf(which) != Qt::NoBrush) painter.fillPath(path, QBrush(hatchColour(context.theme), hatchOf(which)));
    painter.strokePath(path, QPen(border, 1.4 * context.symbol_scale));
  }
  painter.restore();
}

std::vector<LabelCandidate> ShortageLayer::labels(const PaintContext& context) const {
  std::vector<LabelCandidate> names;
  if (context.view.metres_per_px > kNamesBelow_m_per_px) return names;
  for (std::size_t i = 0; i < m_districts.size(); ++i) {
    const gis::MapXY centre = m_boxes[i].centre();
    if (!context.view.box().contains(centre)) continue;
    LabelCandidate name;
    name.text = QStringLiteral("%1%").arg(static_cast<int>(std::min(1.0, m_districts[i].met_ratio) * 100));
    name.where = centre;
    name.priority = 810'000;
    name.size_px = 14;
    name.bold = true;
    name.colour = context.theme == Theme::kDark ? QColor(255, 255, 255) : QColor(28, 8, 36);
    name.halo = context.theme == Theme::kDark ? QColor(20, 12, 28) : QColor(255, 255, 255);
    name.halo_px = 2.2;
    name.offset_y_px = 20;  // below the county's own name
    names.push_back(std::move(name));
  }
  return names;
}

std::vector<LegendEntry> ShortageLayer::legend(const PaintContext& context) const {
  std::vector<LegendEntry> entries;
  for (int which = 0; which < kShortageClasses; ++which) {
    const auto shortage = static_cast<ShortageClass>(which);
    QImage swatch(20, 14, QImage::Format_ARGB32_Premultiplied);
    swatch.fill(shortageColour(shortage, context.theme));
    if (hatchOf(shortage) != Qt::NoBrush) {
      QPainter painter(&swatch);
      painter.fillRect(swatch.rect(), QBrush(hatchColour(context.theme), hatchOf(shortage)));
    }
    entries.push_back(
        {shortageTitle(which), swatch, std::ranges::count_if(m_districts, [&](const ShortageDistrict& one) {
           return shortageClassOf(one.met_ratio) == shortage;
         })});
  }
  return entries;
}

}  // namespace layers
