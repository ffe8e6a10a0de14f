// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/callout/callout_engine.h"

namespace gis {

enum class AuditFindingKind {
  kNoNextStep,     // an open target that nobody calls and that no timer will wake
  kTimerNotActed,  // a timer is overdue by more than the engine's beat
  kCountsDiffer,   // a place's counts are not the sum of those below
  kTimesDiffer,    // a later stage has an earlier time
  kChainBroken,    // the log was edited; subject: the event's number
};

struct AuditFinding {
  AuditFindingKind kind;
  std::string subject;
};

// Whether a call-out is as it must be: every open target has a next due time in the future or is settled, every overdue
// timer has acted within `beat_ms`, counts and times agree, the log is whole. Empty: all is well.
std::vector<AuditFinding> auditCallout(const CalloutEngine& engine, std::span<const CalloutEvent> events,
                                       std::int64_t now_utc_ms, std::int64_t beat_ms);

// How late timers acted, from the log. Those that acted in one go are counted as late as the latest of them; those that
// acted within their millisecond are not in the log.
struct TickError {
  std::int64_t timers = 0;              // that acted late, however little
  std::int64_t max_ms = 0, p99_ms = 0;  // 99 of 100 of them were no later
};
TickError tickErrorOf(std::span<const CalloutEvent> events);

std::string_view auditFindingName(AuditFindingKind kind);

}  // namespace gis
