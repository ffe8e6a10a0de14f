// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/journal/journal_state.h"

#include <algorithm>
#include <limits>
#include <set>

namespace gis::journal {
namespace {

void endShift(JournalState& state, const Entry& entry) {
  if (state.shifts.empty() || state.shifts.back().last_seq != 0) return;
  Shift& shift = state.shifts.back();
  shift.last_seq = entry.seq;
  shift.ended_utc_ms = entry.at_utc_ms;
  shift.handed_over = entry.hand_over;
}

void applyShift(JournalState& state, const Entry& entry) {
  if (entry.kind == "shift_end") return endShift(state, entry);
  if (!entry.watch) return;
  endShift(state, entry);
  Shift shift;
  shift.first_seq = entry.seq;
  shift.began_utc_ms = entry.at_utc_ms;
  shift.watch = *entry.watch;
  state.shifts.push_back(std::move(shift));
}

void meet(ClockState& clock, const Entry& entry) {
  clock.stand = ClockStand::kDone;
  clock.done_seq = entry.seq;
  clock.done_utc_ms = entry.at_utc_ms;
}

void applyClocks(JournalState& state, const Entry& entry) {
  for (ClockState& clock : state.clocks) {
    if (clock.stand != ClockStand::kRunning) continue;
    const bool named = std::ranges::find(entry.done, clock.name) != entry.done.end();
    if (named) meet(clock, entry);
  }
}

// An entry of the awaited kind does the clocks of entries about the same thing, real ones by real ones.
void applyKind(JournalState& state, const std::map<std::int64_t, const Entry*>& started, const Entry& entry) {
  for (ClockState& clock : state.clocks) {
    if (clock.stand != ClockStand::kRunning || clock.clock.done_by_kind != entry.kind ||
        clock.is_drill != entry.is_drill)
      continue;
    const Entry& first = *started.at(clock.entry_seq);
    if (first.thing_id.empty()) continue;
    if (first.thing_id == entry.thing_id || first.thing_id == entry.about_id) meet(clock, entry);
  }
}

void startClocks(JournalState& state, const Entry& entry) {
  for (const Clock& clock : entry.clocks) {
    ClockState started;
    started.name = clockName(entry.seq, clock.id);
    started.entry_seq = entry.seq;
    started.is_drill = entry.is_drill;
    started.started_utc_ms = entry.at_utc_ms;
    started.clock = clock;
    state.clocks.push_back(std::move(started));
  }
}

void correct(JournalState& state, const Entry& entry) {
  state.corrected[*entry.corrects_seq] = entry.seq;
  if (!entry.withdraws) return;
  for (ClockState& clock : state.clocks) {
    if (clock.entry_seq == *entry.corrects_seq) clock.stand = ClockStand::kVoid;
    if (clock.done_seq == *entry.corrects_seq) {  // it was not met after all
      clock.stand = ClockStand::kRunning;
      clock.done_seq = clock.done_utc_ms = 0;
    }
  }
}

}  // namespace

const Shift* JournalState::onDuty() const {
  return shifts.empty() || shifts.back().last_seq != 0 ? nullptr : &shifts.back();
}

const ClockState* JournalState::clock(std::string_view name) const {
  const auto found = std::ranges::find(clocks, name, &ClockState::name);
  return found == clocks.end() ? nullptr : &*found;
}

std::vector<const ClockState*> JournalState::running(bool with_drills) const {
  std::vector<const ClockState*> found;
  for (const ClockState& clock : clocks)
    if (clock.open() && (with_drills || !clock.is_drill)) found.push_back(&clock);
  std::ranges::stable_sort(found, {}, [](const ClockState* clock) {
    return clock->clock.due_utc_ms == 0 ? std::numeric_limits<std::int64_t>::max() : clock->clock.due_utc_ms;
  });
  return found;
}

std::vector<std::int64_t> JournalState::openEntries(bool with_drills) const {
  std::set<std::int64_t> found;
  for (const ClockState* clock : running(with_drills)) found.insert(clock->entry_seq);
  return {found.begin(), found.end()};
}

JournalState stateOf(std::span<const Entry> entries, std::int64_t now_utc_ms) {
  JournalState state;
  std::map<std::int64_t, const Entry*> started;
  for (const Entry& entry : entries) {
    if (entry.corrects_seq) correct(state, entry);
    applyShift(state, entry);
    applyClocks(state, entry);
    applyKind(state, started, entry);
    if (entry.clocks.empty()) continue;
    started[entry.seq] = &entry;
    startClocks(state, entry);
  }
  for (ClockState& clock : state.clocks)
    if (clock.stand == ClockStand::kRunning && clock.clock.due_utc_ms != 0 && clock.clock.due_utc_ms < now_utc_ms)
      clock.stand = ClockStand::kOverdue;
  return state;
}

}  // namespace gis::journal
