// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>

#include "app/footprint/warning_desk.h"
#include "gis/geology/rain_run.h"

namespace app {

// A warning of geological hazards (地质灾害气象风险) for the points of the worst grade; nothing when no point has one.
std::optional<WarningDraft> rainWarningDraft(const gis::geology::RainRun& run);

}  // namespace app
