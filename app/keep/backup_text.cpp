// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keep/backup_text.h"

#include <QCoreApplication>
#include <QDateTime>

namespace app {

namespace {
QString said(const char* text) { return QCoreApplication::translate("Backups", text); }
}  // namespace

QString backupReasonText(gis::BackupReason reason) {
  switch (reason) {
    case gis::BackupReason::kHourly:
      return said(QT_TRANSLATE_NOOP("Backups", "hourly"));
    case gis::BackupReason::kExit:
      return said(QT_TRANSLATE_NOOP("Backups", "on closing"));
    case gis::BackupReason::kImport:
      return said(QT_TRANSLATE_NOOP("Backups", "before an import"));
    case gis::BackupReason::kMerge:
      return said(QT_TRANSLATE_NOOP("Backups", "before a merge"));
    case gis::BackupReason::kMigration:
      return said(QT_TRANSLATE_NOOP("Backups", "before bringing up to date"));
    case gis::BackupReason::kRestore:
      return said(QT_TRANSLATE_NOOP("Backups", "before a restore"));
    case gis::BackupReason::kByHand:
      break;
  }
  return said(QT_TRANSLATE_NOOP("Backups", "by hand"));
}

QString backupTimeText(std::int64_t at_utc_ms) {
  return QDateTime::fromMSecsSinceEpoch(at_utc_ms).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString differenceText(const gis::TableDifference& difference) {
  return said(QT_TRANSLATE_NOOP("Backups", "%1: %2 rows back, %3 rows gone, %4 rows as they were then"))
      .arg(QString::fromStdString(difference.title.empty() ? difference.table
                                                           : difference.title + " (" + difference.table + ")"))
      .arg(difference.only_then)
      .arg(difference.only_now)
      .arg(difference.changed);
}

QString pictureText(const gis::BackupCheck& check) {
  if (check.pictures == 0) return {};
  const auto missing = static_cast<int>(check.pictures_missing.size());
  if (missing == 0)
    return said(QT_TRANSLATE_NOOP("Backups", "The pictures of all its %1 photographs are there and whole."))
        .arg(check.pictures);
  return said(QT_TRANSLATE_NOOP("Backups",
                                "Of its %1 photographs the pictures of %2 are missing or damaged; bring back the "
                                "packages or the laptops that they came from."))
      .arg(check.pictures)
      .arg(missing);
}

}  // namespace app
