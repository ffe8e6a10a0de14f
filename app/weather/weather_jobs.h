// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/coords.h"
#include "gis/weather/warning.h"

namespace app {

// A county with its ground, for choosing and for drawing.
struct WarnedDistrict {
  std::string code, name;
  std::vector<std::vector<gis::MapXY>> rings;
  gis::MapXY seat;
};

struct WarningBook {
  std::int64_t present_utc_ms = 0;  // what counts as now in the workspace, when the book was read
  std::vector<gis::weather::WarningRecord> messages;
  std::vector<WarnedDistrict> districts;
  std::vector<gis::weather::WarningTemplate> templates;
};
// Synchronous, for a job. Fails as the stores do.
gis::Result<WarningBook> readWarnings(const std::filesystem::path& folder, const gis::CancelToken& cancel);
gis::Result<WarningBook> addWarning(const std::filesystem::path& folder, const gis::weather::WarningRecord& record,
                                    const gis::CancelToken& cancel);

}  // namespace app
