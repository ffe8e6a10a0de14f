// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/callout/audit.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "gis/callout/tally.h"

namespace gis {

std::vector<AuditFinding> auditCallout(const CalloutEngine& engine, std::span<const CalloutEvent> events,
                                       std::int64_t now_utc_ms, std::int64_t beat_ms) {
  std::vector<AuditFinding> found;
  const CalloutState& state = engine.state();
  if (const auto broken = firstBrokenEvent(events))
    found.push_back({AuditFindingKind::kChainBroken, std::to_string(*broken)});
  std::vector<bool> has_timer(state.targets().size(), false);
  for (const CalloutTimer& timer : engine.timers()) {
    if (timer.is_cleared || timer.generation != state.generation(timer.target, timer.kind)) continue;
    if (timer.kind != TimerKind::kAwakeDue) has_timer[static_cast<std::size_t>(timer.target)] = true;
    const TargetState& target = state.targets()[static_cast<std::size_t>(timer.target)];
    if (state.started() && !state.closed() && !target.settled() && timer.due_utc_ms + beat_ms < now_utc_ms)
      found.push_back({AuditFindingKind::kTimerNotActed, fmt::format("{} {}", timer.target, timerName(timer.kind))});
  }
  for (std::size_t i = 0; i < state.targets().size(); ++i) {
    const TargetState& target = state.targets()[i];
    // Confirmed ones wait for a person; silent ones are at the end of the ladder and on the list of the silent.
    const bool waits = state.started() && !state.closed() && !target.settled() && !target.confirmed() && !target.silent;
    if (waits && !has_timer[i]) found.push_back({AuditFindingKind::kNoNextStep, std::to_string(i)});
    std::int64_t before = 0;
    for (std::size_t r = 0; r <= static_cast<std::size_t>(Reach::kConfirmed); ++r) {
      const std::int64_t at = target.reached_utc_ms[r];
      if (at != 0 && at < before) {
        found.push_back({AuditFindingKind::kTimesDiffer, std::to_string(i)});
        break;
      }
      before = std::max(before, at);
    }
  }
  const auto tree = tallyTree(state);
  for (const TallyNode& node : tree) {
    Tally sum = node.own;
    for (const int child : node.children) sum += tree[static_cast<std::size_t>(child)].all;
    const Tally& all = node.all;
    const bool falls = all.issued >= all.sent && all.issued >= all.unconfirmed + all.confirmed &&
                       all.sent >= all.answered && all.answered >= all.heard && all.heard >= all.confirmed;
    if (!(sum == all) || !falls) found.push_back({AuditFindingKind::kCountsDiffer, node.division.code});
  }
  return found;
}

TickError tickErrorOf(std::span<const CalloutEvent> events) {
  TickError error;
  std::map<std::int64_t, std::int64_t> timers_of;  // by how late they were
  for (const CalloutEvent& event : events) {
    if (event.kind != EventKind::kActedLate) continue;
    std::int64_t acted = 0;
    std::from_chars(event.text.data(), event.text.data() + event.text.size(), acted);
    timers_of[event.number] += acted;
    error.timers += acted;
  }
  std::int64_t counted = 0;
  for (const auto& [late_ms, acted] : timers_of) {
    if (counted * 100 < error.timers * 99) error.p99_ms = late_ms;
    counted += acted;
    error.max_ms = late_ms;
  }
  return error;
}

std::string_view auditFindingName(AuditFindingKind kind) {
  constexpr std::array<std::string_view, 5> kNames = {"no_next_step", "timer_not_acted", "counts_differ",
                                                      "times_differ", "chain_broken"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace gis
