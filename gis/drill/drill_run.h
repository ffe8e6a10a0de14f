// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/drill/drill_steps.h"
#include "gis/drill/drill_world.h"

namespace gis::drill {

struct DrillOptions {
  std::filesystem::path script_file;  // its name is the drill's, files it names lie beside it
  std::optional<std::uint64_t> seed;  // else the script's
  std::int64_t day_utc_ms = 0;        // any moment of the day it begins on; 0: the workspace's present
};

// A drill that runs (演练推演): the clock within it, what has been injected and what made people do meanwhile.
// Everything goes through the functions that reality uses, in the drill's own workspace. A step that fails is written
// down as failed, and the drill goes on. The same script, seed and workspace give the same drill. One thread.
class DrillRun {
 public:
  // Fails as makeDrillWorld() does.
  static Result<std::unique_ptr<DrillRun>> begin(const std::filesystem::path& workspace_folder, DrillScript script,
                                                 const DrillOptions& options, const Clock& real_clock);

  // Injects what is due until then, each at its own time; returns what was injected. Fails when the drill cannot be
  // written (a full disk), with kCancelled.
  Result<std::vector<DrillEntry>> advance(std::int64_t until_utc_ms, const CancelToken& cancel = {});
  // Of the next step; of the end when there is none.
  std::int64_t nextUtcMs() const;
  bool finished() const { return m_next == m_script.steps.size() && m_stage.clock->nowUtcMs() >= endUtcMs(); }
  std::int64_t nowUtcMs() const { return m_stage.clock->nowUtcMs(); }
  std::int64_t beginsUtcMs() const { return m_begins_utc_ms; }
  std::int64_t endUtcMs() const { return m_begins_utc_ms + m_script.lasts_ms; }
  const DrillScript& script() const { return m_script; }
  const std::filesystem::path& folder() const { return m_stage.workspace.folder(); }

 private:
  DrillRun(DrillStage stage, DrillScript script, std::int64_t begins_utc_ms)
      : m_stage(std::move(stage)), m_script(std::move(script)), m_begins_utc_ms(begins_utc_ms) {}
  Result<void> goTo(std::int64_t utc_ms);
  Result<DrillEntry> inject(const DrillStep& step);

  DrillStage m_stage;
  DrillScript m_script;
  std::int64_t m_begins_utc_ms;
  std::size_t m_next = 0;
};

}  // namespace gis::drill
