// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "app/core/map_document.h"
#include "app/fields/field_text.h"
#include "gis/core/cancel.h"
#include "gis/store/feature_store.h"

namespace app {

// What the worker needs to answer "what is here": frozen on the window's thread.
struct InspectRequest {
  struct Layer {
    QString id;
    layers::BilingualText title;
    layers::LayerStatePtr state;
    std::shared_ptr<const layers::CatalogueEntry> entry;
    std::shared_ptr<const gis::MapColumns> columns;
    std::string table;
    bool visible = true;
  };
  std::vector<Layer> layers;               // top layer first
  std::filesystem::path workspace_folder;  // empty: none open
  std::optional<std::filesystem::path> dem_file;
  gis::CodeLists codes;
  std::string map_crs;
  gis::MapXY where;
  std::optional<gis::LonLat> lon_lat;
  double radius_m = 0;
  double metres_per_px = 1;
};
InspectRequest inspectRequest(const MapDocument& document, gis::MapXY where, double radius_m, double metres_per_px);

struct InspectField {
  layers::BilingualText label;
  layers::BilingualText value;  // with its unit
};

// One feature, ready to be shown.
struct InspectCard {
  layers::Hit hit;
  layers::BilingualText layer_title;
  layers::BilingualText title;
  layers::BilingualText sentence;
  std::vector<InspectField> fields;
  gis::GeometryKind kind = gis::GeometryKind::kNone;
  gis::MapBox box;
};

struct InspectAnswer {
  gis::MapXY where;
  std::optional<gis::LonLat> lon_lat;
  std::optional<double> elevation_m;
  std::vector<QString> divisions;  // city, county, town, village: as many as contain the place
  std::string division_code;       // of the last one
  std::vector<InspectCard> cards;  // what was pointed at first: points, then lines, then areas; each nearest first
  std::size_t left_out = 0;        // found, but more than a person reads
  std::vector<gis::Error> errors;
};

// Any thread; opens its own read-only workspace.
InspectAnswer inspect(const InspectRequest& request, const gis::CancelToken& cancel);

}  // namespace app
