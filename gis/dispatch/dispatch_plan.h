// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/dispatch/dispatch_roads.h"
#include "gis/dispatch/dispatch_task.h"
#include "gis/dispatch/truck_loading.h"

namespace gis::dispatch {

// Why a depot sends: what a person asks first.
enum class SendReason {
  kNearest,         // no depot that has any is nearer
  kNearerEmptied,   // nearer ones gave theirs to others (the depot notes say to whom)
  kNearerCutOff,    // a nearer one is cut off by a closure
  kNearerTooHeavy,  // a nearer one has no truck that takes a unit
  kNearerNoTruck,   // the trucks of a nearer one are full (TruckRounds::kOnce)
};

// Units of one request from one depot.
struct Shipment {
  std::size_t request = 0, depot = 0;
  std::int64_t units = 0;
  std::int64_t drive_ms = 0;
  std::int64_t arrive_utc_ms = 0;  // of the last truck
  std::int64_t late_units = 0;     // that arrive after the deadline
  SendReason reason = SendReason::kNearest;
  std::size_t way = 0;  // into DispatchPlan::ways
};

// By which road; one for a depot and a place.
struct Way {
  std::size_t depot = 0, request = 0;  // the first request at that place
  Route route;
};

// What became of a depot that has the item, seen from one request.
enum class DepotStand {
  kSends,
  kEmptied,    // all it has goes to others (given_to)
  kNotNeeded,  // still has some, but the request is served by nearer ones
  kTooLate,    // would arrive after the deadline, and late goods are left out
  kCutOff,     // by closures
  kNoWay,      // no road leads there, closures or not
  kNoRoad,     // the depot lies at no passable road
  kTooHeavy,   // one unit fits none of its trucks
  kNoTruck,    // it has more, but all its trucks are full (TruckRounds::kOnce)
};

struct GivenTo {
  std::size_t request;
  std::int64_t units;
};

struct DepotNote {
  std::size_t depot = 0;
  DepotStand stand = DepotStand::kNotNeeded;
  std::int64_t usable = 0;                              // before the plan
  std::int64_t sends = 0;                               // to this request
  std::optional<std::int64_t> drive_ms, open_drive_ms;  // now; were nothing closed
  std::int64_t late_by_ms = 0;                          // after the deadline, when it would or does arrive late
  std::vector<GivenTo> given_to;                        // with kEmptied
  std::vector<std::size_t> closures;  // that forbid the way or cost a detour; of RoadTable::closures()
};

enum class ShortReason {
  kNone,
  kNobodyHas,  // no depot has any of the item
  kNoRoadAtPlace,
  kCutOff,     // there is some left, but closures forbid the way
  kTooLate,    // there is some left, but it would arrive after the deadline
  kNoWay,      // there is some left where no road leads from
  kTooHeavy,   // there is some left that fits no truck
  kNotEnough,  // shared out to the last unit
  kNoTruck,    // there is some left where all trucks are full (TruckRounds::kOnce)
};

// One row of the plan: what a request gets, and why not more.
struct RequestAnswer {
  std::size_t request = 0;
  std::int64_t sent = 0;
  std::int64_t late = 0;      // of sent
  std::int64_t short_by = 0;  // asked less sent
  ShortReason short_reason = ShortReason::kNone;
  bool deadline_passed = false;   // before anything could leave
  std::vector<DepotNote> depots;  // that have the item, the nearest first; those without a way last
};

struct ItemBalance {
  std::string item;
  std::int64_t asked = 0, usable = 0, sent = 0;
  std::int64_t unit_ms = 0;  // the sum of units x driving time: the least there is for these amounts
};

struct DispatchPlan {
  std::vector<RequestAnswer> answers;  // one a request, in their order
  std::vector<Shipment> shipments;     // by request, then depot
  std::vector<Way> ways;
  std::vector<Trip> trips;  // LoadedUnits::shipment is an index into shipments
  std::vector<ItemBalance> items;
  std::vector<std::size_t> depots_without_road;
};

// Who sends what by which road. For each item by itself, in whole units:
//  1. How much each request gets: by priority; within a priority first what can arrive in time, then, unless late goods
//     are left out, what comes late; within each of these shared so that the smallest share of what was asked is as
//     large as can be (max-min fairness, see fair_share.h). Never more than the stock, never over a closed road.
//  2. From where: so that the sum of units x driving time is the smallest for these amounts (minimum-cost flow, see
//     cheapest_flow.h). Amounts come first: a greedy plan that fills request after request from the nearest depot never
//     brings more to the first priority, and never the same amounts in less time.
//  3. On which trucks (see truck_loading.h). Steps 1 and 2 know whether one unit fits a truck and not how many trucks
//     there are: where trucks must go twice, later rounds may turn units late, which the rows then say. With
//     TruckRounds::kOnce no truck goes twice: what finds no room is taken off what that depot may send, and steps 1 and
//     2 are made anew until everything has a truck. That is a good plan and not the best there is: how goods share
//     trucks is not searched through.
// In time: now + loading + driving is not after the deadline. `roads` was made of the same depots and requests, in
// their order. Fails as checkTask() and loadTrucks() do, and with kCancelled. Any thread.
Result<DispatchPlan> planDispatch(const DispatchTask& task, const RoadTable& roads, const DispatchOptions& options,
                                  const CancelToken& cancel = {});

// What every depot that has the item of a request is to it before anything is planned: kNotNeeded where it could send.
// The nearest first. Any thread.
std::vector<DepotNote> depotNotes(const DispatchTask& task, const RoadTable& roads, const DispatchOptions& options,
                                  std::size_t request);

// The roads of a task, for planDispatch(); a new closure needs only roads.under() and a new plan.
DispatchRoads roadsOf(const DispatchTask& task, RoadGraphPtr graph, const Vehicle& vehicle, double off_road_m = 2000,
                      const CancelToken& cancel = {});

// Stable names for JSON: "nearest", "nearer_emptied"; "sends", "cut_off"; "not_enough".
const char* nameOf(SendReason reason);
const char* nameOf(DepotStand stand);
const char* nameOf(ShortReason reason);

}  // namespace gis::dispatch
