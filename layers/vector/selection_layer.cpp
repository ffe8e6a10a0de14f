// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/selection_layer.h"

#include <QPainter>
#include <QPainterPath>
#include <cmath>

#include "gis/vector/find_within.h"
#include "layers/core/tile_surface.h"

namespace layers {

namespace {

constexpr double kRimPx = 5, kLinePx = 2.5, kRingPx = 9, kDotPx = 2;
constexpr double kMarginPx = 16;      // how far rims and rings stick out
constexpr double kDotBelowPx = 2;     // smaller features are dots
constexpr double kPlainBelowPx = 12;  // these are filled, or thin lines: their outlines would hide all else
constexpr double kLeastStepPx = 0.7;  // of an outline

struct SelectionColours {
  QColor line, fill, plain, rim;
};
SelectionColours coloursOf(Theme theme) {
  if (theme == Theme::kDark)
    return {QColor(255, 221, 51), QColor(255, 221, 51, 60), QColor(255, 221, 51, 150), QColor(16, 22, 29, 220)};
  return {QColor(190, 0, 130), QColor(190, 0, 130, 48), QColor(190, 0, 130, 130), QColor(255, 255, 255, 225)};
}

// What a tile shows of the chosen features, on pixels.
struct TileShapes {
  QPainterPath areas, lines, plain_areas, plain_lines;
  std::vector<QPointF> rings, dots;
  bool empty() const {
    return areas.isEmpty() && lines.isEmpty() && plain_areas.isEmpty() && plain_lines.isEmpty() && rings.empty() &&
           dots.empty();
  }
};

void addFeature(TileShapes& shapes, const gis::MapColumns& columns, std::uint32_t feature, const MapView& view) {
  const gis::BoxF& box = columns.index.box(feature);
  const double size_px =
      static_cast<double>(std::max(box.max_x_m - box.min_x_m, box.max_y_m - box.min_y_m)) / view.metres_per_px;
  const bool points = columns.kind == gis::GeometryKind::kPoint, polygon = columns.kind == gis::GeometryKind::kPolygon;
  const bool dot = !points && size_px < kDotBelowPx, plain = size_px < kPlainBelowPx;
  QPainterPath& path =
      polygon ? (plain ? shapes.plain_areas : shapes.areas) : (plain ? shapes.plain_lines : shapes.lines);
  for (std::uint32_t part = columns.feature_start[feature]; part < columns.feature_start[feature + 1]; ++part) {
    const std::uint32_t first = columns.part_start[part], end = columns.part_start[part + 1];
    QPointF last;
    for (std::uint32_t v = first; v < end; ++v) {
      const gis::PixelXY px = view.toPixel(columns.at(v));
      const QPointF at(px.x_px, px.y_px);
      if (points) {
        shapes.rings.push_back(at);
      } else if (dot) {
        shapes.dots.push_back(at);
        return;
      } else if (v == first) {
        path.moveTo(last = at);
      } else if (v + 1 == end || (at - last).manhattanLength() >= kLeastStepPx) {
        path.lineTo(last = at);
      }
    }
    if (polygon && end > first) path.closeSubpath();
  }
}

void paintShapes(QPainter& painter, const TileShapes& shapes, const SelectionColours& colours, double scale) {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.fillPath(shapes.areas, colours.fill);
  const auto stroke = [&](const QColor& colour, double width_px) {
    const QPen pen(colour, width_px * scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.strokePath(shapes.areas, pen);
    painter.strokePath(shapes.lines, pen);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    for (const QPointF& at : shapes.rings) painter.drawEllipse(at, kRingPx * scale, kRingPx * scale);
  };
  painter.fillPath(shapes.plain_areas, colours.plain);
  painter.strokePath(shapes.plain_lines, QPen(colours.line, scale));
  stroke(colours.rim, kRimPx);
  stroke(colours.line, kLinePx);
  painter.setRenderHint(QPainter::Antialiasing, false);
  for (const QPointF& at : shapes.dots)
    painter.fillRect(QRectF(at.x() - kDotPx / 2, at.y() - kDotPx / 2, kDotPx, kDotPx), colours.line);
}

class SelectionLayerState final : public LayerState {
 public:
  explicit SelectionLayerState(std::vector<ChosenFeatures> chosen) : m_chosen(std::move(chosen)) {}

  gis::MapBox extent() const override {
    gis::MapBox box;
    for (const ChosenFeatures& one : m_chosen)
      if (const gis::MapBox of_one = gis::boxOf(*one.columns, one.features); !of_one.empty()) box.add(of_one);
    return box;
  }

  void paint(TileSurface& surface, const PaintContext& context) const override {
    const gis::MapBox box = context.view.box().grown(kMarginPx * context.symbol_scale * context.view.metres_per_px);
    TileShapes shapes;
    for (const ChosenFeatures& one : m_chosen) {
      const gis::FeatureSet here = gis::findWithin(*one.columns, box) & one.features;
      for (const gis::FeatureSet::Run& run : here.runs()) {
        if (context.cancel.cancelled()) return;
        for (std::uint32_t feature = run.first; feature < run.end; ++feature)
          addFeature(shapes, *one.columns, feature, context.view);
      }
    }
    if (shapes.empty()) return;
    QPainter& painter = surface.painter();
    painter.save();
    paintShapes(painter, shapes, coloursOf(context.theme), context.symbol_scale);
    painter.restore();
  }

 private:
  std::vector<ChosenFeatures> m_chosen;
};

}  // namespace

LayerStatePtr buildSelectionLayer(std::vector<ChosenFeatures> chosen) {
  return std::make_shared<const SelectionLayerState>(std::move(chosen));
}

}  // namespace layers
