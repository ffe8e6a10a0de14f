// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/dispatch/truck_limit.h"

#include <algorithm>
#include <limits>

namespace gis::dispatch {
namespace {

DepotUnits unitsOfTrips(const DispatchTask& task, const DispatchPlan& plan, bool first) {
  DepotUnits units;
  for (const Trip& trip : plan.trips) {
    if ((trip.round == 1) != first) continue;
    for (const LoadedUnits& load : trip.loads)
      units[{task.depots[trip.depot].id, task.requests[plan.shipments[load.shipment].request].item}] += load.units;
  }
  return units;
}

DepotUnits usableOf(const DispatchTask& task) {
  DepotUnits usable;
  for (const StockLine& line : task.stock) usable[{line.depot, line.item}] += line.usable;
  return usable;
}

std::int64_t nearMs(const DepotNote& note) {
  return note.drive_ms.value_or(note.open_drive_ms.value_or(std::numeric_limits<std::int64_t>::max()));
}

// A depot that the plan did not ask any more, because nothing of the item found a truck there.
DepotNote unaskedNote(const RoadTable& roads, std::size_t depot, std::size_t request, std::int64_t usable) {
  DepotNote note;
  note.depot = depot, note.usable = usable;
  note.drive_ms = roads.driveMs(depot, request), note.open_drive_ms = roads.openDriveMs(depot, request);
  note.stand = note.drive_ms                ? DepotStand::kNoTruck
               : !roads.depotHasRoad(depot) ? DepotStand::kNoRoad
               : note.open_drive_ms         ? DepotStand::kCutOff
                                            : DepotStand::kNoWay;
  if (note.stand == DepotStand::kCutOff) note.closures = roads.closuresOn(depot, request);
  return note;
}

void dropEmptyShipments(DispatchPlan& plan) {
  std::vector<std::size_t> moved(plan.shipments.size());
  std::vector<Shipment> kept;
  for (std::size_t s = 0; s < plan.shipments.size(); ++s) {
    moved[s] = kept.size();
    if (plan.shipments[s].units > 0) kept.push_back(plan.shipments[s]);
  }
  plan.shipments = std::move(kept);
  for (Trip& trip : plan.trips)
    for (LoadedUnits& load : trip.loads) load.shipment = moved[load.shipment];
}

}  // namespace

DepotUnits secondRounds(const DispatchTask& task, const DispatchPlan& plan) { return unitsOfTrips(task, plan, false); }
DepotUnits firstRounds(const DispatchTask& task, const DispatchPlan& plan) { return unitsOfTrips(task, plan, true); }

DispatchTask limitedTo(DispatchTask task, const DepotUnits& most) {
  DepotUnits left = most;
  for (StockLine& line : task.stock) {
    const auto limit = left.find({line.depot, line.item});
    if (limit == left.end()) continue;
    line.usable = std::min(line.usable, limit->second);
    limit->second -= line.usable;
  }
  return task;
}

void dropSecondRounds(const DispatchTask& task, DispatchPlan& plan) {
  for (const Trip& trip : plan.trips) {
    if (trip.round == 1) continue;
    for (const LoadedUnits& load : trip.loads) {
      Shipment& shipment = plan.shipments[load.shipment];
      shipment.units -= load.units;
      RequestAnswer& answer = plan.answers[shipment.request];
      answer.sent -= load.units, answer.short_by += load.units;
      for (DepotNote& note : answer.depots) {
        if (note.depot != shipment.depot) continue;
        note.sends -= load.units;
        if (note.sends == 0) note.stand = DepotStand::kNoTruck;
      }
      for (ItemBalance& item : plan.items) {
        if (item.item != task.requests[shipment.request].item) continue;
        item.sent -= load.units, item.unit_ms -= load.units * shipment.drive_ms;
      }
    }
  }
  std::erase_if(plan.trips, [](const Trip& trip) { return trip.round > 1; });
  dropEmptyShipments(plan);
}

void tellTruckLimits(const DispatchTask& task, const DispatchTask& limited, const RoadTable& roads,
                     DispatchPlan& plan) {
  const DepotUnits there = usableOf(task), carried = usableOf(limited);
  const auto held = [&](const DepotUnits& units, std::size_t depot, const std::string& item) {
    const auto found = units.find({task.depots[depot].id, item});
    return found == units.end() ? std::int64_t{0} : found->second;
  };
  for (RequestAnswer& answer : plan.answers) {
    const std::string& item = task.requests[answer.request].item;
    bool left_behind = false;
    for (std::size_t d = 0; d < task.depots.size(); ++d) {
      const std::int64_t usable = held(there, d, item);
      if (usable == 0 || usable == held(carried, d, item)) continue;
      const auto note = std::ranges::find(answer.depots, d, &DepotNote::depot);
      if (note == answer.depots.end()) {
        answer.depots.push_back(unaskedNote(roads, d, answer.request, usable));
        left_behind |= answer.depots.back().stand == DepotStand::kNoTruck;
        continue;
      }
      note->usable = usable;
      if (note->stand == DepotStand::kEmptied || note->stand == DepotStand::kNotNeeded)
        note->stand = DepotStand::kNoTruck;
      left_behind |= note->drive_ms.has_value();
    }
    std::ranges::stable_sort(answer.depots, {}, nearMs);
    if (answer.short_by > 0 && left_behind) answer.short_reason = ShortReason::kNoTruck;
  }
  for (Shipment& shipment : plan.shipments) {
    if (shipment.reason != SendReason::kNearest && shipment.reason != SendReason::kNearerEmptied) continue;
    const std::string& item = task.requests[shipment.request].item;
    for (const DepotNote& note : plan.answers[shipment.request].depots)
      if (note.depot != shipment.depot && nearMs(note) < shipment.drive_ms &&
          held(there, note.depot, item) > held(carried, note.depot, item))
        shipment.reason = SendReason::kNearerNoTruck;
  }
  for (ItemBalance& balance : plan.items) {
    balance.usable = 0;
    for (const auto& [cell, units] : there)
      if (cell.second == balance.item) balance.usable += units;
  }
}

}  // namespace gis::dispatch
