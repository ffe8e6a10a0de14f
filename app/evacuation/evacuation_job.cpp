// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evacuation/evacuation_job.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "gis/network/road_network.h"

namespace app {
namespace {

namespace evacuation = gis::evacuation;

gis::Result<std::vector<gis::NamedClosure>> closuresIn(const std::filesystem::path& file,
                                                       const gis::Workspace& workspace) {
  if (file.empty()) return std::vector<gis::NamedClosure>();
  std::ifstream in(file, std::ios::binary);
  if (!in) return gis::fail(gis::ErrorCode::kNotFound, file.string());
  const auto to_map = gis::Projector::create("EPSG:4490", workspace.facts().map_crs);
  if (!to_map) return std::unexpected(to_map.error());
  return gis::namedClosuresFromGeoJson({std::istreambuf_iterator<char>(in), {}}, file.string(), *to_map);
}

gis::Result<void> readInto(EvacuationView& view, evacuation::EvacuationStore& store, const gis::team::TeamStore& teams,
                           const gis::CancelToken& cancel) {
  for (const bool is_drill : {false, true}) {
    auto all = store.all(is_drill);
    if (!all) return std::unexpected(std::move(all.error()));
    for (evacuation::Evacuation& one : *all) {
      if (cancel.cancelled()) return gis::fail(gis::ErrorCode::kCancelled, "evacuation");
      auto standing = evacuation::standingOf(one.plan, one.events);
      if (!standing) return std::unexpected(std::move(standing.error()).via(one.number));
      view.evacuations.push_back({std::move(one), std::move(*standing)});
    }
    auto standings = teams.standings(is_drill);
    if (!standings) return std::unexpected(std::move(standings.error()));
    (is_drill ? view.drill_teams : view.teams) = std::move(*standings);
  }
  view.is_there = true;
  return {};
}

}  // namespace

const EvacuationRow* EvacuationView::find(const std::string& uuid) const {
  const auto found = std::ranges::find(evacuations, uuid, [](const EvacuationRow& row) { return row.order.uuid; });
  return found == evacuations.end() ? nullptr : &*found;
}

gis::Result<EvacuationViewPtr> readEvacuations(const std::filesystem::path& folder, const gis::CancelToken& cancel) {
  const auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!opened) return std::unexpected(opened.error());
  const auto clock = std::make_shared<gis::SystemClock>();
  gis::UuidSource uuids(clock);
  evacuation::EvacuationStore store(opened->db(), *clock, uuids);
  auto view = std::make_shared<EvacuationView>();
  const auto read = readInto(*view, store, gis::team::TeamStore(opened->db(), *clock), cancel);
  if (!read && read.error().code != gis::ErrorCode::kOlderSchema) return std::unexpected(read.error());
  return EvacuationViewPtr(std::move(view));
}

gis::Result<void> writeEvacuations(const std::filesystem::path& folder,
                                   const std::function<gis::Result<void>(const OpenEvacuations&)>& work) {
  const auto opened = gis::Workspace::open(folder, gis::OpenMode::kReadWrite);
  if (!opened) return std::unexpected(opened.error());
  if (opened->readOnlyReason()) return std::unexpected(*opened->readOnlyReason());
  const auto system = std::make_shared<gis::SystemClock>();
  const gis::FixedClock clock(gis::presentUtcMs(opened->db(), *system));
  gis::UuidSource uuids(system);
  evacuation::EvacuationStore store(opened->db(), clock, uuids);
  return work(OpenEvacuations{*opened, clock, store, gis::team::TeamStore(opened->db(), clock)});
}

gis::Result<PlanShownPtr> makePlan(const std::filesystem::path& folder, std::shared_ptr<const gis::ExposureIndex> index,
                                   const PlanWish& wish, const gis::CancelToken& cancel) {
  const auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!opened) return std::unexpected(opened.error());
  if (!index) {
    auto loaded = gis::ExposureIndex::load(*opened, {}, cancel);
    if (!loaded) return std::unexpected(std::move(loaded.error()));
    index = std::move(*loaded);
  }
  auto shown = std::make_shared<PlanShown>();
  shown->words = wish.hazard.words, shown->is_drill = wish.is_drill;
  shown->hazard = wish.hazard.footprint;
  if (shown->hazard.classes.empty()) {
    auto of_divisions = gis::divisionsFootprint(*index, wish.hazard.divisions);
    if (!of_divisions) return std::unexpected(std::move(of_divisions.error()));
    shown->hazard = std::move(*of_divisions);
  }
  auto closures = closuresIn(wish.closures, *opened);
  if (!closures) return std::unexpected(std::move(closures.error()));
  evacuation::PlanAsked asked;
  asked.hazard = shown->hazard;
  asked.rule = wish.rule;
  closures->insert(closures->end(), wish.drawn.begin(), wish.drawn.end());
  asked.closures = std::move(*closures);
  asked.is_drill = wish.is_drill;
  asked.with_ways = true;
  auto made = evacuation::planOfWorkspace(*opened, std::move(index), asked, cancel);
  if (!made) return std::unexpected(std::move(made.error()));
  shown->made = std::move(*made);
  return PlanShownPtr(std::move(shown));
}

gis::Result<gis::team::NearTeams> findNearest(const std::filesystem::path& folder,
                                              const std::vector<gis::team::TeamStanding>& teams, gis::MapXY place,
                                              const gis::CancelToken& cancel) {
  const auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!opened) return std::unexpected(opened.error());
  const auto to_map = gis::Projector::create("EPSG:4490", opened->facts().map_crs);
  if (!to_map) return std::unexpected(to_map.error());
  const auto vehicle = gis::vehicleNamed(opened->folder(), "truck");
  if (!vehicle) return std::unexpected(vehicle.error());
  const auto graph = gis::loadRoadNetwork(*opened, cancel);
  if (!graph) return std::unexpected(graph.error());
  std::vector<gis::MapXY> at;
  for (const gis::team::TeamStanding& one : teams) {
    const auto xy = to_map->forward({one.where().lon_deg, one.where().lat_deg});
    at.push_back(xy ? gis::MapXY{xy->x, xy->y} : gis::MapXY{});
  }
  return gis::team::nearestTeams(gis::RoadTravel(*graph, *vehicle), vehicle->off_road_km_per_h, at, place, at.size(),
                                 cancel);
}

}  // namespace app
