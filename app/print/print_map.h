// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/print/page_plan.h"
#include "app/print/picture_file.h"
#include "gis/core/cancel.h"
#include "layers/core/frame.h"
#include "layers/furniture/furniture.h"

namespace app {

// One picture of the map with what stands around it.
struct MapPrint {
  layers::FrameRequest frame;
  layers::MapView view;  // as PagePlan::emptyView() made it, with a centre and a resolution
  layers::Furniture furniture;
  layers::FurniturePlace place;
  bool furnished = false;        // false: the bare map, without even a scale bar
  double scale_denominator = 0;  // the n of 1:n on paper, true in the middle of the view
  QString scale_text;
};

// Draws it strip by strip into the file: memory of two strips of tiles, whatever the sheet. Calling thread. Fails as
// the file does, and with kCancelled; then nothing is left behind.
gis::Result<void> printMap(const MapPrint& print, const PagePlan& plan, PictureFile& file,
                           const gis::CancelToken& cancel = {}, const gis::Progress& progress = {});

}  // namespace app
