// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <map>
#include <string>

#include "gis/core/cancel.h"
#include "gis/core/error.h"
#include "gis/demo/ground.h"

namespace gis::demo {

struct DemoReport {
  std::map<std::string, long long> rows;  // by table
  long long features = 0;                 // rows of all feature tables
  double seconds = 0;
  bool cleared_leftovers = false;  // of a run that was killed in the same folder
};

// Builds a whole demo workspace in `folder` (must not hold one): database, DEM, settings. Works offline. A failed or
// cancelled run leaves nothing behind; a killed one a folder ".making", which the next run clears.
Result<DemoReport> buildDemo(const std::filesystem::path& folder, const DemoOptions& options,
                             const CancelToken& cancel = {}, const Progress& progress = {});

}  // namespace gis::demo
