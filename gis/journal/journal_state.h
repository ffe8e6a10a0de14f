// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <span>

#include "gis/journal/entry.h"

namespace gis::journal {

// One shift (班次): from its start or the hand-over to it, to its end or the hand-over from it.
struct Shift {
  std::int64_t first_seq = 0, last_seq = 0;  // last_seq 0: still on duty
  std::int64_t began_utc_ms = 0, ended_utc_ms = 0;
  Watch watch;
  std::optional<HandOver> handed_over;  // at its end
};

enum class ClockStand { kRunning, kOverdue, kDone, kVoid };  // kVoid: its entry was withdrawn

struct ClockState {
  std::string name;  // "<seq>/<id>"
  std::int64_t entry_seq = 0;
  bool is_drill = false;
  std::int64_t started_utc_ms = 0;
  Clock clock;
  ClockStand stand = ClockStand::kRunning;
  std::int64_t done_seq = 0, done_utc_ms = 0;  // the entry that met it; done late when after the due time
  bool late() const { return done_seq != 0 && clock.due_utc_ms != 0 && done_utc_ms > clock.due_utc_ms; }
  bool open() const { return stand == ClockStand::kRunning || stand == ClockStand::kOverdue; }
};

// What the entries come to at a moment: everything here follows from them and from nothing else. Entries must be all
// those recorded until then which are shifts, have clocks or correct another, in order; others do no harm.
struct JournalState {
  std::vector<Shift> shifts;                       // oldest first
  std::vector<ClockState> clocks;                  // in the order they were started
  std::map<std::int64_t, std::int64_t> corrected;  // an entry and its latest correction
  const Shift* onDuty() const;                     // null: nobody is
  const ClockState* clock(std::string_view name) const;
  // Those that are not met, nearest first; open ones without a time last.
  std::vector<const ClockState*> running(bool with_drills) const;
  // Their entries, each once, oldest first.
  std::vector<std::int64_t> openEntries(bool with_drills) const;
};

JournalState stateOf(std::span<const Entry> entries, std::int64_t now_utc_ms);

}  // namespace gis::journal
