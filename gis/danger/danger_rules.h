// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gis/core/error.h"

namespace gis::danger {

// Where a hidden danger (隐患) stands in the closed loop: 发现 → 移交 → 公示 → 督办 → 验收 → 销号. Numbers as
// code_danger_state.
enum class State { kFound = 1, kHandedOver, kPublished, kSupervised, kChecked, kClosed };
enum class Level { kOrdinary = 1, kMajor = 2 };

// "found", "handed_over", "published", "supervised", "checked", "closed".
std::string stateName(State state);
std::optional<State> stateOf(std::string_view name);

// What moving from one state to another is.
enum class Move {
  kForward,
  kBack,    // handed back: an earlier state, with a reason
  kReopen,  // a closed one: found or handed over again, with a reason
};
// An ordinary danger may be checked without having been supervised, a major one may not; nothing else is passed over.
// Fails with kInvalidArgument: the detail says what may follow.
Result<Move> moveBetween(State from, State to, Level level);
// The states that may follow, the usual one first.
std::vector<State> mayFollow(State from, Level level);

struct DeadlineRule {
  std::string hazard;  // code_danger_hazard; empty: of all
  Level level = Level::kOrdinary;
  State state = State::kFound;  // that is to be left
  int within_days = 0;
  std::string confidence, source;
};
// The day by which a state that began on `since` ("2026-05-01") is to be left: the rule of the hazard before that of
// all; nothing without a rule and for what is closed.
std::optional<std::string> dueOn(std::span<const DeadlineRule> rules, const std::string& hazard, Level level,
                                 State state, const std::string& since);

// Days from one day to another; nothing when one of them is no day.
std::optional<int> daysBetween(const std::string& from, const std::string& to);
std::string dayOf(std::int64_t utc_ms);  // in Beijing time (UTC+8), "2026-05-01"
std::string dayAfter(const std::string& day, int days);

// One thing that happened. Events are only ever added; the state follows from them.
struct Event {
  std::string uuid;
  std::string danger_uuid;
  std::string kind;  // code_danger_event
  State state = State::kFound;
  std::int64_t at_utc_ms = 0;
  std::string author, to_unit, words, due_on, photos;
};
// What events come to, whatever order they are in: two laptops that hold the same ones say the same.
struct Standing {
  State state = State::kFound;
  std::string due_on;  // may be empty
  std::string since;   // the day its state began
  int times_back = 0;
};
Standing standingOf(std::vector<Event> events);

}  // namespace gis::danger
