// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <optional>

#include "app/core/panel.h"
#include "app/fire/fire_jobs.h"
#include "app/jobs/job_slot.h"

class QComboBox;
class QDateEdit;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QToolButton;
class QTreeWidget;

namespace app {

class FireStage;
class LineChart;

// Fire weather by county (火险天气): the Chinese grade and the Canadian index of a day, on the map and over time; a
// day's weather typed in or imported. Window's thread.
class WeatherTab : public QWidget {
  Q_OBJECT
 public:
  WeatherTab(PanelContext& context, FireStage& stage, QWidget* parent = nullptr);
  void reload();
  void importFile(const std::filesystem::path& file);
  void retranslate();
  void reset();
  bool busy() const { return m_slot.busy() || m_save.busy(); }
  QTreeWidget* tree() const { return m_tree; }

 private:
  void show(gis::Result<WeatherOutcome> outcome);
  void refresh();
  void refreshChart();
  void drawMap();
  void showSeason();
  void saveDay();
  void saved(gis::Result<WeatherImport> made);
  const gis::fire::FireDay* dayOf(const gis::fire::DistrictSeries& district) const;
  PanelContext& m_context;
  FireStage& m_stage;
  JobSlot<gis::Result<WeatherOutcome>> m_slot;
  JobSlot<gis::Result<WeatherImport>> m_save;
  std::optional<WeatherOutcome> m_outcome;
  std::vector<gis::fire::Day> m_days;
  JobSlot<gis::Result<SeasonLayer>> m_season_slot;
  QLabel* m_zones_title;
  QComboBox* m_zones;
  QLabel* m_note;
  QLabel* m_season;
  QComboBox* m_day;
  QToolButton* m_import;
  QToolButton* m_add;
  QToolButton* m_on_map;
  QTreeWidget* m_tree;
  LineChart* m_chart;
  QWidget* m_form;
  QDateEdit* m_new_day;
  QDoubleSpinBox* m_temperature;
  QDoubleSpinBox* m_humidity;
  QDoubleSpinBox* m_wind;
  QDoubleSpinBox* m_rain;
  QLabel* m_form_titles[5];
  QPushButton* m_store;
  QPushButton* m_close_form;
};

}  // namespace app
