// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check_report/check_workbook.h"

#include <QCoreApplication>

#include "app/check_report/check_text.h"
#include "app/report/report_workbook.h"

namespace app {
namespace {

struct CheckWorkbook {
  Q_DECLARE_TR_FUNCTIONS(CheckWorkbook)
};

ReportTone toneOf(gis::RuleSeverity severity) {
  return severity == gis::RuleSeverity::kError     ? ReportTone::kAlarm
         : severity == gis::RuleSeverity::kWarning ? ReportTone::kCaution
                                                   : ReportTone::kPlain;
}

ReportTable rules(const gis::CheckReport& report, const gis::CheckCounts* before, const QString& language) {
  ReportTable table;
  table.sheet = CheckWorkbook::tr("Rules");
  table.columns = {{CheckWorkbook::tr("Severity"), {}, 0, 10},
                   {CheckWorkbook::tr("Group"), {}, 0, 18},
                   {CheckWorkbook::tr("Rule"), {}, 0, 36},
                   {CheckWorkbook::tr("Rows"), {}, 0, 9},
                   {CheckWorkbook::tr("Change"), {}, 0, 9}};
  for (const auto& [code, name] : report.county_names) table.columns.push_back({QString::fromStdString(name)});
  table.columns.push_back({countyText(report, {})});
  table.columns.push_back({CheckWorkbook::tr("What to do")});
  for (const gis::RuleResult& result : report.results) {
    std::vector<ReportCell> row = {{severityText(result.rule.severity), toneOf(result.rule.severity)},
                                   ruleText(result.rule.group, language),
                                   ruleText(result.rule.title, language)};
    row.resize(table.columns.size());
    row.back() = ruleText(result.rule.text, language);
    if (result.error) {
      row[3] = CheckWorkbook::tr("not checked");
    } else {
      row[3] = result.count;
      const auto then = before ? before->of(result.rule.id, report.county_code) : std::nullopt;
      if (then) row[4] = result.count - *then;
      std::size_t column = 5;
      const auto write = [&](const std::string& code) {
        const auto found = result.by_county.find(code);
        if (found != result.by_county.end()) row[column] = found->second;
        ++column;
      };
      for (const auto& [code, name] : report.county_names) write(code);
      write({});
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

ReportTable rows(const gis::CheckReport& report, const QString& language) {
  ReportTable table;
  table.sheet = CheckWorkbook::tr("Rows found");
  table.columns = {{CheckWorkbook::tr("Severity"), {}, 0, 10},  {CheckWorkbook::tr("Rule"), {}, 0, 36},
                   {CheckWorkbook::tr("County"), {}, 0, 14},    {CheckWorkbook::tr("Name"), {}, 0, 30},
                   {CheckWorkbook::tr("What"), {}, 0, 24},      {CheckWorkbook::tr("Table"), {}, 0, 20},
                   {CheckWorkbook::tr("Row"), {}, 0, 10},       {CheckWorkbook::tr("Division"), {}, 0, 16},
                   {CheckWorkbook::tr("Longitude"), {}, 6, 12}, {CheckWorkbook::tr("Latitude"), {}, 6, 12}};
  for (const gis::RuleResult& result : report.results)
    for (const gis::Finding& finding : result.findings) {
      std::vector<ReportCell> row = {{severityText(result.rule.severity), toneOf(result.rule.severity)},
                                     ruleText(result.rule.title, language),
                                     countyText(report, finding.county_code),
                                     rowText(report, finding, language),
                                     QString::fromStdString(finding.value),
                                     tableText(report, finding.table, language),
                                     finding.fid,
                                     QString::fromStdString(finding.division_code)};
      if (finding.where) {
        row.emplace_back(finding.where->lon_deg);
        row.emplace_back(finding.where->lat_deg);
      }
      table.rows.push_back(std::move(row));
    }
  return table;
}

}  // namespace

gis::Result<void> writeCheckWorkbook(const std::filesystem::path& file, const gis::CheckReport& report,
                                     const gis::CheckCounts* before, const QString& language) {
  Report book;
  book.title = CheckWorkbook::tr("Check of the census database, %1").arg(checkTimeText(report.at_utc_ms));
  book.figures_sheet = CheckWorkbook::tr("Summary");
  book.summary = {checkSummary(report)};
  ReportSection section;
  section.tables = {rules(report, before, language), rows(report, language)};
  book.sections.push_back(std::move(section));
  return writeReportWorkbook(file, book);
}

}  // namespace app
