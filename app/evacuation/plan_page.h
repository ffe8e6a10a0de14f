// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPointer>
#include <QWidget>
#include <optional>
#include <vector>

#include "app/core/panel.h"
#include "app/evacuation/evacuation_job.h"
#include "app/footprint/footprint_tool.h"
#include "app/jobs/job_slot.h"

class QAction;
class QCheckBox;
class QLabel;
class QPushButton;
class QTableWidget;
class QToolButton;

namespace app {

// Planning: the area is drawn, read from a file or taken over from another room; the plan fills a table, people without
// a place first; “Start” orders it. Window's thread; what takes time runs in jobs.
class PlanPage final : public QWidget {
  Q_OBJECT
 public:
  explicit PlanPage(PanelContext& context, QWidget* parent = nullptr);
  bool busy() const { return m_plan.busy() || m_start.busy(); }
  const PlanShownPtr& shown() const { return m_shown; }
  QTableWidget* table() { return m_table; }
  QString says() const;
  void ask(HazardChosen hazard);
  void readHazard(const QString& file);
  void setClosures(const QString& file);
  // A click on a closed road: it is impassable there, and the plan is made anew.
  void closeRoad(gis::MapXY where);
  void openRoads();
  const std::vector<gis::NamedClosure>& drawnClosures() const { return m_drawn; }
  // The plan changed by a closure alone: the map stays where the officer is looking.
  bool keepsView() const { return m_keeps_view; }
  void setDrill(bool is_drill);
  // As the button: orders the plan that is shown.
  void start();
  void reset();

 signals:
  void planned();                     // another plan is shown, or none
  void started(const QString& uuid);  // an evacuation was ordered

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void makeWidgets();
  void draw(FootprintTask task);
  void takeOver();
  void chooseFile(bool closures);
  void pickClosures();
  void again();
  void accept(gis::Result<PlanShownPtr> plan);
  void fill();
  void refresh();
  void retranslate();

  PanelContext& m_context;
  JobSlot<gis::Result<PlanShownPtr>> m_plan;
  JobSlot<gis::Result<QString>> m_start;
  std::optional<HazardChosen> m_hazard;
  QString m_closures;
  std::vector<gis::NamedClosure> m_drawn;
  bool m_keeps_view = false;
  PlanShownPtr m_shown;
  std::optional<gis::Error> m_error;
  QPointer<FootprintTool> m_tool;
  QToolButton *m_circle, *m_polygon, *m_corridor, *m_file, *m_other, *m_close_roads;
  QAction *m_close_here, *m_close_file, *m_open_roads;
  QCheckBox *m_whole, *m_drill;
  QLabel *m_state, *m_closed;
  QTableWidget* m_table;
  QPushButton* m_order;
};

}  // namespace app
