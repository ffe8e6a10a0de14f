// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/callout/callout_engine.h"
#include "gis/callout/callout_store.h"
#include "gis/callout/engine_clock.h"
#include "gis/callout/simulate.h"
#include "gis/core/clock.h"
#include "gis/store/workspace.h"

namespace gis {

// One call-out of a workspace that is driven from here: its database connection, log, engine and clock. Windows and
// channels may each have one of the same call-out. One thread at a time.
class CalloutRun {
 public:
  // The newest call-out that is not closed, else the newest; null when there is none. `uuid`: that one. A workspace
  // that cannot be written opens as well: canWrite().
  static Result<std::unique_ptr<CalloutRun>> open(const std::filesystem::path& folder, const std::string& uuid = {});
  // Keeps the snapshot and queues the first try of everybody.
  static Result<std::unique_ptr<CalloutRun>> start(const std::filesystem::path& folder, const CalloutSnapshot& snapshot,
                                                   const std::string& author);
  // A drill with made people and lines that runs `speed_ratio` times as fast as the clock; it is always marked as a
  // drill.
  static Result<std::unique_ptr<CalloutRun>> drill(const std::filesystem::path& folder, CalloutSnapshot snapshot,
                                                   const std::string& author, SimulateOptions options,
                                                   double speed_ratio);
  // The same by the clock of a scripted drill, which others move: beat() lets happen what happened until its time.
  static Result<std::unique_ptr<CalloutRun>> drillBy(std::shared_ptr<const Clock> clock,
                                                     const std::filesystem::path& folder, CalloutSnapshot snapshot,
                                                     const std::string& author, SimulateOptions options);

  // Lets the engine act on what is due, and made people on what they do. True: something happened, here or elsewhere.
  Result<bool> beat();
  // The time that this call-out runs by.
  std::int64_t nowUtcMs();

  CalloutEngine& engine() { return *m_engine; }
  const CalloutState& state() const { return m_engine->state(); }
  const std::string& uuid() const { return m_uuid; }
  const Workspace& workspace() const { return m_workspace; }
  CalloutStore store() const { return CalloutStore(m_workspace.db()); }
  // Not the past, and no call-out of a scripted drill, which its script drives.
  bool canWrite() const { return !m_workspace.readOnlyReason() && !m_shows_moment; }
  bool hasMadePeople() const { return m_people.has_value(); }
  // The events written so far, oldest first.
  Result<std::vector<CalloutEvent>> eventsAfter(std::int64_t seq);

 private:
  CalloutRun(Workspace workspace, std::string uuid, CalloutSnapshot snapshot, bool in_memory);
  Result<bool> beatMadePeople();

  Workspace m_workspace;
  std::string m_uuid;
  std::unique_ptr<CalloutLogStore> m_log;
  std::unique_ptr<MemoryCalloutLog> m_memory;  // of made people: written in one piece at each beat
  std::unique_ptr<CalloutEngine> m_engine;
  std::optional<EngineClock> m_clock;
  std::optional<SimulatedPeople> m_people;
  std::int64_t m_people_start_utc_ms = 0, m_people_start_steady_ms = 0;
  double m_speed_ratio = 1;
  bool m_shows_moment = false;                 // its workspace does not stand in the present (shownMomentUtcMs)
  std::shared_ptr<const Clock> m_drill_clock;  // of a scripted drill; null: the steady clock
  std::size_t m_kept = 0;                      // events of m_memory that are in the workspace
  std::map<std::pair<int, TimerKind>, CalloutTimer> m_kept_timers;
};

}  // namespace gis
