// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/raster/contour_layer.h"

#include <QPainter>
#include <array>
#include <cmath>

#include "gis/coverage/composite.h"
#include "gis/terrain/contours.h"
#include "layers/core/tile_surface.h"
#include "layers/raster/raster_blocks.h"
#include "layers/raster/raster_source.h"

namespace layers {
namespace {

using gis::terrain::ContourLine;

constexpr int kIndexEvery = 5;
constexpr double kCellPx = 2, kCellFromAfarPx = 4;  // cells are read about this large on the picture
constexpr int kMarginCells = 4;  // smoothing looks two cells about; lines of neighbouring tiles then agree
constexpr int kMostCellsPerSide = 4096;
constexpr double kCoarsestMetresPerPx = 600;  // a continent needs none
constexpr double kLabelPx = 10, kLabelRoomPx = 34, kLabelEveryPx = 320;

struct Lines {
  std::vector<ContourLine> lines;  // xy_cells hold pixels of the view
  double interval_m = 0;
};

bool isIndex(const ContourLine& line, double interval_m) {
  return std::llround(line.elevation_m / interval_m) % kIndexEvery == 0;
}

QColor lineColour(Theme theme, bool index) {
  if (theme == Theme::kDark) return QColor(0xc0, 0x9a, 0x6a, index ? 190 : 120);
  return QColor(0x9a, 0x63, 0x2c, index ? 210 : 140);
}

class ContourLayerState final : public LayerState {
 public:
  ContourLayerState(std::shared_ptr<const RasterSource> source, const gis::MapBox& extent, double cell_m)
      : m_source(std::move(source)),
        m_extent(extent),
        m_cell_m(cell_m),
        m_blocks(m_source, {extent, cell_m},
                 [steps = BlockLadder(extent, cell_m)](const gis::RasterReader& reader, const BlockKey& key,
                                                       const gis::CancelToken& cancel) {
                   return readBandBlock(reader, steps, key, cancel);
                 }) {}

  gis::MapBox extent() const override { return m_extent; }
  std::optional<gis::Error> trouble() const override { return m_source->trouble(); }
  bool visibleAt(double metres_per_px) const override { return metres_per_px <= kCoarsestMetresPerPx; }

  void paint(TileSurface& surface, const PaintContext& context) const override {
    const Lines traced = trace(context, 1);
    const double ratio = context.view.device_ratio;
    std::vector<float> run;
    for (const bool index : {false, true}) {
      const gis::StrokeRaster::Style style{static_cast<float>((index ? 1.2 : 0.7) * ratio * context.symbol_scale),
                                           gis::StrokeRaster::Cap::kButt};
      for (const ContourLine& line : traced.lines) {
        if (isIndex(line, traced.interval_m) != index) continue;
        run.assign(line.xy_cells.begin(), line.xy_cells.end());
        for (float& value : run) value *= static_cast<float>(ratio);
        surface.tools().stroke.addPolyline(surface.tools().mask, run, style);
      }
      gis::compositeColour(surface.pixels(), surface.tools().mask, lineColour(context.theme, index).rgba());
    }
  }

  std::vector<LabelCandidate> labels(const PaintContext& context) const override {
    const Lines traced = trace(context, kIndexEvery);
    std::vector<LabelCandidate> names;
    for (const ContourLine& line : traced.lines) addLabels(line, context, names);
    return names;
  }

  std::vector<LegendEntry> legend(const PaintContext& context) const override {
    const double ratio = context.view.device_ratio;
    const double interval_m = contourIntervalM(context.view.metres_per_px, m_cell_m);
    std::vector<LegendEntry> entries;
    for (const bool index : {true, false}) {
      QImage swatch(static_cast<int>(std::lround(20 * ratio)), static_cast<int>(std::lround(14 * ratio)),
                    QImage::Format_ARGB32_Premultiplied);
      swatch.setDevicePixelRatio(ratio);
      swatch.fill(Qt::transparent);
      QPainter painter(&swatch);
      painter.setRenderHint(QPainter::Antialiasing);
      painter.setPen(QPen(lineColour(context.theme, index), index ? 1.6 : 1));
      painter.drawLine(QPointF(0.5, 7), QPointF(19.5, 7));
      painter.end();
      const QString height = QString::number(index ? interval_m * kIndexEvery : interval_m);
      entries.push_back({index ? BilingualText{QStringLiteral("计曲线（每 %1 米）").arg(height),
                                               QStringLiteral("every %1 m").arg(height)}
                               : BilingualText{QStringLiteral("首曲线（每 %1 米）").arg(height),
                                               QStringLiteral("every %1 m").arg(height)},
                         swatch, -1});
    }
    return entries;
  }

 private:
  // Lines of every `every`-th interval in pixels of the view, drawn a little beyond it.
  Lines trace(const PaintContext& context, int every) const {
    Lines traced;
    const MapView& view = context.view;
    if (!view.box().intersects(m_extent)) return traced;
    traced.interval_m = contourIntervalM(view.metres_per_px, m_cell_m);
    const BlockLadder& ladder = m_blocks.ladder();
    // From afar the small bends of a slope are noise: lines follow the shape of the land.
    constexpr double kAfarMetresPerPx = 20;
    const int level =
        ladder.levelFor(view.metres_per_px * (view.metres_per_px > kAfarMetresPerPx ? kCellFromAfarPx : kCellPx));
    const double cell_m = ladder.cellM(level);
    const gis::MapBox box = view.box();
    const auto first = [](double at) { return static_cast<int>(std::floor(at)) - kMarginCells; };
    const int left = first(ladder.columnAt(level, box.min_x_m)), top = first(ladder.rowAt(level, box.max_y_m));
    const int columns = static_cast<int>(std::ceil(box.width_m() / cell_m)) + 2 * kMarginCells + 1;
    const int rows = static_cast<int>(std::ceil(box.height_m() / cell_m)) + 2 * kMarginCells + 1;
    if (columns > kMostCellsPerSide || rows > kMostCellsPerSide) return traced;
    const auto cells = m_blocks.cells(level, left, top, columns, rows, std::nanf(""), context.cancel);
    if (!cells) return traced;
    traced.lines = gis::terrain::contourLines({columns, rows}, *cells, traced.interval_m * every);
    const gis::PixelXY origin = view.toPixel({m_extent.min_x_m + left * cell_m, m_extent.max_y_m - top * cell_m});
    const double px_per_cell = cell_m / view.metres_per_px;
    for (ContourLine& line : traced.lines) {
      gis::terrain::smoothLine(line, px_per_cell > kCellPx * 2 ? 3 : 1);
      for (std::size_t i = 0; i + 1 < line.xy_cells.size(); i += 2) {
        line.xy_cells[i] = static_cast<float>(origin.x_px + line.xy_cells[i] * px_per_cell);
        line.xy_cells[i + 1] = static_cast<float>(origin.y_px + line.xy_cells[i + 1] * px_per_cell);
      }
    }
    return traced;
  }

  // Where a line crosses meridians of the map a label's width apart: those places stay when the map is moved.
  static void addLabels(const ContourLine& line, const PaintContext& context, std::vector<LabelCandidate>& names) {
    const std::vector<float>& xy = line.xy_cells;
    const MapView& view = context.view;
    const double every_m = kLabelEveryPx * view.metres_per_px;
    const auto columnOf = [&](std::size_t i) {
      return std::floor((view.toMap({xy[i], xy[i + 1]}).x_m + line.elevation_m * view.metres_per_px) / every_m);
    };
    for (std::size_t i = 0; i + 3 < xy.size(); i += 2) {
      if (columnOf(i) == columnOf(i + 2)) continue;
      if (xy[i] < 0 || xy[i + 1] < 0 || xy[i] > view.width_px || xy[i + 1] > view.height_px) continue;
      LabelCandidate name;
      name.text = QString::number(std::lround(line.elevation_m));
      name.where = view.toMap({xy[i], xy[i + 1]});
      name.path = stretchAround(xy, i, view);
      if (name.path.size() < 2) continue;
      name.priority = 5;
      name.size_px = kLabelPx;
      name.colour = lineColour(context.theme, true).lighter(context.theme == Theme::kDark ? 125 : 100);
      name.colour.setAlpha(255);
      name.halo = context.theme == Theme::kDark ? QColor(0x10, 0x16, 0x1d, 200) : QColor(0xf7, 0xf6, 0xf1, 220);
      name.min_spacing_px = kLabelEveryPx / 2;
      names.push_back(std::move(name));
    }
  }

  // The line from half a label's room before a vertex to half beyond it; empty when it ends before
  // or is too crooked.
  static std::vector<gis::MapXY> stretchAround(const std::vector<float>& xy, std::size_t at, const MapView& view) {
    std::size_t from = at, until = at;
    const auto pieceBefore = [&](std::size_t i) { return std::hypot(xy[i] - xy[i - 2], xy[i + 1] - xy[i - 1]); };
    double before_px = 0, after_px = 0;
    while (before_px < kLabelRoomPx / 2 && from >= 2) before_px += pieceBefore(from), from -= 2;
    while (after_px < kLabelRoomPx / 2 && until + 3 < xy.size()) until += 2, after_px += pieceBefore(until);
    std::vector<gis::MapXY> path;
    if (before_px < kLabelRoomPx / 2 || after_px < kLabelRoomPx / 2) return path;
    // Digits along a zigzag are read by nobody.
    constexpr double kStraight = 0.85;
    if (std::hypot(xy[until] - xy[from], xy[until + 1] - xy[from + 1]) < kStraight * (before_px + after_px))
      return path;
    for (std::size_t i = from; i <= until; i += 2) path.push_back(view.toMap({xy[i], xy[i + 1]}));
    return path;
  }

  std::shared_ptr<const RasterSource> m_source;
  gis::MapBox m_extent;
  double m_cell_m;
  RasterBlocks<BandCell> m_blocks;
};

}  // namespace

double contourIntervalM(double metres_per_px, double cell_m) {
  constexpr double kHeightPerPixel = 1.5, kHeightPerCell = 1.0 / 6;
  const double least_m = std::max({1.0, metres_per_px * kHeightPerPixel, cell_m * kHeightPerCell});
  const double power = std::pow(10, std::floor(std::log10(least_m)));
  for (const double step : {1.0, 2.0, 5.0})
    if (step * power >= least_m * (1 - 1e-9)) return step * power;
  return 10 * power;
}

gis::Result<LayerStatePtr> openContours(const std::filesystem::path& file, const std::string& map_crs,
                                        const std::string& crs_override, const gis::CancelToken& cancel) {
  if (cancel.cancelled()) return gis::fail(gis::ErrorCode::kCancelled, file.string());
  auto source = std::make_shared<const RasterSource>(file, map_crs, crs_override);
  struct Place {
    gis::MapBox extent;
    double cell_m = 1;
  };
  const auto place = source->with<Place>([](const gis::RasterReader& reader) -> gis::Result<Place> {
    return Place{reader.extent(), reader.cellSizeM()};
  });
  if (!place) return std::unexpected(place.error());
  return std::make_shared<const ContourLayerState>(std::move(source), place->extent, place->cell_m);
}

}  // namespace layers
