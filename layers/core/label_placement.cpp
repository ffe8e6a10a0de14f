// SPDX-License-Identifier: GPL-3.0-or-later
#include <QHash>
#include <QRectF>
#include <cmath>
#include <tuple>

#include "layers/core/frame.h"
#include "layers/core/label_layout.h"

namespace layers {
namespace {

// Rectangles that are taken, in a grid of square cells over the view, so that asking looks at a few neighbours only.
class Occupied {
 public:
  Occupied(int width_px, int height_px)
      : m_columns(std::max(1, width_px / kCellPx + 1)),
        m_rows(std::max(1, height_px / kCellPx + 1)),
        m_cells(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows)) {}

  bool isFree(const QRectF& rect) const {
    bool free = true;
    forCells(rect, [&](std::size_t cell) {
      free = free && std::none_of(m_cells[cell].begin(), m_cells[cell].end(),
                                  [&](const QRectF& taken) { return taken.intersects(rect); });
    });
    return free;
  }
  void take(const QRectF& rect) {
    forCells(rect, [&](std::size_t cell) { m_cells[cell].push_back(rect); });
  }

 private:
  static constexpr int kCellPx = 64;

  template <class Visit>
  void forCells(const QRectF& rect, Visit visit) const {
    const auto cell = [](double at_px, int count) {
      return static_cast<int>(std::clamp(std::floor(at_px / kCellPx), 0.0, static_cast<double>(count - 1)));
    };
    for (int row = cell(rect.top(), m_rows); row <= cell(rect.bottom(), m_rows); ++row)
      for (int column = cell(rect.left(), m_columns); column <= cell(rect.right(), m_columns); ++column)
        visit(static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column));
  }

  int m_columns, m_rows;
  std::vector<std::vector<QRectF>> m_cells;
};

struct Candidate {
  LabelCandidate label;
  std::size_t layer = 0;  // upper layers win among equals
  bool shown = false;     // it was there in the view before
  auto order() const {
    return std::make_tuple(-label.priority, !shown, -static_cast<long long>(layer), -label.size_px,
                           std::cref(label.text), label.where.x_m, label.where.y_m);
  }
};

// The labels of the view before by what does not change when the map is moved.
class Shown {
 public:
  explicit Shown(std::span<const PlacedLabel> before) {
    for (const PlacedLabel& placed : before) m_anchors[placed.label.text].push_back(placed.anchor);
  }
  bool has(const LabelCandidate& label) const {
    const auto found = m_anchors.constFind(label.text);
    return found != m_anchors.cend() && std::ranges::find(*found, label.where) != found->end();
  }

 private:
  QHash<QString, std::vector<gis::MapXY>> m_anchors;
};

std::vector<Candidate> collect(const FrameRequest& request, const MapView& view, const gis::CancelToken& cancel,
                               const Shown& shown) {
  std::vector<Candidate> candidates;
  const PaintContext context{view, request.theme, request.symbol_scale, request.language, cancel};
  for (std::size_t i = 0; i < request.layers.size() && !cancel.cancelled(); ++i) {
    const FrameLayer& layer = request.layers[i];
    if (!layer.state || layer.opacity <= 0 || !layer.state->visibleAt(view.metres_per_px)) continue;
    for (LabelCandidate& label : layer.state->labels(context))
      if (!label.text.isEmpty()) {
        const bool was_shown = shown.has(label);
        candidates.push_back({std::move(label), i, was_shown});
      }
  }
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate& a, const Candidate& b) { return a.order() < b.order(); });
  return candidates;
}

}  // namespace

std::vector<PlacedLabel> placeLabels(const FrameRequest& request, const MapView& view, const gis::CancelToken& cancel,
                                     std::span<const PlacedLabel> before) {
  std::vector<PlacedLabel> placed;
  const std::shared_ptr<GlyphAtlas> atlas = request.glyphs ? request.glyphs : std::make_shared<GlyphAtlas>();
  Occupied occupied(view.width_px, view.height_px);
  QHash<QString, std::vector<QPointF>> same_text;
  const QRectF frame(0, 0, view.width_px, view.height_px);
  for (Candidate& candidate : collect(request, view, cancel, Shown(before))) {
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
    const LabelLayout layout =
        layOut(label, *atlas->set(label.text, label.bold, label.max_width_em), view, request.symbol_scale);
    // Letters stand on whole pixels: neighbours that just fitted may come a pixel closer when the map is moved.
    const double spare_px = candidate.shown ? 1 : 0;
    const bool fits =
        !layout.letters.empty() && std::all_of(layout.cover.begin(), layout.cover.end(), [&](const QRectF& rect) {
          return frame.contains(rect) && occupied.isFree(rect.adjusted(spare_px, spare_px, -spare_px, -spare_px));
        });
    if (!fits) continue;
    for (const QRectF& rect : layout.cover) occupied.take(rect);
    others.push_back(anchor);
    const gis::MapXY where = label.where;
    placed.push_back({std::move(label), where});
  }
  return placed;
}

}  // namespace layers
