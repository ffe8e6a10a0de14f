// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/jobs/job_slot.h"
#include "app/stocks/stock_page.h"
#include "gis/stocks/levels.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace app {

// Whom a depot is there for and how many days its stock is to last (保障人口与天数): what its computed levels come
// from, with its source, who set it and when. Folded to one line until somebody wants to change it; Enter saves, Esc
// leaves it as it was, and what was before can be put back. Window's thread; what reads or writes runs in jobs.
class PeopleForm : public StockPage {
  Q_OBJECT
 public:
  explicit PeopleForm(PanelContext& context, QWidget* parent = nullptr);
  bool busy() const override { return m_write_slot.busy() || m_count_slot.busy(); }
  // 0: all depots together; there is nothing to set.
  void setDepot(std::int64_t depot_id);
  void unfold(bool on);
  bool isUnfolded() const;
  void save();
  // What was set before, once more.
  void putBack();
  // The people that hazard points and danger sections name there.
  void takeCounted();

  QLineEdit* people() { return m_people; }
  QLineEdit* days(int which) { return m_days[which]; }  // least, to be aimed at, most
  QLineEdit* source() { return m_source; }
  QString said() const;
  QString troubleText() const;
  bool canPutBack() const;

 protected:
  void retranslate() override;
  void showView() override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void makeWidgets();
  void fill();
  void say();
  void askCounted();
  // The figures as they are typed; what is wrong with them is said and nothing returned.
  std::optional<gis::stocks::LevelBasis> typed();
  void write(const gis::stocks::LevelBasis& basis);
  const StockPeople* known() const;

  std::int64_t m_depot_id = 0;
  std::optional<std::int64_t> m_counted_people;
  QLabel *m_said, *m_trouble, *m_method, *m_people_label, *m_days_label, *m_source_label;
  QToolButton* m_change;
  QWidget* m_form;
  QLineEdit *m_people, *m_days[3], *m_source;
  QLabel* m_day_words[3];
  QPushButton *m_counted, *m_back, *m_save;
  JobSlot<gis::Result<void>> m_write_slot;
  JobSlot<gis::Result<std::int64_t>> m_count_slot;
};

}  // namespace app
