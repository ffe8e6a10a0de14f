// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/risk/risk_job.h"

#include <chrono>
#include <memory>

#include "gis/edit/row_editor.h"
#include "gis/store/workspace.h"

namespace app {

using namespace gis::risk;

gis::Result<RiskOutcome> runRisk(const std::filesystem::path& folder, RiskLevel level, KeepRun keep,
                                 const std::string& author, const gis::CancelToken& cancel,
                                 const gis::Progress& progress) {
  const auto began = std::chrono::steady_clock::now();
  RiskOutcome outcome;
  outcome.level = level;
  outcome.at_utc_ms = gis::SystemClock().nowUtcMs();
  constexpr std::size_t kRunsShown = 24;
  {
    const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
    if (!workspace) return std::unexpected(workspace.error());
    const RiskStore store(workspace->db());
    auto parameters = store.parameters();
    if (!parameters) return std::unexpected(parameters.error());
    outcome.parameters = std::move(*parameters);
    outcome.weights = weightsFrom(outcome.parameters);
    auto districts = store.districts(level, cancel, progress);
    if (!districts) return std::unexpected(districts.error());
    outcome.districts = std::move(*districts);
    auto scores = riskScores(outcome.districts, outcome.weights);
    if (!scores) return std::unexpected(scores.error());
    outcome.scores = std::move(*scores);
    if (auto runs = store.runs(level, kRunsShown)) outcome.runs = std::move(*runs);
  }
  outcome.took_ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
  if (keep == KeepRun::kYes) {
    const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kReadWrite);
    if (workspace && !workspace->readOnlyReason()) {
      gis::UuidSource uuids(std::make_shared<gis::SystemClock>());
      const RiskStore store(workspace->db());
      if (auto kept = store.keep(level, outcome.districts, outcome.scores, weightsJson(outcome.weights), author,
                                 outcome.at_utc_ms, uuids);
          !kept)
        return std::unexpected(kept.error());
      if (auto runs = store.runs(level, kRunsShown)) outcome.runs = std::move(*runs);
    }
  }
  return outcome;
}

gis::Result<void> setWeights(const std::filesystem::path& folder, const std::map<std::string, double>& values,
                             const gis::EditAuthor& author, const std::string& title) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kReadWrite);
  if (!workspace) return std::unexpected(workspace.error());
  if (workspace->readOnlyReason()) return std::unexpected(*workspace->readOnlyReason());
  const auto clock = std::make_shared<gis::SystemClock>();
  gis::UuidSource uuids(clock);
  const auto made =
      gis::RowEditor::edit(workspace->db(), uuids, *clock, {author, gis::StepKind::kEdit, title},
                           [&](gis::RowEditor& rows) -> gis::Result<void> {
                             for (const auto& [uuid, value] : values)
                               if (auto done = rows.set("model_parameter", uuid, {{"value", value}}); !done)
                                 return done;
                             return {};
                           });
  if (!made) return std::unexpected(made.error());
  return {};
}

}  // namespace app
