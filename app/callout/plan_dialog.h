// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>
#include <filesystem>
#include <optional>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "gis/callout/callout_plan.h"
#include "gis/callout/callout_store.h"
#include "gis/callout/roster.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;
class QTabWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace app {

// The bureau's call-out rules: the decision table with its clocks, the ladders with waits and channels, the texts, the
// tasks of the response levels; checked against who holds which post; every saving is a new version. A call-out that
// runs keeps the version it began with. Window's thread.
class PlanDialog : public QDialog {
  Q_OBJECT
 public:
  PlanDialog(PanelContext& context, std::filesystem::path folder, std::string author, bool can_write,
             QWidget* parent = nullptr);
  // The plan as it stands in the tables; nothing while it is being read.
  const std::optional<gis::CalloutPlan>& plan() const { return m_plan; }
  bool busy() const { return m_load.busy() || m_save.busy(); }
  QTableWidget* rules() const { return m_rules; }
  QTreeWidget* ladders() const { return m_ladders; }
  QListWidget* findings() const { return m_findings; }
  void save();

 private:
  struct Loaded {
    gis::CalloutPlan plan;
    std::vector<gis::PlanVersion> versions;
    std::vector<gis::RosterGap> gaps;
    std::vector<std::pair<std::string, std::string>> places;  // code, name
  };
  void load(std::int64_t version);
  void showLoaded(Loaded loaded);
  void fillRules();
  void fillLadders();
  void fillTexts();
  void fillTasks();
  void fillFindings();
  void takeRule(int row, int column);
  void takeStep(QTreeWidgetItem* item, int column);
  void takeTask(int row, int column);
  void changed();
  void tell(const QString& problem);

  PanelContext& m_context;
  std::filesystem::path m_folder;
  std::string m_author;
  bool m_can_write;
  JobSlot<gis::Result<Loaded>> m_load;
  JobSlot<gis::Result<std::int64_t>> m_save;
  std::optional<gis::CalloutPlan> m_plan;
  Loaded m_loaded;
  bool m_filling = false, m_changed = false;
  int m_text = -1;
  QTabWidget* m_tabs;
  QTableWidget* m_rules;
  QTreeWidget* m_ladders;
  QListWidget* m_texts;
  QPlainTextEdit* m_text_edit;
  QTableWidget* m_tasks;
  QListWidget* m_versions;
  QListWidget* m_findings;
  QLabel* m_title;
  QLabel* m_problem;
  QLineEdit* m_note;
  QPushButton* m_save_button;
};

}  // namespace app
