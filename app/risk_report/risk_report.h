// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <vector>

#include "app/report/report.h"
#include "gis/risk/risk_store.h"

namespace app {

// One run of the risk index with what it was made of.
struct RiskOutcome {
  gis::risk::RiskLevel level = gis::risk::RiskLevel::kCounty;
  std::vector<gis::risk::District> districts;
  std::vector<gis::risk::RiskScore> scores;
  std::vector<gis::risk::RiskParameter> parameters;
  gis::risk::RiskWeights weights;
  std::vector<gis::risk::RiskRun> runs;  // kept ones, latest first
  std::int64_t at_utc_ms = 0;
  double took_ms = 0;
};

// Words of the room in the interface's language; translation context "RiskText".
QString hazardText(gis::risk::Hazard hazard);
QString exposureText(gis::risk::Exposure exposure);
QString capabilityText(std::size_t index);  // c1 .. c8
QString riskGradeText(gis::risk::RiskGrade grade);
QString capabilityGradeText(gis::risk::CapabilityGrade grade);
// The raw indicator with its unit: "0.42 per km²".
QString hazardUnitText(gis::risk::Hazard hazard);
QString exposureUnitText(gis::risk::Exposure exposure);
// How it is computed, written out, one step a line.
QStringList riskMethodLines();

// A report for Excel and PDF. Any thread that may translate.
Report riskReport(const RiskOutcome& outcome, const QString& city, bool is_demo);

}  // namespace app
