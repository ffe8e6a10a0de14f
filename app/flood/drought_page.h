// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/flood/flood_page.h"

namespace app {

class BarChart;

// Drought by county (旱情): soil moisture and reservoir storage with grade and percent of normal.
class DroughtPage final : public FloodListPage {
  Q_OBJECT
 public:
  explicit DroughtPage(QWidget* parent = nullptr);
  void show(FloodViewPtr view) override;
  void retranslate() override;

 private:
  void showCurrent() override;
  void fill();
  BarChart* m_chart;
};

}  // namespace app
