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
  // Columns of names that are cut when the panel is narrow, so that what is typed stays in sight.
  void setYielding(std::vector<int> columns) { m_yielding = std::move(columns); }
  // All columns as wide as their texts; the yielding ones give what is too much.
  void fitColumns();
  // The cell after this one, for Enter.
  QModelIndex after(const QModelIndex& from) const;
  // A number typed beside a cell is no search for a row that begins with it.
  void keyboardSearch(const QString&) override {}

 protected:
  QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  GridModel* m_grid;
  std::vector<int> m_stops, m_yielding;
  int m_fitted_px = 0;  // the width that the columns were made for
};

// The line edit of a cell, with the words of its column below it.
class GridDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const override {
    editor->setGeometry(option.rect);  // it fills its cell and hides no line below
  }

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
