// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "gis/dispatch/dispatch_plan.h"

namespace gis::dispatch {

// Units by depot and item.
using DepotUnits = std::map<std::pair<std::string, std::string>, std::int64_t>;

// What a plan puts on trucks that would have to go a second time, by depot and item.
DepotUnits secondRounds(const DispatchTask& task, const DispatchPlan& plan);
// What each depot sends of an item with the first round of its trucks.
DepotUnits firstRounds(const DispatchTask& task, const DispatchPlan& plan);
// A task in which the depots named in `most` have no more than that of the item.
DispatchTask limitedTo(DispatchTask task, const DepotUnits& most);
// Takes the second rounds out of a plan: what they carried is short now.
void dropSecondRounds(const DispatchTask& task, DispatchPlan& plan);
// Says in the rows where trucks were what was short: `task` is what there is, `limited` what could be carried.
void tellTruckLimits(const DispatchTask& task, const DispatchTask& limited, const RoadTable& roads, DispatchPlan& plan);

}  // namespace gis::dispatch
