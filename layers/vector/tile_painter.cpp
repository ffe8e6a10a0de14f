// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/tile_painter.h"

#include <QPainter>
#include <cmath>

#include "gis/coverage/composite.h"
#include "layers/vector/line_marks.h"
#include "layers/vector/tile_level.h"

namespace layers {
namespace {

constexpr std::uint32_t kPollEvery = 256;
// A house seen from afar would cover a hundredth of a pixel and disappear; a town must not.
constexpr int kFaintestDot = 150;

// The shapes and dots of each group.
struct Batch {
  std::vector<std::uint32_t> shapes;
  std::vector<std::uint32_t> dots;
};

struct Work {
  TileSurface& surface;
  const PaintedLayer& layer;
  const PaintGroups& groups;
  const MapView& tile;
  const gis::CancelToken& cancel;
  TileLevel level;
  std::vector<Batch> batches;
  std::uint32_t polled = 0;

  Work(TileSurface& to, const PaintedLayer& painted, const PaintGroups& paint_groups, const MapView& view,
       const gis::CancelToken& token)
      : surface(to),
        layer(painted),
        groups(paint_groups),
        tile(view),
        cancel(token),
        level(painted.columns, painted.pyramid, view, paint_groups.reach_px),
        batches(paint_groups.groups.size()) {
    for (const std::uint32_t shape : level.shapes())
      if (Batch* batch = batchOf(level.featureOf(shape))) batch->shapes.push_back(shape);
    for (std::uint32_t i = 0; i < level.dots().size(); ++i)
      if (Batch* batch = batchOf(level.dots()[i].feature)) batch->dots.push_back(i);
  }

  Batch* batchOf(std::uint32_t feature) {
    const std::uint32_t group = groups.group_of_class[layer.class_of[feature]];
    return group == PaintGroups::kHidden ? nullptr : &batches[group];
  }
  bool stopped() { return ++polled % kPollEvery == 0 && cancel.cancelled(); }
};

void colour(Work& work, gis::CoverageMask& mask, const QColor& with) {
  gis::compositeColour(work.surface.pixels(), mask, with.rgba());
}

void paintFills(Work& work) {
  TileTools& tools = work.surface.tools();
  for (std::size_t g = 0; g < work.batches.size(); ++g) {
    const PaintGroup& group = work.groups.groups[g];
    if (group.paint.colour.alpha() == 0) continue;
    for (const std::uint32_t shape : work.batches[g].shapes) {
      if (work.stopped()) return;
      for (std::uint32_t part = work.level.firstPart(shape); part < work.level.endPart(shape); ++part)
        tools.fill.addRing(work.level.ringPixels(part));
    }
    for (const std::uint32_t i : work.batches[g].dots) {
      const TileLevel::Dot& dot = work.level.dots()[i];
      tools.fill.addCell(static_cast<int>(std::floor(dot.x_px)), static_cast<int>(std::floor(dot.y_px)),
                         std::max(dot.coverage, kFaintestDot));
    }
    tools.fill.resolveInto(tools.mask);
    if (group.pattern.isNull()) {
      colour(work, tools.mask, group.paint.colour);
    } else {
      QImage pattern = group.pattern;
      gis::compositePattern(work.surface.pixels(), tools.mask, canvasOf(pattern), 0, 0);
    }
  }
  // Outlines after all fills: a neighbour's fill must not cover half of a border.
  for (std::size_t g = 0; g < work.batches.size(); ++g) {
    const PaintGroup& group = work.groups.groups[g];
    if (!group.paint.outline.isValid() || group.paint.outline.alpha() == 0) continue;
    const gis::StrokeRaster::Style style{static_cast<float>(work.tile.device_ratio), gis::StrokeRaster::Cap::kRound};
    const TileLevel::RunNeeds needs{false, !work.groups.oneForAll()};
    for (const std::uint32_t shape : work.batches[g].shapes) {
      if (work.stopped()) return;
      for (std::uint32_t part = work.level.firstPart(shape); part < work.level.endPart(shape); ++part)
        work.level.forRuns(
            part, needs, [&](std::span<const float> run, double) { tools.stroke.addPolyline(tools.mask, run, style); });
    }
    colour(work, tools.mask, group.paint.outline);
  }
}

gis::StrokeRaster::Style strokeOf(const ResolvedPaint& paint, double device_ratio) {
  using Cap = gis::StrokeRaster::Cap;
  return {static_cast<float>(paint.width_px * device_ratio), paint.cap == Qt::RoundCap    ? Cap::kRound
                                                             : paint.cap == Qt::SquareCap ? Cap::kSquare
                                                                                          : Cap::kButt};
}

void paintLines(Work& work) {
  TileTools& tools = work.surface.tools();
  const double ratio = work.tile.device_ratio;
  std::vector<float> dash_px;
  for (std::size_t g = 0; g < work.batches.size(); ++g) {
    const ResolvedPaint& paint = work.groups.groups[g].paint;
    gis::StrokeRaster::Style style = strokeOf(paint, ratio);
    // Borders have no ends; those of the runs they are drawn in meet.
    if (work.layer.columns.kind == gis::GeometryKind::kPolygon && paint.dash.empty())
      style.cap = gis::StrokeRaster::Cap::kRound;
    dash_px.clear();
    double period_px = 0;
    for (const double length : paint.dash) {
      dash_px.push_back(static_cast<float>(length * std::max(0.1, paint.width_px) * ratio));
      period_px += static_cast<double>(dash_px.back());
    }
    const TileLevel::RunNeeds needs{!dash_px.empty(), !dash_px.empty() || !work.groups.oneForAll()};
    for (const std::uint32_t shape : work.batches[g].shapes) {
      if (work.stopped()) return;
      for (std::uint32_t part = work.level.firstPart(shape); part < work.level.endPart(shape); ++part)
        work.level.forRuns(part, needs, [&](std::span<const float> run, double start_px) {
          if (dash_px.empty())
            tools.stroke.addPolyline(tools.mask, run, style);
          else
            tools.stroke.addDashed(tools.mask, run, style, dash_px, static_cast<float>(std::fmod(start_px, period_px)));
        });
    }
    // A speck covers as much of its pixel as the line would.
    const int speck = static_cast<int>(std::lround(255 * std::min(1.0, paint.width_px * ratio)));
    for (const std::uint32_t i : work.batches[g].dots) {
      const TileLevel::Dot& dot = work.level.dots()[i];
      tools.mask.stamp(static_cast<int>(std::floor(dot.x_px)), static_cast<int>(std::floor(dot.y_px)), speck);
    }
    colour(work, tools.mask, paint.colour);
  }
}

// Puts a picture of `sprite` with its middle at every point of the group; whole device pixels keep it crisp.
void paintSprites(Work& work, const Batch& batch, QImage sprite, int opacity) {
  if (sprite.isNull()) return;
  const gis::PixelCanvas picture = canvasOf(sprite);
  const float half_x_px = static_cast<float>(sprite.width()) / 2, half_y_px = static_cast<float>(sprite.height()) / 2;
  const auto put = [&](float x_px, float y_px) {
    if (!(std::abs(x_px) < 1e6F && std::abs(y_px) < 1e6F)) return;
    gis::blitSprite(work.surface.pixels(), picture, static_cast<int>(std::floor(x_px - half_x_px + 0.5F)),
                    static_cast<int>(std::floor(y_px - half_y_px + 0.5F)), opacity);
  };
  for (const std::uint32_t shape : batch.shapes) {
    if (work.stopped()) return;
    for (std::uint32_t part = work.level.firstPart(shape); part < work.level.endPart(shape); ++part) {
      const std::span<const float> points = work.level.pixels(part);
      for (std::size_t i = 0; i + 1 < points.size(); i += 2) put(points[i], points[i + 1]);
    }
  }
  for (const std::uint32_t i : batch.dots) put(work.level.dots()[i].x_px, work.level.dots()[i].y_px);
}

void paintMarks(Work& work, const Batch& batch, const ResolvedPaint& paint, LineMark mark) {
  const double ratio = work.tile.device_ratio;
  for (const std::uint32_t shape : batch.shapes) {
    if (work.cancel.cancelled()) return;
    const std::string dip = work.layer.side_of ? work.layer.side_of(work.level.featureOf(shape)) : std::string();
    for (std::uint32_t part = work.level.firstPart(shape); part < work.level.endPart(shape); ++part) {
      const std::span<const float> all = work.level.pixels(part);
      if (all.size() < 4) continue;
      const auto point = [&](std::span<const float> from, std::size_t i) {
        return QPointF(static_cast<double>(from[i]), static_cast<double>(from[i + 1])) / ratio;
      };
      const MarkSide side = sideOfDip(dip, point(all, 0), point(all, all.size() - 2));
      work.level.forRuns(part, {true, true}, [&](std::span<const float> run, double start_px) {
        LineRun line;
        for (std::size_t i = 0; i + 1 < run.size(); i += 2) line.points.push_back(point(run, i));
        line.start_px = start_px / ratio;
        paintLineMarks(work.surface.painter(), line, mark, side, paint.icon_px, paint.spacing_px, paint.colour,
                       std::max(1.0, paint.icon_px / 6));
      });
    }
  }
}

void paintSymbols(Work& work) {
  const bool points = work.layer.columns.kind == gis::GeometryKind::kPoint;
  for (std::size_t g = 0; g < work.batches.size(); ++g) {
    const PaintGroup& group = work.groups.groups[g];
    const LineMark mark = lineMarkOf(group.paint.icon);
    if (mark != LineMark::kNone && !points)
      paintMarks(work, work.batches[g], group.paint, mark);
    else if (points)
      paintSprites(work, work.batches[g], group.sprite, static_cast<int>(std::lround(group.paint.icon_opacity * 255)));
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
    case StyleLayerType::kRaster:
    case StyleLayerType::kHillshade:
      return false;
  }
  return false;
}

}  // namespace

void paintStyleLayer(TileSurface& surface, const PaintedLayer& layer, StyleLayerType type, const PaintGroups& groups,
                     const MapView& tile, const gis::CancelToken& cancel) {
  if (groups.groups.empty() || !applies(type, layer.columns.kind)) return;
  Work work(surface, layer, groups, tile, cancel);
  switch (type) {
    case StyleLayerType::kFill:
      paintFills(work);
      break;
    case StyleLayerType::kLine:
      paintLines(work);
      break;
    case StyleLayerType::kCircle:
      for (std::size_t g = 0; g < work.batches.size(); ++g)
        paintSprites(work, work.batches[g], groups.groups[g].sprite, 255);
      break;
    case StyleLayerType::kSymbol:
      paintSymbols(work);
      break;
    case StyleLayerType::kRaster:
    case StyleLayerType::kHillshade:
      break;
  }
}

}  // namespace layers
