// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <memory>
#include <optional>

#include "app/evacuation/evacuation_job.h"
#include "layers/evacuation/evacuation_layer.h"

namespace app {

using ToMapXy = std::function<std::optional<gis::MapXY>(gis::LonLat)>;

std::vector<layers::ClosedRoadMark> closedMarks(const std::vector<gis::NamedClosure>& closures);
// A plan, and an evacuation that is carried out, as a layer. `ways`: those of the plan when it is known. Window's
// thread.
std::shared_ptr<const layers::EvacuationLayer> planLayer(const PlanShown& shown);
std::shared_ptr<const layers::EvacuationLayer> evacuationLayer(const EvacuationRow& row, const ToMapXy& to_map);

}  // namespace app
