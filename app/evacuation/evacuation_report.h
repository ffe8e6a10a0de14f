// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/evacuation/evacuation_job.h"
#include "app/report/report.h"

namespace app {

// An evacuation on paper: its map (none: left out), who is still there first, a list by village and one by shelter with
// room to sign, what closed roads when it was ordered. Any thread.
Report evacuationReport(const EvacuationRow& row, const QString& city, bool is_demo, const QImage& map = {});

}  // namespace app
