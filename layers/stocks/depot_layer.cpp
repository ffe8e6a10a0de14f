// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/stocks/depot_layer.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "layers/core/tile_surface.h"

namespace layers {
namespace {

constexpr double kLargestPx = 9, kSmallerByTierPx = 1;
constexpr double kNamedBelowMetresPerPx = 60;
constexpr int kCityTier = 2, kCountyTier = 3;

struct DepotLook {
  QColor ground, edge, fill, alarm;
};

// The national colours of warnings are not used: teal is there, the theme's alarm asks.
const DepotLook& depotLookOf(Theme theme) {
  static const DepotLook dark{QColor("#1e2933"), QColor("#c6d2dc"), QColor("#3dbfae"), QColor("#ff5d73")};
  static const DepotLook light{QColor("#ffffff"), QColor("#3f5163"), QColor("#0b857a"), QColor("#c2185b")};
  return theme == Theme::kDark ? dark : light;
}

double halfPx(const DepotMark& depot, double symbol_scale) {
  return (kLargestPx - kSmallerByTierPx * (std::max(depot.tier, 1) - 1)) * symbol_scale;
}

BilingualText stateTitle(DepotState state) {
  switch (state) {
    case DepotState::kEmpty:
      return {QStringLiteral("无可用储备"), QStringLiteral("nothing usable")};
    case DepotState::kShort:
      return {QStringLiteral("低于最低储备"), QStringLiteral("below its minimum")};
    case DepotState::kFull:
      return {QStringLiteral("达到最低储备"), QStringLiteral("minimum met")};
    case DepotState::kUnplanned:
      return {QStringLiteral("未定最低储备"), QStringLiteral("no minimum set")};
  }
  return {};
}

}  // namespace

// A house: its walls fill from below.
void paintDepot(QPainter& painter, QPointF at, double half_px, const DepotMark& depot, Theme theme) {
  const DepotLook& look = depotLookOf(theme);
  const bool asks = depot.state == DepotState::kEmpty || depot.state == DepotState::kShort;
  QPolygonF house;
  house << at + QPointF(-half_px, half_px) << at + QPointF(-half_px, -half_px * 0.2) << at + QPointF(0, -half_px)
        << at + QPointF(half_px, -half_px * 0.2) << at + QPointF(half_px, half_px);
  painter.setPen(Qt::NoPen);
  painter.setBrush(look.ground);
  painter.drawPolygon(house);
  if (depot.fill_ratio > 0) {
    const double top = half_px - 2 * half_px * std::clamp(depot.fill_ratio, 0.0, 1.0);
    painter.save();
    painter.setClipRect(QRectF(at.x() - half_px, at.y() + top, 2 * half_px, half_px - top), Qt::IntersectClip);
    painter.setBrush(look.fill);
    painter.drawPolygon(house);
    painter.restore();
  }
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(asks ? look.alarm : look.edge, std::max(1.2, half_px * 0.22),
                      depot.state == DepotState::kUnplanned ? Qt::DotLine : Qt::SolidLine, Qt::RoundCap,
                      Qt::RoundJoin));
  painter.drawPolygon(house);
  if (depot.state == DepotState::kEmpty) {
    // Told apart without colours as well.
    painter.drawLine(at + QPointF(-half_px * 0.4, 0), at + QPointF(half_px * 0.4, half_px * 0.7));
    painter.drawLine(at + QPointF(half_px * 0.4, 0), at + QPointF(-half_px * 0.4, half_px * 0.7));
  }
}

DepotLayer::DepotLayer(std::vector<DepotMark> depots) : m_depots(std::move(depots)) {
  std::ranges::stable_sort(m_depots, [](const DepotMark& a, const DepotMark& b) { return a.state > b.state; });
  for (const DepotMark& depot : m_depots) m_extent.add(depot.at);
}

void DepotLayer::paint(TileSurface& surface, const PaintContext& context) const {
  const MapView& view = context.view;
  const gis::MapBox seen = view.box().grown(2 * kLargestPx * context.symbol_scale * view.metres_per_px);
  if (m_extent.empty() || !m_extent.intersects(seen)) return;
  QPainter& painter = surface.painter();
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  for (const DepotMark& depot : m_depots) {
    if (context.cancel.cancelled()) break;
    if (!seen.contains(depot.at)) continue;
    const gis::PixelXY at = view.toPixel(depot.at);
    paintDepot(painter, QPointF(at.x_px, at.y_px), halfPx(depot, context.symbol_scale), depot, context.theme);
  }
  painter.restore();
}

std::vector<LabelCandidate> DepotLayer::labels(const PaintContext& context) const {
  std::vector<LabelCandidate> labels;
  const DepotLook& look = depotLookOf(context.theme);
  const bool afar = context.view.metres_per_px > kNamedBelowMetresPerPx;
  for (const DepotMark& depot : m_depots) {
    const bool asks = depot.state == DepotState::kEmpty || depot.state == DepotState::kShort;
    // From afar the city's depots have a name, and those of counties that lack something; a hundred towns would hide
    // the map.
    if (afar && depot.tier > (asks ? kCountyTier : kCityTier)) continue;
    if (!context.view.box().contains(depot.at)) continue;
    LabelCandidate label;
    label.text = depot.state == DepotState::kUnplanned
                     ? depot.name
                     : QStringLiteral("%1 %2%").arg(depot.name).arg(qRound(depot.fill_ratio * 100));
    if (depot.on_the_road > 0) label.text += QStringLiteral(" →%1").arg(depot.on_the_road);
    label.where = depot.at;
    label.priority = asks ? 850 : 320;
    label.bold = asks;
    label.colour = asks ? look.alarm : look.edge;
    label.halo = look.ground;
    label.offset_y_px = halfPx(depot, context.symbol_scale) + 8 * context.symbol_scale;
    labels.push_back(std::move(label));
  }
  return labels;
}

std::vector<LegendEntry> DepotLayer::legend(const PaintContext& context) const {
  std::vector<LegendEntry> entries;
  for (const DepotState state : {DepotState::kEmpty, DepotState::kShort, DepotState::kFull, DepotState::kUnplanned}) {
    const auto count = std::ranges::count(m_depots, state, &DepotMark::state);
    if (count == 0) continue;
    QImage swatch(20, 14, QImage::Format_ARGB32_Premultiplied);
    swatch.fill(Qt::transparent);
    QPainter painter(&swatch);
    painter.setRenderHint(QPainter::Antialiasing);
    DepotMark mark;
    mark.state = state;
    mark.fill_ratio = state == DepotState::kFull ? 1 : state == DepotState::kShort ? 0.5 : 0;
    paintDepot(painter, QPointF(10, 7), 5.5, mark, context.theme);
    painter.end();
    entries.push_back({stateTitle(state), swatch, count});
  }
  return entries;
}

}  // namespace layers
