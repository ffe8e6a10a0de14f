// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check_report/check_document.h"

#include <QCoreApplication>

#include "app/check_report/check_text.h"
#include "app/report/report_document.h"

namespace app {
namespace {

constexpr std::size_t kRowsOfRule = 40;

struct CheckDocument {
  Q_DECLARE_TR_FUNCTIONS(CheckDocument)
};

QString changeText(const gis::RuleResult& result, const gis::CheckReport& report, const gis::CheckCounts* before) {
  const auto then = before ? before->of(result.rule.id, report.county_code) : std::nullopt;
  if (!then) return {};
  const std::int64_t change = result.count - *then;
  return change > 0 ? QStringLiteral("+%1").arg(change) : QString::number(change);
}

ReportTable overview(const gis::CheckReport& report, const gis::CheckCounts* before, const QString& language) {
  ReportTable table;
  table.columns = {{CheckDocument::tr("Severity")},
                   {CheckDocument::tr("Rule")},
                   {CheckDocument::tr("Rows")},
                   {CheckDocument::tr("Change")},
                   {CheckDocument::tr("Counties")}};
  for (const gis::RuleResult& result : report.results) {
    if (result.count == 0 && !result.error) continue;
    QStringList counties;
    for (const auto& [code, count] : result.by_county)
      counties << QStringLiteral("%1 %2").arg(countyText(report, code)).arg(count);
    table.rows.push_back({severityText(result.rule.severity), ruleText(result.rule.title, language),
                          result.error ? ReportCell(CheckDocument::tr("not checked")) : ReportCell(result.count),
                          changeText(result, report, before), counties.join(QStringLiteral("  "))});
  }
  return table;
}

ReportTable ruleTable(const gis::RuleResult& result, const gis::CheckReport& report, const QString& language) {
  ReportTable table;
  table.title = QStringLiteral("%1 (%2)").arg(ruleText(result.rule.title, language)).arg(result.count);
  table.notes = {ruleText(result.rule.text, language)};
  table.columns = {{CheckDocument::tr("County")},
                   {CheckDocument::tr("Name")},
                   {CheckDocument::tr("What")},
                   {CheckDocument::tr("Longitude, latitude")}};
  const std::size_t shown = std::min(kRowsOfRule, result.findings.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const gis::Finding& finding = result.findings[i];
    table.rows.push_back({countyText(report, finding.county_code), rowText(report, finding, language),
                          QString::fromStdString(finding.value), placeText(finding)});
  }
  if (const auto left = result.count - static_cast<std::int64_t>(shown); left > 0)
    table.after = CheckDocument::tr("and %1 more, all in the Excel report").arg(left);
  return table;
}

}  // namespace

gis::Result<void> writeCheckDocument(const std::filesystem::path& file, const gis::CheckReport& report,
                                     const gis::CheckCounts* before, const QString& city, const QString& language) {
  Report document;
  document.title = CheckDocument::tr("Check of the census database");
  document.subtitle = QStringLiteral("%1　%2").arg(city, checkTimeText(report.at_utc_ms));
  document.summary = {checkSummary(report)};
  ReportSection section;
  if (before)
    section.paragraphs << CheckDocument::tr("Change: since the check of %1.").arg(checkTimeText(before->at_utc_ms));
  section.tables.push_back(overview(report, before, language));
  for (const gis::RuleResult& result : report.results)
    if (result.count > 0) section.tables.push_back(ruleTable(result, report, language));
  document.sections.push_back(std::move(section));
  return writeReportDocument(file, document);
}

}  // namespace app
