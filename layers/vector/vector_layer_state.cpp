// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/vector_layer_state.h"

#include <QPainter>
#include <cmath>

#include "layers/vector/feature_classes.h"
#include "layers/vector/label_anchor.h"
#include "layers/vector/legend.h"
#include "layers/vector/resolved_paint.h"
#include "layers/vector/tile_painter.h"

namespace layers {
namespace {

class VectorLayerState final : public LayerState {
 public:
  VectorLayerState(const CatalogueEntry& entry, std::shared_ptr<const gis::MapColumns> columns, FeatureClasses classes,
                   const gis::CodeLists& codes)
      : m_entry(entry),
        m_columns(std::move(columns)),
        m_classes(std::move(classes)),
        m_part_reversed(ringsToReverse(*m_columns)),
        m_legend(legendRows(entry, *m_columns->features, codes)) {
    if (m_columns->kind == gis::GeometryKind::kPolygon && hasTexts()) findLabelPoints();
  }

  gis::MapBox extent() const override { return m_columns->extent(); }
  long long featureCount() const override { return static_cast<long long>(m_columns->featureCount()); }

  bool visibleAt(double metres_per_px) const override {
    const double zoom = zoomFor(metres_per_px);
    return std::any_of(style().layers.begin(), style().layers.end(),
                       [zoom](const StyleLayer& layer) { return layer.shownAt(zoom); });
  }

  void paint(QPainter& painter, const PaintContext& context) const override {
    const LookContext look = lookOf(context);
    const PaintedLayer painted{*m_columns, m_classes.class_of, m_part_reversed, *m_icons, sideOf(look)};
    for (const StyleLayer& layer : style().layers) {
      if (context.cancel.cancelled()) return;
      if (!layer.shownAt(look.zoom)) continue;
      paintStyleLayer(painter, painted, layer.type, resolveAll(layer, look), context.view, context.cancel);
    }
  }

  std::vector<LabelCandidate> labels(const PaintContext& context) const override {
    std::vector<LabelCandidate> candidates;
    const LookContext look = lookOf(context);
    for (const StyleLayer& layer : style().layers) {
      if (context.cancel.cancelled()) return candidates;
      if (layer.type == StyleLayerType::kSymbol && layer.property(StyleProperty::kTextField).given() &&
          layer.shownAt(look.zoom))
        addLabels(layer, look, context, candidates);
    }
    return candidates;
  }

  std::vector<LegendEntry> legend(const PaintContext& context) const override {
    return paintLegend(m_entry, m_legend, *m_icons, m_columns->kind, lookOf(context), context.view.device_ratio);
  }

  std::vector<Hit> identify(gis::MapXY where, double radius_m, double metres_per_px) const override {
    LookContext look;
    look.zoom = zoomFor(metres_per_px);
    const std::vector<bool> visible = visibleClasses(look);
    std::vector<Hit> hits;
    for (const gis::NearFeature& near : gis::findNear(*m_columns, where, radius_m)) {
      if (!visible[m_classes.class_of[near.feature]]) continue;
      hits.push_back(
          {m_entry.id, m_entry.table, m_columns->features->fid[near.feature], near.feature, near.distance_m});
    }
    return hits;
  }

 private:
  const Style& style() const { return *m_entry.style; }

  static LookContext lookOf(const PaintContext& context) {
    return {zoomFor(context.view.metres_per_px), context.theme, context.language.startsWith(QLatin1String("en")),
            context.symbol_scale};
  }

  bool hasTexts() const {
    return std::any_of(style().layers.begin(), style().layers.end(),
                       [](const StyleLayer& layer) { return layer.property(StyleProperty::kTextField).given(); });
  }

  void findLabelPoints() {
    m_label_points.resize(m_columns->featureCount());
    for (std::uint32_t i = 0; i < m_label_points.size(); ++i) m_label_points[i] = polygonLabelPoint(*m_columns, i);
  }

  std::vector<ResolvedPaint> resolveAll(const StyleLayer& layer, const LookContext& look) const {
    std::vector<ResolvedPaint> paints;
    paints.reserve(m_classes.attributes.size());
    for (const auto& attributes : m_classes.attributes) paints.push_back(resolvePaint(layer, attributes, look));
    return paints;
  }

  std::vector<bool> visibleClasses(const LookContext& look) const {
    std::vector<bool> visible(m_classes.attributes.size(), false);
    for (const StyleLayer& layer : style().layers)
      for (std::size_t i = 0; i < visible.size(); ++i)
        if (!visible[i]) visible[i] = resolvePaint(layer, m_classes.attributes[i], look).visible;
    return visible;
  }

  // All attributes of one feature, those of its class and those that only texts use.
  std::vector<Value> attributesOf(std::uint32_t feature) const {
    std::vector<Value> values = m_classes.attributes[m_classes.class_of[feature]];
    for (std::size_t i = 0; i < values.size(); ++i)
      if (!style().attribute_is_for_look[i])
        if (const auto* column = m_columns->features->find(style().attributes[i]))
          values[i] = attributeValue(*column, feature);
    return values;
  }

  std::function<std::string(std::uint32_t)> sideOf(const LookContext& look) const {
    for (const StyleLayer& layer : style().layers)
      if (const PropertyValue& side = layer.property(StyleProperty::kIconSide); side.given())
        return [this, &side, look](std::uint32_t feature) {
          const std::vector<Value> attributes = attributesOf(feature);
          return toText(variantOf(side, look).evaluate({look.zoom, attributes}));
        };
    return {};
  }

  void addLabels(const StyleLayer& layer, const LookContext& look, const PaintContext& context,
                 std::vector<LabelCandidate>& candidates) const {
    TileGeometry geometry(*m_columns, context.view, 0);
    std::vector<std::optional<ResolvedText>> texts(m_classes.attributes.size());
    std::vector<std::int8_t> accepted(m_classes.attributes.size(), -1);
    for (const std::uint32_t feature : geometry.items()) {
      if (context.cancel.cancelled()) return;
      const std::uint32_t of_class = m_classes.class_of[feature];
      if (accepted[of_class] < 0)
        accepted[of_class] =
            layer.filter.empty() || toBool(layer.filter.evaluate({look.zoom, m_classes.attributes[of_class]})) ? 1 : 0;
      if (accepted[of_class] == 0) continue;
      auto& text = texts[of_class];
      if (!text) text = resolveText(layer, m_classes.attributes[of_class], look);
      if (text->size_px <= 0 || text->colour.alpha() == 0) continue;
      LabelCandidate label = candidateOf(*text);
      if (!placeLabel(feature, *text, context.view, geometry, label)) continue;
      const std::vector<Value> attributes = attributesOf(feature);
      const EvaluationContext evaluation{look.zoom, attributes};
      label.text = QString::fromStdString(
          toText(variantOf(layer.property(StyleProperty::kTextField), look).evaluate(evaluation)));
      if (label.text.isEmpty()) continue;
      if (label.angle_deg != 0 && lineIsTooShort(label, context.view, feature, geometry)) continue;
      const double sort_key =
          toNumber(variantOf(layer.property(StyleProperty::kSymbolSortKey), look).evaluate(evaluation), 0);
      label.priority = static_cast<int>(std::clamp(-sort_key, -1e9, 1e9));
      candidates.push_back(std::move(label));
    }
  }

  static LabelCandidate candidateOf(const ResolvedText& text) {
    LabelCandidate label;
    label.size_px = text.size_px;
    label.bold = text.bold;
    label.colour = text.colour;
    label.halo = text.halo;
    label.halo_px = text.halo_px;
    label.offset_y_px = text.offset_y_px;
    label.min_spacing_px = text.spacing_px;
    return label;
  }

  bool placeLabel(std::uint32_t feature, const ResolvedText& text, const MapView& view, TileGeometry& geometry,
                  LabelCandidate& label) const {
    switch (m_columns->kind) {
      case gis::GeometryKind::kPoint: {
        const std::uint32_t part = m_columns->feature_start[feature];
        if (part == m_columns->feature_start[feature + 1] ||
            m_columns->part_start[part] == m_columns->part_start[part + 1])
          return false;
        label.where = m_columns->at(m_columns->part_start[part]);
        break;
      }
      case gis::GeometryKind::kPolygon:
        if (!m_label_points[feature]) return false;
        label.where = *m_label_points[feature];
        break;
      case gis::GeometryKind::kLine: {
        const auto place = lineLabelPlace(*m_columns, feature, view, geometry);
        if (!place) return false;
        label.where = place->where;
        if (text.along_line) label.angle_deg = place->angle_deg == 0 ? 1e-3 : place->angle_deg;
        break;
      }
      case gis::GeometryKind::kNone:
        return false;
    }
    return std::isfinite(label.where.x_m) && std::isfinite(label.where.y_m) && view.box().contains(label.where);
  }

  // Names along a line need about the line's own length; half of it is enough because neighbours carry the same name.
  bool lineIsTooShort(const LabelCandidate& label, const MapView& view, std::uint32_t feature,
                      TileGeometry& geometry) const {
    const auto place = lineLabelPlace(*m_columns, feature, view, geometry);
    return !place || place->length_px < static_cast<double>(label.text.size()) * label.size_px * 0.5;
  }

  CatalogueEntry m_entry;
  std::shared_ptr<const gis::MapColumns> m_columns;
  FeatureClasses m_classes;
  std::vector<std::uint8_t> m_part_reversed;
  std::vector<LegendRow> m_legend;
  std::vector<std::optional<gis::MapXY>> m_label_points;  // of polygons with names
  std::shared_ptr<const IconSet> m_icons = std::make_shared<const IconSet>();
};

}  // namespace

gis::Result<LayerStatePtr> buildVectorLayer(const CatalogueEntry& entry, std::shared_ptr<const gis::MapColumns> columns,
                                            const gis::CodeLists& codes) {
  if (!entry.style || !columns || !columns->features)
    return gis::fail(gis::ErrorCode::kInvalidArgument, entry.id, "a layer needs a style and columns with attributes");
  if (columns->features->fid.size() != columns->featureCount())
    return gis::fail(gis::ErrorCode::kInvalidArgument, entry.id, "attributes and geometry differ in length");
  auto classes = classify(*entry.style, *columns->features);
  if (!classes) return std::unexpected(std::move(classes.error()).via("building layer " + entry.id));
  return std::make_shared<const VectorLayerState>(entry, std::move(columns), std::move(*classes), codes);
}

}  // namespace layers
