// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <nlohmann/json.hpp>

#include "gis/dispatch/dispatch_plan.h"
#include "gis/dispatch/reach.h"
#include "gis/geo/projector.h"

namespace app {

enum class WayGeometry { kNone, kLine };

// A plan as data, with ids in place of indexes, minutes, kilometres and UTC times.
nlohmann::ordered_json planJson(const gis::dispatch::DispatchTask& task, const gis::dispatch::RoadTable& roads,
                                const gis::dispatch::DispatchPlan& plan, const gis::Projector& to_map,
                                WayGeometry geometry);
// A plan in sentences, one request a paragraph: who sends what, when it is there, what is short and why.
std::string planText(const gis::dispatch::DispatchTask& task, const gis::dispatch::RoadTable& roads,
                     const gis::dispatch::DispatchPlan& plan);

nlohmann::ordered_json reachJson(const gis::dispatch::DispatchTask& task, const gis::dispatch::Reach& reach,
                                 const std::vector<gis::NamedClosure>& closures);
std::string reachText(const gis::dispatch::DispatchTask& task, const gis::dispatch::Reach& reach);

}  // namespace app
