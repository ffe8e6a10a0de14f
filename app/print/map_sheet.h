// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <string>
#include <vector>

#include "app/print/page_plan.h"
#include "app/print/print_map.h"

namespace app {

// What is put on paper or into a picture and what stands around it, as a person chooses it.
struct SheetOptions {
  std::string page;  // "A0" to "A4", empty: a bare picture
  bool landscape = false;
  double dpi = 0;  // 0: 300 on a page, 96 else
  double enlarged_ratio = 1;
  double denominator = 0;  // of the scale; 0: as the view fits
  std::string title;
  std::string source;
  bool furniture = false, graticule = false, kilometre_grid = false, legend = false;
  friend bool operator==(const SheetOptions&, const SheetOptions&) = default;
};

// The map that goes onto the sheet.
struct SheetScene {
  layers::FrameRequest frame;
  layers::MapView view;                       // as PagePlan::emptyView() made it, with a centre and a resolution
  std::vector<layers::BilingualText> titles;  // of the frame's layers
  std::string map_crs;
  bool is_demo = false;
  QString source;     // the city, or the file's name
  QString data_time;  // when the data changed last, or the moment they are of; local time
};

// The sheet, or else a picture of that size.
PagePlan planOf(const SheetOptions& options, int width_px, int height_px);

// The scene as it goes to the file: scale, grids, legend, words in the program's language. Asks the layers for their
// legends: some hundredths of a second. Any thread.
MapPrint printOf(const SheetOptions& options, const PagePlan& plan, SheetScene scene);

}  // namespace app
