// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/map_picture.h"

#include <QDateTime>
#include <QFileInfo>
#include <algorithm>
#include <cmath>

#include "app/cli/point_text.h"
#include "gis/geo/projector.h"
#include "gis/store/code_store.h"
#include "gis/store/place_store.h"
#include "gis/vector/gdal_reader.h"
#include "gis/vector/source_info.h"
#include "layers/plotting/plot_layer.h"
#include "layers/raster/ground_layers.h"
#include "layers/raster/raster_layers.h"
#include "layers/vector/catalogue.h"
#include "layers/vector/layer_source.h"
#include "layers/vector/past_layer.h"
#include "layers/vector/style_files.h"

namespace app {
namespace {

using Warnings = std::vector<gis::Warning>;

void append(Warnings& all, Warnings more) { std::ranges::move(more, std::back_inserter(all)); }

gis::Result<gis::MapBox> projected(const gis::LonLatBox& box, const std::string& map_crs) {
  const auto projector = gis::Projector::create("EPSG:4490", map_crs);
  if (!projector) return std::unexpected(projector.error());
  // Sides bend in the projection: eight points a side keep the corners and the bulge.
  gis::MapBox result;
  constexpr int kSteps = 8;
  for (int i = 0; i <= kSteps; ++i) {
    const double lon_deg = box.west_deg + (box.east_deg - box.west_deg) * i / kSteps;
    const double lat_deg = box.south_deg + (box.north_deg - box.south_deg) * i / kSteps;
    for (const gis::LonLat p : {gis::LonLat{lon_deg, box.south_deg}, gis::LonLat{lon_deg, box.north_deg},
                                gis::LonLat{box.west_deg, lat_deg}, gis::LonLat{box.east_deg, lat_deg}}) {
      const auto xy = projector->forward({p.lon_deg, p.lat_deg});
      if (!xy) return std::unexpected(xy.error());
      result.add(gis::MapXY{xy->x, xy->y});
    }
  }
  return result;
}

// "113.0,36.0,113.5,36.4". None when it is no list of four numbers; an error when the numbers make no box.
gis::Result<std::optional<gis::LonLatBox>> boxFromText(const std::string& text) {
  const auto numbers = readNumbers(text);
  if (!numbers || numbers->size() != 4) return std::nullopt;
  const gis::LonLatBox box{(*numbers)[0], (*numbers)[1], (*numbers)[2], (*numbers)[3]};
  const bool good = box.west_deg < box.east_deg && box.south_deg < box.north_deg && box.west_deg >= -180 &&
                    box.east_deg <= 180 && box.south_deg >= -90 && box.north_deg <= 90;
  if (!good) return gis::fail(gis::ErrorCode::kInvalidArgument, text, "west,south,east,north in degrees is expected");
  return box;
}

// The counties of the city, for somebody who mistyped one: "潞州区 140403, 上党区 140404".
std::string countiesOf(const gis::Workspace& workspace) {
  constexpr int kMostPlaces = 1000;  // villages with short names come before counties
  const std::string province_and_city = workspace.facts().city_code.substr(0, 4);
  std::string names;
  const auto places = gis::PlaceStore(workspace.db()).search(province_and_city, kMostPlaces);
  if (!places) return names;
  for (const gis::Place& place : *places) {
    if (place.kind != "division" || place.code.size() < 6) continue;
    // A statistical code of twelve digits ends in six zeros for a county, its first six in two for a city.
    const std::string county = place.code.substr(0, 6), rest = place.code.substr(6);
    if ((rest.empty() || rest == "000000") && !county.ends_with("00"))
      names += (names.empty() ? "" : ", ") + place.name + " " + county;
  }
  return names;
}

gis::Result<gis::MapBox> placeBox(const gis::Workspace& workspace, const std::string& name) {
  const auto places = gis::PlaceStore(workspace.db()).search(name, 1);
  if (!places) return std::unexpected(places.error());
  if (places->empty())
    return gis::fail(
        gis::ErrorCode::kUnknownName, name,
        "a view is full, a box west,south,east,north in degrees, or a place such as " + countiesOf(workspace));
  const gis::Place& place = places->front();
  const auto projector = gis::Projector::create("EPSG:4490", workspace.facts().map_crs);
  if (!projector) return std::unexpected(projector.error());
  const auto at = projector->forward({place.where.lon_deg, place.where.lat_deg});
  if (!at) return std::unexpected(at.error());
  constexpr double kUnknownSpanM = 2000;
  const double half_m = (place.span_m > 0 ? place.span_m : kUnknownSpanM) / 2;
  return gis::MapBox{at->x - half_m, at->y - half_m, at->x + half_m, at->y + half_m};
}

// The layers in the making: what a picture needs beside the view.
struct Content {
  layers::FrameRequest frame;
  std::vector<std::string> ids;
  std::vector<layers::BilingualText> titles;
  std::string map_crs;
  gis::MapBox extent;
  Warnings warnings;

  void add(std::string id, layers::BilingualText title, layers::LayerStatePtr state) {
    titles.push_back(std::move(title));
    extent.add(state->extent());
    frame.layers.push_back({std::move(state), 1});
    ids.push_back(std::move(id));
  }
};

gis::Result<void> addLayer(Content& content, const layers::CatalogueEntry& entry,
                           gis::Result<gis::Loaded<layers::VectorLayer>> layer) {
  if (!layer) return std::unexpected(std::move(layer.error()));
  append(content.warnings, std::move(layer->warnings));
  content.add(entry.id, entry.title, std::move(layer->value.state));
  return {};
}

std::string idsOf(const std::vector<layers::GroundLayer>& ground, const layers::Catalogue& catalogue) {
  std::string ids;
  for (const layers::GroundLayer& layer : ground) ids += (ids.empty() ? "" : ", ") + layer.id;
  for (const layers::CatalogueEntry& entry : catalogue.entries) ids += (ids.empty() ? "" : ", ") + entry.id;
  return ids;
}

// The built-in catalogue, its entries and the look of the relief replaced by those of a style file or folder.
gis::Result<layers::Catalogue> catalogueWith(const std::filesystem::path& style,
                                             const std::vector<layers::GroundLayer>& ground,
                                             std::shared_ptr<const layers::Style>& relief) {
  auto catalogue = layers::loadCatalogue();
  if (!catalogue || style.empty()) return catalogue;
  auto own = layers::readStyleEntries(style);
  if (!own) return std::unexpected(own.error());
  for (layers::CatalogueEntry& entry : *own) {
    if (entry.id == layers::kHillshadeId) {
      relief = entry.style;
      continue;
    }
    const auto replaced = std::ranges::find(catalogue->entries, entry.id, &layers::CatalogueEntry::id);
    if (replaced == catalogue->entries.end())
      return gis::fail(gis::ErrorCode::kUnknownName, entry.id, "the layers here are: " + idsOf(ground, *catalogue));
    *replaced = std::move(entry);
  }
  return catalogue;
}

gis::Result<void> addWorkspaceLayers(Content& content, const gis::Workspace& workspace, const PictureOptions& options,
                                     const gis::CancelToken& cancel) {
  std::shared_ptr<const layers::Style> relief_style;
  std::vector<layers::GroundLayer> ground = layers::groundLayersOf(workspace.folder(), workspace.demFile());
  const auto catalogue = catalogueWith(options.style, ground, relief_style);
  if (!catalogue) return std::unexpected(catalogue.error());
  const std::vector<std::string>& ids = options.layer_ids;
  const auto known = [&](const std::string& id) {
    return id == "all" || id == "plotting" || catalogue->find(id) ||
           std::ranges::find(ground, id, &layers::GroundLayer::id) != ground.end();
  };
  for (const std::string& id : ids)
    if (!known(id))
      return gis::fail(gis::ErrorCode::kUnknownName, id, "the layers here are: " + idsOf(ground, *catalogue));
  const auto codes = gis::CodeStore(workspace.db()).all();
  if (!codes) return std::unexpected(codes.error());
  const auto wanted = [&ids](const std::string& id, bool at_first) {
    if (ids.empty()) return at_first;
    return std::ranges::find(ids, id) != ids.end() || std::ranges::find(ids, "all") != ids.end();
  };
  for (layers::GroundLayer& layer : ground) {
    if (!wanted(layer.id, layer.visible)) continue;
    auto state = layers::openGroundLayer(layer.id, layer.file, content.map_crs, cancel, relief_style);
    if (!state) return std::unexpected(std::move(state.error()));
    content.add(std::move(layer.id), std::move(layer.title), std::move(*state));
  }
  for (const layers::CatalogueEntry& entry : catalogue->entries) {
    if (!wanted(entry.id, entry.visible)) continue;
    auto layer =
        layers::layerFromTable(entry, workspace.db(), *codes, content.map_crs, workspace.folder() / "cache", cancel);
    if (layer && options.at_utc_ms) {
      auto then = layers::layerThen(entry, layer->value.state, workspace.db(), *options.at_utc_ms, *codes,
                                    content.map_crs, cancel);
      if (!then) return std::unexpected(std::move(then.error()));
      layer->value.state = std::move(then->value);
      append(layer->warnings, std::move(then->warnings));
    }
    if (auto added = addLayer(content, entry, std::move(layer)); !added) return added;
  }
  if (!wanted("plotting", true)) return {};
  auto plotting = layers::plotLayerOf(workspace.db(), content.map_crs);
  if (!plotting) return std::unexpected(std::move(plotting.error()));
  if (*plotting)
    content.add("plotting", {QStringLiteral("标绘"), QStringLiteral("Situation plotting")}, std::move(*plotting));
  return {};
}

// The zone that fits the data; data beyond China's zones is drawn in web Mercator.
std::string mapCrsFor(const gis::LonLatBox& box) { return gis::gaussKruegerZoneFor(box).value_or("EPSG:3857"); }

gis::Result<Content> rasterContent(const std::filesystem::path& file, const layers::RasterLook& look,
                                   const gis::CancelToken& cancel) {
  const auto info = gis::describeSource(file);
  if (!info) return std::unexpected(info.error());
  if (!info->raster) return gis::fail(gis::ErrorCode::kNoData, file.string());
  Content content;
  content.map_crs = mapCrsFor(info->raster_lon_lat_extent.value_or(gis::LonLatBox{}));
  auto state = layers::openRasterLayer(file, content.map_crs, {}, cancel);
  if (!state) return std::unexpected(std::move(state.error()));
  if (auto coloured = layers::withLook(**state, look)) *state = std::move(coloured);
  const QString name = QString::fromStdString(file.stem().string());
  content.add(file.stem().string(), {name, name}, std::move(*state));
  return content;
}

// How a layer of a file looks: as the style says whose table has its name, or the only style there is; else calmly.
layers::CatalogueEntry entryFor(const std::vector<layers::CatalogueEntry>& styles, const std::string& id,
                                const std::string& file_name, const gis::FeatureColumns& columns) {
  layers::CatalogueEntry entry = layers::genericEntry(id, file_name, columns);
  const auto named = std::ranges::find_if(
      styles, [&](const layers::CatalogueEntry& style) { return style.table == file_name || style.id == file_name; });
  if (named != styles.end())
    entry.style = named->style;
  else if (styles.size() == 1)
    entry.style = styles.front().style;
  return entry;
}

gis::Result<Content> fileContent(const std::filesystem::path& file, const std::filesystem::path& style,
                                 const layers::RasterLook& look, const gis::CancelToken& cancel) {
  std::vector<layers::CatalogueEntry> styles;
  if (!style.empty()) {
    auto read = layers::readStyleEntries(style);
    if (!read) return std::unexpected(std::move(read.error()));
    styles = std::move(*read);
  }
  auto loaded = gis::readVectorLayer(file, {}, cancel);
  if (!loaded) {
    const gis::ErrorCode code = loaded.error().code;
    if (code == gis::ErrorCode::kUnsupportedFormat || code == gis::ErrorCode::kNoData)
      return rasterContent(file, look, cancel);
    return std::unexpected(std::move(loaded.error()));
  }
  Content content;
  append(content.warnings, std::move(loaded->warnings));
  gis::LonLatBox box;
  for (const gis::FeatureColumns& columns : loaded->value) {
    const auto projector = gis::Projector::create(columns.crs, "EPSG:4490");
    if (!projector) return std::unexpected(projector.error());
    std::vector<double> lon_lat = columns.xy;
    projector->forwardAll(lon_lat);
    for (std::size_t i = 0; i + 1 < lon_lat.size(); i += 2)
      if (std::isfinite(lon_lat[i])) box.add(gis::LonLat{lon_lat[i], lon_lat[i + 1]});
  }
  content.map_crs = mapCrsFor(box);
  const std::string name = file.stem().string();
  int number = 0;
  for (gis::FeatureColumns& columns : loaded->value) {
    const layers::CatalogueEntry entry = entryFor(styles, name + "-" + std::to_string(++number), name, columns);
    if (auto added =
            addLayer(content, entry, layers::layerFromColumns(entry, std::move(columns), {}, content.map_crs, cancel));
        !added)
      return std::unexpected(added.error());
  }
  return content;
}

// The view that somebody has kept under this name, at its scale.
gis::Result<std::optional<gis::MapBox>> bookmarkBox(const PictureOptions& options, const gis::Workspace& workspace,
                                                    const std::string& map_crs) {
  const auto bookmarks = gis::PlotStore(workspace.db()).bookmarks();
  if (!bookmarks) return std::unexpected(bookmarks.error());
  const auto found = std::ranges::find(*bookmarks, options.view, &gis::MapBookmark::name);
  if (found == bookmarks->end()) return std::nullopt;
  const auto projector = gis::Projector::create("EPSG:4490", map_crs);
  if (!projector) return std::unexpected(projector.error());
  const auto centre = projector->forward({found->centre.lon_deg, found->centre.lat_deg});
  if (!centre) return std::unexpected(centre.error());
  const double metres_per_px = layers::metresPerPxForScale(found->scale_denominator);
  const double half_width_m = options.width_px * metres_per_px / 2,
               half_height_m = options.height_px * metres_per_px / 2;
  return gis::MapBox{centre->x - half_width_m, centre->y - half_height_m, centre->x + half_width_m,
                     centre->y + half_height_m};
}

// The box that the view names; nothing for the whole of a file, which is known when it is read.
gis::Result<std::optional<gis::MapBox>> wantedBox(const PictureOptions& options,
                                                  const std::optional<gis::Workspace>& workspace,
                                                  const std::string& map_crs) {
  const auto typed = boxFromText(options.view);
  if (!typed) return std::unexpected(typed.error());
  if (*typed || (options.view == "full" && workspace && !workspace->facts().extent.empty()))
    return projected(*typed ? **typed : workspace->facts().extent, map_crs);
  if (options.view == "full") return std::nullopt;
  if (!workspace)
    return gis::fail(gis::ErrorCode::kInvalidArgument, options.view, "a file has no place names: give full or a box");
  if (const auto kept = bookmarkBox(options, *workspace, map_crs); !kept || *kept) return kept;
  return placeBox(*workspace, options.view);
}

}  // namespace

gis::Result<gis::Loaded<MapScene>> loadScene(const PictureOptions& options, const gis::CancelToken& cancel) {
  Content content;
  std::optional<gis::Workspace> workspace;
  if (!options.data.empty()) {
    auto made = fileContent(options.data, options.style, options.raster_look, cancel);
    if (!made) return std::unexpected(std::move(made.error()));
    content = std::move(*made);
  } else {
    auto opened = gis::Workspace::open(options.workspace, gis::OpenMode::kRead);
    if (!opened) return std::unexpected(std::move(opened.error()));
    workspace.emplace(std::move(*opened));
    content.map_crs = workspace->facts().map_crs;
  }

  // The view first: a mistyped name should not wait for the layers.
  const auto wanted = wantedBox(options, workspace, content.map_crs);
  if (!wanted) return std::unexpected(wanted.error());
  std::optional<gis::MapBox> shown = *wanted;

  content.frame.theme = options.theme;
  content.frame.language = QString::fromStdString(options.language);
  if (workspace) {
    auto added = addWorkspaceLayers(content, *workspace, options, cancel);
    if (!added) return std::unexpected(std::move(added.error()));
  }
  if (!shown) shown = content.extent;
  if (shown->empty())
    return gis::fail(gis::ErrorCode::kNoData, (options.data.empty() ? options.workspace : options.data).string());

  gis::Loaded<MapScene> scene;
  scene.value.view = layers::fitted(*shown, options.width_px, options.height_px, options.device_ratio);
  scene.value.titles = std::move(content.titles);
  scene.value.map_crs = content.map_crs;
  if (workspace) {
    const gis::WorkspaceFacts& facts = workspace->facts();
    scene.value.is_demo = facts.is_demo;
    scene.value.source =
        layers::BilingualText{QString::fromStdString(facts.city_name_zh), QString::fromStdString(facts.city_name_en)}
            .text(QString::fromStdString(options.language));
  }
  const QFileInfo file(QString::fromStdString((workspace ? workspace->databaseFile() : options.data).string()));
  if (scene.value.source.isEmpty()) scene.value.source = file.fileName();
  const QDateTime data_time =
      options.at_utc_ms ? QDateTime::fromMSecsSinceEpoch(*options.at_utc_ms) : file.lastModified();
  scene.value.data_time = data_time.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
  scene.value.frame = std::move(content.frame);
  scene.value.layers = std::move(content.ids);
  scene.warnings = std::move(content.warnings);
  return scene;
}

gis::Result<layers::MapView> viewOf(const PictureOptions& options) {
  auto workspace = gis::Workspace::open(options.workspace, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(std::move(workspace.error()));
  const std::string map_crs = workspace->facts().map_crs;
  const auto box = wantedBox(options, std::move(*workspace), map_crs);
  if (!box) return std::unexpected(box.error());
  if (!*box) return gis::fail(gis::ErrorCode::kNoData, options.workspace.string());
  return layers::fitted(**box, options.width_px, options.height_px);
}

}  // namespace app
