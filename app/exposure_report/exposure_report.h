// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/report/report.h"
#include "gis/exposure/exposure.h"
#include "gis/exposure/relief_needs.h"
#include "gis/store/code_store.h"
#include "gis/store/workspace.h"

namespace app {

enum class PhoneText { kMasked, kWhole };

// All that a reader needs to make a report of an exposure.
struct ExposureReportInput {
  const gis::Exposure& exposure;
  const gis::CodeLists& codes;
  const gis::WorkspaceFacts& facts;
  QString language;        // "zh", "en"
  std::size_t digits = 6;  // of the districts' codes: 6, 9 or 12
  std::vector<gis::ReliefNeed> needs = {};
  std::int64_t needs_people = 0;
  int needs_days = 1;
  PhoneText phones = PhoneText::kMasked;
  std::int64_t at_utc_ms = 0;
  QString version;
  QImage picture = {};  // of the map
};

// Key figures, people by age, buildings by structure and age, roads by class, sites, districts, classes, needs, persons
// to call, and where the figures come from. Window's thread or a job; needs translations.
Report exposureReport(const ExposureReportInput& input);
// What every answer keeps: area, data time, method, version.
QStringList exposureProvenance(const gis::Exposure& exposure, std::int64_t at_utc_ms, const QString& version);
// One line: "No one and nothing of the census lies inside; the nearest is …", or what was drawn across itself, or which
// tables are missing. Empty when there is nothing to say.
QStringList exposureRemarks(const gis::Exposure& exposure);

}  // namespace app
