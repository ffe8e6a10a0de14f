// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/error.h"
#include "gis/dispatch/dispatch_task.h"
#include "gis/geo/projector.h"

namespace gis::dispatch {

// Requests as JSON, an array or {"requests": [ … ]} of
//   {"id": "R1", "place": "…", "lon": 113.1, "lat": 36.2, "item": "…", "quantity": 100,
//    "deadline": "2026-07-20T18:00:00+08:00", "priority": 1}
// id: the row's number when it is missing; deadline and priority (1) may be missing. Degrees of CGCS2000. All or
// nothing: fails with kDamagedFile (subject: the file; detail: the place in it and what was expected there),
// kInvalidArgument (a quantity that is not a whole number above zero), kOutOfRange (off the map).
Result<std::vector<Request>> readRequests(std::string_view json, const std::string& file, const Projector& to_map);

// Depots and what they have, for scripts:
//   {"depots": [{"id": "D1", "name": "…", "lon": 113.1, "lat": 36.2,
//                "trucks": [{"kind": "…", "payload_kg": 5000, "volume_m3": 20, "count": 2}]}],
//    "stock": [{"depot": "D1", "item": "…", "usable": 200, "weight_kg": 2.5, "volume_m3": 0.02}]}
// trucks, weight_kg and volume_m3 may be missing. Fills depots and stock of `task`. Fails as readRequests().
Result<void> readStock(std::string_view json, const std::string& file, const Projector& to_map, DispatchTask& task);

}  // namespace gis::dispatch
