// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <map>
#include <optional>
#include <vector>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "gis/core/error.h"
#include "gis/geology/dual_control.h"
#include "gis/geology/field_work.h"

class QLabel;

namespace app {

class FoundTree;

// Dual control (双控) and patrols (巡查): what points and areas lack, and which points are to be visited, the latest
// first. Window's thread.
class DualPage : public QWidget {
  Q_OBJECT
 public:
  explicit DualPage(PanelContext& context, QWidget* parent = nullptr);
  // The grades by rain as they stand, by hazard code: points under a warning are visited more often.
  void setLevels(std::map<std::string, gis::geology::RainLevel> levels);
  bool busy() const { return m_slot.busy(); }

 signals:
  void rowWanted(const QString& table, qint64 fid);

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  struct Answer {
    std::vector<gis::geology::HazardPoint> points;
    std::vector<gis::geology::RiskArea> areas;
    gis::geology::DualControl control;
    std::vector<gis::geology::PatrolDue> patrols;
    std::vector<gis::geology::PatrolRule> rules;
  };
  void read();
  void showAnswer();
  void addGaps();
  void addPatrols();
  PanelContext& m_context;
  QLabel* m_summary;
  FoundTree* m_tree;
  std::map<std::string, gis::geology::RainLevel> m_levels;
  std::optional<Answer> m_answer;
  std::optional<gis::Error> m_error;
  JobSlot<gis::Result<Answer>> m_slot;
};

}  // namespace app
