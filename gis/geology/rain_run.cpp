// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geology/rain_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "gis/geo/projector.h"
#include "gis/geology/geology_store.h"

namespace gis::geology {
namespace {

constexpr std::size_t kMostTableBytes = 64 << 20;
constexpr double kReadRatio = 0.4;  // of the progress

bool isTable(const std::filesystem::path& file) {
  std::string ending = file.extension().string();
  std::ranges::transform(ending, ending.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return ending == ".csv" || ending == ".txt" || ending == ".tsv";
}

Result<std::string> textOf(const std::filesystem::path& file) {
  std::error_code problem;
  const auto bytes = std::filesystem::file_size(file, problem);
  if (problem) return fail(ErrorCode::kNotFound, file.string(), problem.message());
  if (bytes == 0) return fail(ErrorCode::kEmptyFile, file.string());
  if (bytes > kMostTableBytes) return fail(ErrorCode::kOutOfRange, file.string(), "larger than 64 MiB");
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail(ErrorCode::kPermissionDenied, file.string());
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

// Names and places that the census knows better than the table.
void complete(RainField& field, RainRun& run, const std::map<std::string, LonLat>& places) {
  for (RainStation& station : field.stations) {
    if (!station.division.empty()) {
      const bool digits = station.division.find_first_not_of("0123456789") == std::string::npos;
      if (digits) continue;
      for (const auto& [code, division] : run.divisions)
        if ((division.name == station.division || division.name_en == station.division) && division.level <= 4) {
          station.name = station.division;
          station.division = code;
          break;
        }
      continue;
    }
    if (!station.where)
      if (const auto known = places.find(station.code); known != places.end()) station.where = known->second;
    if (!station.where) {
      ++run.stations_without_place;
      run.warnings.push_back({WarningCode::kRowSkipped, station.code + " " + station.name, rain_trouble::kNoPlace});
    }
  }
}

}  // namespace

Result<RainRun> runRainGrading(const Database& db, const std::string& map_crs, const RainRequest& request,
                               const CancelToken& cancel, const Progress& progress) {
  const GeologyStore store(db);
  RainRun run;
  auto points = store.points();
  if (!points) return std::unexpected(points.error());
  auto areas = store.areas();
  if (!areas) return std::unexpected(areas.error());
  auto rules = store.rainRules();
  if (!rules) return std::unexpected(rules.error());
  auto divisions = store.divisions();
  if (!divisions) return std::unexpected(divisions.error());
  run.points = std::move(*points), run.areas = std::move(*areas), run.rules = std::move(*rules);
  for (DivisionName& division : *divisions) run.divisions.emplace(division.code, division);
  const Progress later = [&](double ratio) {
    if (progress) progress(kReadRatio + (1 - kReadRatio) * ratio);
  };
  if (request.table.empty() && !isTable(request.file)) {
    // A grid: the rain is read at all places at once.
    const auto projector = Projector::create("EPSG:4490", map_crs);
    if (!projector) return std::unexpected(projector.error());
    std::vector<MapXY> places;
    std::map<std::pair<double, double>, std::size_t> at;
    const auto want = [&](LonLat p) {
      if (!at.try_emplace({p.lon_deg, p.lat_deg}, places.size()).second) return;
      const auto xy = projector->forward({p.lon_deg, p.lat_deg});
      places.push_back(xy ? MapXY{xy->x, xy->y} : MapXY{});
    };
    for (const HazardPoint& p : run.points) want(p.where);
    for (const RiskArea& area : run.areas) want(area.middle());
    auto grid = readRainGrid(request.file, map_crs, places, request.hours_per_band, cancel, [&](double ratio) {
      if (progress) progress(kReadRatio * ratio);
    });
    if (!grid) return std::unexpected(std::move(grid.error()).via("rain grid"));
    run.warnings = std::move(grid->warnings);
    run.hours = grid->value.hours;
    auto grading = gradeByRain(
        run.points, run.areas, run.rules,
        [&](LonLat p, std::string_view) {
          return grid->value.at[at.at({p.lon_deg, p.lat_deg})];
        },
        cancel, later);
    if (!grading) return std::unexpected(grading.error());
    run.grading = std::move(*grading);
    return run;
  }
  std::string text = request.table;
  if (text.empty()) {
    auto read = textOf(request.file);
    if (!read) return std::unexpected(read.error());
    text = std::move(*read);
  }
  auto field = readRainTable(text);
  if (!field) return std::unexpected(std::move(field.error()).via("rain table"));
  const auto places = store.stationPlaces();
  if (!places) return std::unexpected(places.error());
  run.warnings = std::move(field->warnings);
  complete(field->value, run, *places);
  run.stations = field->value.stations.size();
  run.hours = field->value.hours;
  run.ends_utc_ms = field->value.ends_utc_ms;
  const RainAtPlaces rain(field->value, request.reach_m);
  auto grading = gradeByRain(
      run.points, run.areas, run.rules,
      [&](LonLat where, std::string_view division) { return rain.at(where, division); }, cancel, later);
  if (!grading) return std::unexpected(grading.error());
  run.grading = std::move(*grading);
  return run;
}

}  // namespace gis::geology
