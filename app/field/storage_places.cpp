// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/storage_places.h"

#include <QDir>
#include <QStorageInfo>
#include <algorithm>

namespace app {

namespace {

// Where desktops mount what is plugged in.
bool isStick(const QString& path) {
  return path.startsWith(QLatin1String("/media/")) || path.startsWith(QLatin1String("/run/media/")) ||
         path.startsWith(QLatin1String("/mnt/"));
}

}  // namespace

std::vector<StoragePlace> storagePlaces() {
  std::vector<StoragePlace> places;
  for (const QStorageInfo& volume : QStorageInfo::mountedVolumes()) {
    const QString path = volume.rootPath();
    const bool stick = isStick(path), home = QDir::homePath().startsWith(path);
    if (!volume.isValid() || !volume.isReady() || volume.isReadOnly() || !(stick || home)) continue;
    QString name = volume.name().isEmpty() ? QDir(path).dirName() : volume.name();
    places.push_back({name.isEmpty() ? path : name, path, volume.bytesAvailable(), stick});
  }
  std::ranges::stable_sort(places, std::greater(), &StoragePlace::removable);
  return places;
}

std::vector<StoragePlace> sticks() {
  auto places = storagePlaces();
  std::erase_if(places, [](const StoragePlace& place) { return !place.removable; });
  return places;
}

}  // namespace app
