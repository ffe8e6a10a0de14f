// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/evacuation/evacuation_layer.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "layers/core/tile_surface.h"

namespace layers {
namespace {

constexpr double kVillagePx = 6, kShelterPx = 7, kClosedPx = 8, kWidestWayPx = 5, kThinnestWayPx = 1.5;
constexpr double kAllNamedBelowMetresPerPx = 60;

struct EvacuationLook {
  QColor ground, edge, way, safe, moving, waiting, alarm;
};

// The national colours of warnings are not used: teal is safe, the theme's alarm asks.
const EvacuationLook& evacuationLookOf(Theme theme) {
  static const EvacuationLook dark{QColor("#1e2933"), QColor("#c6d2dc"), QColor("#6fb7ff"), QColor("#3dbfae"),
                                   QColor("#8aa4ff"), QColor("#e4e9ee"), QColor("#ff5d73")};
  static const EvacuationLook light{QColor("#ffffff"), QColor("#3f5163"), QColor("#1b6fc2"), QColor("#0b857a"),
                                    QColor("#4457c4"), QColor("#5c6b79"), QColor("#c2185b")};
  return theme == Theme::kDark ? dark : light;
}

QColor colourOf(EvacuatedState state, const EvacuationLook& look) {
  switch (state) {
    case EvacuatedState::kNoPlace:
      return look.alarm;
    case EvacuatedState::kWaiting:
      return look.waiting;
    case EvacuatedState::kMoving:
      return look.moving;
    case EvacuatedState::kSafe:
      return look.safe;
  }
  return look.edge;
}

// A disc: empty while people wait, half while they move, full when all are safe, crossed where there is no place.
void paintVillage(QPainter& painter, QPointF at, double half_px, EvacuatedState state, const EvacuationLook& look) {
  const QColor colour = colourOf(state, look);
  const QRectF box(at.x() - half_px, at.y() - half_px, 2 * half_px, 2 * half_px);
  painter.setPen(QPen(colour, std::max(1.4, half_px * 0.3)));
  painter.setBrush(look.ground);
  painter.drawEllipse(box);
  if (state == EvacuatedState::kMoving || state == EvacuatedState::kSafe) {
    painter.setBrush(colour);
    constexpr int kSixteenths = 16;
    if (state == EvacuatedState::kSafe)
      painter.drawEllipse(box);
    else
      painter.drawPie(box, 90 * kSixteenths, -180 * kSixteenths);
  }
  if (state != EvacuatedState::kNoPlace) return;
  const double r = half_px * 0.6;
  painter.drawLine(at + QPointF(-r, -r), at + QPointF(r, r));
  painter.drawLine(at + QPointF(-r, r), at + QPointF(r, -r));
}

// A square that fills from below.
void paintShelter(QPainter& painter, QPointF at, double half_px, const ShelterMark& shelter,
                  const EvacuationLook& look) {
  const QRectF box(at.x() - half_px, at.y() - half_px, 2 * half_px, 2 * half_px);
  painter.setPen(Qt::NoPen);
  painter.setBrush(look.ground);
  painter.drawRect(box);
  const double high = box.height() * std::clamp(shelter.fill_ratio, 0.0, 1.0);
  painter.setBrush(shelter.fill_ratio > 1 ? look.alarm : look.safe);
  painter.drawRect(QRectF(box.left(), box.bottom() - high, box.width(), high));
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(shelter.fill_ratio > 1 ? look.alarm : look.edge, std::max(1.2, half_px * 0.22),
                      shelter.in_hazard ? Qt::DotLine : Qt::SolidLine));
  painter.drawRect(box);
  if (shelter.in_hazard) painter.drawLine(box.topLeft(), box.bottomRight());
}

// As the sign for a closed road: a bar in a disc.
void paintClosed(QPainter& painter, QPointF at, double half_px, const EvacuationLook& look) {
  painter.setPen(QPen(look.ground, std::max(1.0, half_px * 0.2)));
  painter.setBrush(look.alarm);
  painter.drawEllipse(at, half_px, half_px);
  painter.setPen(Qt::NoPen);
  painter.setBrush(look.ground);
  painter.drawRect(QRectF(at.x() - half_px * 0.6, at.y() - half_px * 0.18, half_px * 1.2, half_px * 0.36));
}

// An area and a line are drawn as they are, a point by its sign alone.
void paintClosedRoad(QPainter& painter, const MapView& view, const ClosedRoadMark& mark, double scale,
                     const EvacuationLook& look) {
  for (const auto& part : mark.parts) {
    if (part.empty()) continue;
    QPolygonF line;
    for (const gis::MapXY& where : part) {
      const gis::PixelXY at = view.toPixel(where);
      line << QPointF(at.x_px, at.y_px);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(look.alarm, 2.5 * scale, Qt::DashLine));
    if (mark.is_area)
      painter.drawPolygon(line);
    else if (line.size() > 1)
      painter.drawPolyline(line);
    paintClosed(painter, mark.is_area ? line.boundingRect().center() : line[line.size() / 2], kClosedPx * scale, look);
  }
}

BilingualText stateTitle(EvacuatedState state) {
  switch (state) {
    case EvacuatedState::kNoPlace:
      return {QStringLiteral("无处安置"), QStringLiteral("no place for all")};
    case EvacuatedState::kWaiting:
      return {QStringLiteral("待转移"), QStringLiteral("to move")};
    case EvacuatedState::kMoving:
      return {QStringLiteral("转移中"), QStringLiteral("moving")};
    case EvacuatedState::kSafe:
      return {QStringLiteral("已安置"), QStringLiteral("arrived")};
  }
  return {};
}

}  // namespace

EvacuationLayer::EvacuationLayer(std::vector<EvacuatedVillage> villages, std::vector<ShelterMark> shelters,
                                 std::vector<EvacuationWay> ways, std::vector<ClosedRoadMark> closed)
    : m_villages(std::move(villages)),
      m_shelters(std::move(shelters)),
      m_ways(std::move(ways)),
      m_closed(std::move(closed)) {
  std::ranges::stable_sort(m_villages,
                           [](const EvacuatedVillage& a, const EvacuatedVillage& b) { return a.state > b.state; });
  for (const EvacuatedVillage& village : m_villages) m_extent.add(village.at);
  for (const ShelterMark& shelter : m_shelters) m_extent.add(shelter.at);
  for (const EvacuationWay& way : m_ways) {
    gis::MapBox box;
    for (const gis::MapXY& at : way.line) box.add(at), m_extent.add(at);
    m_way_boxes.push_back(box);
  }
  m_plan_extent = m_extent;
  for (const ClosedRoadMark& mark : m_closed)
    for (const auto& part : mark.parts)
      for (const gis::MapXY& at : part) m_extent.add(at);
}

void EvacuationLayer::paint(TileSurface& surface, const PaintContext& context) const {
  const MapView& view = context.view;
  const gis::MapBox seen = view.box().grown(2 * kShelterPx * context.symbol_scale * view.metres_per_px);
  if (m_extent.empty() || !m_extent.intersects(seen)) return;
  const EvacuationLook& look = evacuationLookOf(context.theme);
  QPainter& painter = surface.painter();
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  for (std::size_t w = 0; w < m_ways.size() && !context.cancel.cancelled(); ++w) {
    if (m_way_boxes[w].empty() || !m_way_boxes[w].intersects(seen)) continue;
    QPainterPath path;
    for (std::size_t i = 0; i < m_ways[w].line.size(); ++i) {
      const gis::PixelXY at = view.toPixel(m_ways[w].line[i]);
      if (i == 0)
        path.moveTo(at.x_px, at.y_px);
      else
        path.lineTo(at.x_px, at.y_px);
    }
    const double wide = kThinnestWayPx + (kWidestWayPx - kThinnestWayPx) * std::clamp(m_ways[w].people_share, 0.0, 1.0);
    painter.setPen(QPen(look.way, wide * context.symbol_scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
  }
  const auto at = [&](gis::MapXY where) {
    const gis::PixelXY px = view.toPixel(where);
    return QPointF(px.x_px, px.y_px);
  };
  for (const ShelterMark& shelter : m_shelters)
    if (seen.contains(shelter.at))
      paintShelter(painter, at(shelter.at), kShelterPx * context.symbol_scale, shelter, look);
  for (const EvacuatedVillage& village : m_villages)
    if (seen.contains(village.at))
      paintVillage(painter, at(village.at), kVillagePx * context.symbol_scale, village.state, look);
  for (const ClosedRoadMark& mark : m_closed) paintClosedRoad(painter, view, mark, context.symbol_scale, look);
  painter.restore();
}

std::vector<LabelCandidate> EvacuationLayer::labels(const PaintContext& context) const {
  std::vector<LabelCandidate> labels;
  const EvacuationLook& look = evacuationLookOf(context.theme);
  const bool afar = context.view.metres_per_px > kAllNamedBelowMetresPerPx;
  const auto add = [&](gis::MapXY where, QString text, int priority, bool bold, QColor colour, double half_px) {
    if (!context.view.box().contains(where)) return;
    LabelCandidate label;
    label.text = std::move(text);
    label.where = where;
    label.priority = priority, label.bold = bold;
    label.colour = std::move(colour), label.halo = look.ground;
    label.offset_y_px = (half_px + 8) * context.symbol_scale;
    labels.push_back(std::move(label));
  };
  for (const EvacuatedVillage& village : m_villages) {
    const bool asks = village.state == EvacuatedState::kNoPlace;
    // From afar only where somebody has no place: hundreds of names would hide the map.
    if (afar && !asks) continue;
    add(village.at, village.left > 0 ? QStringLiteral("%1 %2").arg(village.name).arg(village.left) : village.name,
        asks ? 860 : 420, asks, colourOf(village.state, look), kVillagePx);
  }
  for (const ClosedRoadMark& mark : m_closed)
    if (!mark.is_area && !mark.parts.empty() && !mark.parts.front().empty())
      add(mark.parts.front()[mark.parts.front().size() / 2], mark.name, 840, true, look.alarm, kClosedPx);
  if (!afar)
    for (const ShelterMark& shelter : m_shelters)
      add(shelter.at, QStringLiteral("%1 %2%").arg(shelter.name).arg(qRound(shelter.fill_ratio * 100)),
          shelter.fill_ratio > 1 ? 850 : 410, shelter.fill_ratio > 1, shelter.fill_ratio > 1 ? look.alarm : look.edge,
          kShelterPx);
  return labels;
}

std::vector<LegendEntry> EvacuationLayer::legend(const PaintContext& context) const {
  std::vector<LegendEntry> entries;
  const EvacuationLook& look = evacuationLookOf(context.theme);
  const auto swatch = [&](const auto& draw) {
    QImage image(20, 14, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter);
    painter.end();
    return image;
  };
  for (const EvacuatedState state :
       {EvacuatedState::kNoPlace, EvacuatedState::kWaiting, EvacuatedState::kMoving, EvacuatedState::kSafe}) {
    const auto count = std::ranges::count(m_villages, state, &EvacuatedVillage::state);
    if (count == 0) continue;
    entries.push_back({stateTitle(state),
                       swatch([&](QPainter& painter) { paintVillage(painter, QPointF(10, 7), 5, state, look); }),
                       count});
  }
  if (!m_shelters.empty()) {
    ShelterMark half;
    half.fill_ratio = 0.5;
    entries.push_back({{QStringLiteral("避难场所，按占用填充"), QStringLiteral("shelter, filled as used")},
                       swatch([&](QPainter& painter) { paintShelter(painter, QPointF(10, 7), 5.5, half, look); }),
                       static_cast<long long>(m_shelters.size())});
  }
  if (!m_closed.empty())
    entries.push_back({{QStringLiteral("断路"), QStringLiteral("road closed")},
                       swatch([&](QPainter& painter) { paintClosed(painter, QPointF(10, 7), 5.5, look); }),
                       static_cast<long long>(m_closed.size())});
  return entries;
}

}  // namespace layers
