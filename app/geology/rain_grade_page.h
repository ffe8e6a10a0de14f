// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "app/core/panel.h"
#include "app/geology/county_rain.h"
#include "app/geology/rain_words.h"
#include "app/jobs/job_slot.h"
#include "gis/geology/rain_run.h"
#include "layers/core/layer_state.h"

class QLabel;
class QPushButton;
class QSpinBox;
class QTableWidget;
class QToolButton;

namespace app {

class FoundTree;
class RaiseWarningButton;

// Grades of meteorological risk (气象风险等级): the rain is typed by county, taken from the flood room's gauges or read
// from a file, all hazard points and risk areas are graded by the rules in use, counted by county and shown on the map
// in the warning colours. Window's thread; the grading runs in a job that can be cancelled.
class RainGradePage : public QWidget {
  Q_OBJECT
 public:
  explicit RainGradePage(PanelContext& context, QWidget* parent = nullptr);
  ~RainGradePage() override;

  void grade(gis::geology::RainRequest request, const QString& what);
  bool busy() const { return m_slot.busy(); }
  // The grades by hazard code; empty before the first grading.
  std::map<std::string, gis::geology::RainLevel> levels() const;
  const std::optional<gis::geology::RainRun>& run() const { return m_run; }
  // Grades by what is typed; marks what is no rain instead.
  void gradeTyped();
  // Fills in the rain of the gauges.
  void takeMeasured();

 signals:
  void rowWanted(const QString& table, qint64 fid);

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  struct Graded {
    gis::geology::RainRun run;
    layers::LayerStatePtr layer;
  };
  void retranslate();
  void reset();
  void readCounties();
  void fillCounties();
  void chooseFile();
  void fillMeasured(const MeasuredRain& measured);
  static QString measuredText(const MeasuredRain& measured);
  QStringList markWrongCells();
  void fitTable();
  void graded(gis::Result<Graded> result);
  void showResult();
  void showWarnings();
  void addCounty(const gis::geology::RainRoll& county);
  void showReach(bool on);
  void askThreatened();

  PanelContext& m_context;
  QPushButton* m_file;
  QPushButton* m_typed;
  QPushButton* m_measured;
  QPushButton* m_threatened;
  QSpinBox* m_reach;
  QLabel* m_assumed;
  QToolButton* m_cancel;
  QTableWidget* m_counties;
  QLabel* m_hint;
  QLabel* m_summary;
  QLabel* m_notes;
  RaiseWarningButton* m_raise;
  FoundTree* m_tree;
  std::vector<gis::geology::DivisionName> m_names;
  std::optional<gis::geology::RainRun> m_run;
  std::optional<gis::Error> m_error;
  QString m_what;                             // the rain that was graded
  bool m_refused = false;                     // what is typed is no rain
  std::optional<MeasuredRain> m_from_gauges;  // what the table was filled from, until it is typed over
  double m_done_ratio = 0;
  int m_job = 0;
  JobSlot<gis::Result<Graded>> m_slot;
  JobSlot<gis::Result<std::vector<gis::geology::DivisionName>>> m_names_slot;
  JobSlot<gis::Result<MeasuredRain>> m_measured_slot;
};

}  // namespace app
