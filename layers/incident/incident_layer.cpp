// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/incident/incident_layer.h"

#include <QPainter>
#include <algorithm>
#include <array>

#include "layers/core/tile_surface.h"

namespace layers {
namespace {

constexpr double kSmallestPx = 7, kLargerByRankPx = 2;
constexpr double kNamedBelowMetresPerPx = 250;
constexpr double kSignAtLeastPx = 6;

struct IncidentColours {
  QColor ground, edge, alarm, calm;
};

// The national colours of warnings are not used.
const IncidentColours& incidentColours(Theme theme) {
  static const IncidentColours dark{QColor("#1e2933"), QColor("#e6edf3"), QColor("#ff5d73"), QColor("#8fa3b5")};
  static const IncidentColours light{QColor("#ffffff"), QColor("#22303c"), QColor("#c2185b"), QColor("#5f7487")};
  return theme == Theme::kDark ? dark : light;
}

double halfOf(const IncidentMark& mark, double symbol_scale) {
  if (mark.look == IncidentLook::kClosed) return kSmallestPx * 0.75 * symbol_scale;
  const int steps = mark.rank == 0 ? 0 : 4 - mark.rank;
  return (kSmallestPx + kLargerByRankPx * steps) * symbol_scale;
}

bool burns(IncidentLook look) { return look != IncidentLook::kUnderControl && look != IncidentLook::kClosed; }

BilingualText lookTitle(IncidentLook look) {
  switch (look) {
    case IncidentLook::kResponding:
      return {QStringLiteral("处置中"), QStringLiteral("responding")};
    case IncidentLook::kReported:
      return {QStringLiteral("已接报"), QStringLiteral("reported")};
    case IncidentLook::kVerified:
      return {QStringLiteral("已核实"), QStringLiteral("verified")};
    case IncidentLook::kUnderControl:
      return {QStringLiteral("已控制"), QStringLiteral("under control")};
    case IncidentLook::kClosed:
      return {QStringLiteral("已结束"), QStringLiteral("closed")};
  }
  return {};
}

QString signOf(int rank) {
  static const std::array<QString, 5> signs = {QString(), QStringLiteral("Ⅰ"), QStringLiteral("Ⅱ"), QStringLiteral("Ⅲ"),
                                               QStringLiteral("Ⅳ")};
  return rank >= 1 && rank <= 4 ? signs[static_cast<std::size_t>(rank)] : QString();
}

}  // namespace

void paintIncident(QPainter& painter, QPointF at, double half_px, const IncidentMark& mark, Theme theme) {
  const IncidentColours& colours = incidentColours(theme);
  QPolygonF diamond;
  diamond << at + QPointF(0, -half_px) << at + QPointF(half_px, 0) << at + QPointF(0, half_px)
          << at + QPointF(-half_px, 0);
  const QColor tone = burns(mark.look) ? colours.alarm : colours.calm;
  painter.setPen(Qt::NoPen);
  painter.setBrush(mark.look == IncidentLook::kResponding ? tone : colours.ground);
  painter.drawPolygon(diamond);
  if (mark.look == IncidentLook::kVerified) {
    painter.setBrush(tone);
    painter.drawPolygon(QPolygonF() << diamond[1] << diamond[2] << diamond[3]);
  }
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(tone, std::max(1.4, half_px * 0.2), mark.is_drill ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap,
                      Qt::MiterJoin));
  painter.drawPolygon(diamond);
  if (mark.look == IncidentLook::kUnderControl) painter.drawLine(diamond[3], diamond[1]);
  if (mark.rank == 0 || half_px < kSignAtLeastPx || mark.look == IncidentLook::kUnderControl) return;
  QFont font = painter.font();
  font.setPixelSize(std::max(6, qRound(half_px)));
  font.setBold(true);
  painter.setFont(font);
  painter.setPen(mark.look == IncidentLook::kResponding ? colours.ground : colours.edge);
  painter.drawText(QRectF(at.x() - half_px, at.y() - half_px, 2 * half_px, 2 * half_px), Qt::AlignCenter,
                   signOf(mark.rank));
}

IncidentLayer::IncidentLayer(std::vector<IncidentMark> marks) : m_marks(std::move(marks)) {
  std::ranges::stable_sort(m_marks, [](const IncidentMark& a, const IncidentMark& b) { return a.look > b.look; });
  for (const IncidentMark& mark : m_marks) m_extent.add(mark.at);
}

void IncidentLayer::paint(TileSurface& surface, const PaintContext& context) const {
  const MapView& view = context.view;
  const double reach_px = 2 * (kSmallestPx + 4 * kLargerByRankPx) * context.symbol_scale;
  const gis::MapBox seen = view.box().grown(reach_px * view.metres_per_px);
  if (m_extent.empty() || !m_extent.intersects(seen)) return;
  QPainter& painter = surface.painter();
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  for (const IncidentMark& mark : m_marks) {
    if (context.cancel.cancelled()) break;
    if (!seen.contains(mark.at)) continue;
    const gis::PixelXY at = view.toPixel(mark.at);
    paintIncident(painter, QPointF(at.x_px, at.y_px), halfOf(mark, context.symbol_scale), mark, context.theme);
  }
  painter.restore();
}

std::vector<LabelCandidate> IncidentLayer::labels(const PaintContext& context) const {
  std::vector<LabelCandidate> labels;
  const IncidentColours& colours = incidentColours(context.theme);
  const bool chinese = context.language.startsWith(QLatin1String("zh"));
  for (const IncidentMark& mark : m_marks) {
    // From afar only what burns has a name.
    if (!burns(mark.look) && context.view.metres_per_px > kNamedBelowMetresPerPx) continue;
    if (!context.view.box().contains(mark.at)) continue;
    LabelCandidate label;
    label.text =
        mark.is_drill ? (chinese ? QStringLiteral("【演练】") : QStringLiteral("[DRILL] ")) + mark.name : mark.name;
    label.where = mark.at;
    label.priority = burns(mark.look) ? 900 : 330;
    label.bold = burns(mark.look);
    label.colour = burns(mark.look) ? colours.alarm : colours.edge;
    label.halo = colours.ground;
    label.offset_y_px = halfOf(mark, context.symbol_scale) + 8 * context.symbol_scale;
    labels.push_back(std::move(label));
  }
  return labels;
}

std::vector<LegendEntry> IncidentLayer::legend(const PaintContext& context) const {
  std::vector<LegendEntry> entries;
  for (const IncidentLook look : {IncidentLook::kReported, IncidentLook::kVerified, IncidentLook::kResponding,
                                  IncidentLook::kUnderControl, IncidentLook::kClosed}) {
    const auto count = std::ranges::count(m_marks, look, &IncidentMark::look);
    if (count == 0) continue;
    QImage swatch(20, 14, QImage::Format_ARGB32_Premultiplied);
    swatch.fill(Qt::transparent);
    QPainter painter(&swatch);
    painter.setRenderHint(QPainter::Antialiasing);
    IncidentMark mark;
    mark.look = look;
    paintIncident(painter, QPointF(10, 7), 5.5, mark, context.theme);
    painter.end();
    entries.push_back({lookTitle(look), swatch, count});
  }
  return entries;
}

}  // namespace layers
