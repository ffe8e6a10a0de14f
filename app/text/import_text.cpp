// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/import_text.h"

#include <QCoreApplication>
#include <fstream>

#include "app/text/detail_text.h"

namespace app {
namespace {

// lupdate finds these calls by the class name, which is the translation context.
struct ImportText {
  Q_DECLARE_TR_FUNCTIONS(ImportText)

 public:
  static QString reject(gis::RejectReason reason) {
    switch (reason) {
      case gis::RejectReason::kNoGeometry:
        return tr("it has no place: no geometry, no coordinates");
      case gis::RejectReason::kWrongGeometry:
        return tr("its geometry is of another kind than the table's");
      case gis::RejectReason::kBrokenGeometry:
        return tr("its geometry or its coordinates cannot be used");
      case gis::RejectReason::kFarAway:
        return tr("it lies far away from the city");
      case gis::RejectReason::kMissingValue:
        return tr("a value is missing that every row must have");
      case gis::RejectReason::kNotANumber:
        return tr("not a number of the kind that the column holds");
      case gis::RejectReason::kNotADate:
        return tr("not a date");
      case gis::RejectReason::kUnknownCode:
        return tr("neither a code nor a name of the code list");
      case gis::RejectReason::kUnknownDivision:
        return tr("no division of this workspace, or more than one of this name");
      case gis::RejectReason::kUnknownReference:
        return tr("names a row of another table that is not there");
      case gis::RejectReason::kNotAnIdentifier:
        return tr("not an identifier of 36 characters");
      case gis::RejectReason::kDuplicate:
        return tr("the same thing is twice in the file, or there is one with this code already");
      case gis::RejectReason::kRule:
        return tr("it breaks a rule of the table");
    }
    return {};
  }

  static QString row(const gis::RejectedRow& rejected) {
    const QString reason = reject(rejected.reason);
    const QString head = rejected.row > 0 ? tr("Row %1").arg(rejected.row) : tr("A row of the workspace");
    const QString column = QString::fromStdString(rejected.column), value = QString::fromStdString(rejected.value);
    if (column.isEmpty() && value.isEmpty()) return tr("%1: %2.").arg(head, reason);
    if (column.isEmpty()) return tr("%1: %2 (%3).").arg(head, reason, detailText(rejected.value));
    if (value.isEmpty()) return tr("%1, %2: %3.").arg(head, column, reason);
    return tr("%1, %2 = %3: %4.").arg(head, column, value, reason);
  }

  static QString ask(gis::QuestionKind kind) {
    switch (kind) {
      case gis::QuestionKind::kTable:
        return tr("Which table is %1 for? %2");
      case gis::QuestionKind::kCrsUnknown:
        return tr(
            "In which coordinate system is %1? The file does not say it, and its numbers fit none near the city. %2");
      case gis::QuestionKind::kCrsFarAway:
        return tr("The coordinate system that %1 names would put its rows far from the city. Which one is right? %2");
      case gis::QuestionKind::kShiftedMap:
        return tr("The places of %1 look like those of a web map with shifted coordinates. Are they? %2");
      case gis::QuestionKind::kOffset:
        return tr("All places of %1 are off by the same distance and direction. Shall they be moved? %2");
      case gis::QuestionKind::kOldDatum:
        return tr(
            "The file is in %1. Its exact relation to CGCS2000 is not public; without a shift its rows may lie up to "
            "some 100 m off. By how much shall they be moved? %2");
      case gis::QuestionKind::kNoPlace:
        return tr(
            "The table %1 needs places, and the file has neither geometry nor columns of coordinates. Which columns "
            "hold them? %2");
      case gis::QuestionKind::kGeometryKind:
        return tr("The file's geometry is of another kind than that of the table %1. Is it the right table? %2");
      case gis::QuestionKind::kColumn:
        return tr(
            "The column %1 needs a value in every row. Which field holds it, or which value is right for all? %2");
    }
    return {};
  }

  static QString question(const gis::ImportQuestion& asked) {
    QString hint;
    const QString suggestion = QString::fromStdString(asked.suggestion), detail = QString::fromStdString(asked.detail);
    if (!suggestion.isEmpty() && !detail.isEmpty())
      hint = tr("Suggested: %1 (%2).").arg(suggestion, detail);
    else if (!suggestion.isEmpty())
      hint = tr("Suggested: %1.").arg(suggestion);
    else if (!detail.isEmpty())
      hint = tr("Found: %1.").arg(detail);
    return ask(asked.kind).arg(QString::fromStdString(asked.subject), hint).trimmed();
  }

  static QString why(gis::GuessReason reason) {
    switch (reason) {
      case gis::GuessReason::kGiven:
        return tr("as was said");
      case gis::GuessReason::kSaved:
        return tr("as the last file of this kind");
      case gis::GuessReason::kFile:
        return tr("the file says so");
      case gis::GuessReason::kBytes:
        return tr("its bytes look so");
      case gis::GuessReason::kNames:
        return tr("by the names");
      case gis::GuessReason::kZoneNumber:
        return tr("the zone's number stands in the eastings");
      case gis::GuessReason::kNearCity:
        return tr("only so the rows lie near the city");
      case gis::GuessReason::kRows:
        return tr("by the first rows");
      case gis::GuessReason::kNothing:
        return tr("the usual case");
    }
    return {};
  }

  static QString rejectedHeader() { return tr("row,column,value,reason,code"); }

  static QString counts(const gis::ImportCounts& counts) {
    return tr("%1 rows: %2 new, %3 changed, %4 unchanged, %5 rejected; %6 rows of the table are not in the file, %7 of "
              "them "
              "removed.")
        .arg(counts.rows)
        .arg(counts.added)
        .arg(counts.changed)
        .arg(counts.unchanged)
        .arg(counts.rejected)
        .arg(counts.missing)
        .arg(counts.removed);
  }
};

std::string quoted(std::string text) {
  for (std::size_t at = 0; (at = text.find('"', at)) != std::string::npos; at += 2) text.insert(at, 1, '"');
  return '"' + text + '"';
}

}  // namespace

QString rejectSentence(const gis::RejectedRow& row) { return ImportText::row(row); }
QString rejectReason(gis::RejectReason reason) { return ImportText::reject(reason); }
QString questionSentence(const gis::ImportQuestion& question) { return ImportText::question(question); }
QString guessReason(gis::GuessReason reason) { return ImportText::why(reason); }
QString countsSentence(const gis::ImportCounts& counts) { return ImportText::counts(counts); }

gis::Result<void> writeRejected(const gis::ImportOutcome& outcome, const std::filesystem::path& file) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << "\xEF\xBB\xBF" << ImportText::rejectedHeader().toStdString() << "\r\n";
  for (const gis::RejectedRow& row : outcome.rejected)
    out << row.row << ',' << quoted(row.column) << ',' << quoted(row.value) << ','
        << quoted(rejectReason(row.reason).toStdString()) << ',' << gis::rejectName(row.reason) << "\r\n";
  out.close();
  if (!out) return gis::fail(gis::ErrorCode::kPermissionDenied, file.string());
  return {};
}

}  // namespace app
