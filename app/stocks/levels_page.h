// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "app/jobs/job_slot.h"
#include "app/stocks/stock_page.h"
#include "gis/stocks/balance_store.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QTableWidget;

namespace app {

class BarChart;
class LineChart;
class PeopleForm;

// Levels and days of expiry (储备水平与效期): whom a depot is there for, stock against minimum, how long it lasts,
// shortage by county and item, structure, movements over time, what is usable on a day, what expires within 180, 90, 30
// days and what to rotate. Window's thread.
class LevelsPage : public StockPage {
  Q_OBJECT
 public:
  explicit LevelsPage(PanelContext& context, QWidget* parent = nullptr);
  bool busy() const override;
  // 0: all depots; all items.
  void choose(std::int64_t depot_id, std::int64_t item_id);
  QTableWidget* expiring() { return m_expiring; }
  QTableWidget* shortages() { return m_shortages; }
  // The counties tinted by what they lack, of the item that is chosen.
  void setOnMap(bool on);
  LineChart* expiryCurve() { return m_curve; }
  BarChart* levels() { return m_levels; }
  PeopleForm* people() { return m_people; }

 protected:
  void retranslate() override;
  void showView() override;
  void showEvent(QShowEvent* event) override;

 private:
  void makeWidgets();
  void fillChoices();
  void refresh();
  void showLevels();
  void showStructure();
  void showShortages();
  void showExpiring();
  void showRotation();
  void publishMap();
  void showCurve();
  void askFlow();
  void showFlow();
  std::int64_t depot() const;
  std::int64_t item() const;
  bool wants(std::int64_t depot_id, std::int64_t item_id) const;

  bool m_stale = true;  // charts are drawn only while somebody looks at them
  QComboBox *m_depot, *m_item, *m_within;
  PeopleForm* m_people;
  QLabel* m_titles[8];
  BarChart *m_levels, *m_lasts, *m_structure;
  LineChart *m_flow_chart, *m_curve;
  QTableWidget *m_shortages, *m_expiring, *m_rotation;
  QCheckBox* m_on_map;
  QLabel* m_note;
  std::vector<gis::stocks::DayFlow> m_days;
  JobSlot<gis::Result<std::vector<gis::stocks::DayFlow>>> m_flow;
};

}  // namespace app
