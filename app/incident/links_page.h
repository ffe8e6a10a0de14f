// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/incident/incident_page.h"

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace app {

// What belongs to the incident in other rooms: linking what the program knows or an identifier that is typed, and going
// there.
class LinksPage : public IncidentPage {
  Q_OBJECT
 public:
  explicit LinksPage(PanelContext& context, QWidget* parent = nullptr);
  QListWidget* list() { return m_list; }
  void link(const gis::incident::Link& link);
  void unlinkChosen();
  // Opens the room of a link; false: there is none of it.
  bool goTo(const gis::incident::Link& link);

 protected:
  void retranslate() override;
  void showIncident() override;

 private:
  void fillChoices();
  QLabel* m_note;
  QListWidget* m_list;
  QPushButton *m_go, *m_unlink, *m_link;
  QComboBox *m_kinds, *m_choices;
};

}  // namespace app
