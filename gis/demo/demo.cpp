// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/demo.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <optional>

#include "gis/demo/callout_drill.h"
#include "gis/demo/evacuation_drill.h"
#include "gis/demo/field_work.h"
#include "gis/demo/incident_summer.h"
#include "gis/demo/journal_days.h"
#include "gis/demo/plots.h"
#include "gis/demo/sending_exercise.h"
#include "gis/demo/staging.h"
#include "gis/demo/stock_years.h"
#include "gis/demo/warning_example.h"
#include "gis/demo/writer_build.h"
#include "gis/raster/raster_writer.h"
#include "gis/store/workspace.h"

namespace gis::demo {
namespace {

constexpr const char* kMapCrs = "EPSG:4547";
// The demo's present: 2026-05-01T00:00:00Z. All rows carry it, so that equal seeds give equal bytes.
constexpr std::int64_t kNowUtcMs = 1777593600000;

// The extent of the city's own polygon in degrees, as text "west,south,east,north".
std::string extentText(const City& city, const DemoWriter& out) {
  LonLatBox box;
  for (const Ring& ring : city.divisions.front().rings)
    for (const MapXY& p : ring) box.add(out.degreesOf(p));
  return fmt::format("{:.6f},{:.6f},{:.6f},{:.6f}", box.west_deg, box.south_deg, box.east_deg, box.north_deg);
}

Result<void> writeFacts(Workspace& workspace, const City& city, const DemoWriter& out) {
  const Division& self = city.divisions.front();
  const std::pair<const char*, std::string> facts[] = {
      {"city_name_zh", self.name},
      {"city_name_en", self.name_en.empty() ? "Changzhi" : self.name_en},
      {"city_code", self.code.substr(0, 6)},
      {"map_crs", kMapCrs},
      {"is_demo", "1"},
      {"demo_scale", city.options.scale == Scale::kCity ? "city" : "small"},
      {"demo_seed", std::to_string(city.options.seed)},
      {"demo_present_utc_ms", std::to_string(kNowUtcMs)},
      {"extent", extentText(city, out)}};
  for (const auto& [key, value] : facts)
    if (auto done = workspace.setFact(key, value); !done) return done;
  return {};
}

Result<DemoReport> build(const std::filesystem::path& folder, const DemoOptions& options, const CancelToken& cancel,
                         const Progress& progress) {
  const auto tell = [&](double done) {
    if (progress) progress(done);
  };
  const auto clock = std::make_shared<FixedClock>(kNowUtcMs);
  auto workspace = Workspace::create(folder, *clock);
  if (!workspace) return std::unexpected(std::move(workspace.error()).via("demo"));
  auto city = makeCity(options, cancel, [&](double done) { tell(0.4 * done); });
  if (!city) return std::unexpected(std::move(city.error()).via("demo"));
  const Ground& ground = city->ground;
  if (auto dem = writeDem(folder / "rasters" / "dem.tif", ground.elevation_m, ground.columns, ground.rows,
                          ground.top_left, ground.cell_m, kMapCrs);
      !dem)
    return std::unexpected(std::move(dem.error()).via("demo"));
  tell(0.45);
  const LandMap land(*city);
  const double share = options.scale == Scale::kCity ? 1 : 0.05;
  // A hundredth more than the 300,000 wanted: some villages are too small for their share.
  const auto layouts = layOutVillages(land, static_cast<int>(303800 * share), cancel);
  if (cancel.cancelled()) return fail(ErrorCode::kCancelled, folder.string());
  tell(0.6);
  DemoReport report;
  auto out = DemoWriter::create(workspace->db(), clock, options.seed, kMapCrs, cancel);
  if (!out) return std::unexpected(std::move(out.error()));
  DemoBuild job{*city, land, *out, layouts, cancel, share};
  const auto written = workspace->db().transaction([&]() -> Result<void> {
    // clang-format off
    constexpr Result<void> (*kParts[])(DemoBuild&) = {
        writeDivisions,
        writePopulation,
        writeRoads,
        writeSites,
        writeWorks,
        writeFire,
        writeGeology,
        writeWater,
        writeEarth,
        writeCapacity,
        writePersons,
        writeSeismic,
        writeGeologyWork,
        writeDangers,
        writeWeather,
        writeFlood,
    };
    // clang-format on
    double done = 0.6;
    for (const auto part : kParts) {
      if (auto result = part(job); !result) return result;
      tell(done += 0.37 / static_cast<double>(std::size(kParts)));
    }
    if (options.scale == Scale::kCity) return writeFieldWork(workspace->db(), options.seed, kNowUtcMs);
    return {};
  });
  if (!written) return std::unexpected(Error(written.error()));
  const auto plots = writePlots(
      workspace->db(), city->divisions, [&](MapXY p) { return out->degreesOf(p); }, options.seed, kNowUtcMs);
  if (!plots) return std::unexpected(Error(plots.error()).via("demo"));
  if (auto drill = writeCalloutDrill(workspace->db(), out->nextUuid(), options.seed, kNowUtcMs); !drill)
    return std::unexpected(Error(drill.error()).via("demo"));
  const auto moves = writeStockYears(workspace->db(), options.seed, kNowUtcMs);
  if (!moves) return std::unexpected(Error(moves.error()).via("demo"));
  if (auto drill = writeEvacuationDrill(workspace->db(), options.seed, kNowUtcMs); !drill)
    return std::unexpected(Error(drill.error()).via("demo"));
  const auto incidents = writeIncidents(workspace->db(), options.seed, kNowUtcMs);
  if (!incidents) return std::unexpected(Error(incidents.error()).via("demo"));
  const auto to_degrees = Projector::create(kMapCrs, "EPSG:4490");
  if (!to_degrees) return std::unexpected(Error(to_degrees.error()).via("demo"));
  if (auto files = writeSendingExercise(folder, *city, *to_degrees, options.seed, kNowUtcMs); !files)
    return std::unexpected(Error(files.error()).via("demo"));
  if (auto file = writeWarningExample(folder, workspace->db(), kNowUtcMs); !file)
    return std::unexpected(Error(file.error()).via("demo"));
  // Last: the journal collects what the others have left.
  const auto entries = writeJournalDays(workspace->db(), options.seed, kNowUtcMs);
  if (!entries) return std::unexpected(Error(entries.error()).via("demo"));
  if (auto facts = writeFacts(*workspace, *city, *out); !facts)
    return std::unexpected(Error(facts.error()).via("demo"));
  report.rows = out->rows();
  report.rows["plot_object"] = *plots;
  report.rows["stock_move"] = *moves;
  report.rows["journal_entry"] = *entries;
  report.rows["incident"] = *incidents;
  report.features = out->features();
  return report;
}

}  // namespace

Result<DemoReport> buildDemo(const std::filesystem::path& folder, const DemoOptions& options, const CancelToken& cancel,
                             const Progress& progress) {
  const auto began = std::chrono::steady_clock::now();
  try {
    auto staging = Staging::begin(folder);
    if (!staging) return std::unexpected(std::move(staging.error()).via("demo"));
    auto report = build(staging->path(), options, cancel, progress);
    if (!report) return report;
    if (auto moved = staging->finish(); !moved) return std::unexpected(std::move(moved.error()).via("demo"));
    report->cleared_leftovers = staging->clearedLeftovers();
    report->seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    if (progress) progress(1);
    return report;
  } catch (const std::exception& e) {
    return fail(ErrorCode::kIoFailed, folder.string(), e.what());
  }
}

}  // namespace gis::demo
