// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/incident/incident_page.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace app {

// How the incident stands: place, times, state, the proposed grade and why, the response. Each is changed by one line.
class CardPage : public IncidentPage {
  Q_OBJECT
 public:
  explicit CardPage(PanelContext& context, QWidget* parent = nullptr);
  // As the buttons.
  void moveTo(gis::incident::IncidentState state, const QString& words);
  void confirmGrade(gis::incident::Rank grade, const QString& reason);
  void respond(std::optional<gis::incident::Rank> level, const QString& decided_by, const QString& reason);
  void note(const QString& words);
  QLabel* reasons() { return m_reasons; }

 signals:
  void editWanted();

 protected:
  void retranslate() override;
  void showIncident() override;

 private:
  void makeWidgets();
  void fillChoices();
  void connectButtons();

  QLabel *m_facts, *m_grade, *m_reasons, *m_response;
  QPushButton *m_edit, *m_move, *m_confirm, *m_respond, *m_add_note;
  QComboBox *m_states, *m_grades, *m_levels;
  QLineEdit *m_state_words, *m_grade_reason, *m_decided_by, *m_response_reason, *m_note;
};

}  // namespace app
