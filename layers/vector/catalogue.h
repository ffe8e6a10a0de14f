// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/error.h"
#include "gis/store/table_columns.h"
#include "gis/vector/feature_columns.h"
#include "layers/core/layer_state.h"
#include "layers/vector/style.h"

namespace layers {

// One line the inspector shows of a feature.
struct InspectorField {
  std::string column;
  BilingualText label;
  BilingualText unit;      // empty when the number has none
  double scale_ratio = 1;  // shown number = stored number x scale_ratio (square metres to hectares: 0.0001)
  int decimals = -1;       // -1: as stored; integers never get decimals
  std::string code_table;  // e.g. "code_fire_class": show the code's name instead of the code
  bool yes_no = false;     // 0/1 shown as 否/是
};

// One class of a legend that is not simply a code of a code table: a name and the attribute values that make a sample.
struct LegendClass {
  BilingualText name;
  std::vector<std::pair<std::string, Value>> when;  // features whose attributes equal all of these are counted
};

// How one layer of the map comes to be: which table, how it looks, what is said of it. Read from
// resources/styles/<id>.json; the order is that of resources/styles/catalogue.json. Plain data.
struct CatalogueEntry {
  std::string id;
  std::string
      group;  // "base", "fire", "geology", "flood", "seismic", "danger", "exposure", "capacity"; "" for foreign files
  std::string table;  // the workspace table; empty for foreign files
  BilingualText title;
  bool visible = false;  // on the first time a workspace is opened
  std::shared_ptr<const Style> style;
  std::string legend_by;  // attribute whose codes make the legend, with legend_code_table
  std::string legend_code_table;
  std::vector<std::pair<std::string, Value>> legend_with;  // attribute values given to every sample
  std::vector<LegendClass> legend_classes;                 // explicit classes, listed before those of legend_by
  double legend_zoom = 0;                                  // swatches look as at this zoom or a nearer one
  BilingualText feature_title;  // "{name}" with columns in braces, "{kind@code_station_kind}" for a code's name
  BilingualText sentence;       // one plain sentence with the same braces; may be empty
  std::vector<InspectorField> fields;

  // The attributes to read for drawing, labelling and counting (not those of the inspector, which asks by row).
  std::vector<std::string> attributes() const;
};

struct CatalogueGroup {
  std::string id;
  BilingualText title;
};

// All layers of the census database, bottom first, and the groups in the order the layer panel shows them.
struct Catalogue {
  std::vector<CatalogueGroup> groups;
  std::vector<CatalogueEntry> entries;
  const CatalogueEntry* find(const std::string& id) const;
};

// Reads the embedded catalogue. Fails with kDamagedFile naming file, JSON path and what was expected.
gis::Result<Catalogue> loadCatalogue();

// Parses one entry; `file` is used in messages only. Fails with kDamagedFile and the first problem of the file.
gis::Result<CatalogueEntry> parseCatalogueEntry(std::string_view json_text, const std::string& file);

// The tables that the columns of a style are looked up in.
struct KnownTables {
  gis::TableColumns tables;
  bool all = false;  // no other table exists: an unknown one is a mistake
};

// Everything that is wrong in a file of resources/styles (an entry, or catalogue.json) or in a bare list of style
// layers, in the order of the text. `known` may be null.
std::vector<StyleProblem> checkStyleFile(std::string_view json_text, const std::string& file, const KnownTables* known);

// A look for any file: a calm colour chosen from the name, points, lines and polygons in the same hue, labels from the
// first attribute that looks like a name ("name", "NAME", "名称" ...).
CatalogueEntry genericEntry(const std::string& id, const std::string& name, const gis::FeatureColumns& columns);

}  // namespace layers
