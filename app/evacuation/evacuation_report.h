// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/evacuation/evacuation_job.h"
#include "app/report/report.h"

namespace app {

// An evacuation on paper: who is still there first, a list by village and one by shelter with room to sign. Any thread.
Report evacuationReport(const EvacuationRow& row, const QString& city, bool is_demo);

}  // namespace app
