// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/jobs/job_slot.h"
#include "app/stocks/stock_page.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace app {

class GridModel;
class StockGrid;

// A new requisition (申领): who asks, for where, until when, on what ground, and how much of what. Window's thread.
class RequisitionForm : public StockPage {
  Q_OBJECT
 public:
  explicit RequisitionForm(PanelContext& context, QWidget* parent = nullptr);
  bool busy() const override { return m_save_slot.busy(); }
  void begin();
  GridModel* model() { return m_model; }
  void setHead(const QString& unit, const QString& person, const QString& place);
  void save();

 signals:
  void entered(const QString& uuid);
  void left();

 protected:
  void retranslate() override;
  void showView() override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void fillColumns();
  gis::stocks::RequisitionHead head() const;
  bool readLines(std::vector<gis::stocks::RequisitionLine>& lines);

  enum Row { kUnit, kPerson, kPhone, kPlace, kToDepot, kHours, kBasis, kUrgency, kFormRows };
  QLabel* m_labels[kFormRows];
  QLineEdit *m_unit, *m_person, *m_phone, *m_place;
  QComboBox* m_to_depot;
  QSpinBox* m_hours;
  QLineEdit* m_basis;
  QComboBox* m_urgency;
  QCheckBox *m_drill, *m_here;
  GridModel* m_model;
  StockGrid* m_grid;
  QLabel* m_trouble;
  QPushButton *m_save, *m_leave;
  JobSlot<gis::Result<gis::stocks::Requisition>> m_save_slot;
};

}  // namespace app
