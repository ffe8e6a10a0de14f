// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "gis/core/error.h"
#include "gis/pyramid/pyramid.h"
#include "gis/store/code_store.h"
#include "gis/vector/map_columns.h"
#include "layers/core/layer_state.h"
#include "layers/vector/catalogue.h"

namespace layers {

// Freezes a layer: geometry, style and the class of each feature (features that share all attributes the style looks
// at are one class and are painted together). Any thread; about 10 ms for 300,000 features.
// Fails with kInvalidArgument when an attribute the style needs is not among the columns.
gis::Result<LayerStatePtr> buildVectorLayer(const CatalogueEntry& entry, std::shared_ptr<const gis::MapColumns> columns,
                                            const gis::CodeLists& codes);

// The same with levels that are there already, or else with those it makes; `pyramid` is both.
gis::Result<LayerStatePtr> buildVectorLayer(const CatalogueEntry& entry, std::shared_ptr<const gis::MapColumns> columns,
                                            const gis::CodeLists& codes, std::shared_ptr<const gis::Pyramid>& pyramid);

// What changed in a table since a layer was made from it.
struct FeatureChanges {
  gis::FeatureColumns changed;        // rows that are new or other than before, whole, in the table's own system
  std::vector<std::int64_t> removed;  // fids
};

// The layer with those changes, at once: a small layer of the changed rows is drawn over the old one, in which they and
// the removed ones are left out. It costs as much as the changes are many, not the layer; when there are thousands, or
// nobody waits, make the layer anew. `base` is what buildVectorLayer or this function returned: changes add up. Hits on
// a row that is new have no feature in the columns. Fails as buildMapColumns does, and with kInvalidArgument for a
// state of another kind. Any thread.
gis::Result<LayerStatePtr> withChanges(const LayerStatePtr& base, FeatureChanges changes, const std::string& map_crs,
                                       const gis::CodeLists& codes);

}  // namespace layers
