// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/callout/callout_layer.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <map>
#include <tuple>

#include "layers/core/tile_surface.h"

namespace layers {
namespace {

constexpr double kRadiusPx = 5.5;
// From afar hundreds of places that only wait would hide each other; those that ask for somebody stay as they are.
constexpr double kSmallAboveMetresPerPx = 120, kSmallRatio = 0.6;
constexpr int kFaintAlpha = 168;
constexpr double kNamesBelowMetresPerPx = 26.5;  // 1:100 000 on a screen of 96 dots an inch
constexpr int kFullCircle = 360 * 16, kTop = 90 * 16;

struct Look {
  QColor ground, edge, done, alarm, caution;
};

// The national colours of warnings are not used for states: grey waits, teal is done, the theme's alarm asks.
const Look& lookOf(Theme theme) {
  static const Look dark{QColor("#1e2933"), QColor("#c6d2dc"), QColor("#3dbfae"), QColor("#ff5d73"), QColor("#e6b450")};
  static const Look light{QColor("#ffffff"), QColor("#3f5163"), QColor("#0b857a"), QColor("#c2185b"),
                          QColor("#8a5a00")};
  return theme == Theme::kDark ? dark : light;
}

BilingualText nameOf(CallState state) {
  switch (state) {
    case CallState::kSilent:
      return {QStringLiteral("有人未应答"), QStringLiteral("somebody is silent")};
    case CallState::kOverdue:
      return {QStringLiteral("有人逾时"), QStringLiteral("somebody is overdue")};
    case CallState::kToCall:
      return {QStringLiteral("待叫应"), QStringLiteral("to be called")};
    case CallState::kCalling:
      return {QStringLiteral("呼叫中"), QStringLiteral("being called")};
    case CallState::kPartly:
      return {QStringLiteral("部分已确认"), QStringLiteral("some confirmed")};
    case CallState::kConfirmed:
      return {QStringLiteral("全部已确认"), QStringLiteral("all confirmed")};
    case CallState::kWithdrawn:
      return {QStringLiteral("已撤回"), QStringLiteral("withdrawn")};
  }
  return {};
}

}  // namespace

void paintCalledPlace(QPainter& painter, QPointF at, double radius_px, CallState state, double confirmed_ratio,
                      Theme theme) {
  const Look& look = lookOf(theme);
  const QRectF disc(at.x() - radius_px, at.y() - radius_px, 2 * radius_px, 2 * radius_px);
  const bool alarm = state == CallState::kSilent || state == CallState::kOverdue;
  const QColor ring = state == CallState::kSilent    ? look.alarm
                      : state == CallState::kOverdue ? look.caution
                      : state == CallState::kConfirmed || state == CallState::kPartly || state == CallState::kCalling
                          ? look.done
                          : look.edge;
  painter.setPen(Qt::NoPen);
  painter.setBrush(look.ground);
  painter.drawEllipse(disc);
  if (confirmed_ratio > 0) {
    painter.setBrush(look.done);
    if (confirmed_ratio >= 1)
      painter.drawEllipse(disc);
    else
      painter.drawPie(disc, kTop, -static_cast<int>(confirmed_ratio * kFullCircle));
  }
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(ring, alarm ? radius_px * 0.5 : radius_px * 0.28,
                      state == CallState::kToCall || state == CallState::kWithdrawn ? Qt::DotLine : Qt::SolidLine));
  painter.drawEllipse(disc);
  if (state == CallState::kCalling) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.done);
    painter.drawEllipse(at, radius_px * 0.35, radius_px * 0.35);
  }
  if (alarm) {
    // Told apart without colours as well: a mark in the middle.
    painter.setPen(QPen(ring, radius_px * 0.36, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(at.x(), at.y() - radius_px * 0.45), QPointF(at.x(), at.y() + radius_px * 0.1));
    painter.drawPoint(QPointF(at.x(), at.y() + radius_px * 0.5));
  }
}

CalloutLayer::CalloutLayer(std::vector<CalledPlace> places, std::vector<std::vector<gis::MapXY>> rings, QColor warning,
                           Ground ground)
    : m_places(std::move(places)), m_rings(std::move(rings)), m_warning(std::move(warning)), m_ground(ground) {
  std::ranges::stable_sort(m_places, [](const CalledPlace& a, const CalledPlace& b) { return a.state > b.state; });
  for (const CalledPlace& place : m_places) m_extent.add(place.at);
  for (const auto& ring : m_rings)
    for (const gis::MapXY& p : ring) m_extent.add(p);
}

void CalloutLayer::paint(TileSurface& surface, const PaintContext& context) const {
  const MapView& view = context.view;
  const double s = context.symbol_scale, radius = kRadiusPx * s;
  if (m_ground == Ground::kFaint) {
    QColor veil = context.theme == Theme::kDark ? QColor("#10161c") : QColor("#f7f6f1");
    veil.setAlpha(kFaintAlpha);
    surface.painter().fillRect(QRectF(0, 0, view.width_px, view.height_px), veil);
  }
  const gis::MapBox seen = view.box().grown(radius * 2 * view.metres_per_px);
  if (m_extent.empty() || !m_extent.intersects(seen)) return;
  QPainter& painter = surface.painter();
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  for (const auto& ring : m_rings) {
    QPolygonF polygon;
    for (const gis::MapXY& p : ring) {
      const gis::PixelXY at = view.toPixel(p);
      polygon << QPointF(at.x_px, at.y_px);
    }
    QColor wash = m_warning;
    wash.setAlpha(34);
    painter.setBrush(wash);
    painter.setPen(QPen(QColor(0, 0, 0, 120), 4 * s));
    painter.drawPolygon(polygon);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_warning, 2 * s));
    painter.drawPolygon(polygon);
  }
  for (const CalledPlace& place : m_places) {
    if (context.cancel.cancelled()) break;
    if (!seen.contains(place.at)) continue;
    const gis::PixelXY at = view.toPixel(place.at);
    const bool asks = place.state == CallState::kSilent || place.state == CallState::kOverdue;
    const double size = asks || view.metres_per_px <= kSmallAboveMetresPerPx ? radius : radius * kSmallRatio;
    paintCalledPlace(painter, QPointF(at.x_px, at.y_px), size, place.state,
                     place.persons > 0 ? static_cast<double>(place.confirmed) / place.persons : 0, context.theme);
  }
  painter.restore();
}

std::vector<LabelCandidate> CalloutLayer::labels(const PaintContext& context) const {
  std::vector<LabelCandidate> labels;
  const Look& look = lookOf(context.theme);
  // From afar only what needs somebody has a name, and of each town the worst: hundreds of names would hide the map.
  const bool afar = context.view.metres_per_px > kNamesBelowMetresPerPx;
  const auto alarms = [](const CalledPlace& place) {
    return place.state == CallState::kSilent || place.state == CallState::kOverdue;
  };
  const auto weight = [](const CalledPlace& place) {
    return std::tuple(place.state == CallState::kSilent, place.silent, place.persons - place.confirmed);
  };
  std::map<std::string, const CalledPlace*, std::less<>> worst;
  if (afar)
    for (const CalledPlace& place : m_places) {
      if (!alarms(place)) continue;
      const CalledPlace*& of_town = worst[place.town];
      if (!of_town || weight(place) > weight(*of_town)) of_town = &place;
    }
  for (const CalledPlace& place : m_places) {
    const bool alarm = alarms(place);
    if (afar && (!alarm || worst[place.town] != &place)) continue;
    if (!context.view.box().contains(place.at)) continue;
    LabelCandidate label;
    label.text = QStringLiteral("%1 %2/%3").arg(place.name).arg(place.confirmed).arg(place.persons);
    label.where = place.at;
    label.priority = alarm ? 900 : 300;
    label.bold = alarm;
    label.colour = place.state == CallState::kSilent ? look.alarm : alarm ? look.caution : look.edge;
    label.halo = look.ground;
    label.offset_y_px = (kRadiusPx + 9) * context.symbol_scale;
    labels.push_back(std::move(label));
  }
  return labels;
}

std::vector<LegendEntry> CalloutLayer::legend(const PaintContext& context) const {
  std::vector<LegendEntry> entries;
  for (const CallState state : {CallState::kSilent, CallState::kOverdue, CallState::kToCall, CallState::kCalling,
                                CallState::kPartly, CallState::kConfirmed}) {
    const auto count = std::ranges::count(m_places, state, &CalledPlace::state);
    if (count == 0) continue;
    QImage swatch(20, 14, QImage::Format_ARGB32_Premultiplied);
    swatch.fill(Qt::transparent);
    QPainter painter(&swatch);
    painter.setRenderHint(QPainter::Antialiasing);
    paintCalledPlace(painter, QPointF(10, 7), kRadiusPx, state,
                     state == CallState::kConfirmed ? 1
                     : state == CallState::kPartly  ? 0.4
                                                    : 0,
                     context.theme);
    painter.end();
    entries.push_back({nameOf(state), swatch, count});
  }
  return entries;
}

}  // namespace layers
