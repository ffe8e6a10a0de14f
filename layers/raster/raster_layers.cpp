// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/raster/raster_layers.h"

#include <cmath>
#include <optional>

#include "gis/coverage/composite.h"
#include "layers/core/tile_surface.h"
#include "layers/raster/kept_relief.h"
#include "layers/raster/raster_blocks.h"
#include "layers/raster/raster_look.h"
#include "layers/raster/raster_source.h"
#include "layers/raster/raster_tiles.h"
#include "layers/raster/raster_tint.h"

namespace layers {
namespace {

// What is known of a raster before it is painted.
struct RasterFacts {
  gis::MapBox extent;
  double cell_m = 1;
  bool picture = false;
  bool grey = false;  // a picture of one band
  ValueRange range;   // usual
  ValueRange full;
};

// Values from all over a raster, quickly: a small picture of the whole where the file holds one of a sensible size,
// else windows scattered over it, so that a file of gigabytes opens like any other.
gis::Result<std::vector<float>> sampleValues(const gis::RasterReader& reader, const gis::CancelToken& cancel) {
  constexpr int kSampleSide = 200, kWindowsPerSide = 6, kWindowCells = 32;
  constexpr double kMostCellsRead = 4e6;
  const gis::RasterInfo& info = reader.info();
  double smallest = static_cast<double>(info.columns) * info.rows;
  for (const auto& [columns, rows] : info.overview_sizes)
    smallest = std::min(smallest, static_cast<double>(columns) * rows);
  const gis::MapBox extent = reader.extent();
  if (smallest <= kMostCellsRead) {
    auto whole = reader.readValues(extent, kSampleSide, kSampleSide, 1, cancel);
    if (whole) return std::move(whole->values);
    if (whole.error().code != gis::ErrorCode::kDamagedFile) return std::unexpected(std::move(whole.error()));
  }
  // A damaged place does not keep the rest from being shown; the picture will say where it is.
  std::optional<gis::Error> damage;
  std::vector<float> values;
  const double half_m = reader.cellSizeM() * kWindowCells / 2;
  for (int row = 0; row < kWindowsPerSide; ++row)
    for (int column = 0; column < kWindowsPerSide; ++column) {
      const double x_m = extent.min_x_m + extent.width_m() * (column + 0.5) / kWindowsPerSide;
      const double y_m = extent.min_y_m + extent.height_m() * (row + 0.5) / kWindowsPerSide;
      const auto window = reader.readValues({x_m - half_m, y_m - half_m, x_m + half_m, y_m + half_m}, kWindowCells,
                                            kWindowCells, 1, cancel);
      if (window)
        values.insert(values.end(), window->values.begin(), window->values.end());
      else if (window.error().code == gis::ErrorCode::kDamagedFile)
        damage = window.error();
      else
        return std::unexpected(window.error());
    }
  if (values.empty() && damage) return std::unexpected(std::move(*damage));
  return values;
}

// One band of bytes is a grey picture (a scan, a hillshade) when it uses the bright half; classes, slopes in degrees
// and percentages do not.
bool isGreyPicture(const gis::RasterInfo& info, ValueRange range) {
  constexpr float kBright = 128;
  const gis::RasterBandInfo& band = info.bands.front();
  const bool plain = band.scale_ratio == 1 && band.value_offset == 0;
  return info.bands.size() <= 2 && band.type == "Byte" && plain && range.high >= kBright;
}

gis::Result<RasterFacts> lookAt(const RasterSource& source, bool as_heights, const gis::CancelToken& cancel) {
  return source.with<RasterFacts>([&](const gis::RasterReader& reader) -> gis::Result<RasterFacts> {
    RasterFacts facts{reader.extent(), reader.cellSizeM(), reader.isPicture() && !as_heights, false, {}, {}};
    if (facts.picture) return facts;
    const auto sample = sampleValues(reader, cancel);
    if (!sample) return std::unexpected(sample.error());
    facts.range = usualRange(*sample);
    facts.full = fullRange(*sample);
    facts.picture = facts.grey = !as_heights && isGreyPicture(reader.info(), facts.range);
    return facts;
  });
}

class RasterBase : public LayerState {
 public:
  RasterBase(std::shared_ptr<const RasterSource> source, const RasterFacts& facts)
      : m_source(std::move(source)), m_facts(facts) {}
  gis::MapBox extent() const override { return m_facts.extent; }
  std::optional<gis::Error> trouble() const override { return m_source->trouble(); }

  void paint(TileSurface& surface, const PaintContext& context) const override {
    if (!context.view.box().intersects(m_facts.extent)) return;
    QImage picture = tile(context);
    if (picture.isNull()) return;
    if (picture.format() != QImage::Format_ARGB32_Premultiplied) picture.convertTo(QImage::Format_ARGB32_Premultiplied);
    gis::blitSprite(surface.pixels(), canvasOf(picture), 0, 0);
  }

 protected:
  // The view's pixels; null when there are none.
  virtual QImage tile(const PaintContext& context) const = 0;
  BlockLadder ladder() const { return {m_facts.extent, m_facts.cell_m}; }

  std::shared_ptr<const RasterSource> m_source;
  RasterFacts m_facts;
};

// Where a relief is kept for the next time, and what is there already.
struct ReliefKeeping {
  std::filesystem::path file;  // empty: nowhere
  std::string key;
  std::shared_ptr<const KeptRelief> kept;  // null: still to be written
};

class HillshadeLayerState final : public RasterBase {
 public:
  HillshadeLayerState(std::shared_ptr<const RasterSource> source, const RasterFacts& facts, const HillshadePaint& dark,
                      const HillshadePaint& light, ReliefKeeping keeping)
      : RasterBase(std::move(source), facts),
        m_keeping(std::move(keeping)),
        m_blocks(
            m_source, ladder(),
            [heights = facts.range, steps = ladder(), sun = lightOf(dark)](
                const gis::RasterReader& reader, const BlockKey& key, const gis::CancelToken& cancel) {
              return readReliefBlock(reader, steps, key, heights, sun, cancel);
            },
            keptBlocks(m_keeping.kept)),
        m_dark(flatShade(lightOf(dark)), dark),
        m_light(flatShade(lightOf(dark)), light) {}

  gis::Result<void> keep(const gis::CancelToken& cancel) const {
    if (m_keeping.file.empty() || m_keeping.kept) return {};
    std::vector<std::vector<ReliefCell>> cells;
    for (const BlockKey& key : KeptRelief::blocksOf(ladder())) {
      const auto block = m_blocks.block(key, cancel);
      if (cancel.cancelled()) return gis::fail(gis::ErrorCode::kCancelled, m_keeping.file.string());
      if (!block || trouble()) return {};  // a picture with a hole is not kept
      cells.push_back(block->cells);
    }
    return KeptRelief::write(m_keeping.file, m_keeping.key, {m_facts.extent, m_facts.cell_m, m_facts.range}, cells);
  }

 private:
  static RasterBlocks<ReliefCell>::Kept keptBlocks(const std::shared_ptr<const KeptRelief>& kept) {
    if (!kept) return {};
    return [kept](const BlockKey& key) { return kept->block(key); };
  }
  QImage tile(const PaintContext& context) const override {
    return reliefTile(m_blocks, context.theme == Theme::kDark ? m_dark : m_light, context.view, context.cancel);
  }

  ReliefKeeping m_keeping;
  RasterBlocks<ReliefCell> m_blocks;
  ReliefColours m_dark, m_light;
};

// Colours as they are in the file.
class PictureLayerState final : public RasterBase {
 public:
  PictureLayerState(std::shared_ptr<const RasterSource> source, const RasterFacts& facts)
      : RasterBase(std::move(source), facts),
        m_blocks(
            m_source, ladder(),
            [steps = ladder()](const gis::RasterReader& reader, const BlockKey& key, const gis::CancelToken& cancel) {
              return readPictureBlock(reader, steps, key, cancel);
            }) {}

 private:
  QImage tile(const PaintContext& context) const override {
    return pictureTile(m_blocks, context.view, context.cancel);
  }

  RasterBlocks<PictureCell> m_blocks;
};

// The same of one band: a quarter of the memory.
class GreyLayerState final : public RasterBase {
 public:
  GreyLayerState(std::shared_ptr<const RasterSource> source, const RasterFacts& facts)
      : RasterBase(std::move(source), facts),
        m_blocks(
            m_source, ladder(),
            [steps = ladder()](const gis::RasterReader& reader, const BlockKey& key, const gis::CancelToken& cancel) {
              return readGreyBlock(reader, steps, key, cancel);
            }) {}

 private:
  QImage tile(const PaintContext& context) const override { return greyTile(m_blocks, context.view, context.cancel); }

  RasterBlocks<GreyCell> m_blocks;
};

// A measured quantity as a ramp.
class BandLayerState final : public RasterBase {
 public:
  BandLayerState(std::shared_ptr<const RasterSource> source, const RasterFacts& facts)
      : RasterBase(std::move(source), facts),
        m_blocks(std::make_shared<const RasterBlocks<BandCell>>(
            m_source, ladder(),
            [steps = ladder()](const gis::RasterReader& reader, const BlockKey& key, const gis::CancelToken& cancel) {
              return readBandBlock(reader, steps, key, cancel);
            })),
        m_colours(rampColours(m_look)) {}
  BandLayerState(const BandLayerState& other, const RasterLook& look)
      : RasterBase(other.m_source, other.m_facts),
        m_blocks(other.m_blocks),
        m_look(look),
        m_colours(rampColours(look)) {}

  const RasterLook& look() const { return m_look; }

  std::vector<LegendEntry> legend(const PaintContext& context) const override {
    std::vector<LegendEntry> entries;
    constexpr int kSteps = 5;
    const int count = m_look.classes > 1 ? m_look.classes : kSteps;
    const double ratio = context.view.device_ratio;
    const auto valueAt = [this](double part) {
      return QString::number(range().low + (static_cast<double>(range().high) - range().low) * part, 'g', 4);
    };
    for (int i = count - 1; i >= 0; --i) {
      const double part = static_cast<double>(i) / (count - 1);
      QImage swatch(static_cast<int>(20 * ratio), static_cast<int>(14 * ratio), QImage::Format_ARGB32_Premultiplied);
      swatch.setDevicePixelRatio(ratio);
      swatch.fill(rampColour(m_look, static_cast<float>(part)));
      const QString text = m_look.classes > 1 ? QStringLiteral("%1 – %2").arg(valueAt(static_cast<double>(i) / count),
                                                                              valueAt((i + 1.0) / count))
                                              : valueAt(part);
      entries.push_back({{text, text}, swatch, -1});
    }
    return entries;
  }

 private:
  const ValueRange& range() const { return m_look.stretch == Stretch::kFull ? m_facts.full : m_facts.range; }
  QImage tile(const PaintContext& context) const override {
    return bandTile(*m_blocks, m_colours, range(), context.view, context.cancel);
  }

  std::shared_ptr<const RasterBlocks<BandCell>> m_blocks;
  RasterLook m_look;
  RampColours m_colours;
};

}  // namespace

gis::Result<LayerStatePtr> openHillshade(const std::filesystem::path& file, const std::string& map_crs,
                                         const std::string& crs_override, const gis::CancelToken& cancel,
                                         const std::shared_ptr<const Style>& style,
                                         const std::filesystem::path& cache_folder) {
  const StyleLayer* layer = style ? firstOf(*style, StyleLayerType::kHillshade) : nullptr;
  if (style && !layer)
    return gis::fail(gis::ErrorCode::kInvalidArgument, file.string(), "the style has no hillshade layer");
  if (!layer) layer = firstOf(*reliefStyle(), StyleLayerType::kHillshade);
  auto source = std::make_shared<const RasterSource>(file, map_crs, crs_override);
  const auto paint = [&](Theme theme) {
    LookContext look;
    look.theme = theme;
    look.zoom = layer->min_zoom;
    return resolveHillshade(*layer, look);
  };
  const HillshadePaint dark = paint(Theme::kDark);
  ReliefKeeping keeping;
  if (!cache_folder.empty() && crs_override.empty())
    keeping = {cache_folder / "relief" / (file.filename().string() + ".fgs"),
               KeptRelief::keyOf(file, map_crs, lightOf(dark)), nullptr};
  if (!keeping.key.empty())
    if (auto kept = KeptRelief::read(keeping.file, keeping.key)) keeping.kept = std::move(*kept);
  RasterFacts facts;
  if (keeping.kept) {
    facts.extent = keeping.kept->facts().extent;
    facts.cell_m = keeping.kept->facts().cell_m;
    facts.range = facts.full = keeping.kept->facts().heights;
  } else if (auto seen = lookAt(*source, true, cancel)) {
    facts = *seen;
  } else {
    return std::unexpected(seen.error());
  }
  return std::make_shared<const HillshadeLayerState>(std::move(source), facts, dark, paint(Theme::kLight),
                                                     std::move(keeping));
}

gis::Result<void> keepForNextTime(const LayerState& ground, const gis::CancelToken& cancel) {
  const auto* relief = dynamic_cast<const HillshadeLayerState*>(&ground);
  return relief ? relief->keep(cancel) : gis::Result<void>();
}

gis::Result<LayerStatePtr> openRasterLayer(const std::filesystem::path& file, const std::string& map_crs,
                                           const std::string& crs_override, const gis::CancelToken& cancel) {
  auto source = std::make_shared<const RasterSource>(file, map_crs, crs_override);
  const auto facts = lookAt(*source, false, cancel);
  if (!facts) return std::unexpected(facts.error());
  if (facts->grey) return std::make_shared<const GreyLayerState>(std::move(source), *facts);
  if (facts->picture) return std::make_shared<const PictureLayerState>(std::move(source), *facts);
  return std::make_shared<const BandLayerState>(std::move(source), *facts);
}

std::optional<RasterLook> lookOf(const LayerState& layer) {
  const auto* band = dynamic_cast<const BandLayerState*>(&layer);
  return band ? std::optional(band->look()) : std::nullopt;
}

LayerStatePtr withLook(const LayerState& layer, const RasterLook& look) {
  const auto* band = dynamic_cast<const BandLayerState*>(&layer);
  return band ? std::make_shared<const BandLayerState>(*band, look) : nullptr;
}

}  // namespace layers
