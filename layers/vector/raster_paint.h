// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <array>
#include <memory>
#include <optional>

#include "layers/vector/resolved_paint.h"

namespace layers {

// What a "raster" style layer says at one zoom, ready for a painter.
struct RasterPaint {
  bool visible = false;
  double opacity = 1;
  double brightness_min_ratio = 0;  // what black and white become
  double brightness_max_ratio = 1;
  double contrast_ratio = 0;    // -1 (grey) .. 1
  double saturation_ratio = 0;  // -1 (grey) .. 1
  double hue_rotate_deg = 0;
  bool smooth = true;  // false: cells stay squares when enlarged
  // Of a measured band: raster-color at 256 values from the first to the last of raster-color-range (or from 0 to 1:
  // the band's usual values). None: the colours of the file, or the painter's own ramp.
  std::optional<std::array<QRgb, 256>> ramp;
  std::optional<std::array<double, 2>> range;  // in the unit of the band
  friend bool operator==(const RasterPaint&, const RasterPaint&) = default;
};

// What a "hillshade" style layer says.
struct HillshadePaint {
  bool visible = false;
  double direction_deg = 335;  // where the light comes from, clockwise from north
  double altitude_deg = 45;
  double exaggeration_ratio = 1;
  bool multidirectional = true;
  QColor shadow, highlight;
  double shadow_strength_ratio =
      1;  // how far the darkest slope goes towards the colour; beyond 1 gentler ones get there
  double highlight_strength_ratio = 1;
  std::array<QRgb, 256> ground{};  // level ground from low to high
  friend bool operator==(const HillshadePaint&, const HillshadePaint&) = default;
};

RasterPaint resolveRaster(const StyleLayer& layer, const LookContext& look);
HillshadePaint resolveHillshade(const StyleLayer& layer, const LookContext& look);

// A colour with a paint's hue, saturation, contrast and brightness, in this order, opacity left alone. Formulas:
// MapLibre style specification 8, raster layer, as its reference renderer has them.
QRgb adjusted(QRgb colour, const RasterPaint& paint);

// The style layer of a kind that a style has, the first one; null when it has none.
const StyleLayer* firstOf(const Style& style, StyleLayerType type);

// How the relief looks when nobody says otherwise: resources/styles/terrain.json. Read once. Never null.
std::shared_ptr<const Style> reliefStyle();

}  // namespace layers
