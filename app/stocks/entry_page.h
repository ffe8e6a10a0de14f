// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>

#include "app/jobs/job_slot.h"
#include "app/stocks/entry_check.h"
#include "app/stocks/stock_page.h"
#include "gis/stocks/stock_sheet.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace app {

class GridModel;
class StockGrid;

// Entering movements (登记出入库) like in a spreadsheet: depot, item, quantity, lot; what is wrong stands beside its
// line, what expires first is proposed. Booked whole or not at all; a paper for each depot. Window's thread.
class EntryPage : public StockPage {
  Q_OBJECT
 public:
  enum Column { kDepot, kItem, kQuantity, kLot, kExpires, kSays, kColumns };
  explicit EntryPage(PanelContext& context, QWidget* parent = nullptr);
  bool busy() const override { return m_book.busy() || m_sheet.busy(); }
  GridModel* model() { return m_model; }
  StockGrid* grid() { return m_grid; }
  // By its place in entryKinds().
  void setKind(int kind);
  void setReason(const QString& reason);
  void book();
  // A sheet's lines into the grid, to be looked at before they are booked.
  void readSheet(const QString& file);

 protected:
  void retranslate() override;
  void showView() override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void makeWidgets();
  void fillKinds();
  void fillColumns();
  void fillDepots();
  void showKind();
  EntryHead head() const;
  std::vector<EntryLine> lines(std::vector<int>& rows) const;
  void check();
  void sayLine();
  std::optional<QString> headTrouble() const;
  void fillFrom(const std::vector<gis::stocks::SheetRow>& rows);
  void booked(gis::Result<std::vector<gis::stocks::Movement>> done, const EntryWishes& wishes,
              const std::vector<int>& rows);

  GridModel* m_model;
  QComboBox* m_kind;
  QLabel* m_to_label;
  QComboBox* m_to_depot;
  QLabel* m_owner_label;
  QComboBox* m_owner;
  StockGrid* m_grid;
  QLineEdit *m_reason, *m_paper;
  QCheckBox* m_drill;
  QLabel *m_hint, *m_trouble;
  QPushButton *m_from_sheet, *m_clear, *m_save;
  bool m_out_of_order = false;
  QString m_booked_numbers;  // of the last papers, until something is typed
  QString m_summary, m_line_trouble;
  JobSlot<gis::Result<std::vector<gis::stocks::Movement>>> m_book;
  JobSlot<gis::Result<std::vector<gis::stocks::SheetRow>>> m_sheet;
};

}  // namespace app
