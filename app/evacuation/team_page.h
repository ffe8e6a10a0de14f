// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <optional>
#include <vector>

#include "app/core/panel.h"
#include "app/evacuation/evacuation_job.h"
#include "app/jobs/job_slot.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace app {

// Teams with their states; the chosen one gets a new state, task and place; "Nearest" sorts them by how soon they are
// at the middle of the map. Window's thread.
class TeamPage final : public QWidget {
  Q_OBJECT
 public:
  explicit TeamPage(PanelContext& context, QWidget* parent = nullptr);
  bool busy() const { return m_write.busy() || m_near.busy(); }
  void setView(EvacuationViewPtr view);
  QTableWidget* table() { return m_table; }
  QString says() const;
  // As the controls: the chosen row gets this state.
  void set(gis::team::TeamState state, const QString& task, const QString& place);
  void findNearestTo(gis::MapXY place);

 signals:
  void changed();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void makeWidgets();
  const std::vector<gis::team::TeamStanding>& teams() const;
  void fill();
  void refresh();
  void retranslate();

  PanelContext& m_context;
  EvacuationViewPtr m_view;
  std::optional<gis::team::NearTeams> m_nearest;  // of teams(); the table goes by it
  std::optional<gis::Error> m_error;
  JobSlot<gis::Result<void>> m_write;
  JobSlot<gis::Result<gis::team::NearTeams>> m_near;
  QTableWidget* m_table;
  QCheckBox* m_drill;
  QComboBox* m_state;
  QLineEdit *m_task, *m_place;
  QPushButton *m_set, *m_nearest_button;
  QLabel* m_says;
};

}  // namespace app
