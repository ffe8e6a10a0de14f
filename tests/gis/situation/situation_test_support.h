// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <memory>
#include <string>

#include "gis/core/clock.h"
#include "gis/core/uuid.h"
#include "gis/situation/report_prepare.h"
#include "gis/store/workspace.h"
#include "tests/gis/store/store_test_support.h"

namespace tests {

constexpr std::int64_t kNoonMs = 1'785'470'400'000;  // 2026-07-31 12:00 in Beijing
constexpr std::int64_t kHourMs = 3'600'000;

// A workspace with the program's schema and no rows but a city's name.
class ReportCity {
 public:
  ReportCity();
  const gis::Database& db() const { return m_workspace->db(); }
  const gis::Workspace& workspace() const { return *m_workspace; }

 private:
  gis::TemporaryFolder m_folder;
  std::unique_ptr<gis::Workspace> m_workspace;
};

// An incident as its log has it: flood in 沁源县, learned of half an hour before noon.
std::string addIncident(const gis::Database& db, const std::string& number, bool is_drill);
// Figures that were told at a moment; of the whole, or a county's share.
void tellFigures(const gis::Database& db, const std::string& incident, const std::map<std::string, double>& figures,
                 std::int64_t at_utc_ms, const std::string& county_code = {}, const std::string& county = {});

const gis::situation::ReportCatalogue& reportCatalogue();

// Words for every blank that a kind of report needs.
gis::situation::Blanks allTyped(gis::situation::ReportKind kind);

// Figures of a small flood that agree.
std::map<std::string, double> floodFigures();

}  // namespace tests
