// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <string>
#include <vector>

#include "layers/core/layer_state.h"
#include "layers/vector/expression.h"

namespace layers {

// Styles are data: a JSON array of layers as in the MapLibre style specification (version 8), the subset below.
//   { "id": "...", "type": "fill" | "line" | "circle" | "symbol" | "raster" | "hillshade", "minzoom": z, "maxzoom": z,
//     "filter": expression, "layout": {...}, "paint": {...} }
// Zoom is that of zoomFor() in map_view.h. Some things go beyond the specification, because a desktop needs them:
//  - a value may be {"dark": v, "light": v} (theme) or {"zh": v, "en": v} (language of texts);
//  - icon-image "mark-..." draws a sign along a line (see line_marks.h), beside it on the side "icon-side" says;
//  - icon-size and sizes of marks are pixels of the icon's height, not factors; fill-pattern is one of ours;
//  - raster-color paints a measured band by ["raster-value"], which raster-color-range keeps within two values;
//  - hillshade-ground-color is the tint of level ground: there ["raster-value"] runs from 0 (low) to 1 (high ground);
//    hillshade-shadow-strength and hillshade-highlight-strength say how far the steepest slope goes to that colour.
enum class StyleLayerType { kFill, kLine, kCircle, kSymbol, kRaster, kHillshade };

enum class StyleProperty {
  kFillColour,
  kFillOpacity,
  kFillOutlineColour,
  kFillPattern,
  kFillSortKey,
  kLineColour,
  kLineWidth,
  kLineOpacity,
  kLineDash,
  kLineCap,
  kLineJoin,
  kLineSortKey,
  kCircleRadius,
  kCircleColour,
  kCircleOpacity,
  kCircleStrokeColour,
  kCircleStrokeOpacity,
  kCircleStrokeWidth,
  kCircleSortKey,
  kIconImage,
  kIconSize,
  kIconColour,
  kIconOpacity,
  kIconSide,
  kSymbolPlacement,
  kSymbolSpacing,
  kSymbolSortKey,
  kTextField,
  kTextSize,
  kTextFont,
  kTextColour,
  kTextOpacity,
  kTextHaloColour,
  kTextHaloWidth,
  kTextOffset,
  kTextMaxWidth,
  kRasterOpacity,
  kRasterBrightnessMin,
  kRasterBrightnessMax,
  kRasterContrast,
  kRasterSaturation,
  kRasterHueRotate,
  kRasterResampling,
  kRasterColour,
  kRasterColourRange,
  kHillshadeDirection,
  kHillshadeAltitude,
  kHillshadeExaggeration,
  kHillshadeMethod,
  kHillshadeShadowColour,
  kHillshadeShadowStrength,
  kHillshadeHighlightColour,
  kHillshadeHighlightStrength,
  kHillshadeAccentColour,
  kHillshadeGroundColour,
  kCount
};
inline constexpr std::size_t kStylePropertyCount = static_cast<std::size_t>(StyleProperty::kCount);

// One property in its variants; dark-Chinese is the one that always exists when the property was given.
struct PropertyValue {
  Expression dark;
  Expression light;    // empty: as dark
  Expression english;  // empty: as dark
  bool given() const { return !dark.empty(); }
};

struct StyleLayer {
  std::string id;
  StyleLayerType type = StyleLayerType::kFill;
  double min_zoom = 0;
  double max_zoom = 30;
  bool visible = true;  // layout property "visibility"
  Expression filter;    // empty: every feature
  std::array<PropertyValue, kStylePropertyCount> properties;

  const PropertyValue& property(StyleProperty p) const { return properties[static_cast<std::size_t>(p)]; }
  bool shownAt(double zoom) const { return visible && zoom >= min_zoom && zoom < max_zoom; }
};

// A parsed style. Immutable once shared.
struct Style {
  std::vector<StyleLayer> layers;
  std::vector<std::string> attributes;      // what expressions refer to by index
  std::vector<bool> attribute_is_for_look;  // false: only used for texts and their order, feature by feature
};

// Parses the array of layers. Fails with kDamagedFile; the detail names the JSON path and what was expected.
gis::Result<Style> parseStyle(const nlohmann::json& layers, const JsonPlace& place);

// The same for somebody who mends a style: notes everything that is wrong and yields what is right. `columns` are those
// of the table, null when they are not known.
Style readStyle(const nlohmann::json& layers, const JsonPlace& place, const std::vector<std::string>* columns,
                StyleProblems& problems);

}  // namespace layers
