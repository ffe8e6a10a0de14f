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
  ValueKind kind;
};

using enum StyleLayerType;
constexpr std::array<PropertyRow, kStylePropertyCount> kProperties = {{
    {StyleProperty::kFillColour, kFill, "paint", "fill-color", ValueKind::kColour},
    {StyleProperty::kFillOpacity, kFill, "paint", "fill-opacity", ValueKind::kNumber},
    {StyleProperty::kFillOutlineColour, kFill, "paint", "fill-outline-color", ValueKind::kColour},
    {StyleProperty::kFillPattern, kFill, "paint", "fill-pattern", ValueKind::kText},
    {StyleProperty::kFillSortKey, kFill, "layout", "fill-sort-key", ValueKind::kNumber},
    {StyleProperty::kLineColour, kLine, "paint", "line-color", ValueKind::kColour},
    {StyleProperty::kLineWidth, kLine, "paint", "line-width", ValueKind::kNumber},
    {StyleProperty::kLineOpacity, kLine, "paint", "line-opacity", ValueKind::kNumber},
    {StyleProperty::kLineDash, kLine, "paint", "line-dasharray", ValueKind::kNumbers},
    {StyleProperty::kLineCap, kLine, "layout", "line-cap", ValueKind::kText},
    {StyleProperty::kLineJoin, kLine, "layout", "line-join", ValueKind::kText},
    {StyleProperty::kLineSortKey, kLine, "layout", "line-sort-key", ValueKind::kNumber},
    {StyleProperty::kCircleRadius, kCircle, "paint", "circle-radius", ValueKind::kNumber},
    {StyleProperty::kCircleColour, kCircle, "paint", "circle-color", ValueKind::kColour},
    {StyleProperty::kCircleOpacity, kCircle, "paint", "circle-opacity", ValueKind::kNumber},
    {StyleProperty::kCircleStrokeColour, kCircle, "paint", "circle-stroke-color", ValueKind::kColour},
    {StyleProperty::kCircleStrokeWidth, kCircle, "paint", "circle-stroke-width", ValueKind::kNumber},
    {StyleProperty::kCircleSortKey, kCircle, "layout", "circle-sort-key", ValueKind::kNumber},
    {StyleProperty::kIconImage, kSymbol, "layout", "icon-image", ValueKind::kText},
    {StyleProperty::kIconSize, kSymbol, "layout", "icon-size", ValueKind::kNumber},
    {StyleProperty::kIconColour, kSymbol, "paint", "icon-color", ValueKind::kColour},
    {StyleProperty::kIconOpacity, kSymbol, "paint", "icon-opacity", ValueKind::kNumber},
    {StyleProperty::kIconSide, kSymbol, "layout", "icon-side", ValueKind::kText},
    {StyleProperty::kSymbolPlacement, kSymbol, "layout", "symbol-placement", ValueKind::kText},
    {StyleProperty::kSymbolSpacing, kSymbol, "layout", "symbol-spacing", ValueKind::kNumber},
    {StyleProperty::kSymbolSortKey, kSymbol, "layout", "symbol-sort-key", ValueKind::kNumber},
    {StyleProperty::kTextField, kSymbol, "layout", "text-field", ValueKind::kText},
    {StyleProperty::kTextSize, kSymbol, "layout", "text-size", ValueKind::kNumber},
    {StyleProperty::kTextFont, kSymbol, "layout", "text-font", ValueKind::kText},
    {StyleProperty::kTextColour, kSymbol, "paint", "text-color", ValueKind::kColour},
    {StyleProperty::kTextHaloColour, kSymbol, "paint", "text-halo-color", ValueKind::kColour},
    {StyleProperty::kTextHaloWidth, kSymbol, "paint", "text-halo-width", ValueKind::kNumber},
    {StyleProperty::kTextOffset, kSymbol, "layout", "text-offset", ValueKind::kNumbers},
    {StyleProperty::kTextMaxWidth, kSymbol, "layout", "text-max-width", ValueKind::kNumber},
}};

// Texts and their order differ from feature to feature; everything else is looked up once for each class.
bool isForLook(StyleProperty property) {
  return property != StyleProperty::kTextField && property != StyleProperty::kSymbolSortKey &&
         property != StyleProperty::kIconSide;
}

Result<StyleLayerType> parseType(const json& layer, const JsonPlace& place) {
  const std::string type = layer.contains("type") && layer["type"].is_string() ? layer["type"].get<std::string>() : "";
  if (type == "fill") return kFill;
  if (type == "line") return kLine;
  if (type == "circle") return kCircle;
  if (type == "symbol") return kSymbol;
  return place.at("type").expected("\"fill\", \"line\", \"circle\" or \"symbol\"");
}

std::string namesFor(StyleLayerType type, const std::string& section) {
  std::string names;
  for (const PropertyRow& row : kProperties)
    if (row.type == type && section == row.section) names += (names.empty() ? "" : ", ") + std::string(row.name);
  return names;
}

Result<PropertyValue> parseProperty(const json& value, ValueKind kind, AttributeNames& names, const JsonPlace& place) {
  PropertyValue property;
  const auto read = [&](const json& from, const JsonPlace& at, Expression& to) -> Result<void> {
    auto expression = Expression::parse(from, kind, names, at);
    if (!expression) return std::unexpected(expression.error());
    to = std::move(*expression);
    return {};
  };
  if (!value.is_object()) {
    if (auto done = read(value, place, property.dark); !done) return std::unexpected(done.error());
    return property;
  }
  const bool theme = value.size() == 2 && value.contains("dark") && value.contains("light");
  const bool language = value.size() == 2 && value.contains("zh") && value.contains("en");
  if (!theme && !language) return place.expected("{\"dark\": ..., \"light\": ...} or {\"zh\": ..., \"en\": ...}");
  const char* first = theme ? "dark" : "zh";
  const char* second = theme ? "light" : "en";
  if (auto done = read(value[first], place.at(first), property.dark); !done) return std::unexpected(done.error());
  if (auto done = read(value[second], place.at(second), theme ? property.light : property.english); !done)
    return std::unexpected(done.error());
  return property;
}

Result<void> parseSection(const json& layer, const char* section, StyleLayer& into, AttributeNames& names,
                          const JsonPlace& place) {
  if (!layer.contains(section)) return {};
  const json& values = layer[section];
  const JsonPlace here = place.at(section);
  if (!values.is_object()) return here.expected("an object of properties");
  for (const auto& [name, value] : values.items()) {
    const auto row = std::find_if(kProperties.begin(), kProperties.end(), [&](const PropertyRow& r) {
      return r.type == into.type && name == r.name && std::string_view(section) == r.section;
    });
    if (row == kProperties.end()) return here.at(name).expected("one of: " + namesFor(into.type, section));
    auto property = parseProperty(value, row->kind, names, here.at(name));
    if (!property) return std::unexpected(property.error());
    into.properties[static_cast<std::size_t>(row->property)] = std::move(*property);
  }
  return {};
}

Result<double> parseZoom(const json& layer, const char* name, double fallback, const JsonPlace& place) {
  if (!layer.contains(name)) return fallback;
  if (!layer[name].is_number()) return place.at(name).expected("a zoom from 0 to 30");
  const double zoom = layer[name].get<double>();
  if (!(zoom >= 0 && zoom <= 30)) return place.at(name).expected("a zoom from 0 to 30");
  return zoom;
}

Result<StyleLayer> parseLayer(const json& json_layer, AttributeNames& names, const JsonPlace& place) {
  if (!json_layer.is_object()) return place.expected("an object that describes a layer");
  static const std::array<std::string_view, 8> kKeys = {"id",     "type",   "minzoom", "maxzoom",
                                                        "filter", "layout", "paint",   "metadata"};
  for (const auto& [key, value] : json_layer.items())
    if (std::find(kKeys.begin(), kKeys.end(), key) == kKeys.end())
      return place.at(key).expected("one of: id, type, minzoom, maxzoom, filter, layout, paint, metadata");
  StyleLayer layer;
  if (!json_layer.contains("id") || !json_layer["id"].is_string()) return place.at("id").expected("a text");
  layer.id = json_layer["id"].get<std::string>();
  const auto type = parseType(json_layer, place);
  if (!type) return std::unexpected(type.error());
  layer.type = *type;
  const auto min_zoom = parseZoom(json_layer, "minzoom", layer.min_zoom, place);
  if (!min_zoom) return std::unexpected(min_zoom.error());
  const auto max_zoom = parseZoom(json_layer, "maxzoom", layer.max_zoom, place);
  if (!max_zoom) return std::unexpected(max_zoom.error());
  layer.min_zoom = *min_zoom;
  layer.max_zoom = *max_zoom;
  if (json_layer.contains("filter")) {
    auto filter = Expression::parse(json_layer["filter"], ValueKind::kBoolean, names, place.at("filter"));
    if (!filter) return std::unexpected(filter.error());
    layer.filter = std::move(*filter);
  }
  for (const char* section : {"layout", "paint"})
    if (auto done = parseSection(json_layer, section, layer, names, place); !done) return std::unexpected(done.error());
  return layer;
}

}  // namespace

Result<Style> parseStyle(const json& layers, const JsonPlace& place) {
  if (!layers.is_array()) return place.expected("a list of layers");
  Style style;
  AttributeNames names;
  for (std::size_t i = 0; i < layers.size(); ++i) {
    auto layer = parseLayer(layers[i], names, place.at(i));
    if (!layer) return std::unexpected(layer.error());
    style.layers.push_back(std::move(*layer));
  }
  style.attributes = names.names();
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
  return style;
}

}  // namespace layers
