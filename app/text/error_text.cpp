// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/error_text.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/text/detail_text.h"
#include "gis/edit/reference_store.h"
#include "gis/field/key_lock.h"
#include "gis/store/moment.h"
#include "gis/store/network_folder.h"

namespace app {
namespace {

// lupdate finds these calls by the class name, which is the translation context.
struct ErrorText {
  Q_DECLARE_TR_FUNCTIONS(ErrorText)

 public:
  static QString error(gis::ErrorCode code) {
    switch (code) {
      case gis::ErrorCode::kCancelled:
        return tr("Cancelled.");
      case gis::ErrorCode::kInvalidArgument:
        return tr("%1 is not a value that can be used here; check it and try again.");
      case gis::ErrorCode::kNotFound:
        return tr("%1 was not found; check that it is still there and that its disk is connected.");
      case gis::ErrorCode::kPermissionDenied:
        return tr(
            "%1 may not be read or written by this account; ask the administrator for access, or copy it to a "
            "folder of your own.");
      case gis::ErrorCode::kEmptyFile:
        return tr("%1 is empty (0 bytes); the copy was probably interrupted. Fetch it again from its source.");
      case gis::ErrorCode::kDamagedFile:
        return tr("%1 is damaged and cannot be read in full; restore it from backups/ or fetch it again.");
      case gis::ErrorCode::kForeignFile:
        return tr(
            "%1 belongs to another program and is not a Fengsui workspace; it can be added to the map as a layer "
            "instead.");
      case gis::ErrorCode::kForeignPackage:
        return tr("%1 is no change package of this workspace; nothing was merged. Ask the laptop for it again.");
      case gis::ErrorCode::kNewerSchema:
        return tr(
            "%1 was written by a later Fengsui; it can be looked at but not changed. Update this computer to edit it.");
      case gis::ErrorCode::kOlderSchema:
        return tr(
            "%1 was made by an earlier Fengsui; it can be looked at but not changed before it is brought up to date "
            "(a copy of it is kept in backups/).");
      case gis::ErrorCode::kReadOnly:
        return tr(
            "%1 is open for reading only, so nothing was changed; copy the workspace to a writable disk to edit it.");
      case gis::ErrorCode::kChangedElsewhere:
        return tr("%1 was changed by somebody else meanwhile; nothing was overwritten. Look at it again and decide.");
      case gis::ErrorCode::kFileLocked:
        return tr("%1 is in use by another program; close it there and try again.");
      case gis::ErrorCode::kDiskFull:
        return tr("The disk is full and %1 could not be saved; free some space and try again.");
      case gis::ErrorCode::kAlreadyExists:
        return tr("%1 already exists and is not overwritten; choose another name.");
      case gis::ErrorCode::kUnsupportedFormat:
        return tr(
            "%1 is of no format that can be opened here; convert it to GeoPackage, Shapefile, GeoJSON or GeoTIFF.");
      case gis::ErrorCode::kMissingCrs:
        return tr("%1 does not say which coordinate reference system it uses; choose one to place it on the map.");
      case gis::ErrorCode::kUnknownCrs:
        return tr("%1 is not a coordinate reference system that is known here; give it as EPSG:4490, for instance.");
      case gis::ErrorCode::kUnknownName:
        return tr("Nothing here is called %1; check the spelling, or give a code or a box of coordinates instead.");
      case gis::ErrorCode::kOutOfRange:
        return tr("%1 lies outside the range in which this can be computed.");
      case gis::ErrorCode::kNoData:
        return tr("%1 holds nothing to show.");
      case gis::ErrorCode::kNotEnough:
        return tr("There is less of %1 than was asked for; the details say how much is left.");
      case gis::ErrorCode::kExpired:
        return tr("%1 has expired; it may only be scrapped, exchanged or used in a drill.");
      case gis::ErrorCode::kSqlFailed:
        return tr("The database did not accept a request about %1; the details name the cause.");
      case gis::ErrorCode::kIoFailed:
        return tr("Reading or writing %1 failed; check the disk or the network drive and try again.");
    }
    return {};
  }

  // Causes that deserve a sentence of their own; empty for all others.
  static QString cause(const gis::Error& error) {
    if (error.code == gis::ErrorCode::kReadOnly && error.detail.starts_with(gis::kNetworkFolder))
      return tr(
          "%1 lies in a network folder, where two computers would damage the database: it can be looked at but not "
          "changed. Copy the workspace to this computer's disk and exchange changes as change packages (panel Field).");
    if (error.code == gis::ErrorCode::kReadOnly && error.detail.starts_with(gis::kPastMoment))
      return tr(
          "%1 is shown as it was known at an earlier moment, so nothing was changed; go back to now first "
          "(Ctrl+Shift+H).");
    if (error.code == gis::ErrorCode::kInvalidArgument && error.detail.starts_with(gis::kStillReferred))
      return tr("%1 was not removed: other rows refer to it (%2). Change or remove those first.")
          .replace(QLatin1String("%2"), QString::fromStdString(error.detail.substr(gis::kStillReferred.size())));
    if (error.code == gis::ErrorCode::kPermissionDenied && error.detail == gis::kWrongPassphrase)
      return tr("The passphrase for the keys of %1 is missing or wrong; nothing was written.");
    return {};
  }

  static QString warning(gis::WarningCode code) {
    switch (code) {
      case gis::WarningCode::kMissingCrsAssumed:
        return tr("%1: no coordinate reference system was given; %2 was assumed.");
      case gis::WarningCode::kEncodingGuessed:
        return tr("%1: the text encoding was not given; %2 was used.");
      case gis::WarningCode::kGeometrySkipped:
        return tr("%1: the geometry was left out (%2).");
      case gis::WarningCode::kGeometryRepaired:
        return tr("%1: broken geometries were repaired (%2).");
      case gis::WarningCode::kRowSkipped:
        return tr("%1: the row was left out (%2).");
      case gis::WarningCode::kValueUnreadable:
        return tr("%1: a value could not be read (%2).");
      case gis::WarningCode::kOutsideCrs:
        return tr(
            "%1: %2 features do not fit the reference system that was given and are left out; it is probably the wrong "
            "one.");
      case gis::WarningCode::kCoordinatesSuspect:
        return tr("%1: the coordinates look wrong (%2).");
      case gis::WarningCode::kTooManyFeatures:
        return tr("%1: there are too many features; only a part is shown (%2).");
      case gis::WarningCode::kLayerWithoutGeometry:
        return tr("%1: the layer has no geometry, so it is not drawn (%2).");
      case gis::WarningCode::kFileEndsEarly:
        return tr("%1: the file is cut off, so it cannot be drawn (%2).");
    }
    return {};
  }

  // For a warning that has nothing to put into brackets.
  static QString warningWithoutDetail(gis::WarningCode code) {
    switch (code) {
      case gis::WarningCode::kMissingCrsAssumed:
        return tr(
            "%1: no coordinate reference system is given, so it cannot be placed on the map before one is chosen.");
      case gis::WarningCode::kEncodingGuessed:
        return tr("%1: the text encoding was not given and had to be guessed.");
      case gis::WarningCode::kGeometrySkipped:
        return tr("%1: the geometry was left out.");
      case gis::WarningCode::kGeometryRepaired:
        return tr("%1: broken geometries were repaired.");
      case gis::WarningCode::kRowSkipped:
        return tr("%1: the row was left out.");
      case gis::WarningCode::kValueUnreadable:
        return tr("%1: a value could not be read.");
      case gis::WarningCode::kOutsideCrs:
        return tr("%1: features do not fit the reference system that was given and are left out.");
      case gis::WarningCode::kCoordinatesSuspect:
        return tr("%1: the coordinates look wrong.");
      case gis::WarningCode::kTooManyFeatures:
        return tr("%1: there are too many features; only a part is shown.");
      case gis::WarningCode::kLayerWithoutGeometry:
        return tr("%1: the layer has no geometry, so it is not drawn.");
      case gis::WarningCode::kFileEndsEarly:
        return tr("%1: the file is cut off, so it cannot be drawn.");
    }
    return {};
  }

  static QString theFile() { return tr("The file"); }
  static QString feature(const QString& number) { return tr("Feature %1").arg(number); }
};

// "/data/census/roads.shp" -> "roads.shp"; anything that is not a path stays whole.
QString shortName(const std::string& subject) {
  QString name = QString::fromStdString(subject).trimmed();
  while (name.size() > 1 && (name.endsWith(u'/') || name.endsWith(u'\\'))) name.chop(1);
  const qsizetype cut = std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\'));
  const bool is_path = name.startsWith(u'/') || name.startsWith(u'.') || name.contains(QLatin1String(":\\"));
  return is_path && cut >= 0 ? name.mid(cut + 1) : name;
}

QString named(const std::string& subject) {
  const QString name = shortName(subject);
  // A thing of ours ("footprint") is named in the reader's language, a file or a name of theirs as it is.
  return name.isEmpty() ? ErrorText::theFile() : detailText(name.toStdString());
}

}  // namespace

QString errorSentence(const gis::Error& error) {
  const QString cause = ErrorText::cause(error);
  const QString sentence = cause.isEmpty() ? ErrorText::error(error.code) : cause;
  return sentence.contains(QLatin1String("%1")) ? sentence.arg(named(error.subject)) : sentence;
}

QString warningSentence(const gis::Warning& warning) {
  const QString detail = detailText(warning.detail);
  // Readers name a feature by its number alone.
  const bool number =
      !warning.subject.empty() && std::ranges::all_of(warning.subject, [](char c) { return c >= '0' && c <= '9'; });
  const QString name = number ? ErrorText::feature(QString::fromStdString(warning.subject)) : named(warning.subject);
  if (detail.isEmpty()) return ErrorText::warningWithoutDetail(warning.code).arg(name);
  return ErrorText::warning(warning.code).arg(name, detail);
}

}  // namespace app
