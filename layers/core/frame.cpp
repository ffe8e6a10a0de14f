// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/core/frame.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "gis/coverage/composite.h"
#include "layers/core/tile_surface.h"

namespace layers {
namespace {

// Tiles of one view are never more than this: a view far out of any sense gives an empty picture instead of a hang.
constexpr int kMostTilesPerSide = 256;

QImage emptyTile(double device_ratio) {
  const int side = tileSideInDevicePixels(device_ratio);
  QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(device_ratio);
  return image;
}

PaintContext contextOf(const FrameRequest& request, const MapView& view, const gis::CancelToken& cancel) {
  return {view, request.theme, request.symbol_scale, request.language, cancel};
}

}  // namespace

QColor groundColour(Theme theme) { return theme == Theme::kDark ? QColor(0x10, 0x16, 0x1d) : QColor(0xf7, 0xf6, 0xf1); }

int tileSideInDevicePixels(double device_ratio) {
  return std::max(1, static_cast<int>(std::lround(kTileSizePx * device_ratio)));
}

MapView snapped(const MapView& view) {
  const double device_m = view.metres_per_px / view.device_ratio;
  const auto snap = [device_m](double edge_m) { return std::round(edge_m / device_m) * device_m - edge_m; };
  MapView result = view;
  const gis::MapBox box = view.box();
  result.centre.x_m += snap(box.min_x_m);
  result.centre.y_m += snap(box.max_y_m);
  return result;
}

DevicePoint tilePlace(const MapView& view, const TileKey& tile) {
  const gis::MapBox box = view.box();
  const double side_px = tileSideInDevicePixels(view.device_ratio);
  const double device_m = view.metres_per_px / view.device_ratio;
  // Counted from the snapped corner, so that neighbours lie exactly one side apart.
  return {static_cast<int>(tile.column * side_px - std::round(box.min_x_m / device_m)),
          static_cast<int>(tile.row * side_px + std::round(box.max_y_m / device_m))};
}

std::vector<TileKey> tilesFor(const MapView& view, int margin_tiles) {
  std::vector<TileKey> tiles;
  const gis::MapBox box = view.box();
  const double side_m = view.metres_per_px * kTileSizePx;
  if (!(side_m > 0) || view.width_px <= 0 || view.height_px <= 0 || !std::isfinite(box.min_x_m + box.max_y_m))
    return tiles;
  const auto cell = [side_m](double at_m) {
    return static_cast<int>(std::clamp(std::floor(at_m / side_m), -1e9, 1e9));
  };
  const int first_column = cell(box.min_x_m) - margin_tiles, first_row = cell(-box.max_y_m) - margin_tiles;
  const int last_column = std::min(cell(box.max_x_m) + margin_tiles, first_column + kMostTilesPerSide);
  const int last_row = std::min(cell(-box.min_y_m) + margin_tiles, first_row + kMostTilesPerSide);
  for (int row = first_row; row <= last_row; ++row)
    for (int column = first_column; column <= last_column; ++column)
      tiles.push_back({view.metres_per_px, view.device_ratio, column, row});
  const auto distance = [&view](const TileKey& tile) {
    const gis::MapXY centre = tile.box().centre();
    return std::hypot(centre.x_m - view.centre.x_m, centre.y_m - view.centre.y_m);
  };
  std::stable_sort(tiles.begin(), tiles.end(),
                   [&](const TileKey& a, const TileKey& b) { return distance(a) < distance(b); });
  return tiles;
}

QImage paintTile(const FrameRequest& request, const TileKey& tile, const gis::CancelToken& cancel) {
  if (cancel.cancelled()) return {};
  QImage image = emptyTile(tile.device_ratio);
  image.fill(groundColour(request.theme));
  MapView view;
  view.centre = tile.box().centre();
  view.metres_per_px = tile.metres_per_px;
  view.width_px = view.height_px = kTileSizePx;
  view.device_ratio = tile.device_ratio;
  const PaintContext context = contextOf(request, view, cancel);
  TileSurface surface(image);
  for (const FrameLayer& layer : request.layers) {
    if (cancel.cancelled()) return {};
    if (!layer.state || layer.opacity <= 0 || !layer.state->visibleAt(tile.metres_per_px)) continue;
    if (layer.opacity >= 1) {
      layer.state->paint(surface, context);
      continue;
    }
    // A half-transparent layer is flattened first: its own overlaps must not show through each other.
    QImage flat = emptyTile(tile.device_ratio);
    flat.fill(Qt::transparent);
    {
      TileSurface flat_surface(flat);
      layer.state->paint(flat_surface, context);
    }
    gis::blendOver(surface.pixels(), canvasOf(flat), static_cast<int>(std::lround(layer.opacity * 255)));
  }
  if (cancel.cancelled()) return {};
  // Nothing of it is clear: laying it down is a copy.
  image.reinterpretAsFormat(QImage::Format_RGB32);
  return image;
}

QImage paintFrame(const FrameRequest& request, const MapView& view, const gis::CancelToken& cancel) {
  const MapView at = snapped(view);
  QImage image(std::max(1, static_cast<int>(std::lround(at.width_px * at.device_ratio))),
               std::max(1, static_cast<int>(std::lround(at.height_px * at.device_ratio))),
               QImage::Format_ARGB32_Premultiplied);
  image.fill(groundColour(request.theme));
  QPainter painter(&image);
  for (const TileKey& tile : tilesFor(at)) {
    QImage picture = paintTile(request, tile, cancel);
    if (picture.isNull()) return {};
    picture.setDevicePixelRatio(1);
    const DevicePoint place = tilePlace(at, tile);
    painter.drawImage(place.column, place.row, picture);
  }
  painter.end();
  image.setDevicePixelRatio(at.device_ratio);
  FrameRequest labelled = request;
  if (!labelled.glyphs) labelled.glyphs = std::make_shared<GlyphAtlas>();
  const std::vector<PlacedLabel> labels = placeLabels(labelled, at, cancel);
  if (cancel.cancelled()) return {};
  paintLabels(image, at, labels, request.symbol_scale, *labelled.glyphs);
  return image;
}

gis::Result<void> paintFrameRows(const FrameRequest& request, const MapView& view, const RowSink& sink,
                                 const gis::CancelToken& cancel) {
  const MapView at = snapped(view);
  FrameRequest labelled = request;
  if (!labelled.glyphs) labelled.glyphs = std::make_shared<GlyphAtlas>();
  const std::vector<PlacedLabel> labels = placeLabels(labelled, at, cancel);
  std::vector<TileKey> tiles = tilesFor(at);
  std::stable_sort(tiles.begin(), tiles.end(), [](const TileKey& a, const TileKey& b) { return a.row < b.row; });
  const int side = tileSideInDevicePixels(at.device_ratio);
  const int width = std::max(1, static_cast<int>(std::lround(at.width_px * at.device_ratio)));
  for (auto from = tiles.begin(); from != tiles.end();) {
    const auto until = std::find_if(from, tiles.end(), [&](const TileKey& tile) { return tile.row != from->row; });
    QImage row(width, side, QImage::Format_ARGB32_Premultiplied);
    if (row.isNull()) return gis::fail(gis::ErrorCode::kInvalidArgument, "picture", "no memory for a row of it");
    row.fill(groundColour(request.theme));
    const int top_px = tilePlace(at, *from).row;
    {
      QPainter painter(&row);
      for (auto tile = from; tile != until; ++tile) {
        QImage picture = paintTile(request, *tile, cancel);
        if (picture.isNull()) return gis::fail(gis::ErrorCode::kCancelled, "picture");
        picture.setDevicePixelRatio(1);
        painter.drawImage(tilePlace(at, *tile).column, 0, picture);
      }
    }
    // The row seen as a view of its own, so that labels that reach over its edges are drawn in both rows.
    MapView strip = at;
    strip.height_px = kTileSizePx;
    strip.centre.y_m = at.box().max_y_m - (top_px / at.device_ratio + kTileSizePx / 2.0) * at.metres_per_px;
    paintLabels(row, strip, labels, request.symbol_scale, *labelled.glyphs);
    if (auto taken = sink(row, top_px); !taken) return taken;
    from = until;
  }
  if (cancel.cancelled()) return gis::fail(gis::ErrorCode::kCancelled, "picture");
  return {};
}

}  // namespace layers
