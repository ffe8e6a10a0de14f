// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/code_colours.h"

#include <map>

namespace app {
namespace {

constexpr int kOpaque = 160;
constexpr int kColourful = 24;  // saturation below which a pixel is ink or ground

// The colour that most of a swatch has; colours before greys, for symbols are white or black inside.
QColor mainColour(const QImage& swatch) {
  std::map<QRgb, int> counts;
  for (int y = 0; y < swatch.height(); ++y)
    for (int x = 0; x < swatch.width(); ++x)
      if (const QColor pixel = swatch.pixelColor(x, y); pixel.alpha() >= kOpaque)
        counts[pixel.rgb()] += pixel.hsvSaturation() >= kColourful ? 100 : 1;
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? QColor() : QColor::fromRgb(most->first);
}

QString codeOf(const layers::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return QString::fromStdString(*text);
  if (const auto* number_ratio = std::get_if<double>(&value)) return QString::number(*number_ratio);
  return {};
}

}  // namespace

CodeColours codeColours(const layers::CatalogueEntry& entry, const layers::LayerState& state, layers::Theme theme,
                        const gis::CodeLists& codes) {
  layers::PaintContext context;
  context.view.width_px = 20, context.view.height_px = 14;
  context.theme = theme;
  std::map<QString, QColor> by_name;
  for (const layers::LegendEntry& line : state.legend(context))
    if (const QColor colour = mainColour(line.swatch); colour.isValid()) by_name[line.name.zh] = colour;
  CodeColours colours;
  for (const layers::LegendClass& of : entry.legend_classes)
    if (const auto colour = by_name.find(of.name.zh); of.when.size() == 1 && colour != by_name.end())
      colours[{of.when[0].first, codeOf(of.when[0].second)}] = colour->second;
  if (const auto list = codes.find(entry.legend_code_table); list != codes.end())
    for (const gis::CodeEntry& code : list->second)
      if (const auto colour = by_name.find(QString::fromStdString(code.name_zh)); colour != by_name.end())
        colours[{entry.legend_by, QString::fromStdString(code.code)}] = colour->second;
  return colours;
}

}  // namespace app
