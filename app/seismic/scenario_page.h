// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPointer>
#include <QTimer>
#include <QWidget>
#include <filesystem>
#include <optional>

#include "app/core/panel.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_slot.h"
#include "app/seismic/scenario_job.h"

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;
class QToolButton;

namespace app {

class BarChart;
class PickTool;
class ScenarioForm;
class SeismicMap;

// One supposed or real earthquake: its fields, and what it does, worked out anew at every change. Window's thread.
class ScenarioPage : public QWidget {
  Q_OBJECT
 public:
  ScenarioPage(PanelContext& context, SeismicMap& map, QWidget* parent = nullptr);
  ~ScenarioPage() override;

  void setData(const SeismicData& book);
  void reset();
  void retranslate();
  ScenarioForm* form() const { return m_form; }
  void setEpicentre(gis::LonLat epicentre);
  void run(const gis::seismic::QuakeScenario& scenario);
  bool busy() const { return m_slot.busy(); }
  const std::optional<QuakeOutcome>& outcome() const { return m_outcome; }
  void writeReport(const std::filesystem::path& file);
  void stopPicking();

 signals:
  void dataRead(const app::SeismicData& book);

 private:
  // Asked for by the user, or soon after the last key: then an empty epicentre is not yet a mistake.
  enum class Asked { kByUser, kByTyping };
  void compute(Asked asked);
  void accept(gis::Result<ScenarioAnswer> answer);
  void refuse(const QString& why);
  void showOutcome();
  void showZones();
  void showCounties();
  void showComparison();
  void pick(bool on);
  void useFault(bool move_epicentre);
  void keep();
  void forget();
  void chooseReport();
  void showWhatIsThreatened();
  void openKept(int index);

  PanelContext& m_context;
  SeismicMap& m_map;
  JobSlot<gis::Result<ScenarioAnswer>> m_slot;
  JobSlot<gis::Result<SeismicData>> m_write;
  JobSlot<gis::Result<void>> m_report;
  ExposureCache m_cache;
  std::optional<QuakeOutcome> m_outcome;
  std::optional<gis::LonLat> m_fitted;  // the epicentre that the map went to
  std::vector<gis::seismic::Fault> m_faults;
  std::vector<gis::seismic::KeptScenario> m_kept;
  std::optional<int> m_job;
  QTimer m_soon;
  QTimer m_long;  // running so long that the button becomes the one that stops it
  QPointer<PickTool> m_tool;
  ScenarioForm* m_form;
  QPushButton* m_compute;
  QToolButton *m_threatened, *m_fit, *m_keep, *m_save;
  QProgressBar* m_progress;
  QWidget* m_results;
  QLabel *m_empty, *m_mark, *m_deaths, *m_deaths_title, *m_homeless, *m_homeless_title, *m_loss, *m_loss_title,
      *m_injured, *m_injured_title, *m_grading, *m_methods, *m_basis;
  QTableWidget* m_zones;
  BarChart *m_counties, *m_chances;
  QLabel *m_zones_title, *m_counties_title, *m_chances_title, *m_sensitivity, *m_kept_title, *m_comparison;
  QComboBox* m_kept_list;
  QToolButton* m_forget;
};

}  // namespace app
