// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include "gis/core/error.h"
#include "gis/edit/cell_value.h"
#include "gis/table/table_schema.h"
#include "layers/vector/catalogue.h"

namespace app {

// What a person typed into a field, as the column stores it; nothing typed is NULL where the column allows it. Fails
// with kInvalidArgument: no number, not a whole number, nothing in a column that must have something.
gis::Result<gis::CellValue> typedCell(const gis::SchemaColumn& column, const layers::InspectorField& field,
                                      const QString& text);
// A cell as it is typed: numbers without separators, in the unit shown.
QString editableText(const layers::InspectorField& field, const gis::CellValue& cell);

}  // namespace app
