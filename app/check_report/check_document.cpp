// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check_report/check_document.h"

#include <QCoreApplication>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>

#include "app/check_report/check_text.h"
#include "app/print/pending_file.h"

namespace app {
namespace {

constexpr std::size_t kRowsOfRule = 40;
constexpr double kMarginMm = 16;
constexpr int kResolutionDpi = 300;

struct CheckDocument {
  Q_DECLARE_TR_FUNCTIONS(CheckDocument)
};

QString cell(const QString& text, const char* look = "") {
  return QStringLiteral("<td %1>%2</td>").arg(QLatin1String(look), text.toHtmlEscaped());
}

QString headings(const QStringList& texts) {
  QString row;
  for (const QString& text : texts) row += QStringLiteral("<th align='left'>%1</th>").arg(text.toHtmlEscaped());
  return QStringLiteral("<tr bgcolor='#e6e9ed'>%1</tr>").arg(row);
}

QString table(const QString& rows) {
  return QStringLiteral(
             "<table width='100%' cellspacing='0' cellpadding='4' border='1' "
             "style='border-collapse:collapse'>%1</table>")
      .arg(rows);
}

QString changeText(const gis::RuleResult& result, const gis::CheckReport& report, const gis::CheckCounts* before) {
  const auto then = before ? before->of(result.rule.id, report.county_code) : std::nullopt;
  if (!then) return {};
  const std::int64_t change = result.count - *then;
  return change > 0 ? QStringLiteral("+%1").arg(change) : QString::number(change);
}

QString overview(const gis::CheckReport& report, const gis::CheckCounts* before, const QString& language) {
  QString rows = headings({CheckDocument::tr("Severity"), CheckDocument::tr("Rule"), CheckDocument::tr("Rows"),
                           CheckDocument::tr("Change"), CheckDocument::tr("Counties")});
  for (const gis::RuleResult& result : report.results) {
    if (result.count == 0 && !result.error) continue;
    QStringList counties;
    for (const auto& [code, count] : result.by_county)
      counties << QStringLiteral("%1 %2").arg(countyText(report, code)).arg(count);
    rows +=
        QStringLiteral("<tr>%1</tr>")
            .arg(
                cell(severityText(result.rule.severity)) + cell(ruleText(result.rule.title, language)) +
                cell(result.error ? CheckDocument::tr("not checked") : QString::number(result.count), "align='right'") +
                cell(changeText(result, report, before), "align='right'") + cell(counties.join(QStringLiteral("  "))));
  }
  return table(rows);
}

QString ruleSection(const gis::RuleResult& result, const gis::CheckReport& report, const QString& language) {
  QString html = QStringLiteral("<h3>%1 (%2)</h3><p>%3</p>")
                     .arg(ruleText(result.rule.title, language).toHtmlEscaped())
                     .arg(result.count)
                     .arg(ruleText(result.rule.text, language).toHtmlEscaped());
  QString rows = headings({CheckDocument::tr("County"), CheckDocument::tr("Name"), CheckDocument::tr("What"),
                           CheckDocument::tr("Longitude, latitude")});
  for (std::size_t i = 0; i < std::min(kRowsOfRule, result.findings.size()); ++i) {
    const gis::Finding& finding = result.findings[i];
    rows += QStringLiteral("<tr>%1</tr>")
                .arg(cell(countyText(report, finding.county_code)) + cell(rowText(report, finding, language)) +
                     cell(QString::fromStdString(finding.value)) + cell(placeText(finding)));
  }
  html += table(rows);
  if (const auto left = result.count - static_cast<std::int64_t>(std::min(kRowsOfRule, result.findings.size()));
      left > 0)
    html += QStringLiteral("<p>%1</p>").arg(CheckDocument::tr("and %1 more, all in the Excel report").arg(left));
  return html;
}

QString htmlOf(const gis::CheckReport& report, const gis::CheckCounts* before, const QString& city,
               const QString& language) {
  QString html = QStringLiteral("<h1>%1</h1>").arg(CheckDocument::tr("Check of the census database").toHtmlEscaped());
  html += QStringLiteral("<p>%1　%2</p>").arg(city.toHtmlEscaped(), checkTimeText(report.at_utc_ms));
  html += QStringLiteral("<p><b>%1</b></p>").arg(checkSummary(report).toHtmlEscaped());
  if (before)
    html += QStringLiteral("<p>%1</p>")
                .arg(CheckDocument::tr("Change: since the check of %1.").arg(checkTimeText(before->at_utc_ms)));
  html += overview(report, before, language);
  for (const gis::RuleResult& result : report.results)
    if (result.count > 0) html += ruleSection(result, report, language);
  return html;
}

}  // namespace

gis::Result<void> writeCheckDocument(const std::filesystem::path& file, const gis::CheckReport& report,
                                     const gis::CheckCounts* before, const QString& city, const QString& language) {
  PendingFile pending(file);
  if (auto begun = pending.begin(); !begun) return begun;
  {
    QPdfWriter writer(&pending);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(kMarginMm, kMarginMm, kMarginMm, kMarginMm), QPageLayout::Millimeter);
    writer.setResolution(kResolutionDpi);
    writer.setTitle(CheckDocument::tr("Check of the census database"));
    QTextDocument document;
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPointSizeF(9);
    document.setDefaultFont(font);
    document.setHtml(htmlOf(report, before, city, language));
    document.print(&writer);
  }
  if (auto state = pending.state(); !state) return state;
  return pending.commit();
}

}  // namespace app
