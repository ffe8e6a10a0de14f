// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/jobs/job_slot.h"
#include "app/stocks/dispatch_desk.h"
#include "app/stocks/stock_page.h"
#include "gis/stocks/requisition.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QTabWidget;
class QTableWidget;

namespace app {

class ClosedRoadsView;
class ReachView;

// Sending (调拨): what is asked for against what lies in the depots, by road and round what is closed; who sends what
// on which truck, and why; accepting makes the orders and sets the goods apart. A new closure plans again at once. The
// plan's ways and places are a layer of the map. Window's thread; planning and booking run in jobs.
class DispatchPage : public StockPage {
  Q_OBJECT
 public:
  explicit DispatchPage(PanelContext& context, QWidget* parent = nullptr);
  bool busy() const override;
  const PlannedDispatchPtr& planned() const { return m_planned; }
  QTableWidget* needs() { return m_needs; }
  QTableWidget* trips() { return m_trips; }
  ClosedRoadsView* closedRoads() { return m_closed; }
  ReachView* reachable() { return m_reach; }
  QString whyText() const;
  QString troubleText() const;
  // A file of requests; empty: the open requisitions.
  void setRequests(const QString& file);
  void plan();
  void accept(const QString& approver);
  void depart();
  // The plan and one sheet for each order and depot, as PDF files in a folder.
  void saveForms(const QString& folder);

 protected:
  void retranslate() override;
  void showView() override;

 private:
  void makeWidgets();
  void connectWidgets();
  void askForRequests();
  void fillVehicles();
  DispatchWish wish() const;
  void take(gis::Result<PlannedDispatchPtr> planned);
  void showPlan();
  void fillNeeds();
  void fillTrips();
  void showChosen();
  void flyToChosen();
  void showState();
  void drawPlan();
  int chosen() const;

  std::shared_ptr<DispatchDesk> m_desk = std::make_shared<DispatchDesk>();
  QString m_requests;
  PlannedDispatchPtr m_planned;
  std::vector<std::string> m_orders;  // accepted here: their requisitions
  std::vector<std::string> m_left;    // the same when all of them are on the road
  QComboBox *m_source, *m_vehicle;
  QPushButton *m_plan, *m_accept, *m_forms, *m_depart;
  QTabWidget* m_tabs;
  QTableWidget *m_needs, *m_trips;
  QPlainTextEdit* m_why;
  ClosedRoadsView* m_closed;
  ReachView* m_reach;
  QSpinBox* m_loading;
  QCheckBox *m_late, *m_once, *m_drill;
  QLabel *m_vehicle_title, *m_loading_title;
  QLineEdit *m_basis, *m_approver;
  QLabel *m_said, *m_trouble;
  JobSlot<gis::Result<PlannedDispatchPtr>> m_plan_slot;
  JobSlot<gis::Result<std::vector<gis::stocks::Requisition>>> m_book_slot;
  JobSlot<gis::Result<int>> m_forms_slot;
};

}  // namespace app
