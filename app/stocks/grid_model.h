// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractTableModel>
#include <QString>
#include <QStringList>
#include <vector>

namespace app {

// What a column offers while somebody types: the text that is taken, and the words it is found by, in small letters.
struct GridWord {
  QString text, words;
};

enum class GridTone { kPlain, kFaint, kDanger };

struct GridColumn {
  QString title;
  bool editable = true;
  bool is_number = false;
  bool carries = false;  // a new row begins with what the row above has here
  std::vector<GridWord> words = {};
};

// Lines that people type, like a spreadsheet's: plain texts. With grows() there is always one blank line at the end.
// A text that is no word of its column becomes the first word that it is found in ("mb" -> 棉被), as the list beside
// the cell shows it.
class GridModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  explicit GridModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

  void setColumns(std::vector<GridColumn> columns);
  const GridColumn& column(int column) const { return m_columns[static_cast<std::size_t>(column)]; }
  void setGrows(bool grows);
  // Other rows; nothing is said of them yet.
  void setRows(const std::vector<QStringList>& rows);
  void clear() { setRows({}); }
  QString text(int row, int column) const;
  // What is shown faintly while nothing is typed in a cell.
  void setGhost(int row, int column, const QString& text);
  // What the program says in a cell that is not typed in.
  void setSaid(int row, int column, const QString& text, GridTone tone);
  // Nothing is typed in it but what it began with.
  bool isBlank(int row) const;
  void removeLine(int row);
  // Cells as a spreadsheet copies them, lines of texts between tabs, from a cell on.
  void paste(int row, int column, const QString& text);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 signals:
  // Somebody typed, pasted or took away; several cells at once are told once.
  void edited();

 private:
  struct Cell {
    QString text, ghost;
    GridTone tone = GridTone::kPlain;
  };
  using Line = std::vector<Cell>;
  Line blank() const;
  void grow();
  void put(int row, int column, const QString& typed);
  Cell* cell(int row, int column);
  const Cell* cell(int row, int column) const;
  std::vector<GridColumn> m_columns;
  std::vector<Line> m_lines;
  bool m_grows = false;
};

// The word that a typed text stands for; the text itself when there is none.
QString wordFor(const std::vector<GridWord>& words, const QString& typed);

}  // namespace app
