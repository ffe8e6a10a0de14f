// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/core/clock.h"
#include "gis/core/uuid.h"
#include "gis/store/database.h"
#include "gis/weather/warning.h"

namespace gis::weather {

// The table weather_warning: messages are added, never changed or removed. One thread, one connection.
class WarningStore {
 public:
  explicit WarningStore(const Database& db) : m_db(db) {}
  // All messages, oldest first.
  Result<std::vector<WarningRecord>> all() const;
  // Fails with kInvalidArgument (subject: the fields that are wrong, see wrongFields; or a type that is not known),
  // kAlreadyExists (the identifier), kNoData (an update or cancellation of an event that is not there), kReadOnly.
  Result<void> add(const WarningRecord& record, const std::string& source, UuidSource& uuids, const Clock& clock) const;

 private:
  const Database& m_db;
};

}  // namespace gis::weather
