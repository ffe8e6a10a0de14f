// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/edit/edit_change.h"
#include "gis/flood/flood_load.h"
#include "gis/flood/reading_file.h"
#include "gis/flood/river_trace.h"
#include "gis/geo/projector.h"
#include "layers/flood/flood_layer.h"

namespace app {

// Work of the flood panel, synchronous, for a job. All fail as gis::Workspace::open and the stores do.
using FloodViewPtr = std::shared_ptr<const gis::flood::FloodView>;

// The rivers with what the map draws of them, in map coordinates, and the way to find one at a place.
struct RiverMap {
  gis::flood::RiverBasin rivers;
  std::vector<std::vector<gis::MapXY>> reach_lines;  // by reach
  std::vector<gis::flood::AreaRings> basin_rings;    // by catchment
  std::optional<gis::flood::ReachLocator> locator;
};
using RiverMapPtr = std::shared_ptr<const RiverMap>;

// What lies up- or downstream of a reach, with its picture and box.
struct TracedRiver {
  std::size_t reach = 0;
  gis::flood::RiverTrace trace;
  layers::FloodPicture picture;
  gis::MapBox box;
};

gis::Result<FloodViewPtr> runFlood(const std::filesystem::path& folder, const gis::flood::FloodQuestion& question,
                                   const gis::CancelToken& cancel, const gis::Progress& progress);
gis::Result<RiverMapPtr> readRivers(const std::filesystem::path& folder, const std::string& map_crs,
                                    const gis::CancelToken& cancel);
gis::Result<TracedRiver> traceOnMap(const RiverMap& map, std::size_t reach, gis::flood::Direction direction,
                                    const gis::flood::TravelRule& rule);
// The reach that is meant by a place: the nearest river within `reach_m`, else that of the catchment around it.
std::optional<std::size_t> reachAt(const RiverMap& map, gis::MapXY where, gis::LonLat at, double reach_m);

// Reads a file of readings and keeps them; returns what it held.
gis::Result<gis::Loaded<gis::flood::ReadingFile>> takeReadings(const std::filesystem::path& folder,
                                                               const std::filesystem::path& file);
// One reading that a person typed.
gis::Result<void> recordRain(const std::filesystem::path& folder, const gis::flood::RainReport& report,
                             const std::string& who);
gis::Result<void> recordWater(const std::filesystem::path& folder, const gis::flood::WaterReport& report,
                              const std::string& who);
// Computes thresholds of a section by the design storm and writes them as one step; returns how many.
gis::Result<int> computeThresholds(const std::filesystem::path& folder, const std::string& section_code,
                                   const gis::EditAuthor& author, const std::string& title);

}  // namespace app
