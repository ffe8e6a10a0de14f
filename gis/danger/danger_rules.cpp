// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/danger/danger_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <tuple>

namespace gis::danger {
namespace {

constexpr std::int64_t kBeijingMs = 8LL * 3600 * 1000, kDayMs = 24LL * 3600 * 1000;
constexpr const char* kStateNames[] = {"found", "handed_over", "published", "supervised", "checked", "closed"};

std::optional<std::chrono::sys_days> daysOf(const std::string& text) {
  int part[3] = {};
  constexpr std::size_t kFrom[] = {0, 5, 8}, kLength[] = {4, 2, 2};
  if (text.size() != 10) return std::nullopt;
  for (std::size_t i = 0; i < 3; ++i) {
    const char* from = text.data() + kFrom[i];
    const auto [end, error] = std::from_chars(from, from + kLength[i], part[i]);
    if (error != std::errc() || end != from + kLength[i]) return std::nullopt;
  }
  const std::chrono::year_month_day day{std::chrono::year(part[0]), std::chrono::month(static_cast<unsigned>(part[1])),
                                        std::chrono::day(static_cast<unsigned>(part[2]))};
  return day.ok() ? std::optional(std::chrono::sys_days(day)) : std::nullopt;
}

std::string textOf(std::chrono::sys_days days) {
  const std::chrono::year_month_day day(days);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

}  // namespace

std::string stateName(State state) { return kStateNames[static_cast<int>(state) - 1]; }

std::optional<State> stateOf(std::string_view name) {
  for (int i = 0; i < 6; ++i)
    if (name == kStateNames[i]) return static_cast<State>(i + 1);
  return std::nullopt;
}

std::vector<State> mayFollow(State from, Level level) {
  std::vector<State> states;
  if (from == State::kClosed) return {State::kFound, State::kHandedOver};
  states.push_back(static_cast<State>(static_cast<int>(from) + 1));
  if (from == State::kPublished && level == Level::kOrdinary) states.insert(states.begin(), State::kChecked);
  for (int back = static_cast<int>(from) - 1; back >= 1; --back) states.push_back(static_cast<State>(back));
  return states;
}

Result<Move> moveBetween(State from, State to, Level level) {
  const auto states = mayFollow(from, level);
  if (std::ranges::find(states, to) == states.end()) {
    std::string may;
    for (const State state : states) may += (may.empty() ? "" : ", ") + stateName(state);
    return fail(ErrorCode::kInvalidArgument, stateName(to), "after " + stateName(from) + " may come: " + may);
  }
  if (from == State::kClosed) return Move::kReopen;
  return static_cast<int>(to) > static_cast<int>(from) ? Move::kForward : Move::kBack;
}

std::optional<std::string> dueOn(std::span<const DeadlineRule> rules, const std::string& hazard, Level level,
                                 State state, const std::string& since) {
  if (state == State::kClosed) return std::nullopt;
  const DeadlineRule* best = nullptr;
  for (const DeadlineRule& rule : rules)
    if (rule.level == level && rule.state == state && (rule.hazard == hazard || rule.hazard.empty()))
      if (!best || (best->hazard.empty() && !rule.hazard.empty())) best = &rule;
  if (!best || !daysOf(since)) return std::nullopt;
  return dayAfter(since, best->within_days);
}

std::optional<int> daysBetween(const std::string& from, const std::string& to) {
  const auto a = daysOf(from), b = daysOf(to);
  if (!a || !b) return std::nullopt;
  return static_cast<int>((*b - *a).count());
}

std::string dayOf(std::int64_t utc_ms) {
  std::int64_t day = (utc_ms + kBeijingMs) / kDayMs;
  if ((utc_ms + kBeijingMs) % kDayMs < 0) --day;
  return textOf(std::chrono::sys_days(std::chrono::days(day)));
}

std::string dayAfter(const std::string& day, int days) {
  const auto from = daysOf(day);
  return from ? textOf(*from + std::chrono::days(days)) : day;
}

Standing standingOf(std::vector<Event> events) {
  // Identifiers of version 7 sort by time, so they decide between events of one millisecond.
  std::ranges::sort(events, [](const Event& a, const Event& b) {
    return std::tie(a.at_utc_ms, a.uuid) < std::tie(b.at_utc_ms, b.uuid);
  });
  Standing standing;
  for (const Event& event : events) {
    const bool moves =
        event.kind == "found" || event.kind == "forward" || event.kind == "back" || event.kind == "reopen";
    if (moves) {
      standing.state = event.state;
      standing.since = dayOf(event.at_utc_ms);
      standing.due_on = event.due_on;
      standing.times_back += event.kind == "back";
    } else if (event.kind == "extend") {
      standing.due_on = event.due_on;
    }
  }
  return standing;
}

}  // namespace gis::danger
