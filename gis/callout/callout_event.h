// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "gis/callout/callout_types.h"
#include "gis/core/error.h"

namespace gis {

// One thing that happened in a call-out; never changed, never removed. `hash` is BLAKE2b-256 in hex over the hash
// before and this event's own bytes, so that a log that was edited does not add up.
struct CalloutEvent {
  std::int64_t seq = 0;  // from 1, without gaps
  std::int64_t at_utc_ms = 0;
  int target = -1;  // -1: the call-out itself
  EventKind kind = EventKind::kNote;
  std::string attempt;  // "12.0.1.2.sms": target, round, step, try, channel
  std::string actor;    // "engine", a channel's line, an officer
  std::int64_t number = 0;
  std::string text;
  std::string hash;

  friend bool operator==(const CalloutEvent&, const CalloutEvent&) = default;
};

// One timer as it is kept: at most one of a kind for each target. It acts only while the target's generation is still
// the one it was set in.
struct CalloutTimer {
  int target = -1;
  TimerKind kind = TimerKind::kAnswerDue;
  std::int64_t due_utc_ms = 0;
  int generation = 0;
  bool is_cleared = false;  // in a change: the timer goes

  friend bool operator==(const CalloutTimer&, const CalloutTimer&) = default;
};

std::string eventHash(std::string_view hash_before, const CalloutEvent& event);
// The first event whose number or hash does not follow from those before; nothing when the chain is whole.
std::optional<std::int64_t> firstBrokenEvent(std::span<const CalloutEvent> events);

}  // namespace gis
