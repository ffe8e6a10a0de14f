// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "app/jobs/job_pools.h"
#include "app/shell/workspace_reading.h"

namespace app {

// Reads a workspace, and what was kept of the layers that it shows, while the window is still being made: a second core
// has nothing else to do then, and the first picture has all layers. Begins with the constructor; the destructor makes
// it stop soon. Whoever opens the workspace asks for the results.
class EarlyReading {
 public:
  enum class Wait { kNo, kYes };

  // `choices` as AppSettings::layerChoices has them: layers that are switched off are left to the usual way.
  EarlyReading(JobPools& pools, std::filesystem::path folder, const QStringList& choices);
  ~EarlyReading();
  EarlyReading(const EarlyReading&) = delete;
  EarlyReading& operator=(const EarlyReading&) = delete;

  // As readWorkspace() of the folder; waits for it. Once. A worker's thread.
  gis::Result<ReadWorkspace> workspace();
  // A layer that was kept, once each. One that is just being read is waited for, or not; one that nobody has begun
  // with, was not kept, or was taken before is left to the caller. Any thread; with kYes a worker's.
  std::optional<ReadLayer> take(const std::string& layer_id, Wait wait);
  // Nothing more will be read. Any thread.
  bool finished() const;

 private:
  struct State;
  static void readAll(JobPools& pools, const std::shared_ptr<State>& state);
  static void readLayers(State& state);
  std::shared_ptr<State> m_state;
};

}  // namespace app
