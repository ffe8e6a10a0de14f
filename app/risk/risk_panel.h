// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <filesystem>
#include <memory>
#include <optional>

#include "app/core/panel.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_slot.h"
#include "app/risk/risk_job.h"
#include "layers/risk/risk_layer.h"

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;
class QTableWidgetItem;
class QTabWidget;
class QToolButton;
class QTreeWidget;

namespace app {

class BarChart;
class LineChart;
class SpiderChart;

// Composite risk of counties and townships (综合风险): ranking, one district's profile with its trend, the weights to
// be changed, the method written out. Tints the map. Window's thread.
class RiskPanel : public QWidget {
  Q_OBJECT
 public:
  explicit RiskPanel(PanelContext& context, QWidget* parent = nullptr);
  ~RiskPanel() override;

  void compute(KeepRun keep);
  bool busy() const { return m_slot.busy(); }
  const std::optional<RiskOutcome>& outcome() const { return m_outcome; }
  QTreeWidget* ranking() const { return m_ranking; }
  QTableWidget* weights() const { return m_weights; }
  void writeReport(const std::filesystem::path& file);

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void makeWidgets();
  void reset();
  void retranslate();
  void refresh();
  void showRanking();
  void showDistrict();
  void showWeights();
  void saveWeight(QTableWidgetItem* item);
  void resetWeights();
  void writeWeights(std::map<std::string, double> values, const QString& title);
  void publish();
  void chooseReport();
  void openRows(int indicator);
  int chosen() const;  // index into districts; -1: none
  bool canEdit() const;

  PanelContext& m_context;
  JobSlot<gis::Result<RiskOutcome>> m_slot;
  JobSlot<gis::Result<void>> m_write, m_report;
  std::optional<RiskOutcome> m_outcome;
  std::optional<int> m_job;
  std::shared_ptr<const layers::RiskLayer> m_layer;
  bool m_filling = false;
  bool m_publishing = false;
  QComboBox* m_level;
  QPushButton *m_compute, *m_reset;
  QToolButton *m_save, *m_on_map;
  QProgressBar* m_progress;
  QLabel *m_empty, *m_summary, *m_district, *m_indicators_title, *m_trend_title, *m_method;
  QTabWidget* m_tabs;
  QTreeWidget* m_ranking;
  SpiderChart* m_spider;
  BarChart* m_indicators;
  LineChart* m_trend;
  QTableWidget* m_weights;
};

}  // namespace app
