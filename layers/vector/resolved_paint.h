// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <string>
#include <vector>

#include "layers/vector/style.h"

namespace layers {

// What a style layer says for one class at one zoom: plain numbers and colours, nothing left to evaluate. This is all a
// painter gets, so the way of painting can change without touching styles. Lengths are device-independent pixels with
// symbol_scale applied.
struct ResolvedPaint {
  bool visible = false;
  QColor colour;        // fill, line, circle or mark, opacity included
  QColor outline;       // of fills (one pixel) and circles; invalid: none
  double width_px = 1;  // of lines; of a circle's outline
  double radius_px = 4;
  std::vector<double> dash;  // in line widths
  Qt::PenCapStyle cap = Qt::FlatCap;
  Qt::PenJoinStyle join = Qt::MiterJoin;
  std::string pattern;  // of fills: "", "diagonal", "cross", ... (see patternPicture)
  std::string icon;     // file name without ".svg", or "mark-..."
  double icon_px = 18;
  double icon_opacity = 1;
  bool along_line = false;
  double spacing_px = 250;
  double sort_key = 0;  // greater is painted later
  friend bool operator==(const ResolvedPaint&, const ResolvedPaint&) = default;
};

struct ResolvedText {
  double size_px = 12;
  bool bold = false;
  QColor colour;
  QColor halo;
  double halo_px = 1.4;
  double offset_y_px = 0;
  double spacing_px = 250;
  double max_width_em = 10;
  bool along_line = false;
  friend bool operator==(const ResolvedText&, const ResolvedText&) = default;
};

struct LookContext {
  double zoom = 0;
  Theme theme = Theme::kDark;
  bool english = false;
  double symbol_scale = 1;
  friend bool operator==(const LookContext&, const LookContext&) = default;
};

// The expression of a property that holds in this theme and language.
const Expression& variantOf(const PropertyValue& property, const LookContext& look);

// Evaluates a style layer for a class (attributes as in Style::attributes). Invisible where zoom, filter, or an opacity
// of nothing hide it.
ResolvedPaint resolvePaint(const StyleLayer& layer, std::span<const Value> attributes, const LookContext& look);
ResolvedText resolveText(const StyleLayer& layer, std::span<const Value> attributes, const LookContext& look);

}  // namespace layers
