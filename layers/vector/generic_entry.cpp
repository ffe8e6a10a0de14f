// SPDX-License-Identifier: GPL-3.0-or-later
#include <QString>
#include <array>
#include <nlohmann/json.hpp>

#include "layers/vector/catalogue.h"

namespace layers {
namespace {

using nlohmann::json;

// Hues that stay apart from each other for the colour-blind (after Okabe and Ito, 2008) and from the four warning
// colours of the hazard layers: on a dark ground and on a light one.
struct Hue {
  const char* dark;
  const char* light;
};
constexpr std::array<Hue, 8> kHues = {{{"#7fb7e6", "#1f6fb2"},
                                       {"#c6a3e8", "#7a3fb0"},
                                       {"#6fd0c0", "#0b7f73"},
                                       {"#e8a6c8", "#ad3f7b"},
                                       {"#c9cf8a", "#6b7218"},
                                       {"#a9b8c9", "#4b5d70"},
                                       {"#d9b38c", "#8a5a2b"},
                                       {"#9fd08f", "#37802a"}}};

// FNV-1a: the same name has the same colour on every machine.
std::uint32_t hashOf(const std::string& text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

std::string nameColumn(const gis::FeatureColumns& columns) {
  static const std::array<const char*, 8> kNames = {"name",  "名称",  "名字",    "mc",
                                                    "label", "title", "name_zh", "name_en"};
  for (const char* wanted : kNames)
    for (const auto& column : columns.attributes)
      if (column.type == gis::AttributeType::kText &&
          QString::fromStdString(column.name).compare(QString::fromUtf8(wanted), Qt::CaseInsensitive) == 0)
        return column.name;
  return {};
}

json themed(const Hue& hue) { return {{"dark", hue.dark}, {"light", hue.light}}; }

}  // namespace

CatalogueEntry genericEntry(const std::string& id, const std::string& name, const gis::FeatureColumns& columns) {
  const Hue& hue = kHues[hashOf(name) % kHues.size()];
  json style = json::array();
  if (columns.kind == gis::GeometryKind::kPolygon)
    style.push_back(
        {{"id", "area"}, {"type", "fill"}, {"paint", {{"fill-color", themed(hue)}, {"fill-opacity", 0.07}}}});
  if (columns.kind != gis::GeometryKind::kPoint)
    style.push_back({{"id", "line"},
                     {"type", "line"},
                     {"layout", {{"line-join", "round"}, {"line-cap", "round"}}},
                     {"paint", {{"line-color", themed(hue)}, {"line-width", 1.6}}}});
  else
    style.push_back({{"id", "point"},
                     {"type", "circle"},
                     {"paint",
                      {{"circle-color", themed(hue)},
                       {"circle-radius", json::array({"interpolate", {"linear"}, {"zoom"}, 7, 2.0, 12, 4.5})},
                       {"circle-stroke-width", 1},
                       {"circle-stroke-color", {{"dark", "#10161d"}, {"light", "#ffffff"}}}}}});
  if (const std::string column = nameColumn(columns); !column.empty()) {
    json layout = {{"text-field", {"get", column}}, {"text-size", 12}, {"symbol-spacing", 160}};
    if (columns.kind == gis::GeometryKind::kPoint) layout["text-offset"] = {0, 1.1};
    if (columns.kind == gis::GeometryKind::kLine) layout["symbol-placement"] = "line";
    style.push_back({{"id", "name"}, {"type", "symbol"}, {"layout", layout}});
  }
  CatalogueEntry entry;
  entry.id = id;
  entry.title = {QString::fromStdString(name), QString::fromStdString(name)};
  entry.visible = true;
  if (auto parsed = parseStyle(style, {id, "/style"})) entry.style = std::make_shared<const Style>(std::move(*parsed));
  if (const std::string column = nameColumn(columns); !column.empty())
    entry.feature_title = {QStringLiteral("{%1}").arg(QString::fromStdString(column)), {}};
  for (const auto& column : columns.attributes) {
    const QString label = QString::fromStdString(column.name);
    InspectorField field;
    field.column = column.name;
    field.label = {label, label};
    entry.fields.push_back(std::move(field));
  }
  return entry;
}

}  // namespace layers
