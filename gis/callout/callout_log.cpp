// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/callout/callout_log.h"

namespace gis {

Result<std::vector<CalloutEvent>> MemoryCalloutLog::eventsAfter(std::int64_t seq) {
  if (seq >= static_cast<std::int64_t>(m_events.size())) return std::vector<CalloutEvent>();
  return std::vector<CalloutEvent>(m_events.begin() + seq, m_events.end());
}

Result<std::vector<CalloutTimer>> MemoryCalloutLog::timers() {
  std::vector<CalloutTimer> all;
  for (const auto& [key, timer] : m_timers) all.push_back(timer);
  return all;
}

Result<std::vector<CalloutTimer>> MemoryCalloutLog::timersOf(std::span<const int> targets) {
  std::vector<CalloutTimer> found;
  for (const int target : targets)
    for (auto at = m_timers.lower_bound({target, TimerKind{}}); at != m_timers.end() && at->first.first == target; ++at)
      found.push_back(at->second);
  return found;
}

Result<void> MemoryCalloutLog::append(std::span<const CalloutEvent> events, std::span<const CalloutTimer> timers) {
  m_events.insert(m_events.end(), events.begin(), events.end());
  for (const CalloutTimer& timer : timers) {
    const std::pair key(timer.target, timer.kind);
    if (timer.is_cleared)
      m_timers.erase(key);
    else
      m_timers[key] = timer;
  }
  return {};
}

}  // namespace gis
