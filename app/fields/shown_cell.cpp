// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fields/shown_cell.h"

namespace app {

gis::FieldValue fieldValue(const layers::InspectorField& field, const gis::CellValue& cell) {
  gis::FieldValue value{field.column, std::monostate()};
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) value.value = *integer;
  if (const auto* real = std::get_if<double>(&cell)) value.value = *real;
  if (const auto* text = std::get_if<std::string>(&cell)) value.value = *text;
  return value;
}

QString shownCell(const layers::InspectorField& field, const gis::CellValue& cell, const gis::CodeLists& codes,
                  const QString& language) {
  return bareFieldText(field, fieldValue(field, cell), codes).text(language);
}

}  // namespace app
