// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fields/export_columns.h"

#include "app/fields/shown_cell.h"

namespace app {

std::vector<gis::ExportColumn> exportColumns(const TableFields& fields, const gis::CodeLists& codes,
                                             const std::vector<std::size_t>& columns, const QString& language) {
  std::vector<gis::ExportColumn> result;
  for (const std::size_t column : columns) {
    const layers::InspectorField& field = fields.fields[column];
    gis::CodeLists own;  // only the list that this column needs
    if (const auto list = codes.find(field.code_table); list != codes.end()) own.insert(*list);
    const auto shown = [field, own = std::move(own), language](const gis::CellValue& cell) -> gis::CellValue {
      const bool named = !field.code_table.empty() || field.yes_no;
      if (named) return shownCell(field, cell, own, language).toStdString();
      // A spreadsheet wants the number itself, not its text with thousands apart.
      if (field.scale_ratio == 1) return cell;
      if (const auto* integer = std::get_if<std::int64_t>(&cell))
        return static_cast<double>(*integer) * field.scale_ratio;
      if (const auto* real = std::get_if<double>(&cell)) return *real * field.scale_ratio;
      return cell;
    };
    result.push_back({column, fields.heading(column, language).toStdString(), shown});
  }
  return result;
}

}  // namespace app
