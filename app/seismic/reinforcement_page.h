// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "app/seismic/scenario_job.h"

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace app {

class BarChart;

// Reinforcement of dwellings (房屋加固) by county and project: planned, begun, finished, late. The counts of a project
// are edited in its row; every change can be undone. Window's thread.
class ReinforcementPage : public QWidget {
  Q_OBJECT
 public:
  ReinforcementPage(PanelContext& context, QWidget* parent = nullptr);
  void setData(const SeismicData& book);
  void reset();
  void retranslate();
  QTreeWidget* tree() const { return m_tree; }

 signals:
  void dataRead(const app::SeismicData& book);

 private:
  void refresh();
  void save(QTreeWidgetItem* item, int column);

  PanelContext& m_context;
  JobSlot<gis::Result<SeismicData>> m_write;
  std::vector<gis::seismic::ReinforcementSum> m_counties;
  std::vector<gis::seismic::Reinforcement> m_projects;
  bool m_filling = false;
  QLabel *m_sum, *m_empty, *m_hint;
  QTreeWidget* m_tree;
  BarChart* m_chart;
};

}  // namespace app
