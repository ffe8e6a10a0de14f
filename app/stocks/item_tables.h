// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <nlohmann/json_fwd.hpp>

#include "app/stocks/stocks_job.h"
#include "gis/stocks/item_check.h"

class QLabel;

namespace app {

class GridModel;
class StockGrid;

// Packs with their barcodes and the parts of a kit, typed in two grids below the form of an item. Beside each line
// stands what it means, or what is wrong with it. Window's thread.
class ItemTables : public QWidget {
  Q_OBJECT
 public:
  explicit ItemTables(QWidget* parent = nullptr);
  // The item as it is; a new one has no code. Without may_write the lines are looked at only.
  void begin(StockViewPtr view, const gis::stocks::Item& item, bool may_write);
  // What the fields above say now: packs are of this unit, a kit must not hold this code, a barcode is that of one
  // item.
  struct Names {
    QString code, unit_zh, unit_en, barcode;
  };
  void setNames(const Names& names);
  // Nothing is wrong in any line.
  bool isRight() const { return m_right; }
  // "packs" and "parts" as setItems() reads them, each only when it was changed; whether any was.
  bool putChanged(nlohmann::json& json) const;
  // False: what is wrong is a field above them.
  bool focusTrouble();

  GridModel* packs() { return m_packs; }
  GridModel* parts() { return m_parts; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Typed {
    gis::stocks::Item item;
    std::vector<int> pack_rows, part_rows;   // lines of the grids
    std::vector<bool> pack_open, part_open;  // a number is still missing
  };
  void retranslate();
  void fillColumns();
  Typed typed() const;
  void check();
  void fit(StockGrid& grid, const GridModel& model);
  QString troubleText(const gis::stocks::DetailFinding& finding, const gis::stocks::Item& item) const;

  StockViewPtr m_view;
  gis::stocks::Item m_item;
  bool m_may_write = false, m_right = true;
  QLabel *m_packs_title, *m_parts_title, *m_trouble;
  GridModel *m_packs, *m_parts;
  StockGrid *m_packs_grid, *m_parts_grid;
};

}  // namespace app
