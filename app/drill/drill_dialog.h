// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>
#include <QElapsedTimer>
#include <QTimer>
#include <memory>
#include <optional>

#include "app/core/map_document.h"
#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "gis/drill/drill_run.h"

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace app {

// Starts a drill from a script and lists what is injected while it runs. The drill takes place in a copy of the
// workspace; this window may go on with the real one, or show the drill. Closing the dialog stops injecting; what was
// injected stays until the drills are removed. Window's thread.
class DrillDialog : public QDialog {
  Q_OBJECT
 public:
  explicit DrillDialog(PanelContext& context, QWidget* parent = nullptr);
  bool busy() const { return m_job.busy() || m_remove_job.busy(); }
  bool isRunning() const { return m_running; }
  // The script in a file, in place of the program's own.
  void useFile(const QString& file);

 signals:
  void showWanted(const QString& folder);

 protected:
  void changeEvent(QEvent* event) override;
  void closeEvent(QCloseEvent* event) override;

 private:
  struct Step {
    std::shared_ptr<gis::drill::DrillRun> run;
    std::vector<gis::drill::DrillEntry> injected;
  };
  void makeWidgets();
  void retranslate();
  void fillScripts();
  void chooseFile();
  void start();
  void beat();
  void accept(gis::Result<Step> step);
  void stop();
  void removeAll();
  void showState();
  void say(const QString& text, bool is_trouble);

  PanelContext& m_context;
  JobSlot<gis::Result<Step>> m_job;
  JobSlot<gis::Result<int>> m_remove_job;
  QTimer m_beat;
  QElapsedTimer m_since_start;
  std::shared_ptr<gis::drill::DrillRun> m_run;
  QString m_file, m_folder;  // script; the drill's workspace
  double m_speed_ratio = 0;
  bool m_running = false;

  QLabel* m_hint;
  QLabel* m_script_label;
  QComboBox* m_script;
  QPushButton* m_open;
  QLabel* m_speed_label;
  QComboBox* m_speed;
  QTreeWidget* m_list;
  QLabel* m_state;
  QPushButton* m_start;
  QPushButton* m_stop;
  QPushButton* m_show;
  QPushButton* m_remove;
  QPushButton* m_close;
};

}  // namespace app
