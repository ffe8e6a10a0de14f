// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/fields/field_text.h"
#include "gis/edit/cell_value.h"

namespace app {

// A cell as FieldText takes it; bytes count as nothing.
gis::FieldValue fieldValue(const layers::InspectorField& field, const gis::CellValue& cell);
// A cell of a table as a person reads it, without the unit. Empty for NULL.
QString shownCell(const layers::InspectorField& field, const gis::CellValue& cell, const gis::CodeLists& codes,
                  const QString& language);

}  // namespace app
