// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QElapsedTimer>
#include <QWidget>
#include <optional>

#include "app/callout/call_tree_model.h"
#include "app/callout/callout_view.h"
#include "app/callout/person_card_view.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QToolButton;
class QTreeView;
class QTreeWidget;
class QVBoxLayout;

namespace app {

class CallCardView;
class CallLogList;
class CalloutCharts;

// A call-out that runs or has run: its clocks and counts, the number in hand, the tree of places and persons, what
// happened, charts, the tasks of the response level. Window's thread.
class RunningPage : public QWidget {
  Q_OBJECT
 public:
  explicit RunningPage(QWidget* parent = nullptr);
  void setView(CalloutViewPtr view);
  void setPersonCard(const std::optional<PersonCard>& card);
  // How long ago the engine last worked; a stuck one is told in red.
  void setHeartbeat(std::int64_t age_ms, bool is_stuck);
  QLabel* heart() const { return m_heart; }
  CallCardView* card() const { return m_card; }
  PersonCardView* personCard() const { return m_person; }
  QTreeView* tree() const { return m_tree; }
  CallTreeModel* model() const { return m_model; }
  QLabel* clock() const { return m_clock; }
  QPushButton* closeButton() const { return m_close; }
  QLineEdit* closeReason() const { return m_reason; }

 signals:
  void personWanted(int target);
  void placeChosen(const std::string& division_code);
  void personAction(app::PersonAction action, int target, const QString& reason, const std::string& stand_in);
  void taskDone(int task);
  void boardWanted();
  void reportWanted();
  // `reason`: needed when somebody has not confirmed.
  void closeWanted(const QString& reason);
  void byHandWanted();
  void withdrawAllWanted();
  void backWanted();

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void retranslate();
  void refresh();
  void refreshTasks();
  void refreshClocks();
  QString lineText(const gis::LineState& line) const;
  QString linesText() const;
  void refreshLines();
  void showPersonCard();
  void askToClose(bool asked);
  void pressClose();
  gis::Tally all() const;

  CalloutViewPtr m_view;
  std::int64_t m_person_seq = -1;
  QElapsedTimer m_person_asked;
  QToolButton* m_back;
  QLabel* m_title;
  QLabel* m_clock_title;
  QLabel* m_clock;
  QLabel* m_feedback_title;
  QLabel* m_feedback;
  QLabel* m_counts;
  QLabel* m_lines;
  QLabel* m_heart;
  CallCardView* m_card;
  QTabBar* m_tabs;
  QStackedWidget* m_pages;
  QToolButton* m_filters[4];
  QTreeView* m_tree;
  CallTreeModel* m_model;
  PersonCardView* m_person;
  CallLogList* m_log;
  CalloutCharts* m_charts;
  QTreeWidget* m_tasks;
  QPushButton* m_board;
  QPushButton* m_report;
  QPushButton* m_close;
  QPushButton* m_not_yet;
  QLineEdit* m_reason;  // of closing while somebody has not confirmed
  QPushButton* m_by_hand;
  QToolButton* m_more;
};

}  // namespace app
