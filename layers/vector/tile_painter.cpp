// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/tile_painter.h"

#include <cmath>
#include <numeric>
#include <unordered_set>

#include "layers/vector/line_marks.h"

namespace layers {
namespace {

constexpr std::uint32_t kPollEvery = 256;

// The items of each class, classes in painting order; invisible classes are left out.
class ClassBatches {
 public:
  ClassBatches(const PaintedLayer& layer, std::span<const ResolvedPaint> paints,
               const std::vector<std::uint32_t>& items)
      : m_items(paints.size()) {
    for (const std::uint32_t item : items) {
      const std::uint32_t of_class = layer.class_of[item];
      if (paints[of_class].visible) m_items[of_class].push_back(item);
    }
    for (std::size_t i = 0; i < m_items.size(); ++i)
      if (!m_items[i].empty()) m_order.push_back(i);
    std::stable_sort(m_order.begin(), m_order.end(),
                     [&](std::size_t a, std::size_t b) { return paints[a].sort_key < paints[b].sort_key; });
  }
  const std::vector<std::size_t>& order() const { return m_order; }
  const std::vector<std::uint32_t>& items(std::size_t of_class) const { return m_items[of_class]; }

 private:
  std::vector<std::vector<std::uint32_t>> m_items;
  std::vector<std::size_t> m_order;
};

// Device pixels that already hold a dot of the class at hand.
class DotGrid {
 public:
  explicit DotGrid(const TileGeometry& geometry) : m_stamps(static_cast<std::size_t>(geometry.cellCount()), 0) {}
  void nextClass() { ++m_stamp; }
  bool take(long long cell) {
    if (cell < 0) return false;
    auto& stamp = m_stamps[static_cast<std::size_t>(cell)];
    if (stamp == m_stamp) return false;
    stamp = m_stamp;
    return true;
  }

 private:
  std::vector<std::uint32_t> m_stamps;
  std::uint32_t m_stamp = 0;
};

struct Work {
  QPainter& painter;
  const PaintedLayer& layer;
  std::span<const ResolvedPaint> paints;
  const MapView& tile;
  const gis::CancelToken& cancel;
  TileGeometry& geometry;
  const ClassBatches& batches;

  std::uint32_t firstPart(std::uint32_t item) const { return layer.columns.feature_start[item]; }
  std::uint32_t endPart(std::uint32_t item) const { return layer.columns.feature_start[item + 1]; }
};

void appendPolyline(const std::vector<QPointF>& points, QPainterPath& path) {
  path.moveTo(points.front());
  for (std::size_t i = 1; i < points.size(); ++i) path.lineTo(points[i]);
}

void paintFills(Work& work) {
  DotGrid dots(work.geometry);
  std::uint32_t polled = 0;
  for (const std::size_t of_class : work.batches.order()) {
    dots.nextClass();
    const ResolvedPaint& paint = work.paints[of_class];
    // All features of a class are one path under the non-zero rule: shared borders leave no seam, overlaps do not
    // darken. Rings were turned so that shells wind one way and holes the other.
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    QPainterPath outline;
    for (const std::uint32_t item : work.batches.items(of_class)) {
      if (++polled % kPollEvery == 0 && work.cancel.cancelled()) return;
      const auto extent = work.geometry.extentOf(item);
      if (extent == TileGeometry::Extent::kSubPixel) {
        const long long cell = work.geometry.deviceCellOf(item);
        if (dots.take(cell)) path.addRect(work.geometry.rectOfCell(cell));
        continue;
      }
      for (std::uint32_t part = work.firstPart(item); part < work.endPart(item); ++part) {
        const auto direction =
            work.layer.part_reversed[part] ? TileGeometry::Direction::kReversed : TileGeometry::Direction::kAsStored;
        work.geometry.appendRing(part, extent, direction, path);
        if (paint.outline.isValid())
          work.geometry.forRuns(part, extent, [&](const LineRun& run) { appendPolyline(run.points, outline); });
      }
    }
    if (paint.colour.alpha() > 0)
      work.painter.fillPath(path, patternBrush(paint.pattern, paint.colour, work.tile.device_ratio));
    if (!outline.isEmpty()) work.painter.strokePath(outline, QPen(paint.outline, 1));
  }
}

QPen penOf(const ResolvedPaint& paint) {
  QPen pen(paint.colour, paint.width_px, Qt::SolidLine, paint.cap, paint.join);
  pen.setMiterLimit(2.5);
  if (!paint.dash.empty()) pen.setDashPattern(QList<qreal>(paint.dash.begin(), paint.dash.end()));
  return pen;
}

// Where in its pattern a dashed line stands, so that the rasteriser never has to walk a long way to find out.
double dashPhase(double walked, const std::vector<double>& dash) {
  const double phase = std::fmod(walked, std::accumulate(dash.begin(), dash.end(), 0.0));
  return std::isfinite(phase) ? phase : 0;
}

void paintLines(Work& work) {
  DotGrid dots(work.geometry);
  std::uint32_t polled = 0;
  for (const std::size_t of_class : work.batches.order()) {
    dots.nextClass();
    const ResolvedPaint& paint = work.paints[of_class];
    QPen pen = penOf(paint);
    QPainterPath path, specks;
    specks.setFillRule(Qt::WindingFill);
    const auto add = [&](const LineRun& run) {
      if (paint.dash.empty()) {
        appendPolyline(run.points, path);
        return;
      }
      pen.setDashOffset(dashPhase(run.start_px / std::max(0.1, paint.width_px), paint.dash));
      work.painter.setPen(pen);
      work.painter.drawPolyline(run.points.data(), static_cast<int>(run.points.size()));
    };
    for (const std::uint32_t item : work.batches.items(of_class)) {
      if (++polled % kPollEvery == 0 && work.cancel.cancelled()) return;
      const auto extent = work.geometry.extentOf(item);
      if (extent == TileGeometry::Extent::kSubPixel) {
        const long long cell = work.geometry.deviceCellOf(item);
        if (dots.take(cell)) specks.addRect(work.geometry.rectOfCell(cell));
        continue;
      }
      for (std::uint32_t part = work.firstPart(item); part < work.endPart(item); ++part)
        work.geometry.forRuns(part, extent, add);
    }
    if (!path.isEmpty()) work.painter.strokePath(path, pen);
    if (!specks.isEmpty()) {
      QColor faint = paint.colour;  // a speck covers as much of its pixel as the line would
      faint.setAlphaF(static_cast<float>(static_cast<double>(faint.alphaF()) * std::min(1.0, paint.width_px)));
      work.painter.fillPath(specks, faint);
    }
  }
}

// Calls visit(pixel) for the vertices of the class's points, passing over those that fall into a cell already taken.
template <class Visit>
void forPoints(Work& work, std::size_t of_class, double cell_px, Visit visit) {
  std::unordered_set<long long> taken;
  std::uint32_t polled = 0;
  const QRectF& clip = work.geometry.clip();
  for (const std::uint32_t item : work.batches.items(of_class)) {
    if (++polled % kPollEvery == 0 && work.cancel.cancelled()) return;
    for (std::uint32_t part = work.firstPart(item); part < work.endPart(item); ++part) {
      for (std::uint32_t v = work.layer.columns.part_start[part]; v < work.layer.columns.part_start[part + 1]; ++v) {
        const QPointF at = work.geometry.pixel(v);
        const bool inside =
            at.x() >= clip.left() && at.x() <= clip.right() && at.y() >= clip.top() && at.y() <= clip.bottom();
        if (!inside) continue;  // NaN too, which QRectF::contains would let pass
        if (cell_px > 0) {
          const auto column = static_cast<long long>(std::floor((at.x() - clip.left()) / cell_px));
          const auto row = static_cast<long long>(std::floor((at.y() - clip.top()) / cell_px));
          if (!taken.insert(row * 1'000'003 + column).second) continue;
        }
        visit(at);
      }
    }
  }
}

void paintCircles(Work& work) {
  for (const std::size_t of_class : work.batches.order()) {
    const ResolvedPaint& paint = work.paints[of_class];
    work.painter.setBrush(paint.colour);
    work.painter.setPen(paint.outline.isValid() ? QPen(paint.outline, paint.width_px) : QPen(Qt::NoPen));
    // Dots closer than a quarter of their radius cannot be told apart. The cell divides the tile, so that neighbouring
    // tiles, whose margins start at whole pixels, choose the same dots.
    const double cell_px = paint.radius_px >= 4 ? 1 : 0.5;
    forPoints(work, of_class, cell_px,
              [&](QPointF at) { work.painter.drawEllipse(at, paint.radius_px, paint.radius_px); });
  }
}

void paintIcons(Work& work, std::size_t of_class) {
  const ResolvedPaint& paint = work.paints[of_class];
  const QImage icon = work.layer.icons.image(paint.icon, paint.icon_px, work.tile.device_ratio, paint.colour);
  if (icon.isNull()) return;
  const double side_px = icon.width() / icon.devicePixelRatio(), ratio = work.tile.device_ratio;
  const auto onGrid = [ratio](double at_px) { return std::floor(at_px * ratio + 0.5) / ratio; };
  work.painter.setOpacity(paint.icon_opacity);
  forPoints(work, of_class, 1, [&](QPointF at) {
    work.painter.drawImage(QPointF(onGrid(at.x() - side_px / 2), onGrid(at.y() - side_px / 2)), icon);
  });
  work.painter.setOpacity(1);
}

void paintMarks(Work& work, std::size_t of_class, LineMark mark) {
  const ResolvedPaint& paint = work.paints[of_class];
  const auto& columns = work.layer.columns;
  for (const std::uint32_t item : work.batches.items(of_class)) {
    if (work.cancel.cancelled()) return;
    const auto extent = work.geometry.extentOf(item);
    if (extent == TileGeometry::Extent::kSubPixel) continue;
    const std::string dip = work.layer.side_of ? work.layer.side_of(item) : std::string();
    for (std::uint32_t part = work.firstPart(item); part < work.endPart(item); ++part) {
      const std::uint32_t first = columns.part_start[part], end = columns.part_start[part + 1];
      if (end - first < 2) continue;
      const MarkSide side = sideOfDip(dip, work.geometry.pixel(first), work.geometry.pixel(end - 1));
      work.geometry.forRuns(part, extent, [&](const LineRun& run) {
        paintLineMarks(work.painter, run, mark, side, paint.icon_px, paint.spacing_px, paint.colour,
                       std::max(1.0, paint.icon_px / 6));
      });
    }
  }
}

void paintSymbols(Work& work) {
  const auto kind = work.layer.columns.kind;
  for (const std::size_t of_class : work.batches.order()) {
    const LineMark mark = lineMarkOf(work.paints[of_class].icon);
    if (mark != LineMark::kNone && kind != gis::GeometryKind::kPoint)
      paintMarks(work, of_class, mark);
    else if (kind == gis::GeometryKind::kPoint)
      paintIcons(work, of_class);
  }
}

bool applies(StyleLayerType type, gis::GeometryKind kind) {
  switch (type) {
    case StyleLayerType::kFill:
      return kind == gis::GeometryKind::kPolygon;
    case StyleLayerType::kLine:
      return kind == gis::GeometryKind::kPolygon || kind == gis::GeometryKind::kLine;
    case StyleLayerType::kCircle:
      return kind == gis::GeometryKind::kPoint;
    case StyleLayerType::kSymbol:
      return kind != gis::GeometryKind::kNone;
  }
  return false;
}

}  // namespace

QBrush patternBrush(const std::string& pattern, const QColor& colour, double device_ratio) {
  if (pattern != "diagonal" && pattern != "cross" && pattern != "dots") return colour;
  constexpr int kSidePx = 8;  // divides a tile, so that the pattern runs on into the next one
  const int side = std::max(1, static_cast<int>(std::lround(kSidePx * device_ratio)));
  QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  {
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(static_cast<double>(side) / kSidePx, static_cast<double>(side) / kSidePx);
    painter.setPen(QPen(colour, 1.1));
    if (pattern == "dots") {
      painter.setBrush(colour);
      painter.setPen(Qt::NoPen);
      painter.drawEllipse(QPointF(2, 2), 1, 1);
      painter.drawEllipse(QPointF(6, 6), 1, 1);
    } else {
      for (const int offset : {-kSidePx, 0, kSidePx})
        painter.drawLine(offset - 1, kSidePx + 1, offset + kSidePx + 1, -1);
      if (pattern == "cross")
        for (const int offset : {-kSidePx, 0, kSidePx})
          painter.drawLine(offset - 1, -1, offset + kSidePx + 1, kSidePx + 1);
    }
  }
  QBrush brush(image);
  brush.setTransform(QTransform::fromScale(1.0 / device_ratio, 1.0 / device_ratio));
  return brush;
}

double reachOf(StyleLayerType type, std::span<const ResolvedPaint> paints) {
  double reach_px = 2;
  for (const ResolvedPaint& paint : paints) {
    if (!paint.visible) continue;
    switch (type) {
      case StyleLayerType::kFill:
        break;
      case StyleLayerType::kLine:
        reach_px = std::max(reach_px, paint.width_px * 1.5 + 2);
        break;
      case StyleLayerType::kCircle:
        reach_px = std::max(reach_px, paint.radius_px + paint.width_px + 2);
        break;
      case StyleLayerType::kSymbol:
        reach_px = std::max(reach_px, paint.icon_px * 1.5 + 2);
        break;
    }
  }
  return std::ceil(reach_px);
}

void paintStyleLayer(QPainter& painter, const PaintedLayer& layer, StyleLayerType type,
                     std::span<const ResolvedPaint> paints, const MapView& tile, const gis::CancelToken& cancel) {
  if (!applies(type, layer.columns.kind)) return;
  if (std::none_of(paints.begin(), paints.end(), [](const ResolvedPaint& paint) { return paint.visible; })) return;
  TileGeometry geometry(layer.columns, tile, reachOf(type, paints));
  if (geometry.items().empty()) return;
  const ClassBatches batches(layer, paints, geometry.items());
  painter.save();
  Work work{painter, layer, paints, tile, cancel, geometry, batches};
  switch (type) {
    case StyleLayerType::kFill:
      paintFills(work);
      break;
    case StyleLayerType::kLine:
      paintLines(work);
      break;
    case StyleLayerType::kCircle:
      paintCircles(work);
      break;
    case StyleLayerType::kSymbol:
      paintSymbols(work);
      break;
  }
  painter.restore();
}

}  // namespace layers
