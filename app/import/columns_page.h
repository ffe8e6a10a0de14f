// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "app/fields/table_fields.h"
#include "gis/import/import_draft.h"
#include "gis/import/synonyms.h"
#include "gis/import/target_store.h"

class QComboBox;
class QLabel;
class QTableWidget;

namespace app {

// The second page of an import: from where each column of the table gets its value. The mapping is changed in place;
// changed() tells that it was.
class ColumnsPage : public QWidget {
  Q_OBJECT
 public:
  explicit ColumnsPage(QWidget* parent = nullptr);
  // `draft` must outlive the page or the next call. `fields` are the columns of the table, in its order.
  void setDraft(gis::ImportDraft* draft, const gis::TargetTable& table, TableFields fields, bool chinese);

 signals:
  void changed();

 private:
  QString titleOf(const gis::TargetColumn& column) const;
  void addRow(const gis::TargetColumn& column);
  void take(int row, const gis::TargetColumn& column);
  void refreshRow(int row, const gis::TargetColumn& column);
  QString example(const std::string& field) const;

  QLabel* m_hint;
  QTableWidget* m_rows;
  gis::ImportDraft* m_draft = nullptr;
  gis::TargetTable m_table;
  TableFields m_fields;
  bool m_chinese = true;
  bool m_filling = false;
  gis::Synonyms m_words;
};

}  // namespace app
