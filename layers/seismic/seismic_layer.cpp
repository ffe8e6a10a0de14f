// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/seismic/seismic_layer.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "layers/core/tile_surface.h"

namespace layers {

namespace {

constexpr double kStarPx = 13;
constexpr double kMarginPx = 40;  // how far signs stick out
constexpr int kZoneAlpha = 46, kStripAlpha = 95;
constexpr int kAboveNames = 900'000;

QPolygonF pixelsOf(const std::vector<gis::MapXY>& line, const MapView& view) {
  QPolygonF pixels;
  pixels.reserve(static_cast<int>(line.size()));
  for (const gis::MapXY& at : line) {
    const gis::PixelXY px = view.toPixel(at);
    pixels << QPointF(px.x_px, px.y_px);
  }
  return pixels;
}

QPainterPath starShape(QPointF centre, double radius) {
  QPainterPath path;
  for (int i = 0; i < 10; ++i) {
    const double angle = std::numbers::pi * (i / 5.0 - 0.5);
    const double r = i % 2 == 0 ? radius : radius * 0.42;
    const QPointF at = centre + QPointF(r * std::cos(angle), r * std::sin(angle));
    i == 0 ? path.moveTo(at) : path.lineTo(at);
  }
  path.closeSubpath();
  return path;
}

QColor haloColour(Theme theme) { return theme == Theme::kDark ? QColor(16, 20, 26) : QColor(255, 255, 255); }
QColor stripColour(Theme theme) { return theme == Theme::kDark ? QColor(214, 178, 122) : QColor(150, 110, 50); }
QColor starColour(Theme theme) { return theme == Theme::kDark ? QColor(255, 92, 205) : QColor(176, 0, 122); }

LegendEntry legendOf(const QString& zh, const QString& en, const std::function<void(QPainter&)>& draw) {
  QImage swatch(20, 14, QImage::Format_ARGB32_Premultiplied);
  swatch.fill(Qt::transparent);
  QPainter painter(&swatch);
  painter.setRenderHint(QPainter::Antialiasing);
  draw(painter);
  return {{zh, en}, swatch, -1};
}

}  // namespace

QColor zoneColour(int degree, Theme theme) {
  // VI .. XII
  static const QColor kDark[] = {"#9a90c8", "#a583e6", "#b46cf0", "#cf5df0", "#ea52d8", "#f558b8", "#ff77b7"};
  static const QColor kLight[] = {"#6f63a8", "#6844b8", "#7426b4", "#8d14a6", "#a00f86", "#9a0a64", "#7d0548"};
  return (theme == Theme::kDark ? kDark : kLight)[std::clamp(degree - 6, 0, 6)];
}

QColor quakeColour(int year, Theme theme) {
  // Older ones fade towards grey; the last hundred years are full teal.
  const double recent = std::clamp((year - 1500) / 450.0, 0.0, 1.0);
  const QColor old = theme == Theme::kDark ? QColor(122, 136, 150) : QColor(122, 132, 142);
  const QColor now = theme == Theme::kDark ? QColor(64, 214, 196) : QColor(0, 122, 112);
  const auto mix = [&](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * recent)); };
  return {mix(old.red(), now.red()), mix(old.green(), now.green()), mix(old.blue(), now.blue())};
}

double quakeRadiusPx(std::optional<double> magnitude) {
  if (!magnitude) return 3;
  return 2.5 + 2.6 * std::pow(std::max(0.0, *magnitude - 3.5), 1.15);
}

SeismicLayer::SeismicLayer(const SeismicContent& content, const gis::Projector& to_map) : m_buffer_m(content.buffer_m) {
  const auto place = [&](gis::LonLat p) -> std::optional<gis::MapXY> {
    const auto at = to_map.forward({p.lon_deg, p.lat_deg});
    return at ? std::optional(gis::MapXY{at->x, at->y}) : std::nullopt;
  };
  const auto placeAll = [&](const std::vector<gis::LonLat>& line, gis::MapBox& box) {
    std::vector<gis::MapXY> placed;
    for (const gis::LonLat p : line)
      if (const auto at = place(p)) placed.push_back(*at), box.add(*at);
    return placed;
  };
  for (const auto& zone : content.zones) {
    Zone made{zone.degree, {}, {}};
    made.ring = placeAll(zone.ring, made.box);
    m_extent.add(made.box);
    m_zones.push_back(std::move(made));
  }
  for (const auto& fault : content.faults) {
    if (m_buffer_m <= 0) break;
    Strip strip;
    strip.line = placeAll(fault.line, strip.box);
    strip.box = strip.box.grown(m_buffer_m);
    m_extent.add(strip.box);
    m_strips.push_back(std::move(strip));
  }
  for (std::size_t i = 0; i < content.quakes.size(); ++i) {
    const auto& quake = content.quakes[i];
    if (const auto at = place(quake.where)) {
      const int index = static_cast<int>(i);
      m_quakes.push_back({*at, quake.magnitude, quake.year, index, index == content.chosen_quake});
      m_extent.add(*at);
    }
  }
  std::ranges::stable_sort(m_quakes, std::greater(), [](const Quake& q) { return q.magnitude.value_or(0); });
  if (content.epicentre) m_star = place(*content.epicentre);
  if (m_star) m_extent.add(*m_star);
  m_star_text = QString::fromStdString(content.epicentre_text);
}

void SeismicLayer::paint(TileSurface& surface, const PaintContext& context) const {
  QPainter& painter = surface.painter();
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  paintStrips(painter, context);
  paintZones(painter, context);
  paintQuakes(painter, context);
  paintStar(painter, context);
  painter.restore();
}

void SeismicLayer::paintStrips(QPainter& painter, const PaintContext& context) const {
  if (m_strips.empty()) return;
  const double width_px = 2 * m_buffer_m / context.view.metres_per_px;
  if (width_px < 1) return;
  QPainterPath all;
  all.setFillRule(Qt::WindingFill);
  QPainterPathStroker stroker;
  stroker.setWidth(width_px);
  stroker.setCapStyle(Qt::RoundCap);
  stroker.setJoinStyle(Qt::RoundJoin);
  for (const Strip& strip : m_strips) {
    if (!strip.box.intersects(context.view.box())) continue;
    QPainterPath path;
    path.addPolygon(pixelsOf(strip.line, context.view));
    all.addPath(stroker.createStroke(path));
  }
  QColor fill = stripColour(context.theme);
  fill.setAlpha(kStripAlpha);
  painter.setPen(Qt::NoPen);
  painter.fillPath(all, fill);
}

void SeismicLayer::paintZones(QPainter& painter, const PaintContext& context) const {
  const double scale = context.symbol_scale;
  const gis::MapBox wanted = context.view.box().grown(kMarginPx * scale * context.view.metres_per_px);
  // Outermost first: each zone is filled without the zones inside it, so that tints do not add up.
  for (std::size_t i = m_zones.size(); i-- > 0;) {
    const Zone& zone = m_zones[i];
    if (context.cancel.cancelled()) return;
    if (!zone.box.intersects(wanted)) continue;
    const QPolygonF ring = pixelsOf(zone.ring, context.view);
    QPainterPath area;
    area.setFillRule(Qt::OddEvenFill);
    area.addPolygon(ring);
    if (i > 0) area.addPolygon(pixelsOf(m_zones[i - 1].ring, context.view));
    const QColor colour = zoneColour(zone.degree, context.theme);
    QColor fill = colour;
    fill.setAlpha(kZoneAlpha + 6 * (zone.degree - 6));
    painter.fillPath(area, fill);
    QColor halo = haloColour(context.theme);
    halo.setAlpha(150);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(halo, 4.2 * scale, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.drawPolyline(ring);
    painter.setPen(QPen(colour, 2 * scale, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.drawPolyline(ring);
  }
}

void SeismicLayer::paintQuakes(QPainter& painter, const PaintContext& context) const {
  const double scale = context.symbol_scale;
  const gis::MapBox wanted = context.view.box().grown(kMarginPx * scale * context.view.metres_per_px);
  for (const Quake& quake : m_quakes) {
    if (!wanted.contains(quake.at)) continue;
    const gis::PixelXY px = context.view.toPixel(quake.at);
    const double r = quakeRadiusPx(quake.magnitude) * scale;
    QColor fill = quakeColour(quake.year, context.theme);
    const QColor line = fill;
    fill.setAlpha(110);
    painter.setPen(QPen(haloColour(context.theme), 3 * scale));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(px.x_px, px.y_px), r, r);
    painter.setPen(QPen(line, 1.5 * scale));
    painter.setBrush(fill);
    painter.drawEllipse(QPointF(px.x_px, px.y_px), r, r);
    if (!quake.chosen) continue;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(starColour(context.theme), 2.5 * scale));
    painter.drawEllipse(QPointF(px.x_px, px.y_px), r + 4 * scale, r + 4 * scale);
  }
}

void SeismicLayer::paintStar(QPainter& painter, const PaintContext& context) const {
  if (!m_star) return;
  const double scale = context.symbol_scale;
  const gis::PixelXY px = context.view.toPixel(*m_star);
  if (!context.view.box().grown(kMarginPx * scale * context.view.metres_per_px).contains(*m_star)) return;
  const QPainterPath star = starShape({px.x_px, px.y_px}, kStarPx * scale);
  painter.strokePath(star, QPen(haloColour(context.theme), 4 * scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.fillPath(star, starColour(context.theme));
  painter.strokePath(star, QPen(Qt::white, 1.2 * scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

std::vector<LabelCandidate> SeismicLayer::labels(const PaintContext& context) const {
  std::vector<LabelCandidate> names;
  const auto add = [&](const QString& text, gis::MapXY where, const QColor& colour, double size_px, double below_px) {
    LabelCandidate name;
    name.text = text;
    name.where = where;
    name.priority = kAboveNames;
    name.size_px = size_px;
    name.bold = true;
    name.colour = colour;
    name.halo = haloColour(context.theme);
    name.halo_px = 2.2;
    name.offset_y_px = below_px;
    names.push_back(std::move(name));
  };
  const gis::MapBox box = context.view.box();
  if (m_star && !m_star_text.isEmpty() && box.contains(*m_star))
    add(m_star_text, *m_star, starColour(context.theme), 14, kStarPx + 12);
  for (const Zone& zone : m_zones) {
    const QString text = QString::fromStdString(gis::seismic::romanDegree(zone.degree));
    // At the ends of the long axis and beside it: wherever the view is, one is likely to be in sight.
    const std::size_t n = zone.ring.size();
    if (n < 8) continue;
    for (const std::size_t i : {n / 8, 3 * n / 8, 5 * n / 8, 7 * n / 8})
      if (box.contains(zone.ring[i])) add(text, zone.ring[i], zoneColour(zone.degree, context.theme), 18, 0);
  }
  for (const Quake& quake : m_quakes) {
    if (!quake.chosen && !(quake.magnitude && *quake.magnitude >= 6)) continue;
    if (!box.contains(quake.at) || !quake.magnitude) continue;
    const QString year = quake.year < 0 ? QStringLiteral("前%1").arg(-quake.year) : QString::number(quake.year);
    add(QStringLiteral("%1 M%2").arg(year).arg(*quake.magnitude, 0, 'f', 1), quake.at,
        quakeColour(quake.year, context.theme), 12, quakeRadiusPx(quake.magnitude) + 9);
  }
  return names;
}

std::vector<LegendEntry> SeismicLayer::legend(const PaintContext& context) const {
  std::vector<LegendEntry> entries;
  if (m_star)
    entries.push_back(legendOf(QStringLiteral("震中"), QStringLiteral("Epicentre"), [&](QPainter& p) {
      p.fillPath(starShape({10, 7}, 6.5), starColour(context.theme));
    }));
  for (const Zone& zone : m_zones) {
    const QString roman = QString::fromStdString(gis::seismic::romanDegree(zone.degree));
    const QColor colour = zoneColour(zone.degree, context.theme);
    entries.push_back(legendOf(QStringLiteral("%1 度区（估算）").arg(roman),
                               QStringLiteral("Degree %1 (estimate)").arg(roman), [&](QPainter& p) {
                                 QColor fill = colour;
                                 fill.setAlpha(90);
                                 p.setPen(QPen(colour, 2));
                                 p.setBrush(fill);
                                 p.drawRect(QRectF(2, 2, 16, 10));
                               }));
  }
  if (!m_strips.empty())
    entries.push_back(legendOf(QStringLiteral("断层两侧 %1 米").arg(m_buffer_m),
                               QStringLiteral("%1 m on both sides of faults").arg(m_buffer_m), [&](QPainter& p) {
                                 QColor fill = stripColour(context.theme);
                                 fill.setAlpha(kStripAlpha);
                                 p.fillRect(QRectF(0, 3, 20, 8), fill);
                               }));
  if (!m_quakes.empty()) {
    const auto quake = [&](int year) {
      return [&context, year](QPainter& p) {
        p.setPen(QPen(quakeColour(year, context.theme), 1.5));
        p.drawEllipse(QPointF(10, 7), 5, 5);
      };
    };
    entries.push_back(legendOf(QStringLiteral("近百年地震（圆越大震级越大）"),
                               QStringLiteral("Earthquake, last 100 years (larger: stronger)"), quake(2000)));
    entries.push_back(legendOf(QStringLiteral("更早的地震"), QStringLiteral("Earlier earthquake"), quake(1400)));
  }
  return entries;
}

int SeismicLayer::quakeAt(gis::MapXY where, double metres_per_px, double symbol_scale) const {
  constexpr double kSlackPx = 4;
  for (auto quake = m_quakes.rbegin(); quake != m_quakes.rend(); ++quake) {
    const double reach_m = (quakeRadiusPx(quake->magnitude) * symbol_scale + kSlackPx) * metres_per_px;
    if (std::hypot(quake->at.x_m - where.x_m, quake->at.y_m - where.y_m) <= reach_m) return quake->index;
  }
  return -1;
}

}  // namespace layers
