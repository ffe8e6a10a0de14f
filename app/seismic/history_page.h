// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "app/core/panel.h"
#include "app/seismic/scenario_job.h"

class QComboBox;
class QLabel;
class QPushButton;
class QSlider;
class QTreeWidget;

namespace app {

class BarChart;
class SeismicMap;

// The catalogue of past earthquakes: by time, strength and distance, as a list and on the map, each leading to the
// other. Window's thread.
class HistoryPage : public QWidget {
  Q_OBJECT
 public:
  HistoryPage(PanelContext& context, SeismicMap& map, QWidget* parent = nullptr);
  void setData(const SeismicData& book);
  void reset();
  void retranslate();
  // Only a visible page shows its earthquakes on the map.
  void setActive(bool active);
  // True when an earthquake was there.
  bool choose(gis::MapXY where);
  QTreeWidget* list() const { return m_list; }
  QSlider* fromSlider() const { return m_from; }

 signals:
  void scenarioWanted(const gis::seismic::QuakeScenario& scenario);

 private:
  void filter();
  void showQuake(int chosen);
  void useAsScenario();

  PanelContext& m_context;
  SeismicMap& m_map;
  std::vector<gis::seismic::PastQuake> m_all, m_shown;
  bool m_active = false;
  QSlider *m_from, *m_to;
  QLabel *m_from_title, *m_to_title, *m_magnitude_title, *m_distance_title, *m_sum, *m_empty, *m_detail;
  QComboBox *m_magnitude, *m_distance;
  QTreeWidget* m_list;
  BarChart* m_chart;
  QPushButton* m_scenario;
};

}  // namespace app
