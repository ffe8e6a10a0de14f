// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <CLI/CLI.hpp>
#include <string>

#include "app/cli/map_picture.h"
#include "app/print/print_map.h"

namespace app {

// Options of `render` that say on what a map is put and what stands around it.
struct PageOptions {
  std::string page;  // "A0" to "A4", empty: a bare picture
  bool landscape = false;
  double dpi = 0;  // 0: 300 on a page, 96 else
  double enlarged_ratio = 1;
  double denominator = 0;  // of the scale; 0: as the view fits
  std::string title;
  std::string source;
  bool furniture = false, graticule = false, kilometre_grid = false, legend = false;
};
void addPageOptions(CLI::App& command, PageOptions& options);
// How a raster of measured values is coloured.
void addRampOptions(CLI::App& command, layers::RasterLook& look);

PagePlan planOf(const PageOptions& options, int width_px, int height_px);

// The scene as it goes to the file: scale, grids, legend, words. Words in the command line's language.
MapPrint printOf(const PageOptions& options, const PagePlan& plan, MapScene scene);

}  // namespace app
