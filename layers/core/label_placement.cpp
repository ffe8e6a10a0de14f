// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFontMetricsF>
#include <QHash>
#include <QRectF>
#include <cmath>
#include <map>
#include <numbers>
#include <tuple>

#include "layers/core/frame.h"
#include "layers/core/label_font.h"

namespace layers {
namespace {

constexpr double kPaddingPx = 2;

// Rectangles that are taken, in a grid of square cells, so that asking looks at a few neighbours only.
class Occupied {
 public:
  bool isFree(const QRectF& rect) const {
    bool free = true;
    forCells(rect, [&](long long cell) {
      const auto found = m_cells.find(cell);
      if (found == m_cells.end()) return;
      for (const QRectF& taken : found->second)
        if (taken.intersects(rect)) free = false;
    });
    return free;
  }
  void take(const QRectF& rect) {
    forCells(rect, [&](long long cell) { m_cells[cell].push_back(rect); });
  }

 private:
  template <class Visit>
  static void forCells(const QRectF& rect, Visit visit) {
    constexpr double kCellPx = 64;
    const auto cell = [](double at_px) { return static_cast<long long>(std::floor(at_px / kCellPx)); };
    for (long long row = cell(rect.top()); row <= cell(rect.bottom()); ++row)
      for (long long column = cell(rect.left()); column <= cell(rect.right()); ++column)
        visit(row * 1'000'003 + column);
  }
  std::map<long long, std::vector<QRectF>> m_cells;
};

// What a text covers: one rectangle, or a string of squares along a slanted one.
std::vector<QRectF> coverOf(const LabelCandidate& label, QPointF anchor, double width_px, double scale) {
  const double height_px = label.size_px * scale * kLineHeightRatio;
  const QPointF centre = anchor + QPointF(0, label.offset_y_px * scale);
  const double pad = kPaddingPx + label.halo_px * scale;
  if (label.angle_deg == 0) {
    const QRectF rect(centre.x() - width_px / 2, centre.y() - height_px / 2, width_px, height_px);
    return {rect.adjusted(-pad, -pad, pad, pad)};
  }
  std::vector<QRectF> cover;
  const double angle = label.angle_deg * std::numbers::pi / 180;
  const QPointF along(std::cos(angle), std::sin(angle));
  const int pieces = std::max(1, static_cast<int>(std::ceil(width_px / height_px)));
  for (int i = 0; i < pieces; ++i) {
    const QPointF at = centre + along * (width_px * ((i + 0.5) / pieces - 0.5));
    cover.emplace_back(at.x() - height_px / 2 - pad, at.y() - height_px / 2 - pad, height_px + 2 * pad,
                       height_px + 2 * pad);
  }
  return cover;
}

struct Candidate {
  LabelCandidate label;
  std::size_t layer = 0;  // upper layers win among equals
  auto order() const {
    return std::make_tuple(-label.priority, -static_cast<long long>(layer), -label.size_px, label.text, label.where.x_m,
                           label.where.y_m);
  }
};

std::vector<Candidate> collect(const FrameRequest& request, const MapView& view, const gis::CancelToken& cancel) {
  std::vector<Candidate> candidates;
  const PaintContext context{view, request.theme, request.symbol_scale, request.language, cancel};
  for (std::size_t i = 0; i < request.layers.size() && !cancel.cancelled(); ++i) {
    const FrameLayer& layer = request.layers[i];
    if (!layer.state || layer.opacity <= 0 || !layer.state->visibleAt(view.metres_per_px)) continue;
    for (LabelCandidate& label : layer.state->labels(context))
      if (!label.text.isEmpty()) candidates.push_back({std::move(label), i});
  }
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate& a, const Candidate& b) { return a.order() < b.order(); });
  return candidates;
}

}  // namespace

std::vector<PlacedLabel> placeLabels(const FrameRequest& request, const MapView& view, const gis::CancelToken& cancel) {
  std::vector<PlacedLabel> placed;
  Occupied occupied;
  QHash<QString, std::vector<QPointF>> same_text;
  std::map<std::pair<double, bool>, QFontMetricsF> metrics;
  const QRectF frame(0, 0, view.width_px, view.height_px);
  for (Candidate& candidate : collect(request, view, cancel)) {
    if (cancel.cancelled()) return {};
    LabelCandidate& label = candidate.label;
    const gis::PixelXY pixel = view.toPixel(label.where);
    const QPointF anchor(pixel.x_px, pixel.y_px);
    auto& others = same_text[label.text];
    const double spacing_px = label.min_spacing_px * request.symbol_scale;
    if (spacing_px > 0 && std::any_of(others.begin(), others.end(), [&](QPointF other) {
          return std::hypot(other.x() - anchor.x(), other.y() - anchor.y()) < spacing_px;
        }))
      continue;
    const double size_px = label.size_px * request.symbol_scale;
    const auto key = std::make_pair(size_px, label.bold);
    const auto metric = metrics.try_emplace(key, labelFont(size_px, label.bold)).first;
    const auto cover = coverOf(label, anchor, metric->second.horizontalAdvance(label.text), request.symbol_scale);
    const bool fits = std::all_of(cover.begin(), cover.end(),
                                  [&](const QRectF& rect) { return frame.contains(rect) && occupied.isFree(rect); });
    if (!fits) continue;
    for (const QRectF& rect : cover) occupied.take(rect);
    others.push_back(anchor);
    const gis::MapXY where = label.where;
    placed.push_back({std::move(label), where});
  }
  return placed;
}

}  // namespace layers
