// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/flood/flood_page.h"

namespace app {

class LineChart;

// River gauges against their warning and guaranteed stages (河道水情), with the course of the last days.
class RiverPage final : public FloodListPage {
  Q_OBJECT
 public:
  explicit RiverPage(QWidget* parent = nullptr);
  void show(FloodViewPtr view) override;
  void retranslate() override;

 private:
  void showCurrent() override;
  void fill();
  LineChart* m_chart;
};

// Reservoirs against the flood limit of the season (水库水情): course, storage, what is free, when it would be full,
// the three persons in charge; check dams with theirs.
class ReservoirPage final : public FloodListPage {
  Q_OBJECT
 public:
  explicit ReservoirPage(QWidget* parent = nullptr);
  void show(FloodViewPtr view) override;
  void retranslate() override;

 private:
  void showCurrent() override;
  void showReservoir(const gis::flood::ReservoirNow& now);
  void showDam(const gis::flood::CheckDamRecord& dam);
  void fill();
  LineChart* m_chart;
};

}  // namespace app
