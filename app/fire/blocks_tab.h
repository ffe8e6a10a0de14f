// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <optional>

#include "app/core/panel.h"
#include "app/fire/fire_jobs.h"
#include "app/jobs/job_slot.h"

class QLabel;
class QPushButton;
class QSpinBox;
class QTreeWidget;

namespace app {

class FireStage;

// Blocks of the break network that do not close (阻隔系统未闭合区), with the gaps to close. Window's thread.
class BlocksTab : public QWidget {
  Q_OBJECT
 public:
  BlocksTab(PanelContext& context, FireStage& stage, QWidget* parent = nullptr);
  void find();
  void retranslate();
  void reset();
  bool busy() const { return m_slot.busy(); }
  QTreeWidget* tree() const { return m_tree; }

 private:
  void refresh();
  void draw();
  PanelContext& m_context;
  FireStage& m_stage;
  JobSlot<gis::Result<gis::fire::BlockReport>> m_slot;
  std::optional<gis::fire::BlockReport> m_report;
  QLabel* m_gap_title;
  QSpinBox* m_gap;
  QPushButton* m_run;
  QLabel* m_summary;
  QTreeWidget* m_tree;
  QLabel* m_note;
};

}  // namespace app
