// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incident/incident_job.h"

#include <algorithm>

#include "gis/callout/callout_store.h"
#include "gis/cap/warning_store.h"
#include "gis/evacuation/evacuation_store.h"
#include "gis/situation/report_store.h"
#include "gis/stocks/requisition_store.h"
#include "gis/store/county_name_store.h"
#include "gis/store/workspace.h"
#include "gis/store/workspace_present.h"

namespace app {
namespace {

namespace incident = gis::incident;

constexpr std::size_t kMostLinkable = 50;  // of a kind; older ones are linked by their identifier
constexpr int kIncidentSchema = 27;

// What arrives in a linked evacuation stands in the incident's reports.
gis::Result<void> readEvacuationLinks(const gis::Database& db, const gis::Clock& clock, gis::UuidSource& uuids,
                                      IncidentView& view) {
  gis::evacuation::EvacuationStore store(db, clock, uuids);
  for (const bool is_drill : {false, true}) {
    const auto all = store.all(is_drill);
    if (!all && all.error().code == gis::ErrorCode::kOlderSchema) return {};
    if (!all) return std::unexpected(all.error());
    for (std::size_t i = 0; i < std::min(all->size(), kMostLinkable); ++i)
      view.linkable.push_back(
          {incident::LinkKind::kEvacuation, (*all)[i].uuid, (*all)[i].number + " " + (*all)[i].title});
  }
  return {};
}

gis::Result<void> readLinkable(const gis::Database& db, IncidentView& view) {
  const auto lines = gis::WarningStore(db).lines(view.now_utc_ms);
  if (!lines) return std::unexpected(lines.error());
  for (const gis::WarningLife& life : lines->lives)
    if (view.linkable.size() < kMostLinkable)
      view.linkable.push_back({incident::LinkKind::kWarning, life.id, life.latest().headline});
  const auto callouts = gis::CalloutStore(db).all();
  if (!callouts) return std::unexpected(callouts.error());
  for (std::size_t i = 0; i < std::min(callouts->size(), kMostLinkable); ++i)
    view.linkable.push_back({incident::LinkKind::kCallout, (*callouts)[i].uuid, (*callouts)[i].title});
  const gis::SystemClock clock;
  gis::UuidSource uuids(std::make_shared<gis::SystemClock>());
  const auto papers = gis::stocks::RequisitionStore(db, clock, uuids).all(static_cast<int>(kMostLinkable));
  if (!papers) return std::unexpected(papers.error());
  for (const gis::stocks::Requisition& paper : *papers)
    view.linkable.push_back({incident::LinkKind::kRequisition, paper.uuid, paper.number + " " + paper.head.place});
  const auto reports = gis::situation::ReportStore(db).issued(view.now_utc_ms);
  if (!reports) return std::unexpected(reports.error());
  for (std::size_t i = 0; i < std::min(reports->size(), kMostLinkable); ++i)
    view.linkable.push_back(
        {incident::LinkKind::kReport, (*reports)[i].number, (*reports)[i].number + " " + (*reports)[i].title});
  return readEvacuationLinks(db, clock, uuids, view);
}

}  // namespace

const incident::Incident* IncidentView::find(const std::string& uuid) const {
  const auto found = std::ranges::find(incidents, uuid, &incident::Incident::uuid);
  return found == incidents.end() ? nullptr : &*found;
}

gis::Result<IncidentViewPtr> readIncidents(const std::filesystem::path& folder, const gis::CancelToken& cancel) {
  const auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!opened) return std::unexpected(opened.error());
  auto view = std::make_shared<IncidentView>();
  view->now_utc_ms = gis::presentUtcMs(opened->db(), gis::SystemClock());
  auto catalogue = incident::builtInCatalogue();
  if (!catalogue) return std::unexpected(catalogue.error());
  view->catalogue = std::move(*catalogue);
  view->is_there = opened->facts().schema_version >= kIncidentSchema;
  if (!view->is_there) return view;
  auto all = incident::IncidentStore(opened->db()).all();
  if (!all) return std::unexpected(all.error());
  view->incidents = std::move(*all);
  if (cancel.cancelled()) return gis::fail(gis::ErrorCode::kCancelled, {});
  const auto counties = gis::countyNamesOf(opened->db());
  if (!counties) return std::unexpected(counties.error());
  for (const auto& [code, names] : *counties)
    view->counties[code] = {names.first, names.second.empty() ? names.first : names.second};
  if (auto done = readLinkable(opened->db(), *view); !done) return std::unexpected(done.error());
  return view;
}

gis::Result<IncidentTimeline> readTimeline(const std::filesystem::path& folder, const std::string& uuid) {
  const auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!opened) return std::unexpected(opened.error());
  const auto one = incident::IncidentStore(opened->db()).find(uuid);
  if (!one) return std::unexpected(one.error());
  return incident::timelineOf(opened->db(), *one, incident::kNow_utc_ms);
}

gis::Result<incident::Incident> writeIncident(const std::filesystem::path& folder, const IncidentWork& work) {
  const auto opened = gis::Workspace::open(folder, gis::OpenMode::kReadWrite);
  if (!opened) return std::unexpected(opened.error());
  if (opened->readOnlyReason()) return std::unexpected(*opened->readOnlyReason());
  const auto system = std::make_shared<gis::SystemClock>();
  const gis::FixedClock clock(gis::presentUtcMs(opened->db(), *system));
  gis::UuidSource uuids(system);
  incident::IncidentStore store(opened->db());
  return work(store, clock, uuids);
}

}  // namespace app
