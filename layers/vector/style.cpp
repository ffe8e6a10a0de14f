// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/style.h"

#include <nlohmann/json.hpp>

namespace layers {
namespace {

using gis::Result;
using nlohmann::json;

struct PropertyRow {
  StyleProperty property;
  StyleLayerType type;
  const char* section;
  const char* name;
  Wanted wanted;
};

constexpr std::string_view kPatterns[] = {"",      "none",       "diagonal", "back-diagonal",
                                          "cross", "horizontal", "vertical", "dots"};
constexpr std::string_view kCaps[] = {"butt", "round", "square"};
constexpr std::string_view kJoins[] = {"miter", "round", "bevel"};
constexpr std::string_view kPlacements[] = {"point", "line"};
constexpr std::string_view kResamplings[] = {"linear", "nearest"};
constexpr std::string_view kMethods[] = {"standard", "multidirectional"};
constexpr Wanted kShare = Wanted::number(0, 1);
constexpr Wanted kLength = Wanted::number(0);

using enum StyleLayerType;
constexpr std::array<PropertyRow, kStylePropertyCount> kProperties = {{
    {StyleProperty::kFillColour, kFill, "paint", "fill-color", ValueKind::kColour},
    {StyleProperty::kFillOpacity, kFill, "paint", "fill-opacity", kShare},
    {StyleProperty::kFillOutlineColour, kFill, "paint", "fill-outline-color", ValueKind::kColour},
    {StyleProperty::kFillPattern, kFill, "paint", "fill-pattern", Wanted::oneOf(kPatterns)},
    {StyleProperty::kFillSortKey, kFill, "layout", "fill-sort-key", ValueKind::kNumber},
    {StyleProperty::kLineColour, kLine, "paint", "line-color", ValueKind::kColour},
    {StyleProperty::kLineWidth, kLine, "paint", "line-width", kLength},
    {StyleProperty::kLineOpacity, kLine, "paint", "line-opacity", kShare},
    {StyleProperty::kLineDash, kLine, "paint", "line-dasharray", Wanted::numbers(Wanted::List::kPairs)},
    {StyleProperty::kLineCap, kLine, "layout", "line-cap", Wanted::oneOf(kCaps)},
    {StyleProperty::kLineJoin, kLine, "layout", "line-join", Wanted::oneOf(kJoins)},
    {StyleProperty::kLineSortKey, kLine, "layout", "line-sort-key", ValueKind::kNumber},
    {StyleProperty::kCircleRadius, kCircle, "paint", "circle-radius", kLength},
    {StyleProperty::kCircleColour, kCircle, "paint", "circle-color", ValueKind::kColour},
    {StyleProperty::kCircleOpacity, kCircle, "paint", "circle-opacity", kShare},
    {StyleProperty::kCircleStrokeColour, kCircle, "paint", "circle-stroke-color", ValueKind::kColour},
    {StyleProperty::kCircleStrokeOpacity, kCircle, "paint", "circle-stroke-opacity", kShare},
    {StyleProperty::kCircleStrokeWidth, kCircle, "paint", "circle-stroke-width", kLength},
    {StyleProperty::kCircleSortKey, kCircle, "layout", "circle-sort-key", ValueKind::kNumber},
    {StyleProperty::kIconImage, kSymbol, "layout", "icon-image", Wanted::iconName()},
    {StyleProperty::kIconSize, kSymbol, "layout", "icon-size", kLength},
    {StyleProperty::kIconColour, kSymbol, "paint", "icon-color", ValueKind::kColour},
    {StyleProperty::kIconOpacity, kSymbol, "paint", "icon-opacity", kShare},
    {StyleProperty::kIconSide, kSymbol, "layout", "icon-side", ValueKind::kText},
    {StyleProperty::kSymbolPlacement, kSymbol, "layout", "symbol-placement", Wanted::oneOf(kPlacements)},
    {StyleProperty::kSymbolSpacing, kSymbol, "layout", "symbol-spacing", kLength},
    {StyleProperty::kSymbolSortKey, kSymbol, "layout", "symbol-sort-key", ValueKind::kNumber},
    {StyleProperty::kTextField, kSymbol, "layout", "text-field", ValueKind::kText},
    {StyleProperty::kTextSize, kSymbol, "layout", "text-size", kLength},
    {StyleProperty::kTextFont, kSymbol, "layout", "text-font", ValueKind::kText},
    {StyleProperty::kTextColour, kSymbol, "paint", "text-color", ValueKind::kColour},
    {StyleProperty::kTextOpacity, kSymbol, "paint", "text-opacity", kShare},
    {StyleProperty::kTextHaloColour, kSymbol, "paint", "text-halo-color", ValueKind::kColour},
    {StyleProperty::kTextHaloWidth, kSymbol, "paint", "text-halo-width", kLength},
    {StyleProperty::kTextOffset, kSymbol, "layout", "text-offset", Wanted::numbers(Wanted::List::kTwo)},
    {StyleProperty::kTextMaxWidth, kSymbol, "layout", "text-max-width", kLength},
    {StyleProperty::kRasterOpacity, kRaster, "paint", "raster-opacity", kShare},
    {StyleProperty::kRasterBrightnessMin, kRaster, "paint", "raster-brightness-min", kShare},
    {StyleProperty::kRasterBrightnessMax, kRaster, "paint", "raster-brightness-max", kShare},
    {StyleProperty::kRasterContrast, kRaster, "paint", "raster-contrast", Wanted::number(-1, 1)},
    {StyleProperty::kRasterSaturation, kRaster, "paint", "raster-saturation", Wanted::number(-1, 1)},
    {StyleProperty::kRasterHueRotate, kRaster, "paint", "raster-hue-rotate", ValueKind::kNumber},
    {StyleProperty::kRasterResampling, kRaster, "paint", "raster-resampling", Wanted::oneOf(kResamplings)},
    {StyleProperty::kRasterColour, kRaster, "paint", "raster-color", Wanted::rasterColour()},
    {StyleProperty::kRasterColourRange, kRaster, "paint", "raster-color-range", Wanted::numbers(Wanted::List::kTwo)},
    {StyleProperty::kHillshadeDirection, kHillshade, "paint", "hillshade-illumination-direction",
     Wanted::number(0, 360)},
    {StyleProperty::kHillshadeAltitude, kHillshade, "paint", "hillshade-illumination-altitude", Wanted::number(0, 90)},
    {StyleProperty::kHillshadeExaggeration, kHillshade, "paint", "hillshade-exaggeration", Wanted::number(0, 20)},
    {StyleProperty::kHillshadeMethod, kHillshade, "paint", "hillshade-method", Wanted::oneOf(kMethods)},
    {StyleProperty::kHillshadeShadowColour, kHillshade, "paint", "hillshade-shadow-color", ValueKind::kColour},
    {StyleProperty::kHillshadeShadowStrength, kHillshade, "paint", "hillshade-shadow-strength", Wanted::number(0, 4)},
    {StyleProperty::kHillshadeHighlightColour, kHillshade, "paint", "hillshade-highlight-color", ValueKind::kColour},
    {StyleProperty::kHillshadeHighlightStrength, kHillshade, "paint", "hillshade-highlight-strength",
     Wanted::number(0, 4)},
    {StyleProperty::kHillshadeAccentColour, kHillshade, "paint", "hillshade-accent-color", ValueKind::kColour},
    {StyleProperty::kHillshadeGroundColour, kHillshade, "paint", "hillshade-ground-color", Wanted::rasterColour()},
}};

// Texts and their order differ from feature to feature; everything else is looked up once for each class.
bool isForLook(StyleProperty property) {
  return property != StyleProperty::kTextField && property != StyleProperty::kSymbolSortKey &&
         property != StyleProperty::kIconSide;
}

constexpr std::pair<std::string_view, StyleLayerType> kTypes[] = {{"fill", kFill},     {"line", kLine},
                                                                  {"circle", kCircle}, {"symbol", kSymbol},
                                                                  {"raster", kRaster}, {"hillshade", kHillshade}};

std::string shownValue(const json& value) {
  // Only what is short enough to be a slip of the pen.
  return value.is_structured() ? "" : value.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string namesFor(StyleLayerType type, std::string_view section) {
  std::string names;
  for (const PropertyRow& row : kProperties)
    if (row.type == type && section == row.section) names += (names.empty() ? "" : ", ") + std::string(row.name);
  if (section == "layout") names += names.empty() ? "visibility" : ", visibility";
  return names;
}

// Reads a style; what is wrong is noted and left out.
class StyleReader {
 public:
  StyleReader(const std::vector<std::string>* columns, StyleProblems& problems)
      : m_names(columns), m_problems(problems) {}

  Style read(const json& layers, const JsonPlace& place) {
    Style style;
    if (!layers.is_array()) {
      m_problems.add(place, "a list of layers", shownValue(layers));
      return style;
    }
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < layers.size(); ++i) {
      auto layer = readLayer(layers[i], place.at(i));
      if (!layer) continue;
      if (std::ranges::find(ids, layer->id) != ids.end())
        m_problems.add(place.at(i).at("id"), "an id of its own", '"' + layer->id + '"');
      ids.push_back(layer->id);
      style.layers.push_back(std::move(*layer));
    }
    style.attributes = m_names.names();
    return style;
  }

 private:
  PropertyValue readProperty(const json& value, const Wanted& wanted, const JsonPlace& place) {
    const auto expression = [&](const json& from, const JsonPlace& at) {
      return Expression::read(from, wanted, m_names, at, m_problems);
    };
    PropertyValue property;
    if (!value.is_object()) {
      property.dark = expression(value, place);
      return property;
    }
    const bool theme = value.size() == 2 && value.contains("dark") && value.contains("light");
    const bool language = value.size() == 2 && value.contains("zh") && value.contains("en");
    if (!theme && !language) {
      m_problems.add(place, "{\"dark\": ..., \"light\": ...} or {\"zh\": ..., \"en\": ...}");
      return property;
    }
    const char* first = theme ? "dark" : "zh";
    const char* second = theme ? "light" : "en";
    property.dark = expression(value[first], place.at(first));
    (theme ? property.light : property.english) = expression(value[second], place.at(second));
    return property;
  }

  void readSection(const json& layer, const char* section, StyleLayer& into, const JsonPlace& place) {
    if (!layer.contains(section)) return;
    const json& values = layer[section];
    const JsonPlace here = place.at(section);
    if (!values.is_object()) return m_problems.add(here, "an object of properties", shownValue(values));
    for (const auto& [name, value] : values.items()) {
      if (name == "visibility" && std::string_view(section) == "layout") {
        if (value != "visible" && value != "none")
          m_problems.add(here.at(name), "one of: \"visible\", \"none\"", shownValue(value));
        into.visible = value != "none";
        continue;
      }
      const auto* const row = std::ranges::find_if(kProperties, [&](const PropertyRow& r) {
        return r.type == into.type && name == r.name && std::string_view(section) == r.section;
      });
      if (row == kProperties.end()) {
        m_problems.add(here.at(name), "one of: " + namesFor(into.type, section), '"' + name + '"');
        continue;
      }
      into.properties[static_cast<std::size_t>(row->property)] = readProperty(value, row->wanted, here.at(name));
    }
  }

  double readZoom(const json& layer, const char* name, double fallback, const JsonPlace& place) {
    if (!layer.contains(name)) return fallback;
    const double zoom = layer[name].is_number() ? layer[name].get<double>() : -1;
    if (zoom >= 0 && zoom <= 30) return zoom;
    m_problems.add(place.at(name), "a zoom within 0..30", shownValue(layer[name]));
    return fallback;
  }

  std::optional<StyleLayer> readLayer(const json& from, const JsonPlace& place) {
    if (!from.is_object()) {
      m_problems.add(place, "an object that describes a layer", shownValue(from));
      return std::nullopt;
    }
    static const std::array<std::string_view, 8> kKeys = {"id",     "type",   "minzoom", "maxzoom",
                                                          "filter", "layout", "paint",   "metadata"};
    for (const auto& [key, value] : from.items())
      if (std::ranges::find(kKeys, key) == kKeys.end())
        m_problems.add(place.at(key), "one of: id, type, minzoom, maxzoom, filter, layout, paint, metadata",
                       '"' + key + '"');
    StyleLayer layer;
    if (from.contains("id") && from["id"].is_string())
      layer.id = from["id"].get<std::string>();
    else
      m_problems.add(place.at("id"), "a text", from.contains("id") ? shownValue(from["id"]) : "");
    layer.min_zoom = readZoom(from, "minzoom", layer.min_zoom, place);
    layer.max_zoom = readZoom(from, "maxzoom", layer.max_zoom, place);
    if (layer.min_zoom >= layer.max_zoom)
      m_problems.add(place.at("maxzoom"), fmt::format("a zoom greater than minzoom, {}", layer.min_zoom),
                     fmt::format("{}", layer.max_zoom));
    if (from.contains("filter"))
      layer.filter = Expression::read(from["filter"], ValueKind::kBoolean, m_names, place.at("filter"), m_problems);
    const std::string type = from.contains("type") && from["type"].is_string() ? from["type"].get<std::string>() : "";
    const auto* const row =
        std::ranges::find(kTypes, std::string_view(type), &std::pair<std::string_view, StyleLayerType>::first);
    if (row == std::end(kTypes)) {
      m_problems.add(place.at("type"), "\"fill\", \"line\", \"circle\", \"symbol\", \"raster\" or \"hillshade\"",
                     from.contains("type") ? shownValue(from["type"]) : "");
      return std::nullopt;
    }
    layer.type = row->second;
    for (const char* section : {"layout", "paint"}) readSection(from, section, layer, place);
    return layer;
  }

  AttributeNames m_names;
  StyleProblems& m_problems;
};

void markLook(Style& style) {
  style.attribute_is_for_look.assign(style.attributes.size(), false);
  const auto mark = [&](const Expression& expression) {
    for (const std::size_t attribute : expression.attributes()) style.attribute_is_for_look[attribute] = true;
  };
  for (const StyleLayer& layer : style.layers) {
    mark(layer.filter);
    for (std::size_t p = 0; p < kStylePropertyCount; ++p) {
      if (!isForLook(static_cast<StyleProperty>(p))) continue;
      mark(layer.properties[p].dark);
      mark(layer.properties[p].light);
      mark(layer.properties[p].english);
    }
  }
}

}  // namespace

Style readStyle(const json& layers, const JsonPlace& place, const std::vector<std::string>* columns,
                StyleProblems& problems) {
  Style style = StyleReader(columns, problems).read(layers, place);
  markLook(style);
  return style;
}

Result<Style> parseStyle(const json& layers, const JsonPlace& place) {
  StyleProblems problems;
  Style style = readStyle(layers, place, nullptr, problems);
  if (!problems.empty()) return std::unexpected(problems.firstError());
  return style;
}

}  // namespace layers
