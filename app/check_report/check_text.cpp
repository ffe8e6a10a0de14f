// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check_report/check_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

namespace app {
namespace {

struct CheckText {
  Q_DECLARE_TR_FUNCTIONS(CheckText)
};

}  // namespace

QString ruleText(const gis::RuleText& text, const QString& language) {
  return QString::fromStdString(language.startsWith(QLatin1String("zh")) ? text.zh : text.en);
}

QString severityText(gis::RuleSeverity severity) {
  switch (severity) {
    case gis::RuleSeverity::kError:
      return CheckText::tr("Error");
    case gis::RuleSeverity::kWarning:
      return CheckText::tr("Warning");
    case gis::RuleSeverity::kNote:
      break;
  }
  return CheckText::tr("Note");
}

QString checkSummary(const gis::CheckReport& report) {
  const auto count = [&](gis::RuleSeverity severity) { return report.count(severity); };
  const auto errors = count(gis::RuleSeverity::kError), warnings = count(gis::RuleSeverity::kWarning),
             notes = count(gis::RuleSeverity::kNote);
  QString text = errors + warnings + notes == 0
                     ? CheckText::tr("Nothing is wrong.")
                     : CheckText::tr("%1 errors, %2 warnings, %3 notes.").arg(errors).arg(warnings).arg(notes);
  if (report.failedRules() > 0)
    text += QLatin1Char(' ') + CheckText::tr("%1 rules could not be checked.").arg(report.failedRules());
  return text;
}

QString countyText(const gis::CheckReport& report, const std::string& county_code) {
  const auto found = report.county_names.find(county_code);
  return found == report.county_names.end() ? CheckText::tr("City and no county")
                                            : QString::fromStdString(found->second);
}

QString tableText(const gis::CheckReport& report, const std::string& table, const QString& language) {
  const auto found = report.table_titles.find(table);
  const QString title = found == report.table_titles.end() ? QString() : ruleText(found->second, language);
  return title.isEmpty() ? QString::fromStdString(table) : title;
}

QString rowText(const gis::CheckReport& report, const gis::Finding& finding, const QString& language) {
  const QString name = QString::fromStdString(finding.name).simplified();
  if (!name.isEmpty()) return name;
  return QStringLiteral("%1 %2").arg(tableText(report, finding.table, language)).arg(finding.fid);
}

QString placeText(const gis::Finding& finding) {
  if (!finding.where) return {};
  return QStringLiteral("%1, %2").arg(finding.where->lon_deg, 0, 'f', 5).arg(finding.where->lat_deg, 0, 'f', 5);
}

QString checkTimeText(std::int64_t at_utc_ms) {
  return QDateTime::fromMSecsSinceEpoch(at_utc_ms).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

}  // namespace app
