// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/cap/warning_store.h"
#include "gis/core/clock.h"
#include "gis/weather/warning.h"

namespace gis::weather {

// Warning signals of the store that call-outs see as well (gis::WarningStore): what has a colour, whoever sent it.
// One thread, one connection.
class SignalStore {
 public:
  explicit SignalStore(const Database& db) : m_db(db) {}
  // All messages with a colour that raise, update or cancel a warning, oldest first.
  Result<std::vector<WarningRecord>> all() const;
  // Keeps what was typed in here. Fails with kInvalidArgument (subject: the fields that are wrong, see wrongFields; or
  // a type that is not known), kAlreadyExists (the identifier), kNoData (an update or cancellation of an event that is
  // not there), kReadOnly.
  Result<void> add(const WarningRecord& record, const Clock& clock) const;

 private:
  const Database& m_db;
};

// The same signal as the store's message; `first` is the message that it follows.
Warning12379 warningFrom(const WarningRecord& record, const WarningRecord* first);

}  // namespace gis::weather
