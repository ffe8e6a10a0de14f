// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/core/label_layout.h"

#include <QTransform>
#include <cmath>
#include <numbers>

#include "layers/core/label_font.h"

namespace layers {
namespace {

constexpr double kPaddingPx = 2;
constexpr double kSharpestTurnDeg = 32;      // between neighbouring letters
constexpr double kSteepDeg = 62;             // beyond it Chinese reads downwards
constexpr double kBetweenIdeographs = 0.12;  // em; each stands as high as wide, and one above another they would touch

double degrees(QPointF along) { return std::atan2(along.y(), along.x()) * 180 / std::numbers::pi; }

LabelLayout atAnchor(const SetText& text, QPointF anchor_px, double size_px, double pad_px) {
  LabelLayout layout;
  for (const SetText::Letter& letter : text.letters)
    layout.letters.push_back(
        {letter.letter,
         anchor_px + QPointF(static_cast<double>(letter.x_em), static_cast<double>(letter.y_em)) * size_px, 0});
  const double width_px = static_cast<double>(text.width_em) * size_px,
               height_px = static_cast<double>(text.height_em) * size_px;
  layout.cover.push_back(QRectF(anchor_px.x() - width_px / 2, anchor_px.y() - height_px / 2, width_px, height_px)
                             .adjusted(-pad_px, -pad_px, pad_px, pad_px));
  return layout;
}

// A polyline that is asked for points by their distance from its start.
class Path {
 public:
  explicit Path(std::vector<QPointF> points) : m_points(std::move(points)) {
    m_along.push_back(0);
    for (std::size_t i = 1; i < m_points.size(); ++i) {
      const QPointF step = m_points[i] - m_points[i - 1];
      m_along.push_back(m_along.back() + std::hypot(step.x(), step.y()));
    }
  }
  double length() const { return m_along.back(); }
  QPointF at(double along) const {
    const auto next = std::upper_bound(m_along.begin(), m_along.end(), along);
    if (next == m_along.begin()) return m_points.front();
    if (next == m_along.end()) return m_points.back();
    const auto i = static_cast<std::size_t>(next - m_along.begin());
    const double part = (along - m_along[i - 1]) / (m_along[i] - m_along[i - 1]);
    return m_points[i - 1] + (m_points[i] - m_points[i - 1]) * part;
  }

 private:
  std::vector<QPointF> m_points;
  std::vector<double> m_along;
};

LabelLayout alongPath(const LabelCandidate& label, const SetText& text, const MapView& view, double size_px,
                      double pad_px) {
  LabelLayout layout;
  std::vector<QPointF> points;
  points.reserve(label.path.size());
  for (const gis::MapXY vertex : label.path) {
    const gis::PixelXY p = view.toPixel(vertex);
    if (!std::isfinite(p.x_px) || !std::isfinite(p.y_px)) return layout;
    if (points.empty() || points.back() != QPointF(p.x_px, p.y_px)) points.emplace_back(p.x_px, p.y_px);
  }
  if (points.size() < 2) return layout;
  const double between_px = text.ideographs ? kBetweenIdeographs * size_px : 0;
  double text_px = -between_px;
  for (const SetText::Letter& letter : text.letters)
    text_px += static_cast<double>(letter.advance_em) * size_px + between_px;
  const QPointF whole = points.back() - points.front();
  double tilt = std::abs(degrees(whole));
  tilt = std::min(tilt, 180 - tilt);
  const bool downwards = text.ideographs && tilt > kSteepDeg;
  const bool turn = downwards ? whole.y() < 0 : whole.x() < 0;
  if (turn) std::reverse(points.begin(), points.end());
  const Path path(std::move(points));
  if (path.length() < text_px) return layout;
  double along_px = (path.length() - text_px) / 2;
  double before_deg = 0;
  for (std::size_t i = 0; i < text.letters.size(); ++i) {
    const SetText::Letter& letter = text.letters[i];
    const double advance_px = static_cast<double>(letter.advance_em) * size_px;
    // The direction over a whole letter and a half, so that small bends do not make letters dance.
    const double middle_px = along_px + advance_px / 2, reach_px = std::max(advance_px, size_px) * 0.75;
    const double line_deg = degrees(path.at(middle_px + reach_px) - path.at(middle_px - reach_px));
    double turned_deg = line_deg - before_deg;
    turned_deg -= 360 * std::round(turned_deg / 360);
    if (i > 0 && std::abs(turned_deg) > kSharpestTurnDeg) return {};
    before_deg = line_deg;
    const double letter_deg = downwards ? line_deg - 90 : line_deg;
    const QTransform rotation = QTransform().rotate(letter_deg);
    const QPointF centre = path.at(middle_px);
    layout.letters.push_back(
        {letter.letter, centre + rotation.map(QPointF(-advance_px / 2, size_px * kBaselineRatio)), letter_deg});
    const double half_px = size_px * 0.6 + pad_px;
    layout.cover.emplace_back(centre.x() - half_px, centre.y() - half_px, half_px * 2, half_px * 2);
    along_px += advance_px + between_px;
  }
  return layout;
}

}  // namespace

LabelLayout layOut(const LabelCandidate& label, const SetText& text, const MapView& view, double symbol_scale) {
  const double size_px = label.size_px * symbol_scale, pad_px = kPaddingPx + label.halo_px * symbol_scale;
  if (!label.path.empty()) return alongPath(label, text, view, size_px, pad_px);
  const gis::PixelXY at = view.toPixel(label.where);
  const QPointF anchor(at.x_px, at.y_px + label.offset_y_px * symbol_scale);
  return atAnchor(text, anchor, size_px, pad_px);
}

}  // namespace layers
