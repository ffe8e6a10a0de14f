// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "gis/store/code_store.h"
#include "gis/store/feature_store.h"
#include "layers/vector/catalogue.h"

namespace app {

// The value of one column in both languages: code names, yes/no, scaled numbers with units. Empty for NULL.
layers::BilingualText fieldText(const layers::InspectorField& field, const gis::FieldValue& value,
                                const gis::CodeLists& codes);
// The same without the unit, for a table whose heading names it.
layers::BilingualText bareFieldText(const layers::InspectorField& field, const gis::FieldValue& value,
                                    const gis::CodeLists& codes);
// "{name} {kind@code_station_kind}" filled from a row.
layers::BilingualText filledText(const layers::BilingualText& pattern, const std::vector<gis::FieldValue>& row,
                                 const gis::CodeLists& codes);

}  // namespace app
