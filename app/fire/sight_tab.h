// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <optional>

#include "app/core/panel.h"
#include "app/fire/fire_jobs.h"
#include "app/jobs/job_slot.h"

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace app {

class FireStage;

// What a camera, a lookout or any place sees of the ground (可视域). Window's thread.
class SightTab : public QWidget {
  Q_OBJECT
 public:
  SightTab(PanelContext& context, FireStage& stage, QWidget* parent = nullptr);
  void reload();
  void look();
  void retranslate();
  void reset();
  bool busy() const { return m_list_slot.busy() || m_slot.busy(); }

 private:
  void refresh();
  void fillPlaces();
  void lookFrom(gis::MapXY where);
  PanelContext& m_context;
  FireStage& m_stage;
  JobSlot<gis::Result<std::vector<gis::fire::Observer>>> m_list_slot;
  JobSlot<gis::Result<gis::fire::SightPicture>> m_slot;
  std::vector<gis::fire::Observer> m_observers;
  std::optional<gis::fire::SightPicture> m_picture;
  QLabel* m_titles[4];
  QComboBox* m_place;
  QSpinBox* m_height;
  QSpinBox* m_range;
  QSpinBox* m_target;
  QPushButton* m_pick;
  QPushButton* m_run;
  QLabel* m_trouble;
  QLabel* m_result;
  QLabel* m_swatch;
  QLabel* m_key;
  QLabel* m_note;
};

}  // namespace app
