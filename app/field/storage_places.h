// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <vector>

namespace app {

// A disk or stick on which something may be put down.
struct StoragePlace {
  QString name;  // "KINGSTON"
  QString path;
  qint64 free_bytes = 0;
  bool removable = false;
};

// What is mounted and can be written, sticks first; without the system's own file systems. Asks the kernel only; any
// thread.
std::vector<StoragePlace> storagePlaces();
// The sticks alone.
std::vector<StoragePlace> sticks();

}  // namespace app
