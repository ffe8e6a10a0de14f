// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <vector>

#include "app/briefing/deck_look.h"

namespace app {

// A table on a page: columns as wide as their words, what is left over shared out; where there is too little the
// letters become smaller (to 11 pt), then the widest columns give first and long words end in three dots. A row's tone
// is a bar before it.
class DeckTable {
 public:
  DeckTable(const DeckLook& look, const gis::slides::Box& box) : m_look(look), m_box(box) {}
  void addColumn(const QString& title, bool is_number, double share);
  std::size_t rowsThatFit() const;  // without the headings
  void addRow(std::vector<QString> cells, int tone);
  // A last line over the whole width.
  void addNote(const QString& text) { m_note = text; }
  gis::slides::TableItem item() const;

 private:
  struct Column {
    QString title;
    bool is_number;
    double share;
  };
  struct Row {
    std::vector<QString> cells;
    int tone;
  };
  double wantedPt(std::size_t column, int size_pt) const;
  int size() const;
  std::vector<double> widths(int size_pt) const;

  const DeckLook& m_look;
  gis::slides::Box m_box;
  std::vector<Column> m_columns;
  std::vector<Row> m_rows;
  QString m_note;
};

}  // namespace app
