// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/briefing/mark_layer.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "layers/core/feature_outline.h"
#include "layers/core/tile_surface.h"

namespace layers {
namespace {

constexpr double kMarkPx = 7, kQuietMarkPx = 4.5;
constexpr int kTintAlpha = 120;

double halfPx(const ToneMark& mark, double symbol_scale) {
  return (mark.tone == 0 ? kQuietMarkPx : kMarkPx) * symbol_scale;
}

// The gravest last; what means no warning first.
int rankOf(int tone) { return tone == 0 ? 0 : 5 - tone; }

}  // namespace

QColor toneColour(int tone, Theme theme) {
  static const QColor kTones[] = {"#d7263d", "#f07c12", "#f2c200", "#2a7de1"};
  if (tone >= 1 && tone <= 4) return kTones[tone - 1];
  return theme == Theme::kDark ? QColor("#3dbfae") : QColor("#0f8577");
}

MarkLayer::MarkLayer(std::shared_ptr<const gis::MapColumns> columns, std::vector<ToneDistrict> districts,
                     std::vector<ToneMark> marks)
    : m_columns(std::move(columns)), m_districts(std::move(districts)), m_marks(std::move(marks)) {
  std::ranges::stable_sort(m_marks,
                           [](const ToneMark& a, const ToneMark& b) { return rankOf(a.tone) < rankOf(b.tone); });
  for (const ToneMark& mark : m_marks) m_extent.add(mark.at);
  for (const ToneDistrict& district : m_districts) m_extent.add(featureBox(*m_columns, district.feature));
}

void MarkLayer::paintDistricts(QPainter& painter, const PaintContext& context) const {
  const gis::MapBox wanted = context.view.box().grown(4 * context.view.metres_per_px);
  for (const ToneDistrict& district : m_districts) {
    if (context.cancel.cancelled() || !featureBox(*m_columns, district.feature).intersects(wanted)) continue;
    QColor tint = toneColour(district.tone, context.theme);
    tint.setAlpha(kTintAlpha);
    painter.setPen(QPen(toneColour(district.tone, context.theme),
                        (district.is_outlined ? 3.5 : 1.5) * context.symbol_scale, Qt::SolidLine, Qt::RoundCap,
                        Qt::RoundJoin));
    painter.setBrush(district.is_outlined ? QBrush(Qt::NoBrush) : QBrush(tint));
    painter.drawPath(featureOutline(*m_columns, district.feature, context.view));
  }
}

void MarkLayer::paint(TileSurface& surface, const PaintContext& context) const {
  const MapView& view = context.view;
  const gis::MapBox seen = view.box().grown(2 * kMarkPx * context.symbol_scale * view.metres_per_px);
  if (m_extent.empty() || !m_extent.intersects(seen)) return;
  QPainter& painter = surface.painter();
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  paintDistricts(painter, context);
  const QColor edge = context.theme == Theme::kDark ? QColor(12, 16, 22) : QColor(255, 255, 255);
  painter.setPen(QPen(edge, 1.6 * context.symbol_scale));
  for (const ToneMark& mark : m_marks) {
    if (context.cancel.cancelled()) break;
    if (!seen.contains(mark.at)) continue;
    const gis::PixelXY at = view.toPixel(mark.at);
    const double half_px = halfPx(mark, context.symbol_scale);
    painter.setBrush(toneColour(mark.tone, context.theme));
    painter.drawEllipse(QPointF(at.x_px, at.y_px), half_px, half_px);
  }
  painter.restore();
}

std::vector<LabelCandidate> MarkLayer::labels(const PaintContext& context) const {
  std::vector<LabelCandidate> labels;
  for (const ToneMark& mark : m_marks) {
    if (mark.label.isEmpty() || !context.view.box().contains(mark.at)) continue;
    LabelCandidate label;
    label.text = mark.label;
    label.where = mark.at;
    // Before the names of counties: a page is about its marks.
    label.priority = 900'000 + rankOf(mark.tone);
    label.size_px = 13;
    label.bold = mark.tone != 0;
    label.colour = context.theme == Theme::kDark ? QColor(255, 255, 255) : QColor(20, 24, 30);
    label.halo = context.theme == Theme::kDark ? QColor(12, 16, 22) : QColor(255, 255, 255);
    label.halo_px = 2;
    label.offset_y_px = halfPx(mark, context.symbol_scale) + 9 * context.symbol_scale;
    labels.push_back(std::move(label));
  }
  return labels;
}

}  // namespace layers
