// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_content.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <latch>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/bench/measuring.h"
#include "gis/store/workspace.h"
#include "gis/vector/gdal_reader.h"
#include "layers/raster/raster_layers.h"
#include "layers/vector/layer_source.h"
#include "layers/vector/vector_layer_state.h"
#include "peer_styles.h"

namespace app {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

// The relief under everything stands in no catalogue.
constexpr char kTerrainId[] = "terrain";

// A layer before it is read.
struct Plan {
  std::string id;
  std::optional<layers::CatalogueEntry> entry;  // none: a raster
  fs::path file;                                // empty: the table of the workspace
  bool relief = false;                          // a raster of heights
};

struct Made {
  BenchLayer layer;
  std::vector<gis::Warning> warnings;
};

gis::Result<std::string> styleText(const fs::path& folder, const std::string& name) {
  if (folder.empty()) {
    for (const gis::EmbeddedFile& file : gis::peer_styles())
      if (file.name == name) return std::string(file.text());
    return gis::fail(gis::ErrorCode::kNotFound, name);
  }
  std::ifstream file(folder / name, std::ios::binary);
  std::ostringstream text;
  if (!file || !(text << file.rdbuf())) return gis::fail(gis::ErrorCode::kNotFound, (folder / name).string());
  return text.str();
}

std::optional<fs::path> fileOf(const fs::path& folder, const std::string& table) {
  std::error_code ignored;
  for (const char* ending : {".gpkg", ".fgb", ".shp", ".geojson"})
    if (const fs::path file = folder / (table + ending); fs::exists(file, ignored)) return file;
  return std::nullopt;
}

gis::Result<std::vector<Plan>> planFolder(const BenchSource& source, BenchContent& content) {
  const std::string name = "catalogue.json";
  const auto text = styleText(source.styles, name);
  if (!text) return std::unexpected(text.error());
  const json catalogue = json::parse(*text, nullptr, false);
  const layers::JsonPlace root{name, ""};
  if (!catalogue.is_object() || !catalogue.contains("layers") || !catalogue["layers"].is_array())
    return root.at("layers").expected("a list of layers, the lowest first");
  if (!catalogue.contains("map_crs") || !catalogue["map_crs"].is_string())
    return root.at("map_crs").expected("a reference system such as \"EPSG:4547\"");
  content.map_crs = catalogue["map_crs"].get<std::string>();
  std::vector<Plan> plans;
  std::vector<fs::path> used;
  for (std::size_t i = 0; i < catalogue["layers"].size(); ++i) {
    const json& item = catalogue["layers"][i];
    if (!item.is_string()) return root.at("layers").at(i).expected("the name of a layer");
    Plan plan{item.get<std::string>(), {}, {}, false};
    std::optional<fs::path> file = source.data / plan.id;
    if (file->extension() != ".tif") {
      const auto style = styleText(source.styles, plan.id + ".json");
      if (!style) return std::unexpected(style.error());
      auto entry = layers::parseCatalogueEntry(*style, plan.id + ".json");
      if (!entry) return std::unexpected(std::move(entry.error()));
      file = fileOf(source.data, entry->table);
      plan.entry = std::move(*entry);
    }
    std::error_code ignored;
    if (!file || !fs::exists(*file, ignored)) {
      content.left_out.push_back(plan.id);
      continue;
    }
    plan.file = *file;
    used.push_back(*file);
    plans.push_back(std::move(plan));
  }
  std::error_code wrong;
  for (const auto& file : fs::directory_iterator(source.data, wrong))
    if (file.path().extension() == ".gpkg" && std::ranges::find(used, file.path()) == used.end())
      content.left_out.push_back(file.path().filename().string());
  if (wrong) return gis::fail(gis::ErrorCode::kNotFound, source.data.string(), wrong.message());
  std::ranges::sort(content.left_out);
  return plans;
}

gis::Result<std::vector<Plan>> planWorkspace(const BenchSource& source, BenchContent& content) {
  const auto workspace = gis::Workspace::open(source.workspace, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  content.map_crs = workspace->facts().map_crs;
  auto codes = gis::CodeStore(workspace->db()).all();
  if (!codes) return std::unexpected(std::move(codes.error()));
  content.codes = std::move(*codes);
  auto catalogue = layers::loadCatalogue();
  if (!catalogue) return std::unexpected(std::move(catalogue.error()));
  const std::vector<std::string>& ids = source.layer_ids;
  for (const std::string& id : ids)
    if (id != "all" && id != kTerrainId && !catalogue->find(id)) return gis::fail(gis::ErrorCode::kUnknownName, id);
  const auto wanted = [&ids](const std::string& id, bool at_first) {
    if (ids.empty()) return at_first;
    return std::ranges::find(ids, id) != ids.end() || std::ranges::find(ids, "all") != ids.end();
  };
  std::vector<Plan> plans;
  if (const auto dem = workspace->demFile(); dem && wanted(kTerrainId, true))
    plans.push_back({kTerrainId, {}, *dem, true});
  for (layers::CatalogueEntry& entry : catalogue->entries)
    if (wanted(entry.id, entry.visible)) plans.push_back({entry.id, std::move(entry), {}, false});
  return plans;
}

// The kind of geometry that most of the file has: a style is written for one.
gis::Result<gis::FeatureColumns> largestOf(std::vector<gis::FeatureColumns> kinds, const fs::path& file) {
  const auto largest = std::ranges::max_element(kinds, {}, &gis::FeatureColumns::featureCount);
  if (largest == kinds.end()) return gis::fail(gis::ErrorCode::kNoData, file.string());
  return std::move(*largest);
}

gis::Result<Made> makeFromTable(const Plan& plan, const BenchSource& source, const BenchContent& content,
                                const gis::CancelToken& cancel) {
  const Stopwatch watch;
  const auto workspace = gis::Workspace::open(source.workspace, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  auto layer = layers::layerFromTable(*plan.entry, workspace->db(), content.codes, content.map_crs,
                                      source.from_rows ? fs::path() : workspace->folder() / "cache", cancel);
  if (!layer) return std::unexpected(std::move(layer.error()));
  Made made;
  made.warnings = std::move(layer->warnings);
  made.layer = {plan.id, std::move(layer->value.state), std::move(layer->value.columns), plan.entry, 0, 0, 0};
  made.layer.read_ms = watch.elapsedMs();
  return made;
}

gis::Result<Made> make(const Plan& plan, const BenchSource& source, const BenchContent& content,
                       const gis::CancelToken& cancel) {
  Made made;
  made.layer.id = plan.id;
  if (!plan.entry) {
    const Stopwatch watch;
    auto state = plan.relief ? layers::openHillshade(plan.file, content.map_crs, {}, cancel)
                             : layers::openRasterLayer(plan.file, content.map_crs, {}, cancel);
    if (!state) return std::unexpected(std::move(state.error()));
    made.layer.state = std::move(*state);
    made.layer.build_ms = watch.elapsedMs();
    return made;
  }
  if (plan.file.empty()) return makeFromTable(plan, source, content, cancel);
  const Stopwatch reading;
  auto read = gis::readVectorLayer(plan.file, {}, cancel);
  if (!read) return std::unexpected(std::move(read.error()));
  made.warnings = std::move(read->warnings);
  auto columns = largestOf(std::move(read->value), plan.file);
  if (!columns) return std::unexpected(std::move(columns.error()));
  made.layer.read_ms = reading.elapsedMs();
  const Stopwatch projecting;
  auto placed = gis::buildMapColumns(std::move(*columns), content.map_crs, cancel);
  if (!placed) return std::unexpected(std::move(placed.error()));
  made.layer.project_ms = projecting.elapsedMs();
  std::ranges::move(placed->warnings, std::back_inserter(made.warnings));
  const Stopwatch building;
  auto state = layers::buildVectorLayer(*plan.entry, placed->value, content.codes);
  if (!state) return std::unexpected(std::move(state.error()));
  made.layer.build_ms = building.elapsedMs();
  made.layer.columns = std::move(placed->value);
  made.layer.state = std::move(*state);
  made.layer.entry = plan.entry;
  return made;
}

}  // namespace

gis::MapBox BenchContent::extent() const {
  gis::MapBox box;
  for (const BenchLayer& layer : layers)
    if (!layer.state->extent().empty()) box.add(layer.state->extent());
  return box;
}

layers::FrameRequest BenchContent::frame(layers::Theme theme, const std::string& language) const {
  layers::FrameRequest request;
  request.theme = theme;
  request.language = QString::fromStdString(language);
  request.glyphs = std::make_shared<layers::GlyphAtlas>();
  for (const BenchLayer& layer : layers) request.layers.push_back({layer.state, 1});
  return request;
}

gis::Result<BenchContent> loadBenchContent(const BenchSource& source, JobPools& pools, const gis::CancelToken& cancel) {
  const Stopwatch watch;
  BenchContent content;
  const auto plans = source.data.empty() ? planWorkspace(source, content) : planFolder(source, content);
  if (!plans) return std::unexpected(plans.error());
  if (plans->empty())
    return gis::fail(gis::ErrorCode::kNoData, (source.data.empty() ? source.workspace : source.data).string());
  std::vector<gis::Result<Made>> made(plans->size(), gis::fail(gis::ErrorCode::kCancelled, ""));
  std::latch done(static_cast<std::ptrdiff_t>(plans->size()));
  for (std::size_t i = 0; i < plans->size(); ++i)
    pools.run(Pool::kIo, [&, i] {
      made[i] = make((*plans)[i], source, content, cancel);
      done.count_down();
    });
  done.wait();
  for (gis::Result<Made>& one : made) {
    if (!one) return std::unexpected(std::move(one.error()));
    std::ranges::move(one->warnings, std::back_inserter(content.warnings));
    content.layers.push_back(std::move(one->layer));
  }
  content.open_ms = watch.elapsedMs();
  content.peak_memory_mib = peakMemoryMib();
  return content;
}

}  // namespace app
