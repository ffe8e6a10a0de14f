// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/map_first.h"

namespace app {

namespace {

// A city without a cache may take longer than a person waits for a room.
constexpr int kLongestMs = 1500;

}  // namespace

MapFirst::MapFirst(JobPools& pools, WorkspaceController& workspaces, MapCanvas& canvas, QObject* parent)
    : QObject(parent), m_pools(pools) {
  m_longest.setSingleShot(true);
  m_longest.setInterval(kLongestMs);
  connect(&m_longest, &QTimer::timeout, this, &MapFirst::letGo);
  connect(&workspaces, &WorkspaceController::opening, this, [this] {
    m_pools.holdBack();
    m_longest.start();
  });
  connect(&workspaces, &WorkspaceController::openFailed, this, &MapFirst::letGo);
  connect(&canvas, &MapCanvas::viewCompleted, this, [this, &workspaces] {
    if (m_longest.isActive() && !workspaces.isOpening() && workspaces.shownLayersLoaded()) letGo();
  });
}

void MapFirst::letGo() {
  m_longest.stop();
  m_pools.letGo();
}

}  // namespace app
