// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <filesystem>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "app/seismic/scenario_job.h"

class QComboBox;
class QLabel;
class QSpinBox;
class QToolButton;
class QTreeWidget;

namespace app {

class SeismicMap;

// The register of faults with what the design code asks of building beside them, and the buildings that stand too
// near. Window's thread.
class FaultPage : public QWidget {
  Q_OBJECT
 public:
  FaultPage(PanelContext& context, SeismicMap& map, QWidget* parent = nullptr);
  void setData(const SeismicData& book);
  void reset();
  void retranslate();
  void writeReport(const std::filesystem::path& file);
  QTreeWidget* faultList() const { return m_faults_view; }
  QTreeWidget* buildingList() const { return m_buildings_view; }

 private:
  void showFaults();
  void chooseFault();
  void showBuildings();
  void showRule();
  void chooseReport();
  void showWhatIsThreatened();
  const gis::seismic::Fault* chosen() const;
  QString ruleText(const gis::seismic::Fault& fault) const;

  PanelContext& m_context;
  SeismicMap& m_map;
  JobSlot<gis::Result<std::vector<gis::seismic::BuildingNearFault>>> m_slot;
  JobSlot<gis::Result<void>> m_report;
  std::vector<gis::seismic::Fault> m_faults;
  std::vector<gis::seismic::BuildingNearFault> m_buildings;
  QComboBox *m_degree, *m_category;
  QSpinBox* m_distance;
  QLabel *m_degree_title, *m_category_title, *m_distance_title, *m_rule, *m_sum, *m_empty;
  QTreeWidget *m_faults_view, *m_buildings_view;
  QToolButton *m_threatened, *m_save;
};

}  // namespace app
