// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <functional>
#include <vector>

#include "gis/callout/responder.h"
#include "gis/core/cancel.h"

namespace gis {

// How many lines each channel has; an officer is a line of kPhone, a visitor one of kDoor.
struct Lines {
  std::array<int, kChannelCount> count = {2, 8, 32, 4, 1000};  // phone, sms, voice, gateway, door
  int of(Channel channel) const { return count[static_cast<std::size_t>(channel)]; }
};

struct SimulateOptions {
  Lines lines;
  ResponderModel model;
  std::uint64_t seed = 1;
  std::int64_t start_utc_ms = 0;
  std::int64_t most_ms = 6 * 3600 * std::int64_t{1000};  // the clock stops here at the latest
  bool close_at_end = true;
};

// How a call-out went, in ms since its start; -1: never.
struct CalloutCourse {
  std::int64_t all_sent_ms = -1;  // the last first attempt was taken by a line
  std::int64_t half_confirmed_ms = -1, p95_confirmed_ms = -1, last_confirmed_ms = -1;
  std::int64_t finished_ms = -1;  // nobody is left to be called
  int confirmed = 0, silent = 0;
};

// Runs a call-out with made people on a virtual clock: what a dry run shows before anything is sent, and what a drill
// without telephones is. The engine must be loaded; it is started when it was not. Nothing sleeps; the same seed gives
// the same log byte for byte. `each` is told of every moment at which something happened (for the drill at speed x).
Result<CalloutCourse> simulate(CalloutEngine& engine, const SimulateOptions& options,
                               const std::function<void(std::int64_t now_utc_ms)>& each = {},
                               const CancelToken& cancel = {});

// The course of a call-out from its state.
CalloutCourse courseOf(const CalloutState& state);

// People x seconds / lines, before anything runs: how long the voice and phone lines need for one round of calls, from
// the model's means, with those who have to be called again. The longest of the channels.
struct CapacityForecast {
  double seconds_per_attempt = 0, attempts_count = 0;
  std::int64_t finishing_ms = 0;
  bool meets_awake_clock = true;
  int lines_needed = 0;  // to meet it; 0: there is no clock
};
CapacityForecast forecastCapacity(const CalloutSnapshot& snapshot, const Lines& lines, const ResponderModel& model);

}  // namespace gis
