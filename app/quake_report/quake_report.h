// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QImage>
#include <QString>
#include <vector>

#include "app/report/report.h"
#include "gis/seismic/quake_store.h"

namespace app {

// Everything about one scenario that is shown and filed.
struct QuakeOutcome {
  gis::seismic::QuakeScenario scenario;
  std::vector<gis::seismic::Isoseismal> zones;
  gis::seismic::Assessment assessment;
  // The same with the magnitude 0.3 smaller and larger (as far as the relations hold).
  double smaller_mag = 0, larger_mag = 0;
  gis::seismic::Assessment smaller, larger;
  std::vector<gis::seismic::ResponseRule> rules;
  double densest_per_km2 = 0;  // of the counties in degree VI and above
  bool official_matrix = false;
  double took_ms = 0;
  std::int64_t data_utc_ms = 0;
};

// The grade and response of the plan in use, in words, with the plan's name and date; says so when no plan is in use.
QString gradingText(const QuakeOutcome& outcome);
// How it was computed and on what, for the foot of a report and for the workspace.
QStringList provenanceLines(const QuakeOutcome& outcome);
// {"relation", "motion", "matrix", "data_utc_ms", "program", ...} for the workspace.
std::string provenanceJson(const QuakeOutcome& outcome);

// A report for Excel and PDF. Any thread that may translate.
Report quakeReport(const QuakeOutcome& outcome, const QString& city, bool is_demo);

}  // namespace app
