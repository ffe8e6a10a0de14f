// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/error.h"
#include "gis/evacuation/evacuation_plan.h"
#include "gis/exposure/exposure.h"
#include "gis/footprint/footprint.h"
#include "gis/store/workspace.h"

namespace gis::evacuation {

// Villages with people inside an area and all shelters, each marked when it lies inside; free places are those of the
// census. People: census points inside (gis/exposure), the village's whole population by the rule; a village stands
// where most of its people inside live, else at its seat. Classes of the footprint are dangers, the first the worst.
// Fails with kInvalidArgument (the border crosses itself: what it covers twice would be left out), kNoData (nobody
// lives in it, with what is nearest; no shelter), kCancelled, and as reading the workspace does. The workspace's
// thread.
Result<EvacuationTask> evacuationTask(const Workspace& workspace, std::shared_ptr<const ExposureIndex> index,
                                      const Footprint& hazard, PeopleRule rule, const CancelToken& cancel = {});

// All villages with people and a position, for asking which of them are cut off.
Result<std::vector<Village>> allVillages(const Workspace& workspace, const ExposureIndex& index);

}  // namespace gis::evacuation
