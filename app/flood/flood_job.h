// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "gis/edit/edit_change.h"
#include "gis/flood/flood_load.h"
#include "gis/flood/reading_file.h"
#include "gis/flood/river_trace.h"

namespace app {

// Work of the flood panel, synchronous, for a job. All fail as gis::Workspace::open and the stores do.
using FloodViewPtr = std::shared_ptr<const gis::flood::FloodView>;
using RiverBasinPtr = std::shared_ptr<const gis::flood::RiverBasin>;

gis::Result<FloodViewPtr> runFlood(const std::filesystem::path& folder, const gis::flood::FloodQuestion& question,
                                   const gis::CancelToken& cancel, const gis::Progress& progress);
gis::Result<RiverBasinPtr> readRivers(const std::filesystem::path& folder, const gis::CancelToken& cancel);

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
