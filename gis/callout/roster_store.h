// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gis/callout/roster.h"
#include "gis/store/database.h"

namespace gis {

// Divisions with their seats and responsible persons of the workspace, read at once.
Result<Roster> readRoster(const Database& db);

}  // namespace gis
