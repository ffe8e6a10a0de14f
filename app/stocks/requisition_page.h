// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "app/jobs/job_slot.h"
#include "app/stocks/stock_page.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace app {

class RequisitionForm;
class RequisitionStepView;

// Requisitions (申领与调拨) by state, what waits for somebody first; the chosen one's items and course, the next step,
// and its paper as PDF. Window's thread.
class RequisitionPage : public StockPage {
  Q_OBJECT
 public:
  explicit RequisitionPage(PanelContext& context, QWidget* parent = nullptr);
  bool busy() const override;
  QTableWidget* table() { return m_table; }
  RequisitionForm* form() { return m_form; }
  RequisitionStepView* step() { return m_step; }
  void enterNew();
  void choose(const std::string& uuid);
  void savePaper(const QString& file);

 protected:
  void retranslate() override;
  void showView() override;

 private:
  void makeWidgets();
  void showRows();
  void showChosen();
  void askForFile();
  const RequisitionRow* chosen() const;
  void flyTo(const RequisitionRow& row);

  QStackedWidget* m_stack;  // list, form
  QComboBox* m_state;
  QPushButton* m_new;
  QTableWidget* m_table;
  std::vector<std::string> m_uuids;  // of the rows
  std::string m_chosen;
  QLabel *m_title, *m_items, *m_course;
  QPushButton* m_print;
  RequisitionStepView* m_step;
  RequisitionForm* m_form;
  JobSlot<gis::Result<void>> m_report;
};

}  // namespace app
