// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTableWidget>

namespace app {

// Numbers typed as in a spreadsheet: Enter goes down a row, Tab to the next cell, a digit begins typing, Space asks for
// "all of them". Window's thread.
class TickGrid final : public QTableWidget {
  Q_OBJECT
 public:
  explicit TickGrid(QWidget* parent = nullptr) : QTableWidget(parent) {
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setTabKeyNavigation(true);
  }

 signals:
  void allWanted(int row, int column);

 protected:
  void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override {
    QTableWidget::closeEditor(editor, hint);
    if (hint == QAbstractItemDelegate::SubmitModelCache && currentRow() + 1 < rowCount())
      setCurrentCell(currentRow() + 1, currentColumn());
  }
  void keyPressEvent(QKeyEvent* event) override;
};

}  // namespace app
