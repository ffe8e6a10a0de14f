// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/situation/situation_job.h"

#include "app/situation_report/situation_file.h"
#include "gis/incident/report_link.h"
#include "gis/store/workspace.h"
#include "gis/store/workspace_present.h"

namespace app {

namespace situation = gis::situation;

gis::Result<SituationViewPtr> readSituation(const std::filesystem::path& folder, situation::ReportWish wish) {
  auto catalogue = situation::builtInReportCatalogue();
  if (!catalogue) return std::unexpected(catalogue.error());
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  const gis::Database& db = workspace->db();
  auto view = std::make_shared<SituationView>();
  view->now_utc_ms = gis::presentUtcMs(db, gis::SystemClock());
  view->is_demo = workspace->facts().is_demo;
  view->catalogue = std::make_shared<const situation::ReportCatalogue>(std::move(*catalogue));
  const situation::ReportStore store(db);
  auto incidents = store.incidents(view->now_utc_ms);
  if (!incidents) return std::unexpected(incidents.error());
  auto issued = store.issued(view->now_utc_ms);
  if (!issued) return std::unexpected(issued.error());
  view->incidents = std::move(*incidents);
  view->issued = std::move(*issued);
  view->due = situation::deadlinesOf(*view->catalogue, view->incidents, view->issued, view->now_utc_ms);
  if (wish.as_of_utc_ms == 0) wish.as_of_utc_ms = view->now_utc_ms;
  auto material = situation::gatherMaterial(db, *view->catalogue, wish);
  if (!material) return std::unexpected(material.error());
  view->wish = std::move(wish);
  view->material = std::move(*material);
  return SituationViewPtr(std::move(view));
}

gis::Result<IssuedFiles> issueSituation(const std::filesystem::path& folder, const situation::ReportWish& wish,
                                        const std::string& by) {
  const auto catalogue = situation::builtInReportCatalogue();
  if (!catalogue) return std::unexpected(catalogue.error());
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kReadWrite);
  if (!workspace) return std::unexpected(workspace.error());
  if (workspace->readOnlyReason()) return std::unexpected(*workspace->readOnlyReason());
  const auto system = std::make_shared<gis::SystemClock>();
  const gis::FixedClock clock(std::max(gis::presentUtcMs(workspace->db(), *system), wish.as_of_utc_ms));
  gis::UuidSource uuids(system);
  auto issued = situation::issueReport(workspace->db(), *catalogue, wish, by, clock, uuids);
  if (!issued) return std::unexpected(issued.error());
  if (auto linked = gis::incident::linkIssuedReport(workspace->db(), *issued, by, clock); !linked)
    return std::unexpected(linked.error());
  const auto draft = situation::ReportStore(workspace->db()).content(issued->number);
  if (!draft) return std::unexpected(draft.error());
  auto files = writeIssuedFiles(folder, *draft, by);
  if (!files) return std::unexpected(files.error());
  return IssuedFiles{std::move(*issued), std::move(*files)};
}

gis::Result<std::vector<std::filesystem::path>> writeAgain(const std::filesystem::path& folder,
                                                           const std::string& number) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  const auto draft = situation::ReportStore(workspace->db()).content(number);
  if (!draft) return std::unexpected(draft.error());
  return writeIssuedFiles(folder, *draft, {});
}

gis::Result<situation::FactRows> readRows(const std::filesystem::path& folder, const situation::FactDefinition& fact,
                                          const situation::FactQuestion& question) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  return situation::FactStore(workspace->db()).rows(fact, question);
}

}  // namespace app
