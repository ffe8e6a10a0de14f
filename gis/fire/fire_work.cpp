// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/fire/fire_work.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "gis/fire/daily_weather_store.h"
#include "gis/fire/fire_near.h"
#include "gis/raster/raster_reader.h"
#include "gis/store/feature_store.h"

namespace gis::fire {
namespace {

constexpr int kMostCells = 1200;
// A camera stands on a mast; the census does not say how high.
constexpr double kMastM = 25;
constexpr double kLookoutRangeM = 10000;
constexpr std::int64_t kWorstRoadClass = 4;
constexpr std::int64_t kLeastStrahler = 3;
constexpr std::int64_t kOutOfService = 3;

using Keep = std::function<bool(const FeatureColumns&, std::size_t)>;

// The rows of a table that count.
Result<std::shared_ptr<const MapColumns>> workLinesOf(const Workspace& workspace, const std::string& table,
                                                      const std::string& attribute, const Keep& keep,
                                                      const CancelToken& cancel) {
  auto rows = FeatureStore(workspace.db()).read(table, {attribute}, cancel);
  if (!rows) return std::unexpected(std::move(rows.error()));
  const FeatureColumns& all = rows->value;
  FeatureColumns kept;
  kept.kind = all.kind, kept.crs = all.crs, kept.geographic = all.geographic;
  kept.part_start = {0}, kept.feature_start = {0};
  for (std::size_t i = 0; i < all.featureCount(); ++i) {
    if (!keep(all, i)) continue;
    for (std::uint32_t part = all.feature_start[i]; part < all.feature_start[i + 1]; ++part) {
      kept.xy.insert(kept.xy.end(), all.xy.begin() + std::ptrdiff_t{2} * all.part_start[part],
                     all.xy.begin() + std::ptrdiff_t{2} * all.part_start[part + 1]);
      kept.part_start.push_back(static_cast<std::uint32_t>(kept.xy.size() / 2));
    }
    kept.feature_start.push_back(static_cast<std::uint32_t>(kept.part_start.size() - 1));
    kept.fid.push_back(all.fid[i]);
  }
  auto columns = buildMapColumns(std::move(kept), workspace.facts().map_crs, cancel);
  if (!columns) return std::unexpected(std::move(columns.error()));
  return columns->value;
}

Keep atMost(std::int64_t limit) {
  return [limit](const FeatureColumns& f, std::size_t i) { return f.attributes[0].integers[i] <= limit; };
}

// A number says nothing to who has to go there.
Result<void> nameBlocks(const Workspace& workspace, BlockReport& report) {
  const auto seats = FirePlaceStore(workspace.db()).villageSeats();
  if (!seats) return std::unexpected(seats.error());
  const auto to_map = Projector::create("EPSG:4490", workspace.facts().map_crs);
  if (!to_map) return std::unexpected(to_map.error());
  std::vector<MapXY> at;
  for (const VillageSeat& seat : *seats) {
    const auto p = to_map->forward({seat.where.lon_deg, seat.where.lat_deg});
    at.push_back(p ? MapXY{p->x, p->y} : MapXY{1e12, 1e12});
  }
  if (at.empty()) return {};
  for (Block& block : report.blocks) {
    if (block.closed()) continue;
    MapBox box;
    for (const MapXY& p : block.ring) box.add(p);
    const MapXY middle{(box.min_x_m + box.max_x_m) / 2, (box.min_y_m + box.max_y_m) / 2};
    const auto nearest =
        std::ranges::min_element(at, {}, [&](MapXY p) { return std::hypot(p.x_m - middle.x_m, p.y_m - middle.y_m); });
    const VillageSeat& seat = (*seats)[static_cast<std::size_t>(nearest - at.begin())];
    block.county = seat.county, block.village = seat.name;
  }
  return {};
}

}  // namespace

Result<BlockReport> blocksOf(const Workspace& workspace, const BlockOptions& options, const CancelToken& cancel) {
  const struct {
    Barrier kind;
    const char* table;
    const char* attribute;
    Keep keep;
  } sources[] = {{Barrier::kBreak, "fire_break", "state", atMost(kOutOfService - 1)},
                 {Barrier::kRoad, "road", "class", atMost(kWorstRoadClass)},
                 {Barrier::kRoad, "fire_road", "state", atMost(kOutOfService - 1)},
                 {Barrier::kRiver, "river_reach", "strahler", [](const FeatureColumns& f, std::size_t i) {
                    return f.attributes[0].integers[i] >= kLeastStrahler;
                  }}};
  std::vector<BarrierLayer> layers;
  for (const auto& source : sources) {
    auto lines = workLinesOf(workspace, source.table, source.attribute, source.keep, cancel);
    if (!lines) return std::unexpected(std::move(lines.error()));
    layers.push_back({source.kind, std::move(*lines)});
  }
  auto report = breakBlocks(layers, options, cancel);
  if (!report) return report;
  if (auto named = nameBlocks(workspace, *report); !named) return std::unexpected(std::move(named.error()));
  return report;
}

Result<SightPicture> sightFrom(const Workspace& workspace, MapXY where, double observer_height_m, double range_m,
                               double target_height_m, const CancelToken& cancel) {
  const auto dem = workspace.demFile();
  if (!dem) return fail(ErrorCode::kNoData, "rasters/dem.tif");
  auto reader = RasterReader::open(*dem, workspace.facts().map_crs);
  if (!reader) return std::unexpected(std::move(reader.error()));
  const auto to_map = Projector::create("EPSG:4490", workspace.facts().map_crs);
  if (!to_map) return std::unexpected(to_map.error());
  if (const auto at = to_map->inverse({where.x_m, where.y_m}))
    if (auto inside = checkInCity(workspace.db(), {at->x, at->y}); !inside)
      return std::unexpected(std::move(inside.error()));
  if (!reader->extent().contains(where))
    return fail(ErrorCode::kOutOfRange, "rasters/dem.tif", "the place lies outside the terrain model");
  if (!(range_m > 0 && range_m <= 100000)) return fail(ErrorCode::kOutOfRange, "range_m");
  SightPicture picture;
  // The observer stands in the middle of a cell, so that equal places give equal answers.
  const double cell_m = std::max(reader->cellSizeM(), 2 * range_m / kMostCells);
  const int half = static_cast<int>(std::ceil(range_m / cell_m));
  picture.columns = picture.rows = 2 * half + 1;
  picture.cell_m = cell_m;
  const double reach_m = (half + 0.5) * cell_m;
  picture.box = {where.x_m - reach_m, where.y_m - reach_m, where.x_m + reach_m, where.y_m + reach_m};
  const auto heights = reader->readValues(picture.box, picture.columns, picture.rows, 1, cancel);
  if (!heights) return std::unexpected(heights.error());
  terrain::ViewshedOptions options;
  options.observer_column_cells = options.observer_row_cells = half;
  options.observer_height_m = observer_height_m;
  options.target_height_m = target_height_m;
  options.range_m = range_m;
  auto cells = terrain::viewshed({picture.columns, picture.rows}, heights->values, cell_m, options, cancel);
  if (!cells) return std::unexpected(std::move(cells.error()));
  picture.cells = std::move(*cells);
  picture.ground_m =
      static_cast<double>(heights->values[static_cast<std::size_t>(half) * static_cast<std::size_t>(picture.columns) +
                                          static_cast<std::size_t>(half)]);
  for (const terrain::Seen seen : picture.cells) {
    if (seen != terrain::Seen::kBeyond) picture.in_range_m2 += cell_m * cell_m;
    if (seen == terrain::Seen::kSeen) picture.seen_m2 += cell_m * cell_m;
  }
  return picture;
}

Result<std::vector<Observer>> observersOf(const Database& db) {
  std::vector<Observer> observers;
  for (const bool camera : {true, false}) {
    const std::string table = camera ? "fire_camera" : "lookout";
    const std::string number = camera ? "range_m" : "height_m";
    const auto rows = FeatureStore(db).read(table, {"name", number});
    if (!rows) return std::unexpected(rows.error());
    const FeatureColumns& f = rows->value;
    for (std::size_t i = 0; i < f.featureCount(); ++i) {
      Observer one{table, f.fid[i], f.attributes[0].dictionary[f.attributes[0].codes[i]], {}, kMastM, kLookoutRangeM};
      const std::uint32_t vertex = f.part_start[f.feature_start[i]];
      one.where = {f.xy[2 * std::size_t{vertex}], f.xy[2 * std::size_t{vertex} + 1]};
      (camera ? one.range_m : one.height_m) = f.attributes[1].reals[i];
      observers.push_back(std::move(one));
    }
  }
  std::ranges::sort(observers, {}, &Observer::name);
  return observers;
}

Result<std::vector<DistrictSeries>> fireWeatherOf(const Workspace& workspace) {
  const DailyWeatherStore store(workspace.db());
  const auto districts = store.districts();
  if (!districts) return std::unexpected(districts.error());
  auto weather = store.all();
  if (!weather) return std::unexpected(std::move(weather.error()));
  const auto rules = loadFireWeatherRules(workspace.folder().string());
  if (!rules) return std::unexpected(rules.error());
  auto series = fireSeries(std::move(*weather), *rules);
  if (!series) return std::unexpected(std::move(series.error()));
  std::vector<DistrictSeries> made;
  for (const FireDistrict& district : *districts) {
    DistrictSeries one{district.code, district.name, {district.code, {}}};
    for (FireSeries& s : *series)
      if (s.district == district.code) one.series = std::move(s);
    made.push_back(std::move(one));
  }
  return made;
}

}  // namespace gis::fire
