// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <optional>

#include "app/core/panel.h"
#include "app/evacuation/evacuation_job.h"
#include "app/jobs/job_slot.h"
#include "layers/evacuation/evacuation_layer.h"

class QLabel;
class QTabWidget;
class QToolButton;

namespace app {

class PlanPage;
class TeamPage;
class TickPage;

// Evacuation (撤避转移) and teams: planning, carrying out, who is where; villages, shelters and ways as a layer of the
// map. Everything that reads, writes or plans runs in jobs. Window's thread.
class EvacuationPanel final : public QWidget {
  Q_OBJECT
 public:
  explicit EvacuationPanel(PanelContext& context, QWidget* parent = nullptr);
  bool busy() const;
  QTabWidget* tabs() { return m_tabs; }
  PlanPage* planning() { return m_planning; }
  TickPage* carryingOut() { return m_ticking; }
  TeamPage* teams() { return m_teams; }
  const EvacuationViewPtr& view() const { return m_view; }

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void makeWidgets();
  void read();
  void accept(gis::Result<EvacuationViewPtr> view);
  void showPlan();
  void showEvacuation();
  void putLayer(std::shared_ptr<const layers::EvacuationLayer> state);
  void retranslate();

  PanelContext& m_context;
  QLabel *m_title, *m_trouble;
  QToolButton* m_refresh;
  QTabWidget* m_tabs;
  PlanPage* m_planning;
  TickPage* m_ticking;
  TeamPage* m_teams;
  EvacuationViewPtr m_view;
  std::optional<gis::Error> m_error;
  QString m_open_next;  // an evacuation to show once it is read
  JobSlot<gis::Result<EvacuationViewPtr>> m_read;
};

}  // namespace app
