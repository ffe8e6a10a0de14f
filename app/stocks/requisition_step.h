// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <vector>

#include "app/jobs/job_slot.h"
#include "app/stocks/stock_page.h"

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace app {

class GridModel;
class StockGrid;

// The next step of a requisition: approve, pick (what expires first is proposed), dispatch, receive with loss, close,
// reject, withdraw. What follows is chosen by itself; the others wait behind their buttons. Window's thread.
class RequisitionStepView : public StockPage {
  Q_OBJECT
 public:
  explicit RequisitionStepView(PanelContext& context, QWidget* parent = nullptr);
  // Empty: none.
  void show(const std::string& uuid);
  bool busy() const override { return m_propose.busy() || m_write.busy(); }
  GridModel* model() { return m_model; }
  std::optional<gis::stocks::RequisitionStep> step() const { return m_step; }
  void choose(gis::stocks::RequisitionStep step);
  void setActor(const QString& actor);
  void setWords(const QString& words);
  void doIt();

 protected:
  void retranslate() override;
  void showView() override;

 private:
  using Lines = std::vector<gis::stocks::RequisitionLine>;
  void makeButtons();
  void fillGrid();
  void fillApproval();
  void fillLots(const Lines& lines);
  void fillColumns();
  // On arrival: what is not told as lost or damaged arrived whole, unless a number says otherwise.
  void sayArrived();
  void propose();
  std::optional<gis::MapXY> placeOf(const RequisitionRow& row) const;
  std::vector<std::int64_t> depotsByNearness(const RequisitionRow& row) const;
  std::optional<Lines> typedLines();
  const RequisitionRow* row() const;

  std::string m_uuid;
  std::optional<gis::stocks::RequisitionStep> m_step;
  Lines m_lines;     // of the grid
  Lines m_proposed;  // what expires first
  std::vector<QToolButton*> m_steps;
  QHBoxLayout* m_step_line;
  GridModel* m_model;
  StockGrid* m_grid;
  QLineEdit *m_carrier, *m_plate, *m_driver, *m_phone, *m_route;
  QLineEdit *m_actor, *m_words;
  QLabel* m_trouble;
  QPushButton* m_do;
  JobSlot<gis::Result<Lines>> m_propose;
  JobSlot<gis::Result<gis::stocks::Requisition>> m_write;
};

}  // namespace app
