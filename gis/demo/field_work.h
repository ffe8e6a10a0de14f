// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>

#include "gis/core/error.h"
#include "gis/store/database.h"

namespace gis::demo {

// Some days of field work before `now_utc_ms`: three laptops that were prepared, one of which has come back with a
// package that agrees with the office's edits for the most part and leaves a few questions open. All people are made
// up. Runs inside the caller's transaction; equal seeds give equal bytes.
Result<void> writeFieldWork(const Database& db, std::uint64_t seed, std::int64_t now_utc_ms);

}  // namespace gis::demo
