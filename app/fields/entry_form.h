// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <map>
#include <optional>
#include <vector>

#include "app/fields/table_fields.h"
#include "gis/edit/cell_value.h"
#include "gis/store/code_store.h"

class QLabel;

namespace app {

// What a new row must say before it can be (新增一行): its name, and every column that the schema wants and does not
// fill by itself; coded ones with their list. What is missing or wrong is said beside its field. Window's thread.
class EntryForm : public QWidget {
  Q_OBJECT
 public:
  // `preset` stands in the fields already; columns of `hidden` are not asked for.
  EntryForm(const gis::TableSchema& schema, const TableFields& fields, const gis::CodeLists& codes,
            const QString& language, const gis::RowCells& preset, const std::vector<std::string>& hidden,
            QWidget* parent = nullptr);

  // The cells as typed, or nothing, and then it is said where.
  std::optional<gis::RowCells> cells();
  void focusFirst();
  bool asksNothing() const { return m_fields.empty(); }

 signals:
  void submitted();  // Enter in a field

 private:
  struct Field {
    std::size_t column;
    QWidget* editor;
    QLabel* note;
  };
  gis::TableSchema m_schema;
  TableFields m_names;
  std::vector<Field> m_fields;
};

}  // namespace app
