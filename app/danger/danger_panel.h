// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <map>
#include <optional>
#include <vector>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "gis/danger/danger_store.h"
#include "layers/core/layer_state.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QTabBar;
class QStackedWidget;

namespace app {

class DangerCard;
class DangerForm;
class RegisterView;
class StackedBars;

// The ledger of hidden dangers (隐患台账) of all hazards: found → handed over → published → supervised → checked →
// closed. The list with what is overdue, the chosen one's course with the buttons that move it on, and how the counties
// stand. Window's thread; reading and writing run in jobs.
class DangerPanel : public QWidget {
  Q_OBJECT
 public:
  explicit DangerPanel(PanelContext& context, QWidget* parent = nullptr);
  RegisterView* registers() { return m_register; }
  DangerCard* card() { return m_card; }
  DangerForm* form() { return m_form; }
  void enterNew(const QString& hazard = {});
  bool busy() const;

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  struct Answer {
    gis::danger::Tally tally;
    std::map<std::string, layers::BilingualText> counties;
    std::string today;
    bool made_day = false;  // today is a made city's, not the clock's
    std::size_t all = 0;
  };
  void retranslate();
  void read();
  void showAnswer();
  PanelContext& m_context;
  QTabBar* m_tabs;
  QStackedWidget* m_pages;
  QLabel* m_sum;
  RegisterView* m_register;
  DangerCard* m_card;
  DangerForm* m_form;
  QPushButton* m_new;
  QLabel* m_county_title;
  StackedBars* m_counties;
  QLabel* m_hazard_title;
  StackedBars* m_hazards;
  QLabel* m_state_title;
  StackedBars* m_states;
  QLabel* m_key;
  std::optional<Answer> m_answer;
  std::optional<gis::Error> m_error;
  JobSlot<gis::Result<Answer>> m_slot;
};

// What a state is called.
QString dangerStateText(gis::danger::State state);

}  // namespace app
