// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "app/seismic/scenario_job.h"

class QTabWidget;

namespace app {

class BasisPage;
class FaultPage;
class HistoryPage;
class ReinforcementPage;
class ScenarioPage;
class SeismicMap;

// The seismic room (地震): scenario, faults, past earthquakes, reinforcement works, and what the estimates rest on.
// Window's thread.
class SeismicPanel : public QWidget {
  Q_OBJECT
 public:
  explicit SeismicPanel(PanelContext& context, QWidget* parent = nullptr);
  ~SeismicPanel() override;

  ScenarioPage* scenarioPage() const { return m_scenario; }
  FaultPage* faultPage() const { return m_faults; }
  HistoryPage* historyPage() const { return m_history; }
  ReinforcementPage* reinforcementPage() const { return m_reinforcement; }
  BasisPage* basisPage() const { return m_basis; }
  QTabWidget* tabs() const { return m_tabs; }

 protected:
  void changeEvent(QEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void reload();
  void take(const SeismicData& book);
  void retranslate();

  PanelContext& m_context;
  JobSlot<gis::Result<SeismicData>> m_slot;
  SeismicMap* m_map;
  QTabWidget* m_tabs;
  ScenarioPage* m_scenario;
  FaultPage* m_faults;
  HistoryPage* m_history;
  ReinforcementPage* m_reinforcement;
  BasisPage* m_basis;
};

}  // namespace app
