// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/raster/raster_tiles.h"

namespace layers {
namespace {

// Mixes the blocks under a view to an image; `colour(Mix) -> QRgb` premultiplied. What is done for each pixel must be
// always_inline: left to itself the compiler calls it, which costs as much again.
template <class Mix, class Cell, class Expand, class Colour>
QImage tileOf(const RasterBlocks<Cell>& blocks, const MapView& view, const gis::CancelToken& cancel,
              const Expand& expand, const Colour& colour) {
  const int columns = std::max(1, static_cast<int>(std::lround(view.width_px * view.device_ratio)));
  const int rows = std::max(1, static_cast<int>(std::lround(view.height_px * view.device_ratio)));
  const auto under = blocks.under(view, columns, rows, cancel);
  if (!under || under->grid.empty() || cancel.cancelled()) return {};
  QImage image(columns, rows, QImage::Format_ARGB32_Premultiplied);
  if (image.isNull()) return {};
  auto* pixels = reinterpret_cast<QRgb*>(image.bits());
  const std::ptrdiff_t per_row = image.bytesPerLine() / 4;
  QRgb known = 0xffffffff;
  sampleBlocks<Mix>(
      under->grid, under->across, under->down,
      expand, [&](int column, int row, Mix mix) __attribute__((always_inline)) {
        const QRgb rgb = colour(mix);
        known &= rgb;
        pixels[row * per_row + column] = rgb;
      });
  if (qAlpha(known) == 255) image.reinterpretAsFormat(QImage::Format_RGB32);
  image.setDevicePixelRatio(view.device_ratio);
  return image;
}

// A colour seen through its edge: how much of the pixel is known, of 255.
QRgb partly(QRgb opaque, std::uint32_t known) {
  return qPremultiply((opaque & 0x00ffffff) | static_cast<QRgb>(known) << 24);
}

}  // namespace

QImage reliefTile(const RasterBlocks<ReliefCell>& blocks, const ReliefColours& colours, const MapView& view,
                  const gis::CancelToken& cancel) {
  return tileOf<Channels>(
      blocks, view, cancel, [](ReliefCell cell) { return expandRelief(cell); },
      [&colours](Channels mix) __attribute__((always_inline))->QRgb {
        const std::uint32_t known = mix.channel(2);
        if (known == 255) return colours.at(mix.channel(0), mix.channel(1));
        if (known == 0) return 0;
        const auto whole = [known](std::uint32_t part) { return std::min(255U, (part * 255 + known / 2) / known); };
        return partly(colours.at(whole(mix.channel(0)), whole(mix.channel(1))), known);
      });
}

QImage pictureTile(const RasterBlocks<PictureCell>& blocks, const MapView& view, const gis::CancelToken& cancel) {
  return tileOf<Channels>(
      blocks, view, cancel, [](PictureCell cell) { return expandPicture(cell); },
      [](Channels mix) __attribute__((always_inline))->QRgb {
        return mix.channel(0) | mix.channel(1) << 8 | mix.channel(2) << 16 | mix.channel(3) << 24;
      });
}

QImage greyTile(const RasterBlocks<GreyCell>& blocks, const MapView& view, const gis::CancelToken& cancel) {
  return tileOf<GreyChannels>(
      blocks, view, cancel, [](GreyCell cell) { return expandGrey(cell); },
      [](GreyChannels mix) __attribute__((always_inline))->QRgb {
        // Weighted by how much is known, so premultiplied already.
        return mix.grey() * 0x010101U | mix.known() << 24;
      });
}

QImage bandTile(const RasterBlocks<BandCell>& blocks, const RampColours& colours, ValueRange range, const MapView& view,
                const gis::CancelToken& cancel) {
  return tileOf<WeightedValue>(
      blocks, view, cancel, [](BandCell cell) { return expandBand(cell); },
      [&](WeightedValue mix) __attribute__((always_inline))->QRgb {
        const auto known = static_cast<std::uint32_t>(mix.known_ratio * 255 + 0.5F);
        if (known == 0) return 0;
        const float ratio = std::clamp(range.ratio(mix.value / mix.known_ratio), 0.0F, 1.0F);
        const QRgb colour = colours[static_cast<std::size_t>(ratio * 255 + 0.5F)];
        return known == 255 ? colour : partly(colour, known);
      });
}

}  // namespace layers
