// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QImage>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "layers/core/glyph_atlas.h"
#include "layers/core/layer_state.h"

namespace layers {

// One layer as a frame draws it.
struct FrameLayer {
  LayerStatePtr state;
  double opacity = 1;  // 0..1
};

// Everything a picture depends on: frozen on the window's thread, drawn by workers. Bottom layer first.
struct FrameRequest {
  std::vector<FrameLayer> layers;
  Theme theme = Theme::kDark;
  double symbol_scale = 1;
  QString language = QStringLiteral("zh");
  std::shared_ptr<GlyphAtlas> glyphs;  // the letters drawn so far, kept from frame to frame; null: made when needed
};

// A square of the map at one resolution: tiles of kTileSizePx device-independent pixels counted from the map's origin
// (x_m = y_m = 0), so that a pan reuses them.
inline constexpr int kTileSizePx = 256;
struct TileKey {
  double metres_per_px = 0;
  double device_ratio = 1;
  int column = 0;
  int row = 0;  // grows southward
  friend bool operator==(const TileKey&, const TileKey&) = default;
  gis::MapBox box() const {
    const double side_m = metres_per_px * kTileSizePx;
    return {column * side_m, -(row + 1) * side_m, (column + 1) * side_m, -row * side_m};
  }
};

// The tiles that cover a view, nearest to its centre first.
std::vector<TileKey> tilesFor(const MapView& view, int margin_tiles = 0);

// The view moved by less than a device pixel, so that tiles fall on whole device pixels and need no resampling. Views
// that are drawn from tiles should be snapped first.
MapView snapped(const MapView& view);

// Where a tile lies in a snapped view: its top left corner in device pixels, and the side of every tile at a ratio.
struct DevicePoint {
  int column = 0;
  int row = 0;
};
DevicePoint tilePlace(const MapView& view, const TileKey& tile);
int tileSideInDevicePixels(double device_ratio);

// Draws the ground colour and all layers of one tile, labels excepted. Any thread; returns a null image when cancelled.
QImage paintTile(const FrameRequest& request, const TileKey& tile, const gis::CancelToken& cancel);

// A label with its place on the screen.
struct PlacedLabel {
  LabelCandidate label;
  gis::MapXY anchor;
};
// Chooses labels for a view: by priority, none overlapping, at most one a spacing. `before` are those of the view that
// was shown last: among labels of one priority they come first, so that names stay while the map is moved and only a
// more important name drives one out. Any thread. Repeatable.
std::vector<PlacedLabel> placeLabels(const FrameRequest& request, const MapView& view, const gis::CancelToken& cancel,
                                     std::span<const PlacedLabel> before = {});
// On a picture as large as the view (premultiplied ARGB).
void paintLabels(QImage& picture, const MapView& view, const std::vector<PlacedLabel>& labels, double symbol_scale,
                 GlyphAtlas& atlas);

// The whole picture on the calling thread, tile by tile through the same code as the window: background, tiles,
// labels (no furniture). Used by `fengsui render` and by tests.
QImage paintFrame(const FrameRequest& request, const MapView& view, const gis::CancelToken& cancel = {});

// The same picture for sheets too large for memory: rows of tiles from the north down, as wide as the view, labels on
// them. `sink` takes a row and how many device pixels below the view's top it begins (the first one may begin above
// it); its failure ends the drawing. Fails with kCancelled and what the sink meets. Memory: one row.
using RowSink = std::function<gis::Result<void>(const QImage& row, int top_px)>;
gis::Result<void> paintFrameRows(const FrameRequest& request, const MapView& view, const RowSink& sink,
                                 const gis::CancelToken& cancel = {});

// The ground colour of a theme.
QColor groundColour(Theme theme);

}  // namespace layers
