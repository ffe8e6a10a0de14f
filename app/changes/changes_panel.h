// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <deque>
#include <optional>
#include <vector>

#include "app/changes/step_record.h"
#include "app/core/panel.h"
#include "app/jobs/job_slot.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace app {

// Everything that was changed in the workspace (修改记录), newest first: who, when, what, why. Opening a step shows
// each old and new value. Undo and redo (Ctrl+Z, Ctrl+Shift+Z from anywhere) take back this seat's last steps, without
// limit and also after a restart; any other step can be taken back as a step of its own, as long as nobody has worked
// on its cells since. Window's thread; reading and writing run in jobs.
class ChangesPanel : public QWidget {
  Q_OBJECT
 public:
  explicit ChangesPanel(PanelContext& context, QWidget* parent = nullptr);
  ~ChangesPanel() override;

  bool busy() const { return m_page_slot.busy() || m_undo_slot.busy() || m_lines_slot.busy() || !m_waiting.empty(); }
  void undo() { enqueue(UndoWhat::kUndo); }
  void redo() { enqueue(UndoWhat::kRedo); }

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void enqueue(UndoWhat what);
  void next();
  void undone(UndoWhat what, gis::Result<gis::UndoDone> result);
  void undoBackTo();
  void revertChosen();
  void read();
  void readMore();
  void accept(gis::Result<StepPage> page, bool more);
  void readLines(QTreeWidgetItem* item);
  void fill();
  void filter();
  void refreshButtons();
  void retranslate();
  const StepRecord* chosen() const;
  QString ownTitle(const gis::EditStep& step) const;
  QString plainTableTitle(const std::string& table) const;
  QString titleOf(const gis::EditStep& step) const;
  QString extentOf(const StepRecord& record) const;
  QString troubleOf(const gis::Error& error) const;
  std::filesystem::path folder() const;

  PanelContext& m_context;
  std::vector<StepRecord> m_steps;
  std::map<std::string, std::pair<QString, QString>> m_titles;  // of tables: Chinese, English
  gis::UndoState m_undoable;
  bool m_more = false;
  bool m_stale = true;
  std::optional<gis::Error> m_error;
  std::deque<UndoWhat> m_waiting;
  std::string m_until;  // undo back to this step

  QPushButton *m_undo, *m_redo, *m_back, *m_revert, *m_load;
  QCheckBox* m_mine;
  QLineEdit* m_words;
  QLabel *m_empty, *m_said;
  QTreeWidget* m_tree;
  JobSlot<gis::Result<StepPage>> m_page_slot;
  JobSlot<gis::Result<std::vector<ChangeLine>>> m_lines_slot;
  JobSlot<gis::Result<gis::UndoDone>> m_undo_slot;
  JobSlot<gis::Result<gis::StepDone>> m_revert_slot;
};

}  // namespace app
