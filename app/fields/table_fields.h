// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/table/row_filter.h"
#include "gis/table/table_schema.h"
#include "layers/vector/catalogue.h"

namespace app {

// How the columns of a table are called and shown: one field a column, as schema.columns. Labels come from the
// catalogue's inspector fields, then from resources/tables/fields.json; a column that nobody has named keeps its own
// name. Plain data; any thread.
struct TableFields {
  layers::BilingualText title;  // of the layer that shows the table; of gpkg_contents when no layer does
  std::vector<layers::InspectorField> fields;

  // With the unit in brackets: "威胁财产（万元）".
  QString heading(std::size_t column, const QString& language) const;
  std::vector<gis::ColumnNaming> naming() const;
};

TableFields tableFields(const gis::TableSchema& schema, const std::vector<layers::CatalogueEntry>& entries);

}  // namespace app
