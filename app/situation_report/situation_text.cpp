// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/situation_report/situation_text.h"

#include <QCoreApplication>

namespace app {
namespace {

namespace situation = gis::situation;

struct SituationText {
  Q_DECLARE_TR_FUNCTIONS(SituationText)
};

}  // namespace

bool speaksChinese() { return SituationText::tr("Report") != QLatin1String("Report"); }

QString bothText(const situation::BothLanguages& text) { return QString::fromStdString(text.in(speaksChinese())); }

QString reportKindText(situation::ReportKind kind) {
  switch (kind) {
    case situation::ReportKind::kFirst:
      return SituationText::tr("First report");
    case situation::ReportKind::kUpdate:
      return SituationText::tr("Update");
    case situation::ReportKind::kFinal:
      return SituationText::tr("Final report");
    case situation::ReportKind::kDaily:
      return SituationText::tr("Daily report");
    case situation::ReportKind::kStatistics:
      return SituationText::tr("Disaster statistics");
  }
  return {};
}

QString findingText(const situation::Finding& finding) {
  const QString what = QString::fromStdString(speaksChinese() ? finding.zh : finding.en);
  const QString detail = QString::fromStdString(finding.detail);
  switch (finding.code) {
    case situation::FindingCode::kBlank:
      return SituationText::tr("%1 is empty: type it.").arg(what);
    case situation::FindingCode::kNoData:
      return SituationText::tr("%1: nothing is known. Enter it in the incident; what is nothing is entered as 0.")
          .arg(what);
    case situation::FindingCode::kPlaceholder:
      return SituationText::tr("%1 still holds a sign to be replaced: “%2”.").arg(what, detail);
    case situation::FindingCode::kTotals:
      return SituationText::tr("The figures do not agree: %1 (%2). Correct them in the incident.").arg(what, detail);
    case situation::FindingCode::kFell:
      return SituationText::tr("%1 is smaller than in the last report (%2): say why.").arg(what, detail);
    case situation::FindingCode::kStale:
      return SituationText::tr("%1 is %2 min old, too old for this grade: ask again and enter it in the incident.")
          .arg(what, detail);
    case situation::FindingCode::kNoIncident:
      return SituationText::tr("This kind of report is about an incident: choose one.");
    case situation::FindingCode::kOutOfOrder:
      return detail.startsWith(QLatin1String("no "))
                 ? SituationText::tr("No report of this incident has been issued: begin with the first report.")
                 : SituationText::tr("A first report has been issued: write an update, or a correction of it.");
  }
  return {};
}

QString deadlineText(const situation::Deadline& deadline) {
  const QString title =
      (deadline.is_drill ? SituationText::tr("[Drill] ") : QString()) + QString::fromStdString(deadline.title);
  switch (deadline.kind) {
    case situation::DueKind::kPhone:
      return SituationText::tr("By telephone: %1").arg(title);
    case situation::DueKind::kFirst:
      return SituationText::tr("First report in writing: %1").arg(title);
    case situation::DueKind::kUpdate:
      return SituationText::tr("Update: %1").arg(title);
    case situation::DueKind::kDaily:
      return SituationText::tr("Daily report");
  }
  return {};
}

QString timeLeftText(qint64 left_ms) {
  const qint64 minutes = std::abs(left_ms) / 60'000;
  const QString length =
      minutes < 60 ? SituationText::tr("%1 min").arg(minutes)
                   : SituationText::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
  return left_ms < 0 ? SituationText::tr("%1 late").arg(length) : SituationText::tr("%1 left").arg(length);
}

}  // namespace app
