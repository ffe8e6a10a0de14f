// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/network/route.h"

namespace gis::team {

struct NearTeam {
  std::size_t team = 0;  // in what was asked
  std::int64_t drive_ms = 0;
  double dist_m = 0;        // on the road
  std::vector<MapXY> line;  // the way to the place
};

struct NearTeams {
  std::vector<NearTeam> reached;     // the fastest first
  std::vector<std::size_t> cut_off;  // teams without an open way, in the order asked
};

// Who is there first: travel times from the teams to a place on roads that are open, as `travel`'s vehicle drives, off
// the road as the vehicle goes there. One search (gis/network). At most `most` are reached. Fails with kNoData (no road
// within 5 km of the place), kCancelled. Any thread.
Result<NearTeams> nearestTeams(const RoadTravel& travel, double off_road_km_per_h, const std::vector<MapXY>& teams,
                               MapXY place, std::size_t most, const CancelToken& cancel = {});

}  // namespace gis::team
