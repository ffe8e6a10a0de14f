// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPointer>

#include "app/incident/incident_page.h"
#include "app/jobs/job_slot.h"
#include "app/map/pick_tool.h"
#include "gis/danger/danger_store.h"

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace app {

// Takes up an incident, or corrects what was written of one: type, title, place by a click or coordinates in any form,
// district from the place, times.
class IncidentForm : public IncidentPage {
  Q_OBJECT
 public:
  explicit IncidentForm(PanelContext& context, QWidget* parent = nullptr);
  bool busy() const override { return m_where_slot.busy(); }
  void beginNew();
  void beginEdit();
  void setTitle(const QString& type, const QString& title);
  void setWhere(const QString& typed);
  void setDrill(bool is_drill);
  QLineEdit* reason() { return m_reason; }
  // Whether a word of the head has a field here, by the name that it is kept by.
  static bool hasField(const std::string& name);
  // Puts the keyboard into the field of the head that is called so ("village", "occurred_utc_ms"); else the title.
  void focusField(const std::string& name);
  void save();
  // What was wrong when it was saved last.
  QString trouble() const;

 signals:
  void left();
  void entered();

 protected:
  void retranslate() override;
  void showIncident() override {}

 private:
  void makeWidgets();
  void pick();
  void takePlace(gis::LonLat place);
  void say(const QString& trouble);
  gis::incident::IncidentHead head() const;

  QLabel* m_heading;
  QLabel* m_titles[9];
  QComboBox* m_type;
  QLineEdit *m_title, *m_where, *m_village, *m_place, *m_informant, *m_cause, *m_reason;
  QDateTimeEdit *m_occurred, *m_known;
  QCheckBox* m_drill;
  QPushButton *m_pick, *m_save, *m_leave;
  QLabel *m_division, *m_trouble;
  QPointer<PickTool> m_tool;
  std::optional<gis::LonLat> m_at;
  gis::danger::DangerStore::PlacedIn m_in;
  bool m_is_new = true;
  JobSlot<gis::Result<gis::danger::DangerStore::PlacedIn>> m_where_slot;
};

}  // namespace app
