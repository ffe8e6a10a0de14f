// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/dispatch/dispatch_task.h"

#include <cmath>
#include <map>
#include <set>

namespace gis::dispatch {
namespace {

std::unexpected<Error> wrongWith(const std::string& subject, const char* what) {
  return fail(ErrorCode::kInvalidArgument, subject, what);
}

bool isPlace(MapXY at) { return std::isfinite(at.x_m) && std::isfinite(at.y_m); }
bool isMeasure(double value) { return std::isfinite(value) && value >= 0; }

Result<void> checkTrucks(const std::vector<Truck>& trucks, const std::string& whose) {
  for (const Truck& truck : trucks) {
    if (!(isMeasure(truck.payload_kg) && truck.payload_kg > 0))
      return wrongWith(whose, "truck: a payload above zero expected");
    if (!(isMeasure(truck.volume_m3) && truck.volume_m3 > 0))
      return wrongWith(whose, "truck: a volume above zero expected");
    if (truck.count < 0) return wrongWith(whose, "truck: a count below zero");
  }
  return {};
}

Result<void> checkDepots(const DispatchTask& task) {
  std::set<std::string> ids;
  for (const Depot& depot : task.depots) {
    if (depot.id.empty()) return wrongWith(depot.name, "depot without an id");
    if (!ids.insert(depot.id).second) return wrongWith(depot.id, "two depots of one id");
    if (!isPlace(depot.at)) return wrongWith(depot.id, "position is no number");
    if (auto trucks = checkTrucks(depot.trucks, depot.id); !trucks) return trucks;
  }
  std::map<std::string, std::int64_t> held;
  for (const StockLine& line : task.stock) {
    if (!ids.contains(line.depot))
      return fail(ErrorCode::kUnknownName, line.depot, "stock of a depot that is not there");
    if (line.item.empty()) return wrongWith(line.depot, "stock without an item");
    if (line.usable < 0) return wrongWith(line.depot + " " + line.item, "stock below zero");
    if (!isMeasure(line.weight_kg) || !isMeasure(line.volume_m3))
      return wrongWith(line.depot + " " + line.item, "weight and volume: not below zero");
    std::int64_t& sum = held[line.item];
    if (line.usable > kMostUnits || (sum += line.usable) > kMostUnits)
      return fail(ErrorCode::kOutOfRange, line.item, "more than 1000000000 units");
  }
  return {};
}

}  // namespace

Result<void> checkTask(const DispatchTask& task, const DispatchOptions& options) {
  if (options.loading_ms < 0) return wrongWith("loading", "below zero");
  if (options.hired.empty()) return wrongWith("trucks", "no kind of truck");
  if (auto trucks = checkTrucks(options.hired, "trucks"); !trucks) return trucks;
  if (auto depots = checkDepots(task); !depots) return depots;
  std::set<std::string> ids;
  std::map<std::string, std::int64_t> asked;
  for (const Request& request : task.requests) {
    if (request.id.empty()) return wrongWith(request.place, "request without an id");
    if (!ids.insert(request.id).second) return wrongWith(request.id, "two requests of one id");
    if (request.item.empty()) return wrongWith(request.id, "request without an item");
    if (request.quantity <= 0) return wrongWith(request.id, "quantity: above zero expected");
    if (request.priority < 1) return wrongWith(request.id, "priority: 1 or more expected");
    if (!isPlace(request.at)) return wrongWith(request.id, "position is no number");
    std::int64_t& sum = asked[request.item];
    if (request.quantity > kMostUnits || (sum += request.quantity) > kMostUnits)
      return fail(ErrorCode::kOutOfRange, request.item, "more than 1000000000 units");
  }
  return {};
}

}  // namespace gis::dispatch
