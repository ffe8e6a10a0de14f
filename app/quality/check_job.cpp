// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/check_job.h"

#include <memory>

#include "gis/store/workspace.h"

namespace app {
namespace {

constexpr std::size_t kRunsShown = 30;

// Those before, then this one is kept. Whoever cannot write has no trend of his own, and still sees that of others.
std::vector<gis::CheckCounts> keep(const std::filesystem::path& folder, const gis::CheckReport& report,
                                   const std::string& author) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kReadWrite);
  const bool writable = workspace && !workspace->readOnlyReason();
  const auto reader = writable ? gis::fail(gis::ErrorCode::kNoData, "")
                               : gis::Result<gis::Workspace>(gis::Workspace::open(folder, gis::OpenMode::kRead));
  if (!writable && !reader) return {};
  const gis::CheckRunStore runs(writable ? workspace->db() : reader->db());
  auto before = runs.latest(kRunsShown);
  gis::UuidSource uuids(std::make_shared<gis::SystemClock>());
  if (writable) std::ignore = runs.save(report, author, uuids);
  return before ? std::move(*before) : std::vector<gis::CheckCounts>();
}

}  // namespace

gis::Result<CheckOutcome> runCheck(const std::filesystem::path& folder, const std::string& author,
                                   const gis::CancelToken& cancel, const gis::Progress& progress) {
  const auto rules = gis::ownQualityRules();
  if (!rules) return std::unexpected(rules.error());
  CheckOutcome outcome;
  {
    const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
    if (!workspace) return std::unexpected(workspace.error());
    auto report = gis::checkQuality(workspace->db(), *rules, {}, gis::SystemClock(), cancel, progress);
    if (!report) return std::unexpected(report.error());
    outcome.report = std::move(*report);
  }
  outcome.before = keep(folder, outcome.report, author);
  return outcome;
}

gis::Result<std::vector<gis::RowFix>> previewFix(const std::filesystem::path& folder, const gis::QualityRule& rule,
                                                 const std::string& county_code, const gis::CancelToken& cancel) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  return gis::fixesOf(workspace->db(), rule, county_code, gis::SystemClock(), cancel);
}

gis::Result<CheckOutcome> applyFix(const std::filesystem::path& folder, const gis::QualityRule& rule,
                                   const std::vector<gis::RowFix>& fixes, const gis::EditAuthor& author,
                                   const std::string& title, const gis::CancelToken& cancel,
                                   const gis::Progress& progress) {
  {
    const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kReadWrite);
    if (!workspace) return std::unexpected(workspace.error());
    if (workspace->readOnlyReason()) return std::unexpected(*workspace->readOnlyReason());
    const auto clock = std::make_shared<gis::SystemClock>();
    gis::UuidSource uuids(clock);
    const gis::StepPlan plan{author, gis::StepKind::kFix, title, {}, {}, "{\"rule\":\"" + rule.id + "\"}"};
    const auto made = gis::RowEditor::edit(workspace->db(), uuids, *clock, plan,
                                           [&](gis::RowEditor& rows) { return gis::applyFixes(rows, fixes); });
    if (!made) return std::unexpected(made.error());
  }
  return runCheck(folder, author.name, cancel, progress);
}

}  // namespace app
