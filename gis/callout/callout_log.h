// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <map>
#include <span>
#include <vector>

#include "gis/callout/callout_event.h"

namespace gis {

// Where one call-out's events and timers are kept. Several programs may write the same one: whoever decides does it
// inside exclusively(), after reading what the others added.
class CalloutLog {
 public:
  virtual ~CalloutLog() = default;
  // Runs `work` while nobody else writes. Everything written in it is kept as a whole or not at all; an error rolls
  // back.
  virtual Result<void> exclusively(const std::function<Result<void>()>& work) = 0;
  virtual Result<std::vector<CalloutEvent>> eventsAfter(std::int64_t seq) = 0;
  virtual Result<std::vector<CalloutTimer>> timers() = 0;
  // Those of these targets alone: what is read after a few events.
  virtual Result<std::vector<CalloutTimer>> timersOf(std::span<const int> targets) = 0;
  virtual Result<void> append(std::span<const CalloutEvent> events, std::span<const CalloutTimer> timers) = 0;
};

// In memory, for dry runs and tests.
class MemoryCalloutLog final : public CalloutLog {
 public:
  Result<void> exclusively(const std::function<Result<void>()>& work) override { return work(); }
  Result<std::vector<CalloutEvent>> eventsAfter(std::int64_t seq) override;
  Result<std::vector<CalloutTimer>> timers() override;
  Result<std::vector<CalloutTimer>> timersOf(std::span<const int> targets) override;
  Result<void> append(std::span<const CalloutEvent> events, std::span<const CalloutTimer> timers) override;
  const std::vector<CalloutEvent>& events() const { return m_events; }

 private:
  std::vector<CalloutEvent> m_events;
  std::map<std::pair<int, TimerKind>, CalloutTimer> m_timers;
};

}  // namespace gis
