// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/resolved_paint.h"

#include <algorithm>
#include <cmath>

#include "layers/core/frame.h"

namespace layers {
namespace {

// Reads one style layer's properties for one class.
class Look {
 public:
  Look(const StyleLayer& layer, std::span<const Value> attributes, const LookContext& look)
      : m_layer(layer), m_look(look), m_context{look.zoom, attributes} {}

  Value value(StyleProperty p) const { return variantOf(m_layer.property(p), m_look).evaluate(m_context); }
  double number(StyleProperty p, double fallback) const {
    const double number = toNumber(value(p), fallback);
    return std::isfinite(number) ? number : fallback;
  }
  double length(StyleProperty p, double fallback) const {
    constexpr double kLongestPx = 2000;
    return std::clamp(number(p, fallback), 0.0, kLongestPx) * m_look.symbol_scale;
  }
  std::string text(StyleProperty p) const { return toText(value(p)); }
  QColor colour(StyleProperty p, const QColor& fallback, double opacity = 1) const {
    QColor result = toColour(value(p), fallback);
    if (result.isValid()) result.setAlphaF(static_cast<float>(std::clamp(result.alphaF() * opacity, 0.0, 1.0)));
    return result;
  }
  bool accepts() const {
    return m_layer.shownAt(m_look.zoom) && (m_layer.filter.empty() || toBool(m_layer.filter.evaluate(m_context)));
  }

 private:
  const StyleLayer& m_layer;
  const LookContext& m_look;
  EvaluationContext m_context;
};

void resolveFill(const Look& look, ResolvedPaint& paint) {
  const double opacity = look.number(StyleProperty::kFillOpacity, 1);
  paint.colour = look.colour(StyleProperty::kFillColour, Qt::black, opacity);
  paint.outline = look.colour(StyleProperty::kFillOutlineColour, QColor(), opacity);
  paint.pattern = look.text(StyleProperty::kFillPattern);
  paint.sort_key = look.number(StyleProperty::kFillSortKey, 0);
  paint.visible = paint.colour.alpha() > 0 || (paint.outline.isValid() && paint.outline.alpha() > 0);
}

void resolveLine(const Look& look, ResolvedPaint& paint) {
  paint.colour = look.colour(StyleProperty::kLineColour, Qt::black, look.number(StyleProperty::kLineOpacity, 1));
  paint.width_px = look.length(StyleProperty::kLineWidth, 1);
  const Value dash = look.value(StyleProperty::kLineDash);
  if (const auto* lengths = std::get_if<std::vector<double>>(&dash)) {
    const bool sensible = lengths->size() >= 2 && lengths->size() % 2 == 0 &&
                          std::all_of(lengths->begin(), lengths->end(), [](double d) { return d >= 0 && d < 1000; }) &&
                          std::any_of(lengths->begin(), lengths->end(), [](double d) { return d > 0.05; });
    if (sensible) paint.dash = *lengths;
  }
  const std::string cap = look.text(StyleProperty::kLineCap), join = look.text(StyleProperty::kLineJoin);
  paint.cap = cap == "round" ? Qt::RoundCap : cap == "square" ? Qt::SquareCap : Qt::FlatCap;
  paint.join = join == "round" ? Qt::RoundJoin : join == "bevel" ? Qt::BevelJoin : Qt::MiterJoin;
  paint.sort_key = look.number(StyleProperty::kLineSortKey, 0);
  paint.visible = paint.colour.alpha() > 0 && paint.width_px > 0;
}

void resolveCircle(const Look& look, ResolvedPaint& paint) {
  const double opacity = look.number(StyleProperty::kCircleOpacity, 1);
  paint.colour = look.colour(StyleProperty::kCircleColour, Qt::black, opacity);
  paint.radius_px = look.length(StyleProperty::kCircleRadius, 5);
  paint.width_px = look.length(StyleProperty::kCircleStrokeWidth, 0);
  paint.outline = paint.width_px > 0 ? look.colour(StyleProperty::kCircleStrokeColour, Qt::black,
                                                   look.number(StyleProperty::kCircleStrokeOpacity, opacity))
                                     : QColor();
  paint.sort_key = look.number(StyleProperty::kCircleSortKey, 0);
  paint.visible = paint.radius_px > 0;
}

void resolveSymbol(const Look& look, ResolvedPaint& paint) {
  paint.icon = look.text(StyleProperty::kIconImage);
  paint.icon_px = look.length(StyleProperty::kIconSize, 18);
  paint.icon_opacity = std::clamp(look.number(StyleProperty::kIconOpacity, 1), 0.0, 1.0);
  paint.colour = look.colour(StyleProperty::kIconColour, Qt::black, paint.icon_opacity);
  paint.along_line = look.text(StyleProperty::kSymbolPlacement) == "line";
  paint.spacing_px = std::max(8.0, look.length(StyleProperty::kSymbolSpacing, 250));
  paint.visible = !paint.icon.empty() && paint.icon_px > 0 && paint.icon_opacity > 0;
}

}  // namespace

const Expression& variantOf(const PropertyValue& property, const LookContext& look) {
  if (look.theme == Theme::kLight && !property.light.empty()) return property.light;
  if (look.english && !property.english.empty()) return property.english;
  return property.dark;
}

ResolvedPaint resolvePaint(const StyleLayer& layer, std::span<const Value> attributes, const LookContext& context) {
  ResolvedPaint paint;
  const Look look(layer, attributes, context);
  if (!look.accepts()) return paint;
  switch (layer.type) {
    case StyleLayerType::kFill:
      resolveFill(look, paint);
      break;
    case StyleLayerType::kLine:
      resolveLine(look, paint);
      break;
    case StyleLayerType::kCircle:
      resolveCircle(look, paint);
      break;
    case StyleLayerType::kSymbol:
      resolveSymbol(look, paint);
      break;
    case StyleLayerType::kRaster:
    case StyleLayerType::kHillshade:
      break;  // see resolveRaster() and resolveHillshade()
  }
  return paint;
}

ResolvedText resolveText(const StyleLayer& layer, std::span<const Value> attributes, const LookContext& context) {
  LookContext unscaled = context;
  unscaled.symbol_scale = 1;  // labels are scaled where they are placed
  const Look look(layer, attributes, unscaled);
  ResolvedText text;
  const bool dark = context.theme == Theme::kDark;
  text.size_px = std::clamp(look.length(StyleProperty::kTextSize, 12), 4.0, 200.0);
  text.bold = look.text(StyleProperty::kTextFont).find("Bold") != std::string::npos;
  const double opacity = look.number(StyleProperty::kTextOpacity, 1);
  text.colour =
      look.colour(StyleProperty::kTextColour, dark ? QColor(0xe6, 0xea, 0xee) : QColor(0x1b, 0x22, 0x2a), opacity);
  text.halo = look.colour(StyleProperty::kTextHaloColour, groundColour(context.theme), opacity);
  text.halo_px = look.length(StyleProperty::kTextHaloWidth, 1.4);
  const Value offset = look.value(StyleProperty::kTextOffset);
  if (const auto* em = std::get_if<std::vector<double>>(&offset); em && em->size() == 2)
    text.offset_y_px = (*em)[1] * text.size_px;
  text.spacing_px = look.length(StyleProperty::kSymbolSpacing, 250);
  text.max_width_em = std::clamp(look.number(StyleProperty::kTextMaxWidth, 10), 1.0, 1000.0);
  text.along_line = look.text(StyleProperty::kSymbolPlacement) == "line";
  return text;
}

}  // namespace layers
