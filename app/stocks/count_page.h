// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <optional>
#include <string>

#include "app/jobs/job_slot.h"
#include "app/stocks/stock_page.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace app {

class GridModel;
class StockGrid;

// Counting (盘点): a sheet of what a depot holds; blind ones do not tell what the books say before everything is
// counted. Each count is kept as it is typed; scanning a code leads to its row. A difference is booked with a reason
// and a second person. Window's thread.
class CountPage : public StockPage {
  Q_OBJECT
 public:
  enum Column { kItem, kLot, kCounted, kBooked, kDifference, kBy, kColumns };
  explicit CountPage(PanelContext& context, QWidget* parent = nullptr);
  bool busy() const override {
    return m_begin_slot.busy() || m_enter.busy() || m_finish_slot.busy() || m_report.busy();
  }
  GridModel* model() { return m_model; }
  const std::optional<gis::stocks::CountSheet>& sheet() const { return m_sheet; }
  void begin(std::int64_t depot_id, bool is_blind);
  void finish(const QString& second_person, const QString& reason);
  // Goes to the row of a code, a barcode or a name.
  void scan(const QString& code);
  void savePaper(const QString& file);

 protected:
  void retranslate() override;
  void showView() override;

 private:
  void makeWidgets();
  void connectWidgets();
  void fillColumns();
  void fillChoices();
  void showSheet();
  void hideSame();
  void showOutcome();
  void typed();
  void keep();
  void askForFile();

  QComboBox* m_depot;
  QCheckBox* m_blind;
  QPushButton* m_new;
  QComboBox* m_sheets;
  QPushButton* m_print;
  QLineEdit* m_scan;
  GridModel* m_model;
  StockGrid* m_grid;
  QLabel *m_said, *m_trouble;
  QLineEdit *m_counter, *m_second, *m_reason;
  QPushButton* m_finish;
  std::optional<gis::stocks::CountSheet> m_sheet;
  std::string m_shown;                             // the sheet whose rows stand in the grid
  std::map<std::int64_t, std::int64_t> m_pending;  // counted and not kept yet, by cell
  JobSlot<gis::Result<gis::stocks::CountSheet>> m_begin_slot, m_enter;
  JobSlot<gis::Result<std::optional<gis::stocks::Movement>>> m_finish_slot;
  JobSlot<gis::Result<void>> m_report;
};

}  // namespace app
