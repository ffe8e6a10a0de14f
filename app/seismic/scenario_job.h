// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "app/quake_report/quake_report.h"
#include "gis/core/cancel.h"
#include "gis/edit/row_editor.h"
#include "gis/seismic/city_exposure.h"
#include "gis/seismic/fault_store.h"

namespace app {

// The city's exposure as it was read last; read anew when its tables have changed.
struct ExposureCache {
  std::shared_ptr<const gis::seismic::CityExposure> city;
  std::int64_t mark = 0;
};

struct ScenarioAnswer {
  QuakeOutcome outcome;
  ExposureCache cache;
};

// Computes a scenario on a workspace: zones, losses, and the same 0.3 of magnitude up and down. Synchronous; for a job.
gis::Result<ScenarioAnswer> runScenario(const std::filesystem::path& folder,
                                        const gis::seismic::QuakeScenario& scenario, ExposureCache cache,
                                        const gis::CancelToken& cancel, const gis::Progress& progress);

// Everything of the seismic room that is read once and when rows have changed.
struct SeismicData {
  std::vector<gis::seismic::Fault> faults;
  std::vector<gis::seismic::PastQuake> quakes;
  std::vector<gis::seismic::ReinforcementSum> reinforcement;
  std::vector<gis::seismic::Reinforcement> projects;
  std::vector<gis::seismic::ResponseRule> rules;
  std::vector<gis::seismic::ModelParameter> parameters;
  std::vector<gis::seismic::KeptScenario> scenarios;
  gis::seismic::LossFigures figures;
};
gis::Result<SeismicData> readSeismic(const std::filesystem::path& folder);

// Keeps a scenario in the workspace, or forgets one; yields what there is then.
gis::Result<SeismicData> keepScenario(const std::filesystem::path& folder, const QuakeOutcome& outcome,
                                      const std::string& author);
gis::Result<SeismicData> forgetScenario(const std::filesystem::path& folder, const std::string& scenario_uuid);

// Rows changed through the edit log, as one step that undo takes back.
using SeismicEdit = std::function<gis::Result<void>(gis::RowEditor&)>;
gis::Result<SeismicData> editSeismic(const std::filesystem::path& folder, const gis::EditAuthor& author,
                                     const std::string& title, const SeismicEdit& edit);

}  // namespace app
