// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/vector_layer_state.h"

#include <array>
#include <atomic>
#include <bit>
#include <cmath>
#include <map>
#include <mutex>
#include <numeric>
#include <span>
#include <unordered_set>

#include "gis/vector/find_within.h"
#include "layers/vector/feature_classes.h"
#include "layers/vector/label_anchor.h"
#include "layers/vector/label_lines.h"
#include "layers/vector/legend.h"
#include "layers/vector/resolved_paint.h"
#include "layers/vector/tile_painter.h"

namespace layers {
namespace {

std::vector<std::uint32_t> featuresIn(const gis::MapColumns& columns, const gis::MapBox& box) {
  std::vector<std::uint32_t> items;
  const auto down = [](double v) { return std::nextafter(static_cast<float>(v), -HUGE_VALF); };
  const auto up = [](double v) { return std::nextafter(static_cast<float>(v), HUGE_VALF); };
  if (columns.index.size() > 0)
    columns.index.query({down(box.min_x_m - columns.origin.x_m), down(box.min_y_m - columns.origin.y_m),
                         up(box.max_x_m - columns.origin.x_m), up(box.max_y_m - columns.origin.y_m)},
                        items);
  return items;
}

class VectorLayerState final : public LayerState {
 public:
  VectorLayerState(const CatalogueEntry& entry, std::shared_ptr<const gis::MapColumns> columns,
                   std::shared_ptr<const gis::Pyramid> pyramid, FeatureClasses classes, const gis::CodeLists& codes)
      : m_entry(entry),
        m_columns(std::move(columns)),
        m_classes(std::move(classes)),
        m_pyramid(std::move(pyramid)),
        m_legend(std::make_shared<LegendOnce>()),
        m_name_places(std::make_shared<NamePlaces>(
            m_columns->kind == gis::GeometryKind::kPolygon ? m_columns->featureCount() : 0)) {
    if (const auto list = codes.find(entry.legend_code_table); list != codes.end()) m_legend->codes.insert(*list);
  }

  // The same without some of its features: they get a class of their own that is never shown.
  VectorLayerState(const VectorLayerState& other, const std::unordered_set<std::int64_t>& left_out)
      : m_entry(other.m_entry),
        m_columns(other.m_columns),
        m_classes(other.m_classes),
        m_hidden_class(static_cast<std::uint32_t>(other.m_classes.attributes.size())),
        m_pyramid(other.m_pyramid),
        m_legend(other.m_legend),
        m_name_places(other.m_name_places),
        m_icons(other.m_icons) {
    if (other.m_hidden_class)
      m_hidden_class = other.m_hidden_class;
    else
      m_classes.attributes.emplace_back(style().attributes.size());
    for (std::size_t i = 0; i < m_classes.class_of.size(); ++i)
      if (left_out.contains(m_columns->features->fid[i])) m_classes.class_of[i] = *m_hidden_class;
  }

  const CatalogueEntry& entry() const { return m_entry; }
  const gis::MapColumns& columns() const { return *m_columns; }

  gis::MapBox extent() const override { return m_columns->extent(); }
  long long featureCount() const override { return static_cast<long long>(m_columns->featureCount()); }

  bool visibleAt(double metres_per_px) const override {
    const double zoom = zoomFor(metres_per_px);
    return std::any_of(style().layers.begin(), style().layers.end(),
                       [zoom](const StyleLayer& layer) { return layer.shownAt(zoom); });
  }

  void paint(TileSurface& surface, const PaintContext& context) const override {
    const std::shared_ptr<const Looks> looks = looksFor(lookOf(context), context.view.device_ratio);
    const PaintedLayer painted{*m_columns, *m_pyramid, m_classes.class_of, sideOf(looks->look)};
    for (std::size_t i = 0; i < style().layers.size(); ++i) {
      if (context.cancel.cancelled()) return;
      const StyleLayer& layer = style().layers[i];
      if (layer.shownAt(looks->look.zoom))
        paintStyleLayer(surface, painted, layer.type, looks->groups[i], context.view, context.cancel);
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
    std::call_once(m_legend->made,
                   [&] { m_legend->rows = legendRows(m_entry, *m_columns->features, m_legend->codes); });
    return paintLegend(m_entry, m_legend->rows, *m_icons, m_columns->kind, lookOf(context), context.view.device_ratio);
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

  gis::FeatureSet within(const gis::MapBox& box, double metres_per_px) const override {
    LookContext look;
    look.zoom = zoomFor(metres_per_px);
    const std::vector<bool> visible = visibleClasses(look);
    const gis::FeatureSet all = gis::findWithin(*m_columns, box);
    if (std::ranges::find(visible, false) == visible.end()) return all;
    gis::FeatureSet seen;
    for (const gis::FeatureSet::Run& run : all.runs())
      for (std::uint32_t feature = run.first; feature < run.end; ++feature)
        if (visible[m_classes.class_of[feature]]) seen.append(feature, feature + 1);
    return seen;
  }

 private:
  const Style& style() const { return *m_entry.style; }

  static LookContext lookOf(const PaintContext& context) {
    return {zoomFor(context.view.metres_per_px), context.theme, context.language.startsWith(QLatin1String("en")),
            context.symbol_scale};
  }

  // Where names may stand is found when one is wanted for the first time, of polygons one by one: most layers show none
  // at most scales, and of a table of villages a view of the whole city names the counties alone.
  struct NamePlaces {
    explicit NamePlaces(std::size_t polygons) : points(polygons) {}
    std::once_flag lines_made;
    std::unique_ptr<const LabelLines> lines;         // of lines
    std::vector<std::atomic<std::uint64_t>> points;  // of polygons: two floats from the origin, or one of the two below
  };
  static constexpr std::uint64_t kNotLookedFor = 0, kNoPlace = 1;

  // Counting a city's features by class takes longer than opening their file: only when somebody asks.
  struct LegendOnce {
    gis::CodeLists codes;  // those that the legend goes by
    std::once_flag made;
    std::vector<LegendRow> rows;
  };

  const LabelLines* nameLines() const {
    if (m_columns->kind != gis::GeometryKind::kLine) return nullptr;
    std::call_once(m_name_places->lines_made,
                   [&] { m_name_places->lines = std::make_unique<LabelLines>(m_columns, nameOf()); });
    return m_name_places->lines.get();
  }

  // Two workers that look for one place at the same time find the same.
  std::optional<gis::MapXY> namePlaceIn(std::uint32_t polygon) const {
    std::atomic<std::uint64_t>& known = m_name_places->points[polygon];
    std::uint64_t place = known.load(std::memory_order_relaxed);
    if (place == kNotLookedFor) {
      place = kNoPlace;
      if (const auto found = polygonLabelPoint(*m_columns, polygon)) {
        const std::array local = {static_cast<float>(found->x_m - m_columns->origin.x_m),
                                  static_cast<float>(found->y_m - m_columns->origin.y_m)};
        place = std::max(kNoPlace + 1, std::bit_cast<std::uint64_t>(local));
      }
      known.store(place, std::memory_order_relaxed);
    }
    if (place == kNoPlace) return std::nullopt;
    const auto local = std::bit_cast<std::array<float, 2>>(place);
    return gis::MapXY{m_columns->origin.x_m + static_cast<double>(local[0]),
                      m_columns->origin.y_m + static_cast<double>(local[1])};
  }

  // What every style layer says of every class at one zoom, theme, language and scale. All tiles of a frame share it.
  struct Looks {
    LookContext look;
    double device_ratio = 1;
    std::vector<PaintGroups> groups;  // one a style layer
  };

  std::shared_ptr<const Looks> looksFor(const LookContext& look, double device_ratio) const {
    std::shared_ptr<const Looks> looks = m_looks.load();
    if (looks && looks->look == look && looks->device_ratio == device_ratio) return looks;
    auto made = std::make_shared<Looks>();
    made->look = look;
    made->device_ratio = device_ratio;
    for (const StyleLayer& layer : style().layers) {
      std::vector<ResolvedPaint> paints;
      if (layer.shownAt(look.zoom))
        for (const auto& attributes : m_classes.attributes) paints.push_back(resolvePaint(layer, attributes, look));
      if (m_hidden_class && !paints.empty()) paints[*m_hidden_class].visible = false;
      made->groups.push_back(groupPaints(layer.type, paints, *m_icons, device_ratio));
    }
    m_looks.store(made);
    return made;
  }

  std::vector<bool> visibleClasses(const LookContext& look) const {
    std::vector<bool> visible(m_classes.attributes.size(), false);
    for (const StyleLayer& layer : style().layers)
      for (std::size_t i = 0; i < visible.size(); ++i)
        if (!visible[i]) visible[i] = i != m_hidden_class && resolvePaint(layer, m_classes.attributes[i], look).visible;
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

  // What a style layer writes at one zoom: for each class whether, and how.
  class Texts {
   public:
    Texts(const VectorLayerState& state, const StyleLayer& layer, const LookContext& look)
        : m_state(state), m_layer(layer), m_look(look), m_of_class(state.m_classes.attributes.size()) {}

    const ResolvedText* of(std::uint32_t feature) {
      if (m_state.m_classes.class_of[feature] == m_state.m_hidden_class) return nullptr;
      auto& known = m_of_class[m_state.m_classes.class_of[feature]];
      if (!known) {
        const auto& attributes = m_state.m_classes.attributes[m_state.m_classes.class_of[feature]];
        known.emplace();
        if (m_layer.filter.empty() || toBool(m_layer.filter.evaluate({m_look.zoom, attributes})))
          *known = resolveText(m_layer, attributes, m_look);
      }
      return *known && (*known)->size_px > 0 && (*known)->colour.alpha() > 0 ? &**known : nullptr;
    }
    QString text(std::span<const Value> attributes) const {
      return QString::fromStdString(
          toText(variantOf(m_layer.property(StyleProperty::kTextField), m_look).evaluate({m_look.zoom, attributes})));
    }
    int priority(std::span<const Value> attributes) const {
      const double sort_key = toNumber(
          variantOf(m_layer.property(StyleProperty::kSymbolSortKey), m_look).evaluate({m_look.zoom, attributes}), 0);
      return static_cast<int>(std::clamp(-sort_key, -1e9, 1e9));
    }

   private:
    const VectorLayerState& m_state;
    const StyleLayer& m_layer;
    const LookContext& m_look;
    std::vector<std::optional<std::optional<ResolvedText>>> m_of_class;
  };

  void addLabels(const StyleLayer& layer, const LookContext& look, const PaintContext& context,
                 std::vector<LabelCandidate>& candidates) const {
    Texts texts(*this, layer, look);
    if (const LabelLines* lines = nameLines())
      addLineLabels(texts, *lines, context, candidates);
    else
      addPlainLabels(texts, context, candidates);
  }

  void addPlainLabels(Texts& texts, const PaintContext& context, std::vector<LabelCandidate>& candidates) const {
    const gis::MapBox box = context.view.box();
    for (const std::uint32_t feature : featuresIn(*m_columns, box)) {
      if (context.cancel.cancelled()) return;
      const ResolvedText* text = texts.of(feature);
      if (!text) continue;
      const std::optional<gis::MapXY> where = anchorOf(feature);
      if (!where || !box.contains(*where)) continue;
      const std::vector<Value> attributes = attributesOf(feature);
      LabelCandidate label = candidateOf(*text);
      label.where = *where;
      label.text = texts.text(attributes);
      if (label.text.isEmpty()) continue;
      label.priority = texts.priority(attributes);
      candidates.push_back(std::move(label));
    }
  }

  void addLineLabels(Texts& texts, const LabelLines& lines, const PaintContext& context,
                     std::vector<LabelCandidate>& candidates) const {
    const double scale = context.symbol_scale;
    const auto wish = [&](std::uint32_t feature) -> std::optional<LabelLines::Wish> {
      const ResolvedText* text = texts.of(feature);
      if (!text || context.cancel.cancelled()) return std::nullopt;
      return LabelLines::Wish{lengthOf(texts.text(attributesOf(feature))) * text->size_px * scale,
                              text->size_px * scale, text->spacing_px * scale};
    };
    for (LineNamePlace& place : lines.places(context.view, wish)) {
      const ResolvedText& text = *texts.of(place.feature);
      const std::vector<Value> attributes = attributesOf(place.feature);
      LabelCandidate label = candidateOf(text);
      label.where = place.where;
      if (text.along_line) label.path = std::move(place.path);
      label.max_width_em = 0;
      label.text = texts.text(attributes);
      label.priority = texts.priority(attributes);
      candidates.push_back(std::move(label));
    }
  }

  // About how many ems a text is long: a Chinese character is one, a Latin letter a little more than half.
  static double lengthOf(const QString& text) {
    return std::accumulate(text.begin(), text.end(), 0.0,
                           [](double sum, QChar c) { return sum + (c.unicode() >= 0x2E80 ? 1.0 : 0.58); });
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
    label.max_width_em = text.max_width_em;
    return label;
  }

  std::optional<gis::MapXY> anchorOf(std::uint32_t feature) const {
    if (m_columns->kind == gis::GeometryKind::kPolygon) return namePlaceIn(feature);
    const std::uint32_t part = m_columns->feature_start[feature];
    if (part == m_columns->feature_start[feature + 1] || m_columns->part_start[part] == m_columns->part_start[part + 1])
      return std::nullopt;
    return m_columns->at(m_columns->part_start[part]);
  }

  // Features with the same number carry the same name in the same look.
  std::vector<std::uint32_t> nameOf() const {
    const gis::FeatureColumns& features = *m_columns->features;
    std::vector<const gis::AttributeColumn*> columns;
    for (std::size_t i = 0; i < style().attributes.size(); ++i)
      if (const auto* column = features.find(style().attributes[i]);
          column && !style().attribute_is_for_look[i] && column->type == gis::AttributeType::kText)
        columns.push_back(column);
    std::map<std::vector<std::uint32_t>, std::uint32_t> known;
    std::vector<std::uint32_t> name_of(m_columns->featureCount(), LabelLines::kNameless), key;
    for (std::size_t feature = 0; feature < name_of.size(); ++feature) {
      key.assign(1, m_classes.class_of[feature]);
      bool named = columns.empty();
      for (const auto* column : columns) {
        key.push_back(column->codes[feature]);
        named = named || column->codes[feature] != gis::AttributeColumn::kNullCode;
      }
      if (named) name_of[feature] = known.try_emplace(key, static_cast<std::uint32_t>(known.size())).first->second;
    }
    return name_of;
  }

  CatalogueEntry m_entry;
  std::shared_ptr<const gis::MapColumns> m_columns;
  FeatureClasses m_classes;
  std::optional<std::uint32_t> m_hidden_class;  // of features that were changed or removed since
  std::shared_ptr<const gis::Pyramid> m_pyramid;
  std::shared_ptr<LegendOnce> m_legend;
  std::shared_ptr<NamePlaces> m_name_places;
  std::shared_ptr<const IconSet> m_icons = std::make_shared<const IconSet>();
  mutable std::atomic<std::shared_ptr<const Looks>> m_looks;  // of the last zoom that was painted
};

// A layer and what changed since, latest on top; each lacks what a later one has.
class EditedLayerState final : public LayerState {
 public:
  using Part = std::shared_ptr<const VectorLayerState>;
  explicit EditedLayerState(std::vector<Part> parts) : m_parts(std::move(parts)) {}
  const std::vector<Part>& parts() const { return m_parts; }

  gis::MapBox extent() const override {
    gis::MapBox box;
    for (const Part& part : m_parts)
      if (!part->extent().empty()) box.add(part->extent());
    return box;
  }
  long long featureCount() const override { return m_parts.front()->featureCount(); }
  bool visibleAt(double metres_per_px) const override { return m_parts.front()->visibleAt(metres_per_px); }
  void paint(TileSurface& surface, const PaintContext& context) const override {
    for (const Part& part : m_parts) part->paint(surface, context);
  }
  std::vector<LabelCandidate> labels(const PaintContext& context) const override {
    std::vector<LabelCandidate> all;
    for (const Part& part : m_parts) std::ranges::move(part->labels(context), std::back_inserter(all));
    return all;
  }
  std::vector<LegendEntry> legend(const PaintContext& context) const override {
    return m_parts.front()->legend(context);
  }
  std::vector<Hit> identify(gis::MapXY where, double radius_m, double metres_per_px) const override {
    const std::vector<std::int64_t>& fids = m_parts.front()->columns().features->fid;
    std::vector<Hit> hits;
    for (const Part& part : m_parts)
      for (Hit hit : part->identify(where, radius_m, metres_per_px)) {
        if (part != m_parts.front()) {
          const auto same = std::ranges::find(fids, hit.fid);
          hit.feature = same == fids.end() ? Hit::kNotInColumns : static_cast<std::uint32_t>(same - fids.begin());
        }
        hits.push_back(std::move(hit));
      }
    std::ranges::stable_sort(hits, {}, &Hit::distance_m);
    return hits;
  }
  // By the columns of the layer: a row that changed is one of them, where it lies now; a new one is not.
  gis::FeatureSet within(const gis::MapBox& box, double metres_per_px) const override {
    const gis::MapColumns& columns = m_parts.front()->columns();
    gis::FeatureSet found = m_parts.front()->within(box, metres_per_px);
    for (const Part& part : std::span(m_parts).subspan(1))
      found = found | gis::featuresOf(columns, gis::fidsOf(part->columns(), part->within(box, metres_per_px)));
    return found;
  }

 private:
  std::vector<Part> m_parts;  // never empty
};

}  // namespace

gis::Result<LayerStatePtr> buildVectorLayer(const CatalogueEntry& entry, std::shared_ptr<const gis::MapColumns> columns,
                                            const gis::CodeLists& codes) {
  std::shared_ptr<const gis::Pyramid> pyramid;
  return buildVectorLayer(entry, std::move(columns), codes, pyramid);
}

gis::Result<LayerStatePtr> buildVectorLayer(const CatalogueEntry& entry, std::shared_ptr<const gis::MapColumns> columns,
                                            const gis::CodeLists& codes, std::shared_ptr<const gis::Pyramid>& pyramid) {
  if (!entry.style || !columns || !columns->features)
    return gis::fail(gis::ErrorCode::kInvalidArgument, entry.id, "a layer needs a style and columns with attributes");
  if (columns->features->fid.size() != columns->featureCount())
    return gis::fail(gis::ErrorCode::kInvalidArgument, entry.id, "attributes and geometry differ in length");
  auto classes = classify(*entry.style, *columns->features);
  if (!classes) return std::unexpected(std::move(classes.error()).via("building layer " + entry.id));
  if (!pyramid) {
    auto made = gis::buildPyramid(columns, classes->class_of);
    if (!made) return std::unexpected(std::move(made.error()).via("building layer " + entry.id));
    pyramid = std::move(*made);
  }
  return std::make_shared<const VectorLayerState>(entry, std::move(columns), pyramid, std::move(*classes), codes);
}

gis::Result<LayerStatePtr> withChanges(const LayerStatePtr& base, FeatureChanges changes, const std::string& map_crs,
                                       const gis::CodeLists& codes) {
  std::vector<EditedLayerState::Part> before;
  if (const auto edited = std::dynamic_pointer_cast<const EditedLayerState>(base))
    before = edited->parts();
  else if (auto plain = std::dynamic_pointer_cast<const VectorLayerState>(base))
    before = {std::move(plain)};
  else
    return gis::fail(gis::ErrorCode::kInvalidArgument, {}, "no vector layer");
  std::unordered_set<std::int64_t> left_out(changes.removed.begin(), changes.removed.end());
  left_out.insert(changes.changed.fid.begin(), changes.changed.fid.end());
  std::vector<EditedLayerState::Part> parts;
  for (const EditedLayerState::Part& part : before)
    parts.push_back(std::make_shared<const VectorLayerState>(*part, left_out));
  if (!changes.changed.fid.empty()) {
    auto placed = gis::buildMapColumns(std::move(changes.changed), map_crs);
    if (!placed) return std::unexpected(std::move(placed.error()));
    auto made = buildVectorLayer(before.front()->entry(), std::move(placed->value), codes);
    if (!made) return std::unexpected(std::move(made.error()));
    parts.push_back(std::static_pointer_cast<const VectorLayerState>(*made));
  }
  return std::make_shared<const EditedLayerState>(std::move(parts));
}

}  // namespace layers
