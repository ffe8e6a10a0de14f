// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/file_dialogs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QScreen>
#include <QSplitter>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QTreeView>
#include <QUrl>

#include "app/settings/theme.h"

namespace app {

namespace {

QString dialogText(const char* source) { return QCoreApplication::translate("FileDialogs", source); }

// Sticks and network shares are mounted here.
bool isPlaceOfTheUser(const QString& root) {
  return root.startsWith(QLatin1String("/media/")) || root.startsWith(QLatin1String("/run/media/")) ||
         root.startsWith(QLatin1String("/mnt/"));
}

QList<QUrl> places() {
  QList<QUrl> urls;
  const auto add = [&urls](const QString& folder) {
    const QUrl url = QUrl::fromLocalFile(folder);
    if (!folder.isEmpty() && QDir(folder).exists() && !urls.contains(url)) urls << url;
  };
  add(QDir::homePath());
  for (const auto place :
       {QStandardPaths::DesktopLocation, QStandardPaths::DocumentsLocation, QStandardPaths::DownloadLocation})
    add(QStandardPaths::writableLocation(place));
  for (const QStorageInfo& volume : QStorageInfo::mountedVolumes())
    if (volume.isReady() && isPlaceOfTheUser(volume.rootPath())) add(volume.rootPath());
  return urls;
}

QStringList run(QFileDialog& dialog) {
  dialog.setSidebarUrls(places());
  dialog.setViewMode(QFileDialog::Detail);
  dialog.resize(QSize(dp(880), dp(560)).boundedTo(dialog.screen()->availableSize() * 9 / 10));
  // Only Qt's own dialog has one.
  if (auto* sides = dialog.findChild<QSplitter*>()) sides->setSizes({dp(160), dp(700)});
  if (auto* list = dialog.findChild<QTreeView*>()) {
    list->header()->setStretchLastSection(true);
    list->header()->resizeSection(0, dp(340));
    list->header()->resizeSection(2, dp(110));
  }
  return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles() : QStringList();
}

}  // namespace

QString chooseFolder(QWidget* parent, const QString& title, const QString& start) {
  QFileDialog dialog(parent, title, start);
  dialog.setFileMode(QFileDialog::Directory);
  dialog.setOption(QFileDialog::ShowDirsOnly);
  return run(dialog).value(0);
}

QStringList chooseTable(QWidget* parent, const QString& title, const QString& start) {
  QFileDialog dialog(parent, title, start);
  dialog.setFileMode(QFileDialog::ExistingFile);
  dialog.setNameFilters({dialogText(QT_TRANSLATE_NOOP("FileDialogs", "Tables and map data (%1)"))
                             .arg(QStringLiteral("*.xlsx *.xls *.ods *.csv *.shp *.dbf *.gpkg *.geojson *.json *.kml "
                                                 "*.kmz *.gml *.tab *.mif *.zip gdb")),
                         dialogText(QT_TRANSLATE_NOOP("FileDialogs", "All files (%1)")).arg(QStringLiteral("*"))});
  return run(dialog);
}

QStringList chooseMapFiles(QWidget* parent, const QString& title, const QString& start) {
  QFileDialog dialog(parent, title, start);
  dialog.setFileMode(QFileDialog::ExistingFiles);
  dialog.setNameFilters(
      {dialogText(QT_TRANSLATE_NOOP("FileDialogs", "Map data (%1)"))
           .arg(QStringLiteral("*.shp *.gpkg *.geojson *.json *.kml *.kmz *.gml *.dxf *.dwg *.tab *.mif *.gdb *.csv "
                               "*.tif *.tiff *.img *.asc *.vrt *.jp2 *.mbtiles *.zip")),
       dialogText(QT_TRANSLATE_NOOP("FileDialogs", "All files (%1)")).arg(QStringLiteral("*"))});
  return run(dialog);
}

}  // namespace app
