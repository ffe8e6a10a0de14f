// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/flood/flood_page.h"

class QComboBox;
class QDateTimeEdit;
class QDoubleSpinBox;
class QPushButton;
class QToolButton;

namespace app {

class LineChart;

// Danger sections with the rain of their catchments, or the rain gauges (雨情与村庄): the hours of the current one with
// its thresholds, whom to call there; typing in an hour of rain, a file of readings, thresholds computed for a section.
class RainPage final : public FloodListPage {
  Q_OBJECT
 public:
  explicit RainPage(QWidget* parent = nullptr);
  void show(FloodViewPtr view) override;
  void retranslate() override;
  void setWritable(bool writable);

 signals:
  void importWanted();
  void rainTyped(const QString& station_code, qint64 end_utc_ms, double rain_mm);
  void thresholdsWanted(const QString& section_code);

 private:
  enum Shown { kSections, kStations };
  void showCurrent() override;
  void showSection(const gis::flood::SectionNow& now);
  void showStation(const gis::flood::StationNow& now);
  void fill();
  void typed();
  Shown shown() const;

  QComboBox* m_what;
  QToolButton *m_import, *m_type;
  LineChart* m_chart;
  QPushButton* m_compute;
  QWidget* m_form;
  QDateTimeEdit* m_time;
  QDoubleSpinBox* m_amount;
  QPushButton* m_record;
  bool m_writable = false;
};

}  // namespace app
