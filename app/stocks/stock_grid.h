// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCompleter>
#include <QStyledItemDelegate>
#include <QTableView>

#include "app/stocks/grid_model.h"

namespace app {

// Typing in a grid: Enter and Tab take the text and go on to the next cell that is typed in, at the end of a line to
// the next line; Del empties a cell, Ctrl+Del takes a line away, Ctrl+V pastes from a spreadsheet. Window's thread.
class StockGrid : public QTableView {
  Q_OBJECT
 public:
  explicit StockGrid(GridModel* model, QWidget* parent = nullptr);
  // The columns Enter goes through; empty: all that are typed in. In a new line it begins at the first that is empty.
  void setStops(std::vector<int> columns) { m_stops = std::move(columns); }
  // The cell after this one, for Enter.
  QModelIndex after(const QModelIndex& from) const;

 protected:
  QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  GridModel* m_grid;
  std::vector<int> m_stops;
};

// The line edit of a cell, with the words of its column below it.
class GridDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void goOn(QWidget* editor);
};

// Finds by name, code and pinyin; what is taken is the name.
class WordCompleter : public QCompleter {
  Q_OBJECT
 public:
  WordCompleter(const std::vector<GridWord>& words, QObject* parent);
  QString pathFromIndex(const QModelIndex& index) const override;
};

}  // namespace app
