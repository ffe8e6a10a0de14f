// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <string>
#include <vector>

#include "gis/cap/warning.h"

namespace gis {

enum class WarningState { kInForce, kExpired, kCancelled };

// One warning from its first message to its cancellation: the messages that belong together by their references.
struct WarningLife {
  std::string id;                      // identifier of the first message
  std::vector<Warning12379> messages;  // by time sent
  WarningState state = WarningState::kInForce;

  const Warning12379& latest() const { return messages.back(); }
};

struct LifeLines {
  std::vector<WarningLife> lives;  // newest first
  std::vector<Warning12379> held;  // update or cancel what has not come; taken in when it comes
  int duplicates = 0;              // of sender, identifier and time sent
};

// Folds messages in any order into life lines; the order in which they came makes no difference. Exercises, tests and
// drafts make lines of their own: a drill cancels no real warning. Acknowledgements and errors belong to none.
LifeLines lifeLines(std::span<const Warning12379> messages, std::int64_t now_utc_ms);

std::string_view warningStateName(WarningState state);

}  // namespace gis
