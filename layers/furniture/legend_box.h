// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <vector>

#include "layers/core/layer_state.h"
#include "layers/furniture/furniture_look.h"

class QPainter;

namespace layers {

// The legend of one layer; a layer that looks the same throughout has one entry, which then carries its title.
struct LegendBlock {
  QString title;
  std::vector<LegendEntry> entries;
};

struct LegendWords {
  QString heading;  // "Legend"
  QString more;     // "and %1 more"
  QString language = QStringLiteral("zh");
};

// A legend set in as few columns as fit a height. What does not fit is counted in a last line, never left out silently.
class LegendBox {
 public:
  LegendBox(const std::vector<LegendBlock>& blocks, LegendWords words, const FurnitureLook& look, QSizeF at_most_px);

  QSizeF size() const { return m_size_px; }  // empty when there is nothing to tell
  int hidden() const { return m_hidden; }    // lines that found no room
  void paint(QPainter& painter, QPointF top_left) const;

 private:
  struct Row {
    QString text;
    QImage swatch;
    bool heading = false;
    bool keep_with_next = false;
    QPointF at_px;
  };
  void listRows(const std::vector<LegendBlock>& blocks);
  void place(QSizeF at_most_px);

  FurnitureLook m_look;
  LegendWords m_words;
  std::vector<Row> m_rows;
  QSizeF m_size_px;
  int m_hidden = 0;
};

}  // namespace layers
