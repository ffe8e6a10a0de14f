// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "app/print/map_sheet.h"

namespace app {

// One sheet of an atlas (图集): a district that fills it.
struct AtlasSheet {
  QString name;    // in the title and the index
  QString within;  // the county of a town; may be empty
  gis::MapBox box;
  layers::LayerStatePtr outline;  // its border over the map; may be null
};

// What all sheets share.
struct AtlasRequest {
  SheetOptions options;   // paper, dpi, grids; its title is put before each name
  SheetScene scene;       // the layers; its view is set for each sheet
  QImage inset;           // the whole city, drawn once
  gis::MapBox inset_box;  // what the inset shows
  std::int64_t created_utc_ms = 0;
};

struct AtlasFailure {
  QString sheet;
  gis::Error error;
};
struct AtlasReport {
  int pages = 0;  // sheets and index
  std::vector<double> sheet_ms;
  std::vector<AtlasFailure> failed;
};

// Writes a PDF sheet by sheet, each strip by strip, and an index of names at the end: memory does not grow with the
// sheets. The same data at the same time are the same bytes. A sheet that fails is named in the report and on its page,
// and the rest goes on. The file appears when it is whole. Calling thread. Fails as DatedPdf does, with
// kInvalidArgument without sheets or paper, and with kCancelled.
gis::Result<AtlasReport> writeAtlas(const std::filesystem::path& file, const AtlasRequest& request,
                                    const std::vector<AtlasSheet>& sheets, const gis::CancelToken& cancel = {},
                                    const gis::Progress& progress = {});

}  // namespace app
