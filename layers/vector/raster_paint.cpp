// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/raster_paint.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "layers/core/frame.h"
#include "layers/vector/catalogue.h"
#include "map_styles.h"

namespace layers {
namespace {

class Values {
 public:
  Values(const StyleLayer& layer, const LookContext& look) : m_layer(layer), m_look(look) {}

  Value value(StyleProperty p, double raster_value = std::nan("")) const {
    return variantOf(m_layer.property(p), m_look).evaluate({m_look.zoom, {}, raster_value});
  }
  double number(StyleProperty p, double fallback, double least, double most) const {
    const double number = toNumber(value(p), fallback);
    return std::clamp(std::isfinite(number) ? number : fallback, least, most);
  }
  QColor colour(StyleProperty p, const QColor& fallback) const { return toColour(value(p), fallback); }
  std::string text(StyleProperty p) const { return toText(value(p)); }
  // The colours of 256 values from low to high.
  std::array<QRgb, 256> ramp(StyleProperty p, double low, double high, const QColor& fallback) const {
    std::array<QRgb, 256> colours{};
    for (std::size_t i = 0; i < colours.size(); ++i)
      colours[i] = toColour(value(p, low + (high - low) * static_cast<double>(i) / 255), fallback).rgba();
    return colours;
  }
  bool given(StyleProperty p) const { return m_layer.property(p).given(); }

 private:
  const StyleLayer& m_layer;
  const LookContext& m_look;
};

}  // namespace

RasterPaint resolveRaster(const StyleLayer& layer, const LookContext& look) {
  RasterPaint paint;
  if (layer.type != StyleLayerType::kRaster || !layer.shownAt(look.zoom)) return paint;
  const Values values(layer, look);
  using enum StyleProperty;
  paint.opacity = values.number(kRasterOpacity, 1, 0, 1);
  paint.brightness_min_ratio = values.number(kRasterBrightnessMin, 0, 0, 1);
  paint.brightness_max_ratio = values.number(kRasterBrightnessMax, 1, 0, 1);
  paint.contrast_ratio = values.number(kRasterContrast, 0, -1, 1);
  paint.saturation_ratio = values.number(kRasterSaturation, 0, -1, 1);
  constexpr double kManyTurnsDeg = 360000;
  paint.hue_rotate_deg = values.number(kRasterHueRotate, 0, -kManyTurnsDeg, kManyTurnsDeg);
  paint.smooth = values.text(kRasterResampling) != "nearest";
  const Value range = values.value(kRasterColourRange);
  if (const auto* ends = std::get_if<std::vector<double>>(&range); ends && ends->size() == 2 && (*ends)[0] < (*ends)[1])
    paint.range = {(*ends)[0], (*ends)[1]};
  if (values.given(kRasterColour)) {
    const std::array<double, 2> ends = paint.range.value_or(std::array<double, 2>{0, 1});
    paint.ramp = values.ramp(kRasterColour, ends[0], ends[1], Qt::transparent);
    for (QRgb& colour : *paint.ramp) colour = adjusted(colour, paint);
  }
  paint.visible = paint.opacity > 0;
  return paint;
}

HillshadePaint resolveHillshade(const StyleLayer& layer, const LookContext& look) {
  HillshadePaint paint;
  if (layer.type != StyleLayerType::kHillshade || !layer.shownAt(look.zoom)) return paint;
  const Values values(layer, look);
  using enum StyleProperty;
  paint.direction_deg = values.number(kHillshadeDirection, paint.direction_deg, 0, 360);
  paint.altitude_deg = values.number(kHillshadeAltitude, paint.altitude_deg, 0, 90);
  paint.exaggeration_ratio = values.number(kHillshadeExaggeration, paint.exaggeration_ratio, 0, 20);
  paint.multidirectional = values.text(kHillshadeMethod) != "standard";
  paint.shadow = values.colour(kHillshadeShadowColour, Qt::black);
  paint.highlight = values.colour(kHillshadeHighlightColour, Qt::white);
  paint.shadow_strength_ratio = values.number(kHillshadeShadowStrength, 1, 0, 4);
  paint.highlight_strength_ratio = values.number(kHillshadeHighlightStrength, 1, 0, 4);
  paint.ground = values.ramp(kHillshadeGroundColour, 0, 1, groundColour(look.theme));
  paint.visible = true;
  return paint;
}

QRgb adjusted(QRgb colour, const RasterPaint& paint) {
  std::array<double, 3> rgb = {qRed(colour) / 255.0, qGreen(colour) / 255.0, qBlue(colour) / 255.0};
  if (paint.hue_rotate_deg != 0) {
    const double angle_rad = paint.hue_rotate_deg * std::numbers::pi / 180;
    const double s = std::sin(angle_rad), c = std::cos(angle_rad), root = std::sqrt(3.0);
    const std::array<double, 3> weights = {(2 * c + 1) / 3, (-root * s - c + 1) / 3, (root * s - c + 1) / 3};
    const std::array<double, 3> old = rgb;
    for (std::size_t i = 0; i < 3; ++i)
      rgb[i] = old[0] * weights[(3 - i) % 3] + old[1] * weights[(4 - i) % 3] + old[2] * weights[(5 - i) % 3];
  }
  const double average = (rgb[0] + rgb[1] + rgb[2]) / 3;
  const double saturation = paint.saturation_ratio;
  const double towards_grey = saturation > 0 ? 1 - 1 / (1.001 - saturation) : -saturation;
  const double contrast = paint.contrast_ratio;
  const double spread = contrast > 0 ? 1 / std::max(1e-3, 1 - contrast) : 1 + contrast;
  std::array<int, 3> bytes{};
  for (std::size_t i = 0; i < 3; ++i) {
    double v = rgb[i] + (average - rgb[i]) * towards_grey;
    v = std::clamp((v - 0.5) * spread + 0.5, 0.0, 1.0);
    v = paint.brightness_min_ratio + (paint.brightness_max_ratio - paint.brightness_min_ratio) * v;
    bytes[i] = static_cast<int>(std::lround(std::clamp(v, 0.0, 1.0) * 255));
  }
  return qRgba(bytes[0], bytes[1], bytes[2], qAlpha(colour));
}

const StyleLayer* firstOf(const Style& style, StyleLayerType type) {
  const auto found = std::ranges::find(style.layers, type, &StyleLayer::type);
  return found == style.layers.end() ? nullptr : &*found;
}

std::shared_ptr<const Style> reliefStyle() {
  static const std::shared_ptr<const Style> kStyle = [] {
    for (const gis::EmbeddedFile& file : gis::map_styles())
      if (file.name == "terrain.json")
        if (auto entry = parseCatalogueEntry(file.text(), "terrain.json")) return entry->style;
    return std::make_shared<const Style>();  // a test holds terrain.json to being right
  }();
  return kStyle;
}

}  // namespace layers
