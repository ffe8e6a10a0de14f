// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <nlohmann/json.hpp>
#include <string>

#include "gis/evacuation/evacuation_store.h"
#include "gis/evacuation/plan_of_workspace.h"

namespace app {

// Evacuations as JSON (units in the keys) and as lines of text.
nlohmann::ordered_json evacuationPlanJson(const gis::evacuation::PlanMade& made);
std::string evacuationPlanText(const gis::evacuation::PlanMade& made);
nlohmann::ordered_json evacuationJson(const gis::evacuation::Evacuation& evacuation,
                                      const gis::evacuation::EvacuationStanding& standing);
std::string evacuationText(const gis::evacuation::Evacuation& evacuation,
                           const gis::evacuation::EvacuationStanding& standing);
nlohmann::ordered_json isolatedJson(const gis::evacuation::IsolatedVillages& found,
                                    const std::vector<gis::NamedClosure>& closures);

}  // namespace app
