// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QTimer>

#include "app/jobs/job_pools.h"
#include "app/map/map_canvas.h"
#include "app/shell/workspace_controller.h"

namespace app {

// While a workspace is being opened the map goes first: what rooms want to read waits until the view is complete, the
// workspace would not open, or a moment has passed, whichever comes first. Window's thread.
class MapFirst : public QObject {
  Q_OBJECT
 public:
  MapFirst(JobPools& pools, WorkspaceController& workspaces, MapCanvas& canvas, QObject* parent = nullptr);

 private:
  void letGo();
  JobPools& m_pools;
  QTimer m_longest;
};

}  // namespace app
