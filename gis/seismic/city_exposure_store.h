// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <string>

#include "gis/core/cancel.h"
#include "gis/core/clock.h"
#include "gis/core/error.h"
#include "gis/seismic/city_exposure.h"
#include "gis/store/database.h"

namespace gis::seismic {

// Reads buildings and census points of a workspace. Rows whose county is unknown or whose place cannot be projected
// are left out. Polls `cancel` every 4,096 rows. Fails with kCancelled, kUnknownCrs, kNoData (no counties).
Result<std::shared_ptr<const CityExposure>> readCityExposure(const Database& db, const std::string& map_crs,
                                                             const Clock& clock, const CancelToken& cancel = {},
                                                             const Progress& progress = {});

// A number that changes when buildings, census points or divisions do.
Result<std::int64_t> cityExposureMark(const Database& db);

}  // namespace gis::seismic
