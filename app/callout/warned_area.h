// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "gis/cap/warning.h"
#include "gis/core/coords.h"
#include "gis/store/workspace.h"

namespace app {

// The outlines of what a warning threatens, in degrees (CGCS2000): its own polygons, else the borders of the divisions
// that it names. A code that no division has is left out. Any thread that has the workspace.
gis::Result<std::vector<std::vector<gis::LonLat>>> warnedArea(const gis::Workspace& workspace,
                                                              const gis::Warning12379& warning);

}  // namespace app
