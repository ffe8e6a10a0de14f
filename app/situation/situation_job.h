// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "gis/situation/deadline.h"
#include "gis/situation/report_prepare.h"

namespace app {

// What the panel of reports shows: read at once, then only looked at. Immutable; any thread.
struct SituationView {
  std::int64_t now_utc_ms = 0;  // of the workspace: in a made city that of its making
  bool is_demo = false;
  std::shared_ptr<const gis::situation::ReportCatalogue> catalogue;
  std::vector<gis::situation::IncidentBrief> incidents;
  std::vector<gis::situation::IssuedReport> issued;
  std::vector<gis::situation::Deadline> due;
  gis::situation::ReportWish wish;  // that the material is of
  gis::situation::DraftMaterial material;
};
using SituationViewPtr = std::shared_ptr<const SituationView>;

// Reads it for a wish whose as_of_utc_ms is 0 for now. For a job. Fails as the workspace and the stores do.
gis::Result<SituationViewPtr> readSituation(const std::filesystem::path& folder, gis::situation::ReportWish wish);

// A report that was issued, and its files.
struct IssuedFiles {
  gis::situation::IssuedReport report;
  std::vector<std::filesystem::path> files;
};

// Issues what the wish asks for, with the data as they are at that moment, and writes its files. For a job. Fails as
// issueReport does and as writing files does; then the report is issued and its files can be written again.
gis::Result<IssuedFiles> issueSituation(const std::filesystem::path& folder, const gis::situation::ReportWish& wish,
                                        const std::string& by);

// Writes the files of an issued report once more. For a job.
gis::Result<std::vector<std::filesystem::path>> writeAgain(const std::filesystem::path& folder,
                                                           const std::string& number);

// What a figure was counted from. For a job.
gis::Result<gis::situation::FactRows> readRows(const std::filesystem::path& folder,
                                               const gis::situation::FactDefinition& fact,
                                               const gis::situation::FactQuestion& question);

}  // namespace app
