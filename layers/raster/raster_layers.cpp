// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/raster/raster_layers.h"

#include <QPainter>
#include <cmath>

#include "gis/raster/hillshade.h"
#include "layers/core/tile_surface.h"
#include "layers/raster/raster_source.h"
#include "layers/raster/raster_tint.h"

namespace layers {
namespace {

// What is known of a raster before it is painted.
struct RasterFacts {
  gis::MapBox extent;
  double cell_m = 1;
  bool picture = false;
  ValueRange range;
};

gis::Result<RasterFacts> lookAt(const RasterSource& source, const gis::CancelToken& cancel) {
  return source.with<RasterFacts>([&](const gis::RasterReader& reader) -> gis::Result<RasterFacts> {
    constexpr int kSampleSide = 200;
    RasterFacts facts{reader.extent(), reader.cellSizeM(), reader.isPicture(), {}};
    if (facts.picture) return facts;
    const auto sample = reader.readValues(facts.extent, kSampleSide, kSampleSide, 1, cancel);
    if (!sample) return std::unexpected(sample.error());
    facts.range = usualRange(sample->values);
    return facts;
  });
}

// The window of cells that a tile needs: on a grid counted from the map's origin, so that neighbouring tiles read the
// same cells, no finer than the raster itself, with cells around for slopes and smooth enlargement.
struct CellWindow {
  double cell_m = 1;
  long long first_column = 0, first_row = 0;  // rows grow southward
  int columns = 0, rows = 0;

  gis::MapBox box() const {
    const double left_m = static_cast<double>(first_column) * cell_m, top_m = -static_cast<double>(first_row) * cell_m;
    return {left_m, top_m - rows * cell_m, left_m + columns * cell_m, top_m};
  }
};

CellWindow windowFor(const MapView& tile, double raster_cell_m, int margin_cells) {
  CellWindow window;
  const gis::MapBox box = tile.box();
  const double pixel_m = tile.metres_per_px / tile.device_ratio;
  window.cell_m = std::max(pixel_m, raster_cell_m);
  if (window.cell_m < pixel_m * 1.5) window.cell_m = pixel_m;  // nearly alike: one cell a pixel needs no enlargement
  constexpr double kTiny = 1e-6;
  window.first_column = static_cast<long long>(std::floor(box.min_x_m / window.cell_m + kTiny)) - margin_cells;
  window.first_row = static_cast<long long>(std::floor(-box.max_y_m / window.cell_m + kTiny)) - margin_cells;
  const auto last_column = static_cast<long long>(std::ceil(box.max_x_m / window.cell_m - kTiny)) + margin_cells;
  const auto last_row = static_cast<long long>(std::ceil(-box.min_y_m / window.cell_m - kTiny)) + margin_cells;
  window.columns = static_cast<int>(last_column - window.first_column);
  window.rows = static_cast<int>(last_row - window.first_row);
  return window;
}

void drawWindow(QPainter& painter, const MapView& tile, const CellWindow& window, const QImage& image) {
  const gis::MapBox box = window.box();
  const gis::PixelXY corner = tile.toPixel({box.min_x_m, box.max_y_m});
  const QRectF target(corner.x_px, corner.y_px, box.width_m() / tile.metres_per_px,
                      box.height_m() / tile.metres_per_px);
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.drawImage(target, image);
}

class RasterBase : public LayerState {
 public:
  RasterBase(std::shared_ptr<const RasterSource> source, const RasterFacts& facts)
      : m_source(std::move(source)), m_facts(facts) {}
  gis::MapBox extent() const override { return m_facts.extent; }
  std::optional<gis::Error> trouble() const override { return m_source->trouble(); }

  void paint(TileSurface& surface, const PaintContext& context) const override {
    if (!context.view.box().intersects(m_facts.extent)) return;
    paintInside(surface.painter(), context);
  }

 protected:
  virtual void paintInside(QPainter& painter, const PaintContext& context) const = 0;
  gis::Result<gis::RasterValues> values(const CellWindow& window, const gis::CancelToken& cancel) const {
    return m_source->with<gis::RasterValues>([&](const gis::RasterReader& reader) {
      return reader.readValues(window.box(), window.columns, window.rows, 1, cancel);
    });
  }

  std::shared_ptr<const RasterSource> m_source;
  RasterFacts m_facts;
};

class HillshadeLayerState final : public RasterBase {
 public:
  using RasterBase::RasterBase;

 private:
  void paintInside(QPainter& painter, const PaintContext& context) const override {
    constexpr int kMarginCells = 2;
    const CellWindow window = windowFor(context.view, m_facts.cell_m, kMarginCells);
    const auto heights = values(window, context.cancel);
    if (!heights || context.cancel.cancelled()) return;
    gis::HillshadeOptions options;
    options.light = gis::HillshadeLight::kMultidirectional;
    // Seen from afar slopes average out; a stronger relief keeps the shape of the land.
    options.exaggeration_ratio = std::clamp(std::pow(window.cell_m / 30, 0.45), 1.0, 4.0);
    const auto shade = gis::hillshade(heights->values, window.columns, window.rows, window.cell_m, options);
    static const std::uint8_t flat_shade = gis::hillshade(std::vector<float>(9, 0.0F), 3, 3, 1, options)[4];
    drawWindow(
        painter, context.view, window,
        tintedRelief(heights->values, shade, window.columns, window.rows, m_facts.range, flat_shade, context.theme));
  }
};

class RasterLayerState final : public RasterBase {
 public:
  using RasterBase::RasterBase;

  std::vector<LegendEntry> legend(const PaintContext& context) const override {
    std::vector<LegendEntry> entries;
    if (m_facts.picture) return entries;
    constexpr int kSteps = 5;
    const double ratio = context.view.device_ratio;
    for (int i = kSteps - 1; i >= 0; --i) {
      const float part = static_cast<float>(i) / (kSteps - 1);
      const float value = m_facts.range.low + (m_facts.range.high - m_facts.range.low) * part;
      QImage swatch(static_cast<int>(20 * ratio), static_cast<int>(14 * ratio), QImage::Format_ARGB32_Premultiplied);
      swatch.setDevicePixelRatio(ratio);
      swatch.fill(rampColour(part));
      const QString text = QString::number(static_cast<double>(value), 'g', 4);
      entries.push_back({{text, text}, swatch, -1});
    }
    return entries;
  }

 private:
  void paintInside(QPainter& painter, const PaintContext& context) const override {
    constexpr int kMarginCells = 1;
    const CellWindow window = windowFor(context.view, m_facts.cell_m, kMarginCells);
    if (!m_facts.picture) {
      const auto read = values(window, context.cancel);
      if (read && !context.cancel.cancelled())
        drawWindow(painter, context.view, window,
                   rampPicture(read->values, window.columns, window.rows, m_facts.range));
      return;
    }
    const auto picture = m_source->with<gis::RasterPicture>([&](const gis::RasterReader& reader) {
      return reader.readPicture(window.box(), window.columns, window.rows, context.cancel);
    });
    if (!picture || context.cancel.cancelled()) return;
    const QImage image(picture->rgba.data(), picture->columns, picture->rows, picture->columns * 4,
                       QImage::Format_RGBA8888);
    drawWindow(painter, context.view, window, image);
  }
};

template <class State>
gis::Result<LayerStatePtr> open(const std::filesystem::path& file, const std::string& map_crs,
                                const std::string& crs_override, const gis::CancelToken& cancel) {
  auto source = std::make_shared<const RasterSource>(file, map_crs, crs_override);
  const auto facts = lookAt(*source, cancel);
  if (!facts) return std::unexpected(facts.error());
  return std::make_shared<const State>(std::move(source), *facts);
}

}  // namespace

gis::Result<LayerStatePtr> openHillshade(const std::filesystem::path& file, const std::string& map_crs,
                                         const std::string& crs_override, const gis::CancelToken& cancel) {
  return open<HillshadeLayerState>(file, map_crs, crs_override, cancel);
}

gis::Result<LayerStatePtr> openRasterLayer(const std::filesystem::path& file, const std::string& map_crs,
                                           const std::string& crs_override, const gis::CancelToken& cancel) {
  return open<RasterLayerState>(file, map_crs, crs_override, cancel);
}

}  // namespace layers
