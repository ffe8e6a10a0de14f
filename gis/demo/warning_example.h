// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>

#include "gis/store/database.h"

namespace gis::demo {

// A warning to try the call-out with, as a file of the workspace: warnings/rainstorm_red.xml, a red rainstorm warning
// in CAP 1.2 over towns of two counties in which some 500 persons are responsible. It names no end, so that it is in
// force on whatever day it is tried. Made up (演示数据); the same for the same persons. Fails with kIoFailed, kNoData.
Result<void> writeWarningExample(const std::filesystem::path& folder, const Database& db, std::int64_t sent_utc_ms);

}  // namespace gis::demo
