// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fire/fire_jobs.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "fireSeasonStyles.h"
#include "gis/geo/local_scale.h"
#include "gis/store/feature_store.h"

namespace app {
namespace {

gis::Result<gis::Workspace> opened(const std::filesystem::path& folder, gis::OpenMode mode = gis::OpenMode::kRead) {
  auto workspace = gis::Workspace::open(folder, mode);
  if (workspace && mode == gis::OpenMode::kReadWrite && workspace->readOnlyReason())
    return std::unexpected(*workspace->readOnlyReason());
  return workspace;
}

}  // namespace

gis::Result<NearOutcome> nearFire(const std::filesystem::path& folder, const gis::fire::FireQuestion& question,
                                  const std::string& vehicle_id, const gis::CancelToken& cancel) {
  const auto workspace = opened(folder);
  if (!workspace) return std::unexpected(workspace.error());
  const auto to_map = gis::Projector::create("EPSG:4490", workspace->facts().map_crs);
  if (!to_map) return std::unexpected(to_map.error());
  const auto vehicles = gis::loadVehicles(folder);
  if (!vehicles) return std::unexpected(vehicles.error());
  const gis::Vehicle* vehicle = vehicles->find(vehicle_id);
  if (vehicle == nullptr) return gis::fail(gis::ErrorCode::kUnknownName, vehicle_id);
  std::optional<gis::RoadTravel> travel;
  if (const auto graph = gis::loadRoadNetwork(*workspace, cancel))
    travel.emplace(*graph, *vehicle);
  else if (graph.error().code != gis::ErrorCode::kNoData)
    return std::unexpected(graph.error());
  auto answer = gis::fire::fireNear(workspace->db(), *to_map, travel ? &*travel : nullptr, question, cancel);
  if (!answer) return std::unexpected(std::move(answer.error()));
  NearOutcome outcome;
  outcome.speeds_unverified = vehicle->unverified;
  outcome.ways.resize(answer->places.size());
  const auto at = to_map->forward({question.where.lon_deg, question.where.lat_deg});
  if (at) {
    const gis::MapXY fire{at->x, at->y};
    if (const auto scale = gis::localScaleAt(*to_map, fire)) outcome.map_scale_ratio = scale->scale_ratio;
    const auto root = travel ? travel->place(fire) : std::nullopt;
    if (root) {
      const gis::TravelTree tree =
          travel->search(*root, gis::TravelDirection::kTowards, gis::kImpassable - 1, {}, cancel);
      for (std::size_t i = 0; i < answer->places.size(); ++i) {
        if (!answer->places[i].travel_min) continue;
        const gis::LonLat p = answer->places[i].place.where;
        const auto xy = to_map->forward({p.lon_deg, p.lat_deg});
        const auto place = xy ? travel->place({xy->x, xy->y}) : std::nullopt;
        if (auto route = place ? tree.routeTo(*place) : std::nullopt) outcome.ways[i] = std::move(route->line);
      }
    }
  }
  outcome.answer = std::move(*answer);
  return outcome;
}

gis::Result<WeatherOutcome> readFireWeather(const std::filesystem::path& folder, const gis::CancelToken& cancel) {
  const auto workspace = opened(folder);
  if (!workspace) return std::unexpected(workspace.error());
  WeatherOutcome outcome;
  auto districts = gis::fire::fireWeatherOf(*workspace);
  if (!districts) return std::unexpected(std::move(districts.error()));
  outcome.districts = std::move(*districts);
  auto rules = gis::fire::loadFireWeatherRules(folder.string());
  if (!rules) return std::unexpected(std::move(rules.error()));
  outcome.rules = std::move(*rules);
  auto divisions = gis::FeatureStore(workspace->db()).read("division", {"code", "level"}, cancel);
  if (!divisions) return std::unexpected(std::move(divisions.error()));
  const auto to_map = gis::Projector::create("EPSG:4490", workspace->facts().map_crs);
  if (!to_map) return std::unexpected(to_map.error());
  const gis::FeatureColumns& f = divisions->value;
  for (std::size_t i = 0; i < f.featureCount(); ++i) {
    if (f.attributes[1].integers[i] != 3) continue;
    auto& rings = outcome.rings[f.attributes[0].dictionary[f.attributes[0].codes[i]]];
    for (std::uint32_t part = f.feature_start[i]; part < f.feature_start[i + 1]; ++part) {
      std::vector<double> xy(f.xy.begin() + std::ptrdiff_t{2} * f.part_start[part],
                             f.xy.begin() + std::ptrdiff_t{2} * f.part_start[part + 1]);
      to_map->forwardAll(xy);
      rings.emplace_back();
      for (std::size_t v = 0; v + 1 < xy.size(); v += 2) rings.back().push_back({xy[v], xy[v + 1]});
    }
  }
  return outcome;
}

gis::Result<WeatherImport> importWeather(const std::filesystem::path& folder, const std::filesystem::path& file,
                                         const gis::EditAuthor& author, const std::string& title) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return gis::fail(gis::ErrorCode::kNotFound, file.string());
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  auto read = gis::fire::readDailyWeather(text, file.filename().string());
  if (!read) return std::unexpected(std::move(read.error()));
  WeatherImport made;
  if (!read->value.empty()) {
    auto saved = saveWeather(folder, std::move(read->value), file.filename().string(), author, title);
    if (!saved) return saved;
    made = std::move(*saved);
  }
  made.refused = std::move(read->warnings);
  return made;
}

gis::Result<WeatherImport> saveWeather(const std::filesystem::path& folder,
                                       std::vector<gis::fire::DailyWeather> weather, const std::string& source,
                                       const gis::EditAuthor& author, const std::string& title) {
  const auto workspace = opened(folder, gis::OpenMode::kReadWrite);
  if (!workspace) return std::unexpected(workspace.error());
  const auto clock = std::make_shared<gis::SystemClock>();
  gis::UuidSource uuids(clock);
  auto saved =
      gis::fire::DailyWeatherStore(workspace->db()).save(std::move(weather), source, author, title, uuids, *clock);
  if (!saved) return std::unexpected(std::move(saved.error()));
  return WeatherImport{std::move(*saved), {}};
}

gis::Result<SeasonLayer> seasonLayer(const std::filesystem::path& folder, const std::string& season,
                                     const gis::CodeLists& codes, const gis::CancelToken& cancel) {
  const auto files = gis::fireSeasonStyles();
  const auto file = std::ranges::find(files, season + ".json", &gis::EmbeddedFile::name);
  if (file == files.end()) return gis::fail(gis::ErrorCode::kUnknownName, season);
  auto entry = layers::parseCatalogueEntry(file->text(), season + ".json");
  if (!entry) return std::unexpected(std::move(entry.error()));
  const auto workspace = opened(folder);
  if (!workspace) return std::unexpected(workspace.error());
  auto layer = layers::layerFromTable(*entry, workspace->db(), codes, workspace->facts().map_crs,
                                      workspace->folder() / "cache" / "layers", cancel);
  if (!layer) return std::unexpected(std::move(layer.error()));
  return SeasonLayer{std::make_shared<const layers::CatalogueEntry>(std::move(*entry)), std::move(layer->value)};
}

gis::Result<gis::fire::BlockReport> findBlocks(const std::filesystem::path& folder, double max_gap_m,
                                               const gis::CancelToken& cancel) {
  const auto workspace = opened(folder);
  if (!workspace) return std::unexpected(workspace.error());
  gis::fire::BlockOptions options;
  options.max_gap_m = max_gap_m;
  return gis::fire::blocksOf(*workspace, options, cancel);
}

gis::Result<std::vector<gis::fire::Observer>> listObservers(const std::filesystem::path& folder) {
  const auto workspace = opened(folder);
  if (!workspace) return std::unexpected(workspace.error());
  return gis::fire::observersOf(workspace->db());
}

gis::Result<gis::fire::SightPicture> seeFrom(const std::filesystem::path& folder, gis::MapXY where, double height_m,
                                             double range_m, double target_m, const gis::CancelToken& cancel) {
  const auto workspace = opened(folder);
  if (!workspace) return std::unexpected(workspace.error());
  return gis::fire::sightFrom(*workspace, where, height_m, range_m, target_m, cancel);
}

}  // namespace app
