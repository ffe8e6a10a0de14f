// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flood/flood_job.h"

#include "gis/flood/flood_register_store.h"
#include "gis/store/workspace.h"

namespace app {
namespace {

gis::Result<gis::Workspace> openForWriting(const std::filesystem::path& folder) {
  auto workspace = gis::Workspace::open(folder, gis::OpenMode::kReadWrite);
  if (workspace && workspace->readOnlyReason()) return std::unexpected(*workspace->readOnlyReason());
  return workspace;
}

gis::Result<void> nothing(gis::Result<int> done) {
  if (!done) return std::unexpected(done.error());
  return {};
}

}  // namespace

gis::Result<FloodViewPtr> runFlood(const std::filesystem::path& folder, const gis::flood::FloodQuestion& question,
                                   const gis::CancelToken& cancel, const gis::Progress& progress) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  auto view = gis::flood::loadFlood(workspace->db(), question, gis::SystemClock(), cancel, progress);
  if (!view) return std::unexpected(view.error());
  return std::make_shared<const gis::flood::FloodView>(std::move(*view));
}

gis::Result<RiverMapPtr> readRivers(const std::filesystem::path& folder, const std::string& map_crs,
                                    const gis::CancelToken& cancel) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  auto rivers = gis::flood::FloodRegisterStore(workspace->db()).rivers(cancel);
  if (!rivers) return std::unexpected(rivers.error());
  const auto projector = gis::Projector::create("EPSG:4490", map_crs);
  if (!projector) return std::unexpected(projector.error());
  const auto onMap = [&](const std::vector<gis::LonLat>& line) {
    std::vector<gis::MapXY> made;
    made.reserve(line.size());
    for (const gis::LonLat& p : line)
      if (const auto at = projector->forward({p.lon_deg, p.lat_deg})) made.push_back({at->x, at->y});
    return made;
  };
  const auto map = std::make_shared<RiverMap>();
  map->rivers = std::move(*rivers);
  for (const auto& reach : map->rivers.network.reaches()) {
    if (cancel.cancelled()) return gis::fail(gis::ErrorCode::kCancelled, "river_reach");
    map->reach_lines.push_back(onMap(reach.line));
  }
  for (const auto& basin : map->rivers.basins) {
    auto& rings = map->basin_rings.emplace_back();
    for (const auto& ring : basin.rings) rings.push_back(onMap(ring));
  }
  map->locator.emplace(map->rivers.network);
  return map;
}

gis::Result<TracedRiver> traceOnMap(const RiverMap& map, std::size_t reach, gis::flood::Direction direction,
                                    const gis::flood::TravelRule& rule) {
  const bool up = direction == gis::flood::Direction::kUpstream;
  auto trace = gis::flood::traceRiver(map.rivers, reach, direction, rule);
  if (!trace) return std::unexpected(trace.error());
  TracedRiver traced{reach, std::move(*trace), {}, {}};
  const auto kind = up ? layers::FloodLineKind::kUpstream : layers::FloodLineKind::kDownstream;
  for (const std::size_t r : traced.trace.reaches) {
    const bool start = r == reach;
    for (const gis::MapXY& at : map.reach_lines[r]) traced.box.add(at);
    traced.picture.lines.push_back({map.reach_lines[r], start ? layers::FloodLineKind::kStart : kind,
                                    start ? 4.5
                                    : up  ? 1.8
                                          : 3.0});
  }
  if (up)
    for (const std::size_t b : traced.trace.basins) traced.picture.areas.push_back({map.basin_rings[b], kind});
  return traced;
}

std::optional<std::size_t> reachAt(const RiverMap& map, gis::MapXY where, gis::LonLat at, double reach_m) {
  if (const auto place = map.locator->nearest(at, reach_m)) return place->reach;
  for (std::size_t b = 0; b < map.basin_rings.size(); ++b)
    if (map.rivers.basins[b].reach != gis::flood::kNoReach && gis::flood::insideArea(map.basin_rings[b], where))
      return map.rivers.basins[b].reach;
  return std::nullopt;
}

gis::Result<gis::Loaded<gis::flood::ReadingFile>> takeReadings(const std::filesystem::path& folder,
                                                               const std::filesystem::path& file) {
  auto loaded = gis::flood::readReadingFile(file);
  if (!loaded) return loaded;
  const auto workspace = openForWriting(folder);
  if (!workspace) return std::unexpected(workspace.error());
  const gis::flood::FloodReadingStore store(workspace->db());
  const std::string origin = file.filename().string();
  if (const auto done = store.addRain(loaded->value.rain, origin); !done) return std::unexpected(done.error());
  if (const auto done = store.addWater(loaded->value.water, origin); !done) return std::unexpected(done.error());
  if (const auto done = store.addSoil(loaded->value.soil, origin); !done) return std::unexpected(done.error());
  return loaded;
}

gis::Result<void> recordRain(const std::filesystem::path& folder, const gis::flood::RainReport& report,
                             const std::string& who) {
  const auto workspace = openForWriting(folder);
  if (!workspace) return std::unexpected(workspace.error());
  return nothing(gis::flood::FloodReadingStore(workspace->db()).addRain({report}, who));
}

gis::Result<void> recordWater(const std::filesystem::path& folder, const gis::flood::WaterReport& report,
                              const std::string& who) {
  const auto workspace = openForWriting(folder);
  if (!workspace) return std::unexpected(workspace.error());
  return nothing(gis::flood::FloodReadingStore(workspace->db()).addWater({report}, who));
}

gis::Result<int> computeThresholds(const std::filesystem::path& folder, const std::string& section_code,
                                   const gis::EditAuthor& author, const std::string& title) {
  using gis::flood::SoilState;
  const auto workspace = openForWriting(folder);
  if (!workspace) return std::unexpected(workspace.error());
  const gis::flood::FloodRegisterStore store(workspace->db());
  const auto basin = store.basinOf(section_code);
  if (!basin) return std::unexpected(basin.error());
  const auto records = store.read();
  if (!records) return std::unexpected(records.error());
  std::vector<gis::flood::RainThreshold> proposals;
  for (const double window_h : {0.5, 1.0, 3.0, 6.0})
    for (const SoilState soil : {SoilState::kDry, SoilState::kNormal, SoilState::kWet}) {
      const auto made = gis::flood::proposeByDesignStorm(*basin, window_h, soil, records->rules.prepare_ratio);
      if (!made) return std::unexpected(made.error());
      proposals.push_back(*made);
    }
  const auto clock = std::make_shared<gis::SystemClock>();
  gis::UuidSource uuids(clock);
  int written = 0;
  const gis::StepPlan plan{author, gis::StepKind::kEdit, title};
  const auto step =
      gis::RowEditor::edit(workspace->db(), uuids, *clock, plan, [&](gis::RowEditor& rows) -> gis::Result<void> {
        const auto done = gis::flood::writeProposals(rows, workspace->db(), section_code, proposals, "推算");
        if (!done) return std::unexpected(done.error());
        written = *done;
        return {};
      });
  if (!step) return std::unexpected(step.error());
  return written;
}

}  // namespace app
