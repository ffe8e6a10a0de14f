// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/dispatch_desk.h"

#include <chrono>
#include <fstream>
#include <iterator>

#include "app/stocks/stocks_job.h"
#include "gis/network/road_network.h"
#include "gis/stocks/calendar_day.h"
#include "gis/stocks/requisition_store.h"

namespace app {

namespace dispatch = gis::dispatch;
namespace sending = gis::sending;

struct DispatchDesk::Ground {
  gis::Projector to_map;
  gis::Vehicle vehicle;
  sending::LedgerTask ledger;
  std::vector<gis::NamedClosure> closures;
  dispatch::DispatchOptions options;
  std::vector<gis::stocks::Requisition> requisitions;
};

void DispatchDesk::forget() {
  const std::lock_guard lock(m_mutex);
  m_graph.reset();
  m_roads.reset();
}

gis::Result<DispatchDesk::Ground> DispatchDesk::ground(const std::filesystem::path& folder, const DispatchWish& wish,
                                                       const gis::CancelToken& cancel) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  auto to_map = gis::Projector::create("EPSG:4490", workspace->facts().map_crs);
  if (!to_map) return std::unexpected(std::move(to_map.error()));
  const auto vehicles = gis::loadVehicles(folder);
  if (!vehicles) return std::unexpected(vehicles.error());
  const gis::Vehicle* vehicle = vehicles->find(wish.vehicle);
  if (!vehicle) return gis::fail(gis::ErrorCode::kUnknownName, wish.vehicle);
  auto closures = sending::closuresOf(wish.closed, *to_map);
  if (!closures) return std::unexpected(std::move(closures.error()));
  Ground ground{std::move(*to_map), *vehicle, {}, std::move(*closures), wish.options, {}};
  ground.options.now_utc_ms = gis::presentUtcMs(workspace->db(), gis::SystemClock());
  auto ledger = sending::taskOfLedger(workspace->db(), ground.to_map, gis::stocks::dayOf(ground.options.now_utc_ms));
  if (!ledger) return std::unexpected(std::move(ledger.error()));
  ground.ledger = std::move(*ledger);
  if (wish.requests.empty()) {
    const gis::FixedClock clock(ground.options.now_utc_ms);
    gis::UuidSource uuids(std::make_shared<gis::SystemClock>());
    auto papers = gis::stocks::RequisitionStore(workspace->db(), clock, uuids).all();
    if (!papers) return std::unexpected(std::move(papers.error()));
    ground.requisitions = std::move(*papers);
  }
  if (!m_graph || m_folder != folder) {
    auto graph = gis::loadRoadNetwork(*workspace, cancel);
    if (!graph) return std::unexpected(std::move(graph.error()));
    m_graph = std::move(*graph), m_folder = folder;
    m_roads.reset();
  }
  return ground;
}

gis::Result<PlannedDispatchPtr> DispatchDesk::plan(const std::filesystem::path& folder, const DispatchWish& wish,
                                                   const gis::CancelToken& cancel) {
  const std::lock_guard lock(m_mutex);
  auto ground = this->ground(folder, wish, cancel);
  if (!ground) return std::unexpected(std::move(ground.error()));
  auto made = std::make_shared<PlannedDispatch>();
  if (wish.requests.empty()) {
    auto open = sending::needsOfRequisitions(ground->requisitions, ground->ledger, ground->to_map);
    made->needs = std::move(open.needs), made->unplaced = std::move(open.unplaced);
  } else {
    std::ifstream in(wish.requests, std::ios::binary);
    if (!in) return gis::fail(gis::ErrorCode::kNotFound, wish.requests.string());
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    auto needs = sending::needsOfFile(text, wish.requests.string(), ground->ledger.names, ground->to_map);
    if (!needs) return std::unexpected(std::move(needs.error()));
    made->needs = std::move(*needs);
  }
  made->ledger = std::move(ground->ledger);
  made->options = ground->options, made->vehicle = ground->vehicle;
  for (const sending::SendingNeed& need : made->needs) made->ledger.task.requests.push_back(need.request);
  if (auto checked = dispatch::checkTask(made->task(), made->options); !checked)
    return std::unexpected(std::move(checked.error()));
  std::vector<gis::MapXY> places;
  for (const dispatch::Depot& depot : made->task().depots) places.push_back(depot.at);
  for (const dispatch::Request& request : made->task().requests) places.push_back(request.at);
  if (!m_roads || m_vehicle != wish.vehicle || m_places != places) {
    m_roads = dispatch::roadsOf(made->task(), m_graph, ground->vehicle, 2000, cancel);
    m_vehicle = wish.vehicle, m_places = std::move(places);
  }
  const auto began = std::chrono::steady_clock::now();
  auto table = m_roads->under(std::move(ground->closures), cancel);
  if (!table) {
    m_roads.reset();
    return std::unexpected(std::move(table.error()));
  }
  auto planned = dispatch::planDispatch(made->task(), *table, made->options, cancel);
  if (!planned) return std::unexpected(std::move(planned.error()));
  made->roads = std::move(*table), made->plan = std::move(*planned);
  made->plan_ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
  return made;
}

gis::Result<DispatchReachPtr> DispatchDesk::reach(const std::filesystem::path& folder, const DispatchWish& wish,
                                                  const std::string& item, gis::MapXY at,
                                                  const gis::CancelToken& cancel) {
  constexpr std::int64_t kHour_ms = 3'600'000;
  const std::lock_guard lock(m_mutex);
  auto ground = this->ground(folder, wish, cancel);
  if (!ground) return std::unexpected(std::move(ground.error()));
  auto reach = dispatch::reachOf(ground->ledger.task, item, at, {kHour_ms, 2 * kHour_ms, 4 * kHour_ms}, m_graph,
                                 ground->vehicle, ground->closures, ground->options, 2000, cancel);
  if (!reach) return std::unexpected(std::move(reach.error()));
  return std::make_shared<const DispatchReach>(
      DispatchReach{std::move(ground->ledger), std::move(*reach), std::move(ground->closures), item, at});
}

}  // namespace app
