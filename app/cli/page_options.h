// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <CLI/CLI.hpp>

#include "app/print/map_sheet.h"
#include "layers/raster/raster_look.h"

namespace app {

// Options of `render` that say on what a map is put and what stands around it.
using PageOptions = SheetOptions;
void addPageOptions(CLI::App& command, PageOptions& options);
// How a raster of measured values is coloured.
void addRampOptions(CLI::App& command, layers::RasterLook& look);

}  // namespace app
