// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>

#include "gis/core/clock.h"
#include "gis/store/database.h"

namespace gis {

// What counts as now for the deadlines and dates of a workspace: the clock's moment; in a workspace that is looked at
// as it was (moment.h) that moment; in a drill what its clock shows (setting drill_present_utc_ms); in a made city that
// of its making (setting demo_present_utc_ms), so that what is overdue there is so whenever it is opened. One thread,
// one connection.
std::int64_t presentUtcMs(const Database& db, const Clock& clock);

// The moment of a workspace that does not stand in the present: the one that is looked at, or where a drill has come.
std::optional<std::int64_t> shownMomentUtcMs(const Database& db);

}  // namespace gis
