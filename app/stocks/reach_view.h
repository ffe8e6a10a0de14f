// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>

#include "app/jobs/job_slot.h"
#include "app/stocks/dispatch_desk.h"
#include "app/stocks/stock_page.h"

class QComboBox;
class QPushButton;
class QTableWidget;

namespace app {

class FigureCard;

// "What can be here in one, two, four hours" (限时可达): an item, a click on the map, what comes from where and what is
// cut off. Window's thread; the search runs in a job.
class ReachView : public StockPage {
  Q_OBJECT
 public:
  ReachView(PanelContext& context, std::shared_ptr<DispatchDesk> desk, std::function<DispatchWish()> wish,
            QWidget* parent = nullptr);
  bool busy() const override { return m_slot.busy(); }
  void chooseItem(std::int64_t item_id);
  // As a click on the map.
  void askAt(gis::MapXY where);
  // The closures were changed.
  void askAgain();
  const DispatchReachPtr& answer() const { return m_answer; }

 signals:
  void answered();

 protected:
  void retranslate() override;
  void showView() override;

 private:
  void pick();
  void showAnswer();
  std::shared_ptr<DispatchDesk> m_desk;
  std::function<DispatchWish()> m_wish;
  QComboBox* m_item;
  QPushButton* m_pick;
  FigureCard* m_cards[3];
  QTableWidget* m_table;
  QLabel *m_said, *m_trouble;
  std::optional<gis::MapXY> m_at;
  DispatchReachPtr m_answer;
  JobSlot<gis::Result<DispatchReachPtr>> m_slot;
};

}  // namespace app
