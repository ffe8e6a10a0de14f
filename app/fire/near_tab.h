// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <optional>

#include "app/core/panel.h"
#include "app/fire/fire_jobs.h"
#include "app/jobs/job_slot.h"

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace app {

class FireStage;

// A fire is reported (火点研判): a position in any form or a click, then who is near, by distance and by road. Window's
// thread.
class NearTab : public QWidget {
  Q_OBJECT
 public:
  NearTab(PanelContext& context, FireStage& stage, QWidget* parent = nullptr);
  void ask(const QString& place);
  void askAt(gis::MapXY where);
  void retranslate();
  void reset();
  bool busy() const { return m_slot.busy(); }
  QTreeWidget* tree() const { return m_tree; }

 private:
  void askLonLat(gis::LonLat where);
  void show(gis::Result<NearOutcome> outcome);
  void refuse(const QString& why);  // says so under the field and clears the last answer
  void refresh();
  void addPersons();
  bool windKnown() const;
  void drawFire();
  void showWhatIsThreatened();
  void choose(QTreeWidgetItem* item);
  PanelContext& m_context;
  FireStage& m_stage;
  JobSlot<gis::Result<NearOutcome>> m_slot;
  std::optional<NearOutcome> m_outcome;
  std::optional<gis::LonLat> m_asked;
  std::optional<gis::fire::FireWind> m_wind;
  QLineEdit* m_place;
  QPushButton* m_pick;
  QPushButton* m_go;
  QPushButton* m_threatened;
  QComboBox* m_vehicle;
  QComboBox* m_wind_from;
  QDoubleSpinBox* m_wind_speed;
  QLabel* m_vehicle_title;
  QLabel* m_wind_title;
  QLabel* m_trouble;
  QLabel* m_where;
  QLabel* m_people;
  QLabel* m_note;
  QTreeWidget* m_tree;
};

}  // namespace app
