// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "gis/callout/callout_state.h"

namespace gis {

// How many of the persons of one place have come how far. Each counts in all that it has passed: confirmed ones are in
// heard, answered, delivered and sent as well, so that issued >= sent >= answered >= heard >= confirmed. `sent` waits
// for a line or an officer who takes the number: one that is only queued is not called.
struct Tally {
  int issued = 0, sent = 0, delivered = 0, answered = 0, heard = 0, confirmed = 0, fed_back = 0, done = 0;
  // silent: at the end of the ladder, or nobody reached when the call-out was closed. unconfirmed: all who should have
  // confirmed and have not. late: confirmed after the clock of the rule. feedback_late: a feedback is owed.
  int silent = 0, cannot_serve = 0, escalated = 0, overdue = 0, open = 0;
  int unconfirmed = 0, late = 0, feedback_late = 0;
  std::int64_t moved_people = 0;

  Tally& operator+=(const Tally& other);
  friend bool operator==(const Tally&, const Tally&) = default;
};

// Of one target; a notice counts as nothing: it calls nobody of the list.
Tally tallyOf(const TargetState& target);

// One place of the tree of divisions with what it holds, itself and below.
struct TallyNode {
  CalloutDivision division;
  int parent = -1;
  Tally own, all;            // all = own + the children's
  std::vector<int> targets;  // its own
  std::vector<int> children;
};

// The tree of all divisions that have targets in or below them; the first node is the root. A division whose parent is
// unknown hangs at the root.
std::vector<TallyNode> tallyTree(const CalloutState& state);

}  // namespace gis
