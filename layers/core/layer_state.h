// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <QImage>
#include <QString>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/vector/feature_set.h"
#include "layers/core/map_view.h"

namespace layers {

class TileSurface;

// A name in both languages; text(...) picks one ("zh" or "en") and falls back to the other.
struct BilingualText {
  QString zh;
  QString en;
  QString text(const QString& language) const {
    const QString& first = language.startsWith(QLatin1String("zh")) ? zh : en;
    return first.isEmpty() ? (zh.isEmpty() ? en : zh) : first;
  }
};

enum class Theme { kDark, kLight };

// What a tile painter needs beside the view. `tile_view` is the tile seen as a small map; painters draw symbols that
// stick out of their feature by asking for a margin around tile_view.box().
struct PaintContext {
  MapView view;
  Theme theme = Theme::kDark;
  double symbol_scale = 1;  // presentation mode draws symbols and type larger
  QString language = QStringLiteral("zh");
  gis::CancelToken cancel;
};

// One line of a legend: a swatch drawn by the layer, its name and how many features have it (-1 unknown).
struct LegendEntry {
  BilingualText name;
  QImage swatch;  // 20 x 14 device-independent pixels, transparent ground
  long long count = -1;
};

// A text that wants a place on the map. Placed per viewport, highest priority first, never overlapping.
struct LabelCandidate {
  QString text;
  gis::MapXY where;
  int priority = 0;  // greater wins; districts highest
  double size_px = 12;
  bool bold = false;
  QColor colour;
  QColor halo;
  double offset_y_px = 0;     // beside a symbol: > 0 below it
  double min_spacing_px = 0;  // the same text is not repeated within this distance
  double halo_px = 1.4;       // width of the halo around the letters; 0 draws none
  double max_width_em = 0;    // longer names are broken into lines; 0: never
  // A name that runs along a line: the stretch of it around `where` that the letters may use. Empty: a plain name.
  std::vector<gis::MapXY> path;
};

// What identify found: which layer, which feature, how far.
struct Hit {
  std::string layer_id;
  std::string table;  // workspace table, empty for a foreign file
  std::int64_t fid = 0;
  static constexpr std::uint32_t kNotInColumns = 0xffffffff;
  std::uint32_t feature = 0;  // index into the layer's columns; kNotInColumns: added since they were made
  double distance_m = 0;
};

// The look and content of one layer at one moment: immutable, shared, drawn from any thread. To know whether to
// redraw, compare two pointers. Painting a cancelled tile may return early; what was drawn is thrown away.
class LayerState {
 public:
  virtual ~LayerState() = default;
  virtual gis::MapBox extent() const = 0;
  // Draws the part inside context.view on the surface, which is as large as the view.
  virtual void paint(TileSurface& surface, const PaintContext& context) const = 0;
  // Texts whose anchor lies in context.view.
  virtual std::vector<LabelCandidate> labels(const PaintContext&) const { return {}; }
  virtual std::vector<LegendEntry> legend(const PaintContext&) const { return {}; }
  // What is at a place, within radius_m; nearest first. Visible at this resolution only.
  virtual std::vector<Hit> identify(gis::MapXY, double /*radius_m*/, double /*metres_per_px*/) const { return {}; }
  // What a hit is and what to do about it, of a layer that no table stands behind.
  virtual BilingualText sentence(const Hit&) const { return {}; }
  // What has a point in common with a box, by its index in the layer's columns. Visible at this resolution only.
  virtual gis::FeatureSet within(const gis::MapBox&, double /*metres_per_px*/) const { return {}; }
  virtual long long featureCount() const { return -1; }
  // What went wrong while painting (a file that has gone away), if anything did. Any thread.
  virtual std::optional<gis::Error> trouble() const { return std::nullopt; }
  // False where the style's zoom range hides everything at this resolution.
  virtual bool visibleAt(double /*metres_per_px*/) const { return true; }
};

using LayerStatePtr = std::shared_ptr<const LayerState>;

}  // namespace layers
