// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/incident/incident_page.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace app {

// Tasks, what is overdue first; adding one, and moving the chosen one on.
class TasksPage : public IncidentPage {
  Q_OBJECT
 public:
  explicit TasksPage(PanelContext& context, QWidget* parent = nullptr);
  QTableWidget* table() { return m_table; }
  void add(const QString& text, const QString& owner, int deadline_min);
  // Of the row that is chosen.
  void moveChosen(gis::incident::TaskState state, const QString& words);

 protected:
  void retranslate() override;
  void showIncident() override;

 private:
  void makeWidgets();
  QLabel* m_sum;
  QTableWidget* m_table;
  std::vector<int> m_numbers;  // of the rows
  QComboBox* m_states;
  QLineEdit *m_words, *m_text, *m_owner;
  QSpinBox* m_minutes;
  QPushButton *m_move, *m_add;
};

}  // namespace app
