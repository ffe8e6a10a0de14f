// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/layer_source.h"

#include <algorithm>
#include <bit>
#include <map>

#include "gis/store/feature_store.h"
#include "gis/store/layer_revision.h"
#include "gis/store/wanted_rows.h"
#include "layers/vector/feature_classes.h"
#include "layers/vector/vector_layer_state.h"

namespace layers {

namespace {

// Raise it when the same rows would give other columns or levels than before.
constexpr int kMaking = 1;

// All that a layer's columns and levels depend on, as a line each.
std::string cacheKeyOf(const CatalogueEntry& entry, std::int64_t mark, const std::string& map_crs) {
  std::string key =
      fmt::format("making {}\n{}\n{:016x}\n{}\n", kMaking, entry.table, std::bit_cast<std::uint64_t>(mark), map_crs);
  for (const std::string& attribute : entry.attributes()) key += "with " + attribute + "\n";
  // Features of one look are merged into one dot.
  for (std::size_t i = 0; i < entry.style->attributes.size(); ++i)
    if (entry.style->attribute_is_for_look[i]) key += "by " + entry.style->attributes[i] + "\n";
  return key;
}

gis::Result<gis::Loaded<VectorLayer>> makeLayer(const CatalogueEntry& entry, gis::FeatureColumns columns,
                                                const gis::CodeLists& codes, const std::string& map_crs,
                                                const gis::CancelToken& cancel,
                                                std::shared_ptr<const gis::Pyramid>& pyramid) {
  auto placed = gis::buildMapColumns(std::move(columns), map_crs, cancel);
  if (!placed) return std::unexpected(std::move(placed.error()));
  gis::Loaded<VectorLayer> layer;
  layer.warnings = std::move(placed->warnings);
  layer.value.columns = std::move(placed->value);
  auto state = buildVectorLayer(entry, layer.value.columns, codes, pyramid);
  if (!state) return std::unexpected(std::move(state.error()));
  layer.value.state = std::move(*state);
  return layer;
}

std::optional<gis::Loaded<VectorLayer>> layerFromKept(const CatalogueEntry& entry, const std::filesystem::path& file,
                                                      const std::string& key, const gis::CodeLists& codes) {
  auto kept = gis::readLayerCache(file, key);
  if (!kept) return std::nullopt;
  gis::Loaded<VectorLayer> layer;
  layer.warnings = std::move(kept->warnings);
  layer.value.columns = std::move(kept->columns);
  auto state = buildVectorLayer(entry, layer.value.columns, codes, kept->pyramid);
  if (!state) return std::nullopt;  // made anew, it will say what is wrong
  layer.value.state = std::move(*state);
  return layer;
}

// Whether a style shows a row at one zoom: decided once for each combination of the attributes that looks depend on.
class ShownRows {
 public:
  ShownRows(const Style& style, double zoom) : m_style(style), m_zoom(zoom) {}

  bool operator()(std::span<const gis::AttributeColumn> columns) {
    if (m_columns.empty()) find(columns);
    m_key.clear();
    for (const gis::AttributeColumn* column : m_columns)
      if (column) m_key.push_back(attributeKey(*column, lastOf(*column)));
    const auto [known, added] = m_known.try_emplace(m_key, false);
    if (added) {
      std::vector<Value> values(m_columns.size());
      for (std::size_t i = 0; i < values.size(); ++i)
        if (m_columns[i]) values[i] = attributeValue(*m_columns[i], lastOf(*m_columns[i]));
      known->second = std::ranges::any_of(m_style.layers, [&](const StyleLayer& layer) {
        return layer.shownAt(m_zoom) && (layer.filter.empty() || toBool(layer.filter.evaluate({m_zoom, values})));
      });
    }
    ++(known->second ? m_shown : m_hidden);
    return known->second;
  }
  bool hidesMany() const { return m_hidden > m_shown; }

 private:
  static std::size_t lastOf(const gis::AttributeColumn& column) {
    return std::max({column.integers.size(), column.reals.size(), column.codes.size()}) - 1;
  }
  void find(std::span<const gis::AttributeColumn> columns) {
    m_columns.assign(m_style.attributes.size(), nullptr);
    for (std::size_t i = 0; i < m_columns.size(); ++i)
      if (m_style.attribute_is_for_look[i])
        if (const auto found = std::ranges::find(columns, m_style.attributes[i], &gis::AttributeColumn::name);
            found != columns.end())
          m_columns[i] = &*found;
  }

  const Style& m_style;
  double m_zoom;
  std::vector<const gis::AttributeColumn*> m_columns;  // null: not for the look
  std::vector<std::uint64_t> m_key;
  std::map<std::vector<std::uint64_t>, bool> m_known;
  std::size_t m_shown = 0, m_hidden = 0;
};

std::filesystem::path fileOf(const CatalogueEntry& entry, const std::filesystem::path& cache_folder) {
  return cache_folder / "layers" / (entry.id + ".fgs");
}

}  // namespace

gis::Result<gis::Loaded<VectorLayer>> layerFromColumns(const CatalogueEntry& entry, gis::FeatureColumns columns,
                                                       const gis::CodeLists& codes, const std::string& map_crs,
                                                       const gis::CancelToken& cancel) {
  std::shared_ptr<const gis::Pyramid> pyramid;
  return makeLayer(entry, std::move(columns), codes, map_crs, cancel, pyramid);
}

gis::Result<gis::Loaded<VectorLayer>> layerFromTable(const CatalogueEntry& entry, const gis::Database& db,
                                                     const gis::CodeLists& codes, const std::string& map_crs,
                                                     const std::filesystem::path& cache_folder,
                                                     const gis::CancelToken& cancel, const gis::Progress& progress) {
  std::optional<std::string> key;
  const std::filesystem::path file = fileOf(entry, cache_folder);
  if (!cache_folder.empty()) {
    // Before the rows: should somebody change them meanwhile, the key is one that nobody will ever ask for.
    const auto mark = gis::LayerRevisions(db).markOf(entry.table);
    if (!mark) return std::unexpected(mark.error());
    if (*mark) key = cacheKeyOf(entry, **mark, map_crs);
  }
  if (key)
    if (auto kept = layerFromKept(entry, file, *key, codes)) return std::move(*kept);
  auto read = gis::FeatureStore(db).read(entry.table, entry.attributes(), cancel, progress);
  if (!read) return std::unexpected(std::move(read.error()));
  std::shared_ptr<const gis::Pyramid> pyramid;
  auto layer = makeLayer(entry, std::move(read->value), codes, map_crs, cancel, pyramid);
  if (!layer) return layer;
  layer->warnings.insert(layer->warnings.begin(), read->warnings.begin(), read->warnings.end());
  if (key)
    layer->value.keepsake = std::make_shared<const VectorLayer::Keepsake>(
        VectorLayer::Keepsake{file, std::move(*key), {layer->value.columns, std::move(pyramid), layer->warnings}});
  return layer;
}

std::optional<gis::Loaded<VectorLayer>> layerFromCache(const CatalogueEntry& entry, std::int64_t mark,
                                                       const gis::CodeLists& codes, const std::string& map_crs,
                                                       const std::filesystem::path& cache_folder) {
  return layerFromKept(entry, fileOf(entry, cache_folder), cacheKeyOf(entry, mark, map_crs), codes);
}

gis::Result<std::optional<gis::Loaded<VectorLayer>>> previewFromTable(const CatalogueEntry& entry,
                                                                      const gis::Database& db,
                                                                      const gis::CodeLists& codes,
                                                                      const std::string& map_crs, double metres_per_px,
                                                                      const gis::CancelToken& cancel) {
  if (!entry.style || entry.style->attributes.empty()) return std::nullopt;
  ShownRows shown(*entry.style, zoomFor(metres_per_px));
  auto read = gis::readWantedRows(
      db, entry.table, entry.attributes(), [&shown](auto row) { return shown(row); }, cancel);
  if (!read) return std::unexpected(std::move(read.error()));
  if (!shown.hidesMany()) return std::nullopt;
  std::shared_ptr<const gis::Pyramid> pyramid;
  auto layer = makeLayer(entry, std::move(read->value), codes, map_crs, cancel, pyramid);
  if (!layer) return std::unexpected(std::move(layer.error()));
  return std::move(*layer);
}

gis::Result<void> keepForNextTime(const VectorLayer& layer) {
  if (!layer.keepsake) return {};
  const std::filesystem::path& file = layer.keepsake->file;
  std::error_code ignored;  // writing will say it
  std::filesystem::create_directories(file.parent_path(), ignored);
  return gis::writeLayerCache(file, layer.keepsake->key, layer.keepsake->layer);
}

}  // namespace layers
