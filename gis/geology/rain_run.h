// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "gis/geology/rain_field.h"
#include "gis/geology/rain_grading.h"
#include "gis/store/database.h"

namespace gis::geology {

// Where the rain of a grading comes from: a file (.csv, .txt: a table; anything else: a grid), or the text of a table
// as it was typed. One of them.
struct RainRequest {
  std::filesystem::path file;
  std::string table;
  int hours_per_band = 1;   // of a grid
  double reach_m = 50'000;  // of a gauge
};

// A grading with what it was made of.
struct RainRun {
  std::vector<HazardPoint> points;
  std::vector<RiskArea> areas;
  std::vector<RainRule> rules;
  RainGrading grading;
  std::map<std::string, DivisionName> divisions;  // by code
  std::size_t stations = 0;                       // gauges and divisions that were used
  std::size_t stations_without_place = 0;
  int hours = 0;
  std::int64_t ends_utc_ms = 0;  // 0: not said
  std::vector<Warning> warnings;
};

// Reads the workspace and the rain, grades all points and areas. A station without coordinates gets those of the
// census's station of the same code; a county or town may be named instead of coded. Any thread, with a connection of
// its own. Fails as readRainTable, readRainGrid and gradeByRain do.
Result<RainRun> runRainGrading(const Database& db, const std::string& map_crs, const RainRequest& request,
                               const CancelToken& cancel = {}, const Progress& progress = {});

}  // namespace gis::geology
