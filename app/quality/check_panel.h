// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <filesystem>
#include <optional>
#include <vector>

#include "app/core/panel.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_slot.h"
#include "app/quality/check_job.h"

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace app {

class CheckTree;

// Checks the census database (数据质检): the rules and what breaks them by county, with the change since the last time.
// A click on a row flies to it and marks it. What a rule can mend by itself is shown first and then done in one step,
// which undo takes back. Everything runs in jobs; Cancel stops a check.
class CheckPanel : public QWidget {
  Q_OBJECT
 public:
  explicit CheckPanel(PanelContext& context, QWidget* parent = nullptr);
  ~CheckPanel() override;

  void check();
  bool busy() const;
  CheckTree* tree() const { return m_tree; }
  // Writes the report, .xlsx or .pdf by the name's ending.
  void writeReport(const std::filesystem::path& file);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void makeWidgets();
  void reset();
  void retranslate();
  void refresh();
  void refreshRule();
  void showOutcome(gis::Result<CheckOutcome> outcome);
  void goTo(const gis::Finding& finding);
  void previewFix();
  void applyFix();
  void dropFix();
  void chooseReport();
  int beginJob(JobList::Title title);
  void endJob(const std::optional<gis::Error>& error);
  std::string county() const;
  QString trendText() const;
  bool canEdit() const;

  PanelContext& m_context;
  JobSlot<gis::Result<CheckOutcome>> m_check;
  JobSlot<gis::Result<std::vector<gis::RowFix>>> m_preview;
  JobSlot<gis::Result<void>> m_report;
  std::optional<int> m_job;
  std::optional<CheckOutcome> m_outcome;
  std::vector<gis::RowFix> m_fixes;              // waiting for a yes
  std::optional<gis::QualityRule> m_fixed_rule;  // of m_fixes
  QPushButton* m_run;
  QToolButton* m_save;
  QComboBox* m_county;
  QToolButton* m_all;
  QLabel* m_summary;
  QLabel* m_trend;
  QLabel* m_empty;
  CheckTree* m_tree;
  QLabel* m_advice;
  QPushButton* m_mend;
  QWidget* m_confirm;
  QLabel* m_question;
  QPushButton* m_yes;
  QPushButton* m_no;
};

}  // namespace app
