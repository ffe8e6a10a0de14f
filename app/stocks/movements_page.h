// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <vector>

#include "app/jobs/job_slot.h"
#include "app/stocks/stock_page.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;
class QToolButton;

namespace app {

// The movements behind a number (流水): newest first, with what was there after each. Nothing is changed here; a
// movement that was wrong is reversed, with a reason and a second press.
class MovementsPage : public StockPage {
  Q_OBJECT
 public:
  explicit MovementsPage(PanelContext& context, QWidget* parent = nullptr);
  void open(std::int64_t depot_id, std::int64_t item_id);
  bool busy() const override { return m_read.busy() || m_write.busy(); }
  QTableWidget* table() { return m_table; }
  void setReason(const QString& reason);
  // As the button: the first press asks, the second reverses.
  void reverse();

 signals:
  void left();

 protected:
  void retranslate() override;
  void showView() override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void read();
  void showRows();
  void showChosen();
  const gis::stocks::Movement* chosen() const;
  std::int64_t effect(const gis::stocks::MoveLine& line) const;
  bool concerns(const gis::stocks::MoveLine& line) const;

  std::int64_t m_depot_id = 0, m_item_id = 0;
  std::vector<gis::stocks::Movement> m_moves;
  std::vector<std::size_t> m_move_of_row;
  std::optional<gis::Error> m_error;
  bool m_sure = false;  // pressed once
  QToolButton* m_back;
  QLabel *m_title, *m_sum;
  QTableWidget* m_table;
  QLabel *m_chosen, *m_trouble;
  QLineEdit* m_reason;
  QPushButton* m_reverse;
  JobSlot<gis::Result<std::vector<gis::stocks::Movement>>> m_read;
  JobSlot<gis::Result<gis::stocks::Movement>> m_write;
};

}  // namespace app
