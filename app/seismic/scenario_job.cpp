// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seismic/scenario_job.h"

#include <QDate>
#include <algorithm>
#include <chrono>

#include "gis/seismic/city_exposure_store.h"
#include "gis/store/workspace.h"

namespace app {

using namespace gis::seismic;

gis::Result<ScenarioAnswer> runScenario(const std::filesystem::path& folder, const QuakeScenario& scenario,
                                        ExposureCache cache, const gis::CancelToken& cancel,
                                        const gis::Progress& progress) {
  const auto began = std::chrono::steady_clock::now();
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  if (auto fine = checkScenario(scenario, workspace->facts().extent); !fine) return std::unexpected(fine.error());
  const auto mark = cityExposureMark(workspace->db());
  if (!mark) return std::unexpected(mark.error());
  if (!cache.city || cache.mark != *mark) {
    auto city =
        readCityExposure(workspace->db(), workspace->facts().map_crs, gis::SystemClock(), cancel, [&](double done) {
          if (progress) progress(0.9 * done);
        });
    if (!city) return std::unexpected(city.error());
    cache = {std::move(*city), *mark};
  }
  const QuakeStore store(workspace->db());
  auto figures = store.lossFigures();
  if (!figures) return std::unexpected(figures.error());
  auto rules = store.responseRules();
  if (!rules) return std::unexpected(rules.error());

  ScenarioAnswer answer{{}, cache};
  QuakeOutcome& outcome = answer.outcome;
  outcome.scenario = scenario;
  outcome.rules = std::move(*rules);
  outcome.official_matrix = !figures->official.empty();
  outcome.data_utc_ms = cache.city->read_utc_ms;
  auto zones = isoseismals(scenario);
  if (!zones) return std::unexpected(zones.error());
  outcome.zones = std::move(*zones);
  const auto with = [&](double magnitude) {
    QuakeScenario changed = scenario;
    changed.surface_mag = std::clamp(magnitude, 5.0, 8.5);
    return assess(changed, *cache.city, *figures, cancel);
  };
  constexpr double kOff = 0.3;
  auto best = with(scenario.surface_mag), smaller = with(scenario.surface_mag - kOff),
       larger = with(scenario.surface_mag + kOff);
  if (!best || !smaller || !larger) return std::unexpected((!best ? best : !smaller ? smaller : larger).error());
  outcome.assessment = std::move(*best), outcome.smaller = std::move(*smaller), outcome.larger = std::move(*larger);
  outcome.smaller_mag = std::max(5.0, scenario.surface_mag - kOff);
  outcome.larger_mag = std::min(8.5, scenario.surface_mag + kOff);
  for (std::size_t i = 0; i < cache.city->counties.size(); ++i) {
    const auto& county = cache.city->counties[i];
    if (outcome.assessment.counties[i].worst_degree > 0 && county.area_km2 > 0)
      outcome.densest_per_km2 =
          std::max(outcome.densest_per_km2, static_cast<double>(county.population) / county.area_km2);
  }
  outcome.took_ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
  if (progress) progress(1);
  return answer;
}

namespace {

gis::Result<SeismicData> readFrom(const gis::Database& db) {
  SeismicData data;
  const QuakeStore store(db);
  const auto take = [](auto result, auto& into) -> gis::Result<void> {
    if (!result) return std::unexpected(result.error());
    into = std::move(*result);
    return {};
  };
  if (auto r = take(FaultStore(db).faults(), data.faults); !r) return std::unexpected(r.error());
  if (auto r = take(store.quakes(), data.quakes); !r) return std::unexpected(r.error());
  const std::string today = QDate::currentDate().toString(Qt::ISODate).toStdString();
  if (auto r = take(store.reinforcementByCounty(today), data.reinforcement); !r) return std::unexpected(r.error());
  if (auto r = take(store.reinforcement({}), data.projects); !r) return std::unexpected(r.error());
  if (auto r = take(store.responseRules(), data.rules); !r) return std::unexpected(r.error());
  if (auto r = take(store.parameters("seismic"), data.parameters); !r) return std::unexpected(r.error());
  if (auto r = take(store.scenarios(), data.scenarios); !r) return std::unexpected(r.error());
  if (auto r = take(store.lossFigures(), data.figures); !r) return std::unexpected(r.error());
  return data;
}

gis::Result<gis::Workspace> openToWrite(const std::filesystem::path& folder) {
  auto workspace = gis::Workspace::open(folder, gis::OpenMode::kReadWrite);
  if (workspace && workspace->readOnlyReason()) return std::unexpected(*workspace->readOnlyReason());
  return workspace;
}

}  // namespace

gis::Result<SeismicData> readSeismic(const std::filesystem::path& folder) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  return readFrom(workspace->db());
}

gis::Result<SeismicData> keepScenario(const std::filesystem::path& folder, const QuakeOutcome& outcome,
                                      const std::string& author) {
  const auto workspace = openToWrite(folder);
  if (!workspace) return std::unexpected(workspace.error());
  gis::UuidSource uuids(std::make_shared<gis::SystemClock>());
  const KeptScenario kept{{},
                          outcome.scenario.name,
                          author,
                          gis::SystemClock().nowUtcMs(),
                          scenarioJson(outcome.scenario),
                          assessmentJson(outcome.assessment),
                          provenanceJson(outcome)};
  if (const auto uuid = QuakeStore(workspace->db()).keep(kept, uuids); !uuid) return std::unexpected(uuid.error());
  return readFrom(workspace->db());
}

gis::Result<SeismicData> forgetScenario(const std::filesystem::path& folder, const std::string& scenario_uuid) {
  const auto workspace = openToWrite(folder);
  if (!workspace) return std::unexpected(workspace.error());
  if (auto done = QuakeStore(workspace->db()).forget(scenario_uuid); !done) return std::unexpected(done.error());
  return readFrom(workspace->db());
}

gis::Result<SeismicData> editSeismic(const std::filesystem::path& folder, const gis::EditAuthor& author,
                                     const std::string& title, const SeismicEdit& edit) {
  const auto workspace = openToWrite(folder);
  if (!workspace) return std::unexpected(workspace.error());
  const auto clock = std::make_shared<gis::SystemClock>();
  gis::UuidSource uuids(clock);
  const auto made = gis::RowEditor::edit(workspace->db(), uuids, *clock, {author, gis::StepKind::kEdit, title}, edit);
  if (!made) return std::unexpected(made.error());
  return readFrom(workspace->db());
}

}  // namespace app
