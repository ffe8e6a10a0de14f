// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "app/seismic/scenario_job.h"

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;
class QTableWidgetItem;

namespace app {

// What the estimates rest on, to be looked at and changed: figures with unit, source and how sure they are; the plan
// whose grades are used; an official damage matrix in place of the derived one. Changes go through the edit log.
// Window's thread.
class BasisPage : public QWidget {
  Q_OBJECT
 public:
  BasisPage(PanelContext& context, QWidget* parent = nullptr);
  void setData(const SeismicData& book);
  void reset();
  void retranslate();
  QTableWidget* parameters() const { return m_parameters; }

 signals:
  void dataRead(const app::SeismicData& book);

 private:
  void refresh();
  void showPlan();
  void showMatrix();
  void write(const QString& title, SeismicEdit edit);
  void saveParameter(QTableWidgetItem* item);
  void saveRule(QTableWidgetItem* item);
  void usePlan();
  void resetParameters();
  void useMatrix();
  void dropMatrix();
  bool canEdit() const;

  PanelContext& m_context;
  JobSlot<gis::Result<SeismicData>> m_write;
  std::vector<gis::seismic::ModelParameter> m_rows;
  std::vector<gis::seismic::ResponseRule> m_rules, m_plan;
  gis::seismic::LossFigures m_figures;
  bool m_filling = false;
  QLabel *m_parameters_title, *m_plan_title, *m_plan_source, *m_matrix_title, *m_matrix_said;
  QTableWidget *m_parameters, *m_grades;
  QComboBox* m_plans;
  QPlainTextEdit* m_matrix;
  QPushButton *m_reset, *m_use_plan, *m_use_matrix, *m_drop_matrix;
};

}  // namespace app
