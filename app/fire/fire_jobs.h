// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/fire/daily_weather_store.h"
#include "gis/fire/fire_near.h"
#include "gis/fire/fire_work.h"
#include "gis/network/road_network.h"
#include "layers/vector/layer_source.h"

namespace app {

// A fire's surroundings with the ways to it, one a place (empty: no way).
struct NearOutcome {
  gis::fire::FireAnswer answer;
  std::vector<std::vector<gis::MapXY>> ways;
  double map_scale_ratio = 1;
  bool speeds_unverified = true;
};
// Synchronous, for a job; each opens its own workspace.
gis::Result<NearOutcome> nearFire(const std::filesystem::path& folder, const gis::fire::FireQuestion& question,
                                  const std::string& vehicle, const gis::CancelToken& cancel);

struct WeatherOutcome {
  std::vector<gis::fire::DistrictSeries> districts;
  gis::fire::FireWeatherRules rules;
  std::map<std::string, std::vector<std::vector<gis::MapXY>>> rings;  // by division code
};
gis::Result<WeatherOutcome> readFireWeather(const std::filesystem::path& folder, const gis::CancelToken& cancel);

struct WeatherImport {
  gis::fire::WeatherSaved saved;
  std::vector<gis::Warning> refused;
};
// Rows of a file, or rows typed in.
gis::Result<WeatherImport> importWeather(const std::filesystem::path& folder, const std::filesystem::path& file,
                                         const gis::EditAuthor& author, const std::string& title);
gis::Result<WeatherImport> saveWeather(const std::filesystem::path& folder,
                                       std::vector<gis::fire::DailyWeather> weather, const std::string& source,
                                       const gis::EditAuthor& author, const std::string& title);

// The risk zones as they stand in another season: "fire_risk_high_season" or "fire_risk_green_season". Grass, scrub and
// broadleaf litter are cured in spring, one class up; green growth in summer, one class down (to be verified).
struct SeasonLayer {
  std::shared_ptr<const layers::CatalogueEntry> entry;
  layers::VectorLayer layer;
};
gis::Result<SeasonLayer> seasonLayer(const std::filesystem::path& folder, const std::string& season,
                                     const gis::CodeLists& codes, const gis::CancelToken& cancel);

gis::Result<gis::fire::BlockReport> findBlocks(const std::filesystem::path& folder, double max_gap_m,
                                               const gis::CancelToken& cancel);
gis::Result<std::vector<gis::fire::Observer>> listObservers(const std::filesystem::path& folder);
gis::Result<gis::fire::SightPicture> seeFrom(const std::filesystem::path& folder, gis::MapXY where, double height_m,
                                             double range_m, double target_m, const gis::CancelToken& cancel);

}  // namespace app
