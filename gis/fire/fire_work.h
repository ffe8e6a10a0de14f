// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/fire/break_blocks.h"
#include "gis/fire/daily_weather.h"
#include "gis/store/workspace.h"
#include "gis/terrain/viewshed.h"

namespace gis::fire {

// Analyses of the fire room on a whole workspace; each reads what it needs. Synchronous, for a job; any thread.

// Which lines of the workspace count as barriers: fire breaks that are not out of service, roads of class IV and
// better, fire roads that are not out of service, rivers of Strahler order 3 and more.
// Blocks that do not close carry the name of the village nearest to the middle of their box.
Result<BlockReport> blocksOf(const Workspace& workspace, const BlockOptions& options = {},
                             const CancelToken& cancel = {});

// What is seen from a place, on the DEM's own cells (at most 1200 a side; coarser beyond).
struct SightPicture {
  int columns = 0, rows = 0;
  MapBox box;
  double cell_m = 0;
  std::vector<terrain::Seen> cells;  // row 0 north
  double seen_m2 = 0, in_range_m2 = 0;
  double ground_m = 0;  // height of the ground at the observer
};
// Fails with kNoData (no DEM in the workspace), kOutOfRange (far outside the city, or off the DEM) and as
// terrain::viewshed and the raster reader do.
Result<SightPicture> sightFrom(const Workspace& workspace, MapXY where, double observer_height_m, double range_m,
                               double target_height_m, const CancelToken& cancel = {});

// A lookout or camera of the workspace.
struct Observer {
  std::string table;
  std::int64_t fid = 0;
  std::string name;
  LonLat where;
  double height_m = 0, range_m = 0;
};
Result<std::vector<Observer>> observersOf(const Database& db);

// The series of all counties, with their names.
struct DistrictSeries {
  std::string code, name;
  FireSeries series;
};
Result<std::vector<DistrictSeries>> fireWeatherOf(const Workspace& workspace);

}  // namespace gis::fire
