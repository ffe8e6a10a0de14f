// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/raster/raster_blocks.h"

#include <QColor>

#include "gis/raster/hillshade.h"

namespace layers {
namespace {

constexpr std::size_t kCells = std::size_t{kBlockCells} * kBlockCells;

// Seen from afar slopes average out; a stronger relief keeps the shape of the land.
gis::HillshadeOptions lightAt(gis::HillshadeOptions light, double cell_m) {
  light.exaggeration_ratio *= std::clamp(std::pow(cell_m / 30, 0.45), 1.0, 4.0);
  return light;
}

std::uint8_t heightByte(ValueRange heights, float elevation_m) {
  return static_cast<std::uint8_t>(std::clamp(heights.ratio(elevation_m), 0.0F, 1.0F) * 255 + 0.5F);
}

}  // namespace

gis::HillshadeOptions lightOf(const HillshadePaint& paint) {
  gis::HillshadeOptions light;
  light.light = paint.multidirectional ? gis::HillshadeLight::kMultidirectional : gis::HillshadeLight::kSingle;
  light.azimuth_deg = paint.direction_deg;
  light.altitude_deg = paint.altitude_deg;
  light.exaggeration_ratio = paint.exaggeration_ratio;
  return light;
}

std::uint8_t flatShade(const gis::HillshadeOptions& light) {
  return gis::hillshade(std::vector<float>(9, 0.0F), 3, 3, 1, light)[4];
}

gis::Result<std::vector<ReliefCell>> readReliefBlock(const gis::RasterReader& reader, const BlockLadder& ladder,
                                                     const BlockKey& key, ValueRange heights,
                                                     const gis::HillshadeOptions& light,
                                                     const gis::CancelToken& cancel) {
  // A ring of neighbours, so that slopes run on from block to block.
  constexpr int kRing = 1, kSide = kBlockCells + 2 * kRing;
  const auto read = reader.readValues(ladder.box(key, kRing), kSide, kSide, 1, cancel);
  if (!read) return std::unexpected(read.error());
  const std::vector<float>& z = read->values;
  if (std::ranges::all_of(z, [](float v) { return std::isnan(v); })) return {};
  const double cell_m = ladder.cellM(key.level);
  const auto shade = gis::hillshade(z, kSide, kSide, cell_m, lightAt(light, cell_m));
  if (cancel.cancelled()) return gis::fail(gis::ErrorCode::kCancelled, {});
  std::vector<ReliefCell> cells(kCells);
  for (std::size_t row = 0; row < kBlockCells; ++row)
    for (std::size_t column = 0; column < kBlockCells; ++column) {
      const std::size_t from = (row + kRing) * kSide + column + kRing;
      if (shade[from] != 0)
        cells[row * kBlockCells + column] = static_cast<ReliefCell>(shade[from] | heightByte(heights, z[from]) << 8);
    }
  return cells;
}

gis::Result<std::vector<PictureCell>> readPictureBlock(const gis::RasterReader& reader, const BlockLadder& ladder,
                                                       const BlockKey& key, const gis::CancelToken& cancel) {
  const auto read = reader.readPicture(ladder.box(key), kBlockCells, kBlockCells, cancel);
  if (!read) return std::unexpected(read.error());
  std::vector<PictureCell> cells(kCells);
  bool anything = false;
  for (std::size_t i = 0; i < kCells; ++i) {
    const std::uint8_t* c = read->rgba.data() + i * 4;
    cells[i] = qPremultiply(qRgba(c[0], c[1], c[2], c[3]));
    anything = anything || c[3] != 0;
  }
  if (!anything) cells = {};
  return cells;
}

gis::Result<std::vector<GreyCell>> readGreyBlock(const gis::RasterReader& reader, const BlockLadder& ladder,
                                                 const BlockKey& key, const gis::CancelToken& cancel) {
  constexpr std::uint8_t kMostlyThere = 128;
  const auto read = reader.readPicture(ladder.box(key), kBlockCells, kBlockCells, cancel);
  if (!read) return std::unexpected(read.error());
  std::vector<GreyCell> cells(kCells);
  for (std::size_t i = 0; i < kCells; ++i)
    if (read->rgba[i * 4 + 3] >= kMostlyThere) cells[i] = std::max<std::uint8_t>(1, read->rgba[i * 4]);
  if (std::ranges::all_of(cells, [](GreyCell cell) { return cell == 0; })) return {};
  return cells;
}

gis::Result<std::vector<BandCell>> readBandBlock(const gis::RasterReader& reader, const BlockLadder& ladder,
                                                 const BlockKey& key, const gis::CancelToken& cancel) {
  auto read = reader.readValues(ladder.box(key), kBlockCells, kBlockCells, 1, cancel);
  if (!read) return std::unexpected(read.error());
  for (float& value : read->values)
    if (!std::isfinite(value)) value = std::nanf("");
  if (std::ranges::all_of(read->values, [](float v) { return std::isnan(v); })) return {};
  return std::move(read->values);
}

}  // namespace layers
