// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/table/row_model.h"
#include "layers/core/layer_state.h"
#include "layers/vector/catalogue.h"

namespace app {

// The colours that a layer's legend gives to coded values, so that a table reads like the map beside it. Any thread.
CodeColours codeColours(const layers::CatalogueEntry& entry, const layers::LayerState& state, layers::Theme theme,
                        const gis::CodeLists& codes);

}  // namespace app
