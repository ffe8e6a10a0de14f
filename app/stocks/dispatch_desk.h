// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/dispatch/reach.h"
#include "gis/geo/projector.h"
#include "gis/network/vehicle.h"
#include "gis/sending/closed_place.h"
#include "gis/sending/sending_need.h"

namespace app {

// What a plan is asked with.
struct DispatchWish {
  std::filesystem::path requests;  // empty: the open requisitions
  std::vector<gis::sending::ClosedPlace> closed;
  std::string vehicle = "truck";
  gis::dispatch::DispatchOptions options;  // without the moment: that of the workspace
};

// A plan with all it was made of. Immutable; any thread.
struct PlannedDispatch {
  gis::sending::LedgerTask ledger;  // its task with the requests
  std::vector<gis::sending::SendingNeed> needs;
  std::vector<std::string> unplaced;  // requisitions whose place is not on the map
  std::optional<gis::dispatch::RoadTable> roads;
  gis::dispatch::DispatchPlan plan;
  gis::dispatch::DispatchOptions options;
  gis::Vehicle vehicle;
  double plan_ms = 0;  // closures and plan, without reading
  const gis::dispatch::DispatchTask& task() const { return ledger.task; }
};
using PlannedDispatchPtr = std::shared_ptr<const PlannedDispatch>;

struct DispatchReach {
  gis::sending::LedgerTask ledger;
  gis::dispatch::Reach reach;
  std::vector<gis::NamedClosure> closures;
  std::string item;
  gis::MapXY at;
};
using DispatchReachPtr = std::shared_ptr<const DispatchReach>;

// Makes plans for the room (调拨计算): keeps the roads and their open searches from one plan to the next, so that a new
// closure costs a second at most. Jobs call it, one after the other.
class DispatchDesk {
 public:
  // Fails as the workspace, the reader and planDispatch() do; kNoData: nothing is asked for.
  gis::Result<PlannedDispatchPtr> plan(const std::filesystem::path& folder, const DispatchWish& wish,
                                       const gis::CancelToken& cancel);
  gis::Result<DispatchReachPtr> reach(const std::filesystem::path& folder, const DispatchWish& wish,
                                      const std::string& item, gis::MapXY at, const gis::CancelToken& cancel);
  // The roads were changed, or another workspace is open.
  void forget();

 private:
  struct Ground;
  gis::Result<Ground> ground(const std::filesystem::path& folder, const DispatchWish& wish,
                             const gis::CancelToken& cancel);
  std::mutex m_mutex;
  std::filesystem::path m_folder;
  gis::RoadGraphPtr m_graph;
  // The open searches, and what they were made for.
  std::optional<gis::dispatch::DispatchRoads> m_roads;
  std::string m_vehicle;
  std::vector<gis::MapXY> m_places;
};

}  // namespace app
