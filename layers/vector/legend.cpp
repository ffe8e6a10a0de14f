// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/legend.h"

#include <QPainter>
#include <cmath>

#include "layers/vector/feature_classes.h"
#include "layers/vector/line_marks.h"
#include "layers/vector/tile_painter.h"

namespace layers {
namespace {

constexpr int kWidthPx = 20, kHeightPx = 14;

std::vector<Value> sampleOf(const CatalogueEntry& entry, const std::vector<std::pair<std::string, Value>>& when) {
  std::vector<Value> values(entry.style->attributes.size());
  const auto set = [&](const auto& pairs) {
    for (const auto& [name, value] : pairs)
      for (std::size_t i = 0; i < values.size(); ++i)
        if (entry.style->attributes[i] == name) values[i] = value;
  };
  set(entry.legend_with);
  set(when);
  return values;
}

long long countOf(const gis::FeatureColumns& features, const std::vector<std::pair<std::string, Value>>& when) {
  std::vector<std::pair<const gis::AttributeColumn*, const Value*>> tests;
  for (const auto& [name, value] : when) {
    const auto* column = features.find(name);
    if (!column) return -1;
    tests.emplace_back(column, &value);
  }
  long long count = 0;
  for (std::size_t i = 0; i < features.featureCount(); ++i)
    if (std::all_of(tests.begin(), tests.end(),
                    [i](const auto& test) { return attributeValue(*test.first, i) == *test.second; }))
      ++count;
  return count;
}

// Codes are kept as text; columns may hold them as numbers.
Value codeAs(const std::string& code, const gis::AttributeColumn& column) {
  if (column.type == gis::AttributeType::kText) return code;
  return toNumber(code, std::nan(""));
}

// A zoom at which the layer shows as much as possible: the map's, moved into the range of the first layers.
double legendZoom(const Style& style, double zoom) {
  double lowest = 30, highest = 0;
  for (const StyleLayer& layer : style.layers) {
    lowest = std::min(lowest, layer.min_zoom), highest = std::max(highest, layer.max_zoom);
    if (layer.shownAt(zoom)) return zoom;
  }
  return std::clamp(zoom, lowest, std::max(lowest, highest - 0.01));
}

void paintSample(QPainter& painter, const StyleLayer& layer, const ResolvedPaint& paint, gis::GeometryKind kind,
                 const IconSet& icons, double device_ratio) {
  const QRectF box(1.5, 1.5, kWidthPx - 3, kHeightPx - 3);
  const QPointF middle(kWidthPx / 2.0, kHeightPx / 2.0);
  const bool polygon = kind == gis::GeometryKind::kPolygon;
  switch (layer.type) {
    case StyleLayerType::kFill:
      if (!polygon) return;
      painter.fillRect(box, patternBrush(paint.pattern, paint.colour, device_ratio));
      if (paint.outline.isValid()) {
        painter.setPen(QPen(paint.outline, 1));
        painter.drawRect(box);
      }
      return;
    case StyleLayerType::kLine: {
      if (kind == gis::GeometryKind::kPoint) return;
      QPen pen(paint.colour, std::min(paint.width_px, 6.0), Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
      if (!paint.dash.empty()) pen.setDashPattern(QList<qreal>(paint.dash.begin(), paint.dash.end()));
      painter.setPen(pen);
      if (polygon)
        painter.drawRect(box);
      else
        painter.drawLine(QPointF(0.5, middle.y()), QPointF(kWidthPx - 0.5, middle.y()));
      return;
    }
    case StyleLayerType::kCircle:
      if (kind != gis::GeometryKind::kPoint) return;
      painter.setBrush(paint.colour);
      painter.setPen(paint.outline.isValid() ? QPen(paint.outline, std::min(paint.width_px, 2.0)) : QPen(Qt::NoPen));
      painter.drawEllipse(middle, std::clamp(paint.radius_px, 1.5, 5.0), std::clamp(paint.radius_px, 1.5, 5.0));
      return;
    case StyleLayerType::kSymbol: {
      const LineMark mark = lineMarkOf(paint.icon);
      if (mark != LineMark::kNone && kind != gis::GeometryKind::kPoint) {
        const double height_px = std::min(paint.icon_px, 6.0);
        paintLineMarks(painter, {{{0, middle.y()}, {kWidthPx, middle.y()}}, 0}, mark, MarkSide::kRight, height_px,
                       kWidthPx, paint.colour, 1);
      } else if (kind == gis::GeometryKind::kPoint) {
        const double side_px = std::clamp(paint.icon_px, 10.0, static_cast<double>(kHeightPx));
        const QImage icon = icons.image(paint.icon, side_px, device_ratio, paint.colour);
        if (!icon.isNull()) painter.drawImage(middle - QPointF(side_px / 2, side_px / 2), icon);
      }
      return;
    }
    case StyleLayerType::kRaster:
    case StyleLayerType::kHillshade:
      return;
  }
}

}  // namespace

std::vector<LegendRow> legendRows(const CatalogueEntry& entry, const gis::FeatureColumns& features,
                                  const gis::CodeLists& codes) {
  std::vector<LegendRow> rows;
  for (const LegendClass& legend_class : entry.legend_classes)
    rows.push_back({legend_class.name, sampleOf(entry, legend_class.when), countOf(features, legend_class.when)});
  const auto* column = entry.legend_by.empty() ? nullptr : features.find(entry.legend_by);
  if (const auto list = codes.find(entry.legend_code_table); column && list != codes.end()) {
    for (const gis::CodeEntry& code : list->second) {
      const std::vector<std::pair<std::string, Value>> when = {{entry.legend_by, codeAs(code.code, *column)}};
      const long long count = countOf(features, when);
      if (count > 0)
        rows.push_back({{QString::fromStdString(code.name_zh), QString::fromStdString(code.name_en)},
                        sampleOf(entry, when),
                        count});
    }
    return rows;
  }
  if (rows.empty()) rows.push_back({entry.title, sampleOf(entry, {}), static_cast<long long>(features.featureCount())});
  return rows;
}

std::vector<LegendEntry> paintLegend(const CatalogueEntry& entry, const std::vector<LegendRow>& rows,
                                     const IconSet& icons, gis::GeometryKind kind, const LookContext& look,
                                     double device_ratio) {
  LookContext legend_look = look;
  legend_look.symbol_scale = 1;
  legend_look.zoom = legendZoom(*entry.style, std::max(look.zoom, entry.legend_zoom));
  std::vector<LegendEntry> entries;
  for (const LegendRow& row : rows) {
    QImage swatch(static_cast<int>(std::lround(kWidthPx * device_ratio)),
                  static_cast<int>(std::lround(kHeightPx * device_ratio)), QImage::Format_ARGB32_Premultiplied);
    swatch.setDevicePixelRatio(device_ratio);
    swatch.fill(Qt::transparent);
    QPainter painter(&swatch);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const StyleLayer& layer : entry.style->layers) {
      const ResolvedPaint paint = resolvePaint(layer, row.attributes, legend_look);
      if (!paint.visible) continue;
      painter.save();
      paintSample(painter, layer, paint, kind, icons, device_ratio);
      painter.restore();
    }
    painter.end();
    entries.push_back({row.name, swatch, row.count});
  }
  return entries;
}

}  // namespace layers
